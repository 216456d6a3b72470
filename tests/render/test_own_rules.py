"""What a template of somebody's own may not look like; it is said at its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from render.own_templates import asked, data, said

from maturity.render.own.elements import KNOWN
from maturity.resources import shipped


@pytest.mark.parametrize(
    ("source", "line", "message", "hint"),
    [
        ("\n\n{% block headr %}{% endblock %}", 3, "there is no block 'headr' to override",
         "did you mean 'header'?"),
        ("\n{% block title %}{% block inner %}{% endblock %}{% endblock %}", 2,
         "there is no block 'inner' to override", ""),
        ("\n\n\nHello", 4, "what stands outside a block is never shown", "put it in a block"),
        ("\n{{ report.title }}", 2, "what stands outside a block is never shown", ""),
        ("\n{% if true %}{% endif %}", 2, "what stands outside a block is never shown", ""),
        ("\n{% block title %}\n{{ report.title | safe }}{% endblock %}", 3,
         "escaping cannot be turned off", "write markup in the template itself"),
        ("\n{% block title %}{% filter safe %}a{% endfilter %}{% endblock %}", 2,
         "escaping cannot be turned off", ""),
        ("\n{% block title %}\n{% autoescape false %}a{% endautoescape %}{% endblock %}", 3,
         "escaping cannot be turned off", ""),
        ("{% block title %}\n<p>\n<script>alert(1)</script>{% endblock %}", 3,
         "<script> is not possible: the page's policy blocks it", "take it out"),
        ("{% block title %}\n<META http-equiv=refresh>{% endblock %}", 2, "<meta> is not", ""),
        ("{% block title %}<iframe src=x>{% endblock %}", 1, "<iframe> is not possible", ""),
        ("{% block title %}\n<p\nstyle='x'>{% endblock %}", 3, "'style' is not", "use the"),
        ("{% block title %}<p onclick='x()'>{% endblock %}", 1, "'onclick' is not possible", ""),
        ("\n{% block title %}{{ title", 2, "this is no template: unexpected end of template", ""),
        ("\n{% block title %}", 2, "this is no template: unexpected end of template", ""),
        ("\n{% blok title %}", 2, "this is no template: encountered unknown tag 'blok'", ""),
        ("{% block title %}\n{{ 1 | nosuch }}{% endblock %}", 2,
         "this is no template: no filter named 'nosuch'", ""),
        ("{% block title %}\n{{ 1 | random }}{% endblock %}", 2, "this is no template", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_before_it_runs(
    source: str, line: int, message: str, hint: str
) -> None:
    found = said(source)
    assert found[0] == line
    assert found[1].startswith(message)
    assert found[2].startswith(hint)
    assert found[2]


@pytest.mark.parametrize(
    "source",
    [
        "<!doctype html><title>Ours</title>",
        '{% extends "report.html.j2" %}',
        '{% extends "maturity/report.md.j2" %}',
        "{% extends result.a %}",
        '{% if true %}{% extends "maturity/report.html.j2" %}{% endif %}',
        '<p>Before</p>{% extends "maturity/report.html.j2" %}',
        "",
    ],
)
def test_the_page_and_its_policy_are_always_the_shipped_ones(source: str) -> None:
    reply = asked("", **{"report.html.j2": source})
    assert reply["message"] == "the template does not extend the shipped one"
    assert reply["hint"] == 'begin it with {% extends "maturity/report.html.j2" %}'
    assert reply["name"] == "report.html.j2"


def test_nothing_that_can_be_overridden_is_in_the_head() -> None:
    source = (shipped("report_templates") / "report.html.j2").read_text(encoding="utf-8")
    head, _, body = source.partition("</head>")
    assert "block" not in re.findall(r"{%-?\s*(\w+)", head)
    skip_and_marking = body[: body.index("{% block")]
    assert "skip" in skip_and_marking
    assert "marking(report.brand)" in skip_and_marking


def test_the_documentation_names_every_block() -> None:
    words = (Path(__file__).parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
    for name in ("report.html.j2", "report.md.j2"):
        source = (shipped("report_templates") / name).read_text(encoding="utf-8")
        for block in Environment(autoescape=True).parse(source).find_all(nodes.Block):
            assert f"`{block.name}`" in words
    of_blocks = {"li", "dt", "dd", "th", "td", "tr", "thead", "tbody", "tfoot"}
    for name in KNOWN - of_blocks - {"caption", "figcaption", "h2", "h3", "h4", "h5"}:
        assert f"`{name}`" in words


def test_the_template_in_the_documentation_works(monkeypatch: pytest.MonkeyPatch) -> None:
    words = (Path(__file__).parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
    (source,) = re.findall(r"```jinja\n(.*?)```", words, re.DOTALL)
    organisation = {"organisation": {"name": "Northgate"}}
    monkeypatch.setitem(data(), "result", organisation)
    page = asked("", **{"report.html.j2": source})["text"]
    assert "For the cabinet of Northgate" in page
    assert "The programme office answers for this plan." in page


PASSED = "'{}' is what the report is made from, and nothing else may have its name"


@pytest.mark.parametrize(
    "source",
    [
        "\n{% set § = dict() %}",
        "\n{% set a, § = 1, 2 %}",
        "\n{% set § %}x{% endset %}",
        "\n{% macro §() %}{% endmacro %}",
        "\n{% import 'parts.html.j2' as § %}",
        "\n{% from 'parts.html.j2' import § %}",
        "\n{% from 'parts.html.j2' import a as § %}",
        "{% block warnings %}\n{% set § = dict() %}{{ super() }}{% endblock %}",
        "{% block warnings %}\n{% with § = 1 %}{{ super() }}{% endwith %}{% endblock %}",
        "{% block before %}\n{% for a, § in [] %}{% endfor %}{% endblock %}",
    ],
)
def test_what_is_passed_in_keeps_its_name(source: str) -> None:
    for name in ("report", "result", "paint", "style", "style_hash"):
        line, message, hint = said(source.replace("§", name))
        assert (line, message) == (2, PASSED.format(name))
        assert hint == f"choose another name, such as our_{name}"


def test_names_of_other_templates_and_of_markdown_are_looked_at_too() -> None:
    others = {"parts.html.j2": "\n\n{% set report = 1 %}"}
    reply = asked("", **others)
    assert (reply["name"], reply["line"]) == ("parts.html.j2", 3)
    assert said("\n{% set report = 1 %}", "markdown")[1] == PASSED.format("report")
    assert "text" in asked("{% macro one(report) %}{{ report }}{% endmacro %}")
