"""What comes out of a printer: A4, dark ink on white, nothing cut, headings with what they head."""

from __future__ import annotations

import io
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from pypdf import PageObject, PdfReader
from samples.pages import SAMPLES

A4_POINTS = (595, 842)
SHEET: ViewportSize = {"width": 665, "height": 998}
"""What the margins leave of A4, in CSS pixels: 176 mm × 264 mm."""
BOTTOM_MARGIN_POINTS = 48
TOP_MARGIN_POINTS = 796
MOST_PAGES = 70
FEWEST_LINES = 3

HEADS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, caption, .lead')]
  .map(one => one.textContent.replace(/\\s+/g, ' ').trim())"""

COLOURS = """() => [...document.querySelectorAll('body, body *')].map(one => {
  const {color, backgroundColor, fill, stroke} = getComputedStyle(one);
  return [color, backgroundColor, fill, stroke].join(' ');
})"""


@pytest.fixture(scope="module", params=SAMPLES)
def name(request: pytest.FixtureRequest) -> str:
    """Every report of a sample."""
    return str(request.param)


@pytest.fixture(scope="module")
def printed(opened: Page) -> PdfReader:
    """Every report of a sample as it is printed by somebody with a dark screen."""
    opened.emulate_media(color_scheme="dark")
    return PdfReader(io.BytesIO(opened.pdf(prefer_css_page_size=True)))


class Line(NamedTuple):
    """A line of one half of a printed page; a line over both halves is two."""

    up: int
    """Points from the foot of the sheet."""
    is_right: bool
    is_bold: bool
    text: str


@pytest.fixture(scope="module")
def sheets(printed: PdfReader) -> list[list[Line]]:
    """The lines of every printed page."""
    return [lines_of(page) for page in printed.pages]


def lines_of(page: PageObject) -> list[Line]:
    """The lines of a printed page, from the top."""
    pieces: list[tuple[int, bool, float, bool, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, _: float) -> None:
        if text.strip():
            across = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            up = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            is_bold = "Bold" in str((font or {}).get("/BaseFont"))
            pieces.append((-round(up), across > A4_POINTS[0] / 2, across, is_bold, text))

    page.extract_text(visitor_text=visit)
    lines = groupby(sorted(pieces), key=lambda piece: piece[:2])
    return [_line(-up, is_right, list(parts)) for (up, is_right), parts in lines]


def _line(up: int, is_right: bool, parts: list[tuple[int, bool, float, bool, str]]) -> Line:
    text = " ".join("".join(part[4] for part in parts).split())
    return Line(up, is_right, all(part[3] for part in parts), text)


def body(lines: list[Line], *, is_right: bool) -> list[Line]:
    """The lines of one half between the margins."""
    inside = (line for line in lines if BOTTOM_MARGIN_POINTS < line.up < TOP_MARGIN_POINTS)
    return [line for line in inside if line.is_right == is_right]


def test_paper(printed: PdfReader) -> None:
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in printed.pages}
    assert sizes == {A4_POINTS}
    assert 10 < len(printed.pages) <= MOST_PAGES


def test_pages_are_numbered_and_drafts_marked(sheets: list[list[Line]], opened: Page) -> None:
    is_draft = opened.evaluate("document.body.matches('.draft')")
    for number, lines in enumerate(sheets, start=1):
        assert lines[-1].text == f"{number} / {len(sheets)}"
        margin = [line.text for line in lines if line.up > TOP_MARGIN_POINTS]
        marks = [line.text for line in lines if "DRAFT" in line.text]
        if number == 1:  # its own header says so, once
            assert (len(marks), margin) == (int(is_draft), [])
        else:
            assert ("DRAFT" in margin) == is_draft


def test_the_board_has_one_page(sheets: list[list[Line]], opened: Page) -> None:
    second = opened.locator("main > section:nth-of-type(2) > h2").inner_text()
    assert body(sheets[1], is_right=False)[0].text == second


def test_no_heading_is_parted_from_what_follows(sheets: list[list[Line]], opened: Page) -> None:
    heads = opened.evaluate(HEADS)
    for number, lines in enumerate(sheets, start=1):
        for is_right in (False, True):
            half = body(lines, is_right=is_right)
            last = half[-1] if half else None
            is_head = last and last.is_bold and any(last.text in head for head in heads)
            assert not is_head, f"page {number} ends with {last}"


def test_no_page_is_left_all_but_empty(sheets: list[list[Line]]) -> None:
    for number, lines in enumerate(sheets[1:], start=2):
        inside = body(lines, is_right=False)
        assert len(inside) > FEWEST_LINES, f"page {number} holds {inside}"


def test_dark_colours_are_not_printed(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="light")
    light = page.evaluate(COLOURS)
    assert light[0].startswith("rgb(0, 0, 0) rgb(255, 255, 255)"), "black on white"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(COLOURS) == light
    page.emulate_media(media="screen", color_scheme="dark")
    assert page.evaluate(COLOURS) != light


def test_nothing_is_cut_at_the_edges(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]
    heights = page.locator("figure").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert heights
    assert max(heights) < SHEET["height"]
    kept = page.locator("figure").evaluate_all(
        "all => all.map(one => getComputedStyle(one).breakInside)"
    )
    assert set(kept) == {"avoid"}


def test_the_foot_of_a_page_is_found(browser: Browser, tmp_path: Path) -> None:
    file: Path = tmp_path / "page.html"
    lines = "<p style='font-size:9pt;margin:0;height:13mm'>line</p>" * 18
    style = "<style>@page{size:A4;margin:20mm}h2{font-size:14pt;margin:0;height:20mm}</style>"
    file.write_text(f"{style}{lines}<h2>Parted</h2><p>{lines}", encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    first = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0]
    page.close()
    last = body(lines_of(first), is_right=False)[-1]
    assert (last.text, last.is_bold) == ("Parted", True)
    assert not body(lines_of(first), is_right=False)[-2].is_bold
