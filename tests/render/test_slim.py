"""What is left out of a page changes nothing in it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from render import samples
from render.pages import Page

from maturity.render.charts.palette import paint
from maturity.render.formats import html
from maturity.render.formats.brand_css import light_colours, style_of
from maturity.render.formats.slim import slim_css, slim_page
from maturity.render.report.view import build_report
from maturity.resources import shipped


def tree(element: Element) -> tuple[object, ...]:
    """An element as a browser shows it: white space at the edges of texts is not seen."""
    return (
        element.tag,
        sorted(element.attrib.items()),
        " ".join((element.text or "").split()),
        " ".join((element.tail or "").split()),
        [tree(child) for child in element],
    )


@pytest.mark.parametrize("hostile", samples.OF_PAGES)
def test_a_slim_page_is_the_same_page(hostile: str) -> None:
    report = build_report(samples.hostile(hostile))
    whole = html._template().render(
        report=report, paint=paint(light_colours(None)), **html.style_data(style_of(None))
    )
    slim = slim_page(whole)
    assert len(slim) < len(whole)
    assert tree(Page(slim).root) == tree(Page(whole).root)


def test_a_slim_style_sheet_by_hand() -> None:
    rules = (
        "/* why */\na > b, c { color: red; margin: 0 1px; }\n\n@media (x: y) {\n  d e { f: g; }}"
    )
    assert slim_css(rules) == "a>b,c{color:red;margin:0 1px}@media (x:y){d e{f:g}}"


def test_what_needs_its_blanks_keeps_them() -> None:
    assert slim_css('a + b { width: calc(100% - .4rem); content: " / "; }') == (
        'a + b{width:calc(100% - .4rem);content:" / "}'
    )


def test_the_shipped_rules_hold_no_text_that_would_be_changed() -> None:
    rules = (shipped("report_templates") / "report.css").read_text(encoding="utf-8")
    texts = rules.split('"')[1::2]
    assert texts
    assert all(slim_css(f"{one}") == " ".join(one.split()) for one in texts)
