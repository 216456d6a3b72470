"""Parts of a page that no shipped sample has: approvals, and a critical question left out."""

from __future__ import annotations

from render import samples
from render.pages import Page, text

from maturity.render.formats.html import render_html
from maturity.render.formats.markdown import render_markdown

RICH = samples.result()
APPROVALS = """\
### Approvals

- **Audit committee** 28 November 2026, holds for these answers
- **Chief executive** 20 November 2026, no longer holds: an answer has changed since
"""
LEFT_OUT = """\
### Critical questions left out

- **What is published?** No duty to publish
"""


def test_approvals_say_whether_they_still_hold() -> None:
    assert APPROVALS in render_markdown(RICH)
    page = Page(render_html(RICH))
    shown = text(page.root)
    assert "Audit committee 28 November 2026, holds for these answers" in shown
    assert "Chief executive 20 November 2026, no longer holds: an answer has changed" in shown
    assert [one for one in page.all("h3", "h4") if text(one) == "Approvals"]


def test_a_critical_question_left_out_is_on_page_one_with_its_reason() -> None:
    summary, _, _ = render_markdown(RICH).partition("\n## Where we are")
    assert LEFT_OUT in summary
    page = Page(render_html(RICH))
    first, _, _ = text(page.root).partition("Where we are Scores")
    assert "Critical questions left out What is published? No duty to publish" in first
    link = next(one for one in page.all("a") if text(one) == "What is published?")
    assert page.by_id((link.get("href") or "")[1:]).tag == "tr"
