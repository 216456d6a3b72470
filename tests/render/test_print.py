"""What a page tells a printer: whose report it is on every page, in a style that nothing breaks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render import samples

from maturity.render.formats.brand_css import css_string
from maturity.render.formats.html import html_of, style_hash
from maturity.render.formats.print_css import print_css
from maturity.render.report.view import build_report
from maturity.resources import shipped

DRAFT = build_report(samples.result())
FINAL = build_report(samples.result(status="final"))


def test_a_final_report_names_itself_from_the_second_page_on() -> None:
    css = print_css(FINAL)
    assert css.splitlines() == [
        '@page{@top-left{content:"Maturity report\\3a  Example Borough Council";'
        "font:9pt Arial,sans-serif;color:#000}}",
        "@page:first{@top-left{content:none}}",
    ]


def test_a_draft_says_so_on_every_page() -> None:
    assert '@page{@top-right{content:"DRAFT"' in print_css(DRAFT)
    assert '@top-right{content:"ENTWURF"' in print_css(replace(DRAFT, warnings=("ENTWURF",)))
    assert "@top-right" not in print_css(FINAL)


def test_a_long_title_is_cut() -> None:
    css = print_css(replace(FINAL, title="word " * 40))
    assert css.count("word") == 16
    assert "\\2026 " in css


@pytest.mark.parametrize("text", samples.OF_PAGES)
def test_no_title_leaves_its_string(text: str) -> None:
    css = print_css(replace(FINAL, title=text))
    start = css.index('content:"') + len('content:"')
    end = css.index('"', start)
    assert set("<>{};()&'") & set(css[start:end]) == set()
    assert css[end:].startswith('";font:9pt')


def test_a_number_of_css_is_ended_by_its_own_blank() -> None:
    assert css_string('a: "b"') == '"a\\3a  \\22 b\\22 "'
    assert css_string("a\n</style>") == '"a\\a \\3c \\2f style\\3e "'


def test_the_page_is_let_in_by_the_hash_of_its_own_style() -> None:
    source = html_of(FINAL)
    style = source.partition("<style>")[2].partition("</style>")[0]
    assert "@top-left" in style
    assert style_hash(style) in source


def test_nothing_is_printed_smaller_than_nine_points() -> None:
    css = (shipped("report_templates") / "report.css").read_text(encoding="utf-8")
    printed = css.partition("@media print {")[2]
    sizes = [
        float(rule.partition("pt")[0])
        for rule in printed.replace("font-size: ", "\x00").split("\x00")[1:]
    ]
    assert len(sizes) > 10
    assert min(sizes) >= 9
    assert "--ink: #000" in printed
