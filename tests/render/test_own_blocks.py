"""What templates of somebody's own can change, and the data that they are given."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest
from render import samples
from render.own_templates import (
    BLOCKS,
    HTML,
    MARKDOWN,
    html,
    own,
)
from render.pages import Page, text

from maturity.model.own_templates import OwnTemplates
from maturity.render.formats.html import html_of, render_html
from maturity.render.formats.markdown import render_markdown
from maturity.render.own.plain import plain, with_languages
from maturity.render.own.run import lay_out, render_own
from maturity.render.report.view import build_report
from maturity.render.words.clean import clean
from maturity.render.words.foreign import Foreign


@pytest.mark.parametrize("make", [samples.result, samples.nothing_scored])
def test_a_template_that_changes_nothing_gives_the_same_bytes(make: Any) -> None:
    both = OwnTemplates("mine", {"report.html.j2": HTML, "report.md.j2": f"{MARKDOWN}\n"})
    assert render_own(make(), "html", both) == render_html(make())
    assert render_own(make(), "markdown", both) == render_markdown(make())


def test_a_block_is_overridden_and_the_shipped_one_is_at_hand() -> None:
    page = Page(
        html(
            BLOCKS
            + '{% block title %}{{ super() }}<p class="lead">For {{ result.organisation.name }}</p>'
            "{% endblock %}"
            '{% block section %}{% if part.anchor != "method" %}{{ section(part, 2) }}{% endif %}'
            "{% endblock %}{% block footer %}<p>Ours</p>{% endblock %}"
        )
    )
    assert page.errors == []
    lead = next(one for one in page.all("p") if one.get("class") == "lead")
    assert text(lead) == f"For {clean(samples.result().organisation.name)}"
    anchors = {one.get("id") for one in page.all("h2")}
    assert "method" not in anchors
    assert "provenance" in anchors
    assert text(page.all("footer")[0]) == "Ours"


def test_parts_and_macros_of_ones_own() -> None:
    page = Page(
        html(
            '{% from "parts.html.j2" import note %}{% set who = "us" %}'
            '{% block before %}{{ note(who) }}{% include "line.html.j2" %}{% endblock %}',
            parts_html_j2="{% macro note(who) %}<p>By {{ who }}</p>{% endmacro %}",
            line_html_j2="<p>{{ report.sections | length }} parts</p>",
        )
    )
    main = page.all("main")[0]
    assert [text(one) for one in main[:2]] == [
        "By us",
        f"{len(build_report(samples.result()).sections)} parts",
    ]


def test_markdown_has_blocks_too() -> None:
    source = MARKDOWN + "\n{% block facts %}\n- For: {{ result.organisation.name }}\n{% endblock %}"
    own = OwnTemplates("mine", {"report.md.j2": source})
    made = render_own(samples.hostile("*the* <b>"), "markdown", own)
    assert "\n- For: \\*the\\* \\<b\\>\n" in made
    assert "\n- Profile:" not in made.partition("\n## ")[0]


@pytest.mark.parametrize("hostile", samples.OF_PAGES[:5])  # each starts a process
def test_hostile_texts_are_only_shown(hostile: str) -> None:
    blocks = "{% block before %}<p>{{ report.title }}</p><p>{{ ('<b>' ~ report.title) }}</p>"
    page = Page(html(f"{blocks}{{% endblock %}}", samples.hostile(hostile)))
    assert page.errors == []
    title = f"Maturity report: {clean(hostile)}"
    assert [text(one) for one in page.all("main")[0][:2]] == [title, f"<b>{title}"]


def test_the_data_is_plain() -> None:
    @dataclass
    class Inner:
        number: int
        kind: ClassVar[str] = "inner"

        @property
        def double(self) -> int:
            return self.number * 2

        def act(self) -> None:
            """Do something."""

    assert plain({"a": (Inner(2), None)}) == {
        "a": [{"number": 2, "kind": "inner", "double": 4}, None]
    }
    data = json.dumps(plain(build_report(samples.result())))
    assert json.loads(data)["sections"][0]["anchor"] == "summary"


def test_texts_in_another_language_stay_marked() -> None:
    title = Foreign((("About ", ""), ("Dïogelwch <b>", "cy")))
    report = replace(build_report(samples.result()), framework=title)
    assert with_languages(plain([title, "a", {"b": 1}])) == [title, "a", {"b": 1}]
    body = "{% block before %}<p>{{ report.framework }}</p>"
    body += (
        '<p class="{{ report.framework | trim }}">{{ report.framework ~ "!" }}</p>{% endblock %}'
    )
    page = lay_out(report, samples.result(), "html", own(body))
    first, second = Page(page).all("main")[0][:2]
    assert [(one.get("lang"), text(one)) for one in first] == [("cy", "Dïogelwch <b>")]
    assert second.get("class") == "About Dïogelwch <b>"
    assert text(second) == "About Dïogelwch <b>!"
    assert lay_out(report, samples.result(), "html", own()) == html_of(report)
