"""No template of somebody's own hides DRAFT or the marking, or brings anything that acts."""

from __future__ import annotations

import re
from itertools import cycle, starmap
from typing import Any

import pytest
from render.hiding import ACTIVE, REFUSED, SHOWN
from render.own_templates import asked, data, marked_data, said, style

from maturity.render.own.page import OF_HEADERS

BLOCKS = cycle(("title", "contents", "section", "after", "footer"))
HIDES = re.compile(
    r"position:|display:none|visibility:|opacity:|transform:|clip|z-index:|overflow:|overflow-[xy]:"
    r"|float:|text-indent:|font-size:0|container-type:|-type:|margin[a-z-]*:[^;]*(?<![\w(])-[\d.]"
)


@pytest.fixture
def _marked(monkeypatch: pytest.MonkeyPatch) -> None:
    report = marked_data()["report"]
    monkeypatch.setitem(data(), "report", {**report, "sections": report["sections"][:1]})


def written(blocks: dict[str, str]) -> str:
    return "".join(starmap("{{% block {} %}}{}{{% endblock %}}".format, blocks.items()))


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize("number", range(len(REFUSED)))
def test_what_hides_is_refused(number: int) -> None:
    assert "text" not in asked(written(REFUSED[number])), REFUSED[number]


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize(("block", "body"), list(zip(BLOCKS, ACTIVE, strict=False)))
def test_what_acts_is_refused_in_every_block(block: str, body: str) -> None:
    assert "text" not in asked(written({block: body})), body


@pytest.mark.usefixtures("_marked")
def test_the_tables_are_refused_for_what_is_in_them_alone() -> None:
    assert "text" in asked(written({"warnings": SHOWN}))
    for block in ("title", "contents", "section", "after", "footer"):
        assert "text" in asked(written({block: "<p>a</p>"}))


def test_the_classes_that_a_header_may_use_leave_everything_in_its_place() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", style())
    assert len(rules) > 100
    hiding = [selector for selector, body in rules if HIDES.search(body)]
    classes = {word for one in hiding for word in re.findall(r"\.([A-Za-z][\w-]*)", one)}
    assert {"skip", "contents", "summary", "steps", "scroll", "tags"} <= classes
    assert classes & OF_HEADERS == {"tags"}  # used once, with the word in it


def logo_of(source: str) -> dict[str, Any]:
    report = marked_data()["report"]
    logo = {"source": source, "alt": "Ours", "width": 120, "height": 40}
    return {**report, "brand": {**report["brand"], "logo": logo}}


def test_the_only_picture_is_the_logo_of_the_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(data(), "report", logo_of("data:image/png;base64,AAAA+/=="))
    own = "<img src='{{ report.brand.logo.source }}' alt='Ours' height='40'>"
    for body in ("{{ super() }}", own, ""):
        assert "text" in asked(written({"logo": body}))
    hint = said(written({"logo": "<img src='data:image/png;base64,AAAB' alt=''>"}))[2]
    assert hint == "the only picture is the theme's logo"


@pytest.mark.parametrize(
    "text",
    [
        "<!--\n\n{{ super() }}",
        "{{ super() }}\n\n<!--",
        "<script>alert(1)</script>",
        "<b>Ours</b>",
        "</div>",
        "<?php",
        "a \\\\<b>",
        "![Ours](https://evil.example/x.png)",
        "![Ours]",
        "[Ours](javascript:alert\\(1\\))",
        "[Ours](<javascript:x>)",
        "[Ours](other.md)",
        "[Ours]: javascript:x",
        "[^note]: Ours",
        "> [Ours]:\n> https://ours.example",
        "```mermaid\npie\n",
        "~~~\nOurs",
        "- ```\n  Ours",
        "``````\n```",
    ],
)
def test_markdown_that_hides_or_acts_is_refused(text: str) -> None:
    reply = asked(f"\n{{% block footer %}}\n{text}\n{{% endblock %}}", "markdown")
    assert "text" not in reply
    assert reply["line"] in (1, 3, 4, 5)
    assert reply["hint"]


@pytest.mark.parametrize(
    "warnings",
    [
        '[Ours](https://ours.example "\nDRAFT\n")',
        "Ours\nDRAFT",
        "DRAFT\nis what this is not",
        "    DRAFT",
        "```mermaid\n\nDRAFT\n\n```",
        "{{ super() }}".replace("super()", "''"),
    ],
)
def test_draft_in_markdown_is_a_paragraph_of_its_own(warnings: str) -> None:
    body = f"\n{{% block warnings %}}\n{warnings}\n{{% endblock %}}"
    assert asked(body, "markdown")["message"].startswith("the report is a draft")


def test_a_head_of_data_would_take_in_the_draft() -> None:
    body = "\n{% block title %}\n---\n{% endblock %}{% block facts %}\n---\n\n{% endblock %}"
    assert said(body, "markdown")[1].startswith("the report begins with a line that begins a head")


@pytest.mark.parametrize(
    "text",
    [
        "a < b and \\<b> and 1 <2",
        "<https://ours.example/a?b=c> [Ours](https://ours.example) [mail](<mailto:a@ours.example>)",
        "[The plan](#plan) \\[a\\]: b",
        "```\nOurs\n```\n\n~~~~ text\n~~~\n~~~~",
    ],
)
def test_markdown_that_does_neither_is_not(text: str) -> None:
    assert "text" in asked(f"\n{{% block footer %}}\n{text}\n{{% endblock %}}", "markdown")
