"""A draft says that it is one, whatever a template of somebody's own writes."""

from __future__ import annotations

import pytest
from render.own_templates import (
    asked,
    data,
    marked_data,
    said,
)

DRAFT = "the report is a draft, and the template does not show 'DRAFT' above it"


@pytest.mark.parametrize(
    "warnings",
    [
        "",
        "<p>No DRAFT at all</p>",
        "<!-- <p>DRAFT</p> -->",
        "<p hidden>DRAFT</p>",
        "<div hidden><p>DRAFT</p></div>",
        "<div hidden><p>\nDRAFT",
        '<p class="skip">DRAFT</p>',
        "<p title='DRAFT'></p>",
        "<template></div><p>DRAFT</p></template>",
        "<div hidden><table><tr><td></div><p>DRAFT</p>",
        "<p><b hidden></p><p>DRAFT</p>",
        "<div hidden/><p>DRAFT</p>",
        "<svg><div hidden/></svg><p>DRAFT</p>",
        '<p class="<svg a=" hidden "></svg>">\nDRAFT</p>',
        "<details><p>DRAFT</p></details>",
        "<textarea><p>DRAFT</p></textarea>",
        "<!-</li>- <p>DRAFT</p> -->",
    ],
)
def test_a_draft_says_so_where_it_is_seen(warnings: str) -> None:
    assert "text" not in asked(f"{{% block warnings %}}{warnings}{{% endblock %}}")
    assert said("{% block warnings %}{% endblock %}")[1] == DRAFT
    hint = said("{% block header %}{% endblock %}")[2]
    assert hint == "show each of report.warnings in the block 'warnings'"


@pytest.mark.parametrize(
    "header",
    [
        "{{ super() }}",
        "<div><h1>{{ report.title }}</h1><p class='tag'><strong>DRAFT</strong></p></div>",
        "<table><tr><td>Ours</td><td>Date</td></tr></table><p>DRAFT</p>",
        '<svg viewBox="0 0 1 1" width="9" height="9"><title>N</title><g><path d="M0 0"/></g></svg>'
        "<p>DRAFT</p>",
        "<br/>{% for one in report.warnings %}<p>{{ one }}</p>{% endfor %}",
    ],
)
def test_a_draft_may_say_so_in_ones_own_way(header: str) -> None:
    assert "text" in asked(f"{{% block header %}}{header}{{% endblock %}}")


@pytest.mark.parametrize(
    ("warnings", "is_seen"),
    [
        ("**DRAFT**", True),
        ("> DRAFT", True),
        ("{{ '<b hidden>' }}\n\nDRAFT", True),
        ("", False),
        ("<!--\nDRAFT\n-->", False),
        ("<div hidden>\n\nDRAFT\n", False),
        ("[DRAFT]: x", False),
    ],
)
def test_a_draft_in_markdown_says_so_too(warnings: str, is_seen: bool) -> None:
    reply = asked(f"{{% block warnings %}}\n{warnings}\n{{% endblock %}}", "markdown")
    assert ("text" in reply) == is_seen


def test_what_is_final_need_not_say_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(data(), "report", marked_data("final")["report"])
    assert "text" in asked("{% block header %}{% endblock %}")
