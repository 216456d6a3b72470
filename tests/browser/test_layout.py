"""What a screen shows: nothing wider than it, no text over another, marks without colours."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from samples.pages import SAMPLES

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 256}
"""320 × 256 is what 1280 × 1024 shows at 400 %."""

TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(one => !one.closest('.scroll, .skip') && one.getBoundingClientRect().width > 0)
  .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
  .map(one => one.outerHTML.slice(0, 120))"""

LAID_OVER = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    const texts = [...svg.querySelectorAll('text')].filter(one => one.textContent.trim());
    const boxes = texts.map(one => one.getBoundingClientRect());
    const frame = svg.getBoundingClientRect();
    const name = svg.querySelector('title').textContent;
    texts.forEach((text, at) => {
      const box = boxes[at];
      if (box.left < frame.left - 1 || box.right > frame.right + 1 ||
          box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        found.push(`${name}: “${text.textContent}” is cut off`);
      for (let other = at + 1; other < texts.length; other++) {
        const beside = boxes[other];
        if (Math.min(box.right, beside.right) - Math.max(box.left, beside.left) > 0.5 &&
            Math.min(box.bottom, beside.bottom) - Math.max(box.top, beside.top) > 0.5)
          found.push(`${name}: “${text.textContent}” and “${texts[other].textContent}”`);
      }
    });
  }
  return found;
}"""

TINY = """() => [...document.querySelectorAll('svg text')].filter(text => {
  const svg = text.ownerSVGElement;
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return parseFloat(getComputedStyle(text).fontSize) * scale < 11.5;
}).map(text => text.textContent)"""

CUT_OFF = """() => [...document.querySelectorAll('body *')]
  .filter(one => !one.closest('svg') && !one.matches('.scroll, .contents'))
  .filter(one => getComputedStyle(one).overflow !== 'visible')
  .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
  .map(one => one.outerHTML.slice(0, 120))"""

SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }
    svg, svg * { letter-spacing: normal !important; word-spacing: normal !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""

UNSEEN = """() => {
  const probe = document.createElement('div');
  document.body.append(probe);
  const system = name => { probe.style.color = name; return getComputedStyle(probe).color; };
  const canvas = system('Canvas');
  const parts = colour => (colour.match(/[\\d.]+/g) || [255, 255, 255]).map(Number);
  const light = colour => {
    const [red, green, blue] = parts(colour).slice(0, 3).map(part => part / 255)
      .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * red + .7152 * green + .0722 * blue;
  };
  const contrast = colour => {
    const [dark, bright] = [light(colour), light(canvas)].sort((a, b) => a - b);
    return colour === 'none' || parts(colour)[3] === 0 ? 1 : (bright + .05) / (dark + .05);
  };
  const found = new Set();
  const marks = 'line, rect, circle, path, polygon, text';
  for (const mark of document.querySelectorAll(`svg :is(${marks})`)) {
    if (mark.closest('.area, .band, .plate')) continue;  // nothing is told by these alone
    const style = getComputedStyle(mark);
    const [fill, stroke] = [contrast(style.fill), contrast(style.stroke)];
    const kind = mark.closest('[class]').getAttribute('class');
    const least = mark.tagName === 'text' ? 4.5 : 3;
    const best = mark.tagName === 'text' ? fill : Math.max(fill, stroke);
    if (best < least)
      found.add(`${mark.tagName} ${kind}: ${best.toFixed(2)} (${style.fill}, ${style.stroke})`);
  }
  return [...found];
}"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_page_is_wider_than_the_screen(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_text_of_a_chart_lies_over_another(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    assert page.evaluate(LAID_OVER) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_texts_of_charts_are_large_enough(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    assert page.evaluate(TINY) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_wider_spacing_of_text_cuts_nothing_off(page: Page, size: ViewportSize) -> None:
    """As a reader may set it: https://www.w3.org/TR/WCAG22/#text-spacing."""
    page.set_viewport_size(size)
    page.evaluate(SPACING)
    width, cut_off = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(CUT_OFF)
    page.evaluate("document.adoptedStyleSheets = []")
    assert width <= size["width"]
    assert cut_off == []


def test_nothing_stays_in_front_of_a_small_screen(page: Page) -> None:
    """At 400 % what sticks to the screen would leave no room to read."""
    page.set_viewport_size(NARROW)
    stuck = "() => [...document.querySelectorAll('body *')].filter(one => ['fixed', 'sticky']"
    stuck += ".includes(getComputedStyle(one).position)).length"
    assert page.evaluate(stuck) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SAMPLES, indirect=True)
def test_marks_are_seen_in_forced_colours(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(UNSEEN) == []


def test_the_first_tab_leads_past_the_contents(page: Page) -> None:
    page.reload()
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"


def loaded(browser: Browser, folder: Path, body: str) -> Page:
    file = folder / "page.html"
    file.write_text(f"<!doctype html><html lang=en><title>x</title><body>{body}", encoding="utf-8")
    page = browser.new_page(viewport={"width": 320, "height": 256})
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize(
    ("question", "body"),
    [
        (TOO_WIDE, "<p style='width:400px'>wide"),
        (CUT_OFF, "<p style='height:1em;overflow:hidden'>one<br>two"),
        (LAID_OVER, "<svg><title>x</title><text y=20>one</text><text y=25>two</text></svg>"),
        (LAID_OVER, "<svg width=50><title>x</title><text y=20>too long to fit</text></svg>"),
        (TINY, "<svg viewBox='0 0 800 80' width=400><text y=20 font-size=16>small</text></svg>"),
        (UNSEEN, "<svg><rect class=x fill=white width=5 height=5></rect></svg>"),
        (UNSEEN, "<svg><rect class=x fill=none width=5 height=5></rect></svg>"),
    ],
)
def test_what_is_asked_of_pages_can_be_answered_badly(
    browser: Browser, tmp_path: Path, question: str, body: str
) -> None:
    page = loaded(browser, tmp_path, body)
    assert len(page.evaluate(question)) == 1
    page.close()
