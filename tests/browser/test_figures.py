"""Figures stand evenly, and columns of numbers are set as such, however many there are."""

from __future__ import annotations

from itertools import groupby

import pytest
from browser.test_print import SHEET
from playwright.sync_api import Page
from samples.pages import ROLES, SAMPLES

PLACES = """() => [...document.querySelectorAll('.figures.large > div')]
  .map(one => one.getBoundingClientRect()).map(box => [Math.round(box.top), Math.round(box.left)])
"""

NOT_RIGHT = """() => [...document.querySelectorAll('table')].flatMap(table =>
  [...table.rows[0].cells].flatMap((head, at) => [...table.rows].slice(1)
    .map(row => row.cells[at])
    .filter(cell => (getComputedStyle(cell).textAlign === 'right')
      !== head.classList.contains('number'))
    .map(() => `${table.caption.textContent}: ${head.textContent}`)))"""

ANSWERS_BROKEN = """() => {
  const found = [], range = document.createRange();
  for (const table of document.querySelectorAll('table')) {
    const at = [...table.rows[0].cells].findIndex(head => head.textContent === 'Answers');
    if (at < 0) continue;
    for (const row of [...table.rows].slice(1)) {
      range.selectNodeContents(row.cells[at].firstChild);
      const tops = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (/answers?\\s*$/.test(range.toString()) && tops.size > 1) found.push(range.toString());
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [360, 700, 1000, 1200, 1400])
@pytest.mark.parametrize("name", [*SAMPLES, "two-years", "many-roles"], indirect=True)
def test_no_figure_stands_alone_or_out_of_line(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    places = page.evaluate(PLACES)
    assert len(places) > 1
    rows = [[left for _, left in row] for _, row in groupby(places, key=lambda place: place[0])]
    columns = max(rows, key=len)
    assert all(row == columns[: len(row)] for row in rows)
    assert len(rows[-1]) > 1


def test_numbers_stand_right_in_every_column(page: Page) -> None:
    assert page.evaluate(NOT_RIGHT) == []


@pytest.mark.parametrize("name", ["many-roles"], indirect=True)
def test_a_table_of_many_roles_is_among_the_pages(page: Page) -> None:
    heads = page.locator("table:has(caption[id^=roles-]) th.number")
    assert heads.count() == ROLES > 16


@pytest.mark.parametrize("name", SAMPLES, indirect=True)
def test_how_many_answered_is_printed_on_one_line(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    assert page.evaluate(ANSWERS_BROKEN) == []
