"""DRAFT and the marking are seen on whatever page a template of somebody's own may make."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page
from render.hiding import SEEN, SHOWN
from render.own_templates import asked, data, marked_data

Medium = Literal["screen", "print"]
MEDIA: tuple[tuple[Medium, int], ...] = (("screen", 1280), ("screen", 390), ("print", 665))

COVERED = """word => {
  const found = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong = [];
  let seen = false;
  const isCovered = (node, what) => {
    const one = node.parentElement;
    one.scrollIntoView({block: 'center'});
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const {fontSize, color, clipPath} = getComputedStyle(one);
    let ground = one;
    while (ground && /, 0\\)$/.test(getComputedStyle(ground).backgroundColor))
      ground = ground.parentElement;
    const paper = ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)';
    if (!one.checkVisibility({opacityProperty: true, visibilityProperty: true})) return 'hidden';
    if (box.width < 20 || box.height < 8 || parseFloat(fontSize) < 11) return 'small';
    if (box.left < 0 || box.right > innerWidth + 1) return 'beside the page';
    if (box.top + scrollY > 4000 && what !== 'foot') return 'far down';
    if (color === paper || clipPath !== 'none') return 'not to be told from the page';
    for (const part of [.05, .5, .95]) {
      const top = document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2);
      if (top !== one) return `under ${top && top.outerHTML.slice(0, 80)}`;
    }
    return '';
  };
  while (found.nextNode()) {
    const node = found.currentNode, text = node.textContent.trim();
    const header = node.parentElement.closest('header.head');
    if (text === word && header) {
      const why = isCovered(node, 'word');
      seen = seen || !why;
      if (why) wrong.push(`${word} is ${why}`);
    }
  }
  const markings = [...document.querySelectorAll('.head > .marking, .foot > .marking')];
  for (const one of markings) {
    const why = isCovered(one.firstChild, one.parentElement.className);
    if (why) wrong.push(`the marking in ${one.parentElement.className} is ${why}`);
  }
  if (markings.length !== 2) wrong.push('there are not two markings');
  if (seen) return wrong.filter(one => !one.startsWith(word));
  return wrong.length ? wrong : [`${word} is not there`];
}"""


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def wrong(sheet: Page, source: str) -> dict[tuple[str, int], list[str]]:
    """What is not seen, by how the page is looked at."""
    found = {}
    sheet.set_content(source)
    for medium, width in MEDIA:
        sheet.set_viewport_size({"width": width, "height": 900})
        sheet.emulate_media(media=medium, color_scheme="light")
        found[medium, width] = sheet.evaluate(COVERED, "DRAFT")
    return {look: why for look, why in found.items() if why}


def made(blocks: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    report = marked_data()["report"]
    monkeypatch.setitem(data(), "report", {**report, "sections": report["sections"][:1]})
    return asked("".join(starmap("{{% block {} %}}{}{{% endblock %}}".format, blocks.items())))


@pytest.mark.parametrize("number", range(len(SEEN)))
def test_what_a_template_may_write_hides_neither_draft_nor_marking(
    sheet: Page, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply = made(SEEN[number], monkeypatch)
    assert "text" in reply, (SEEN[number], reply)
    assert wrong(sheet, reply["text"]) == {}, SEEN[number]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("<li>DRAFT", "<li hidden>DRAFT", "DRAFT is hidden"),
        ("<li>DRAFT", "<li>FINAL", "DRAFT is not there"),
        ("<li>DRAFT", "<li><!-- DRAFT -->", "DRAFT is not there"),
        ("<li>DRAFT", "<li><sub><sub><sub><sub>DRAFT</sub></sub></sub></sub>", "DRAFT is small"),
        ('<footer class="foot">', '<footer class="foot"><!--', "there are not two markings"),
        ('<footer class="foot">', '<footer class="foot"><details>', "there are not two markings"),
    ],
)
def test_what_is_hidden_is_found_out(
    sheet: Page, old: str, new: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = made({"warnings": SHOWN}, monkeypatch)["text"]
    assert source.count(old) == 1
    found = wrong(sheet, source.replace(old, new))
    assert {one[0][: len(why)] for one in found.values()} == {why}
