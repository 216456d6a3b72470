"""What a telephone shows before anybody scrolls sideways: words whole, numbers, bars."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
LEAST_BARS = 100
"""How many pixels of a chart's months are seen at least."""
MOST_BLANK, MOST_BLANK_ROWS = 100, 0.01
"""How many pixels of blank a row may have under its first cell, and how many rows may have more."""
FIRST_COLUMNS = 3
"""Where a number stands that a table is about; further on it is one of many columns."""

BROKEN = """() => {
  const found = [], range = document.createRange();
  for (const head of document.querySelectorAll('thead th')) {
    const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(/[^\\s-]+/g)) {
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1)
          found.push(word[0]);
      }
    }
  }
  return found;
}"""

CUT_CAPTIONS = """() => [...document.querySelectorAll('caption, figcaption')].filter(one => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return range.getBoundingClientRect().right > innerWidth - 10;
}).map(one => one.textContent)"""

MONTHS_SEEN = """() => [...document.querySelectorAll('svg:has(.row-name)')].map(one => {
  const names = [...one.querySelectorAll('.row-name text')];
  const right = Math.max(...names.map(name => name.getBoundingClientRect().right));
  return one.closest('.scroll').getBoundingClientRect().right - right;
})"""

UNSEEN_NUMBERS = """() => [...document.querySelectorAll('table.wide')]
  .filter(table => table.querySelector('th.number')?.cellIndex < FIRST)
  .filter(table => table.querySelector('th.number').getBoundingClientRect().right > innerWidth)
  .map(table => table.caption.textContent)""".replace("FIRST", str(FIRST_COLUMNS))

BLANKS = """() => [...document.querySelectorAll('tbody tr')].map(row => {
  const range = document.createRange();
  range.selectNodeContents(row.cells[0]);
  return row.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom;
})"""


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(PHONE)
    return page


def test_no_word_of_a_table_s_head_is_broken(phone: Page) -> None:
    assert phone.evaluate(BROKEN) == []


def test_captions_are_read_without_scrolling(phone: Page) -> None:
    assert phone.evaluate(CUT_CAPTIONS) == []


def test_bars_are_seen_beside_their_names(phone: Page) -> None:
    assert all(seen >= LEAST_BARS for seen in phone.evaluate(MONTHS_SEEN))


def test_a_table_shows_a_number_beside_what_it_is_of(phone: Page) -> None:
    assert phone.evaluate(UNSEEN_NUMBERS) == []


def test_rows_are_not_high_for_what_is_not_seen(phone: Page) -> None:
    blanks = phone.evaluate(BLANKS)
    assert len([one for one in blanks if one > MOST_BLANK]) <= MOST_BLANK_ROWS * len(blanks)
