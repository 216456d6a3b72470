"""A page asks for nothing, runs nothing, and shows everything without running anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from marked.files import write
from marked.outputs import result_of
from marked.test_inert import harmless, hostile
from playwright.sync_api import Browser

from maturity.render.formats.html import render_html

ATTACK = (
    "<script>window.harmed = 'script'</script>"
    '<img src="x.svg"><img src="data:," onerror="window.harmed ||= \'handler\'">'
    "<p id=styled style='color: rgb(1, 2, 3)'>x</p></body>"
)


def test_nothing_is_fetched_and_nothing_is_complained_of(
    browser: Browser, file_of: Callable[[str], Path], name: str
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file_of(name).as_uri())
    page.wait_for_load_state("networkidle")
    page.close()
    assert asked == [file_of(name).as_uri()]
    assert said == []


def test_every_part_is_shown_without_javascript(
    browser: Browser, file_of: Callable[[str], Path], name: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(file_of(name).as_uri())
        heights = page.locator("main > section, h1, h2, h3, h4, svg, table").evaluate_all(
            "all => all.map(one => one.checkVisibility() ? one.getBoundingClientRect().height : 0)"
        )
        assert len(heights) > 10
        assert min(heights) > 10
        page.locator("nav a").last.click()
        assert "#" in page.url


def outcome(browser: Browser, file: Path) -> tuple[object, str, set[str]]:
    """What an attack does, how the attacker's text looks, and which files were had."""
    had: set[str] = set()
    page = browser.new_page()
    page.on("requestfinished", lambda request: had.add(request.url.rpartition("/")[2]))
    page.goto(file.as_uri())
    harmed = page.evaluate("window.harmed")
    colour = page.evaluate("getComputedStyle(document.querySelector('#styled')).color")
    page.close()
    return harmed, colour, had


@pytest.mark.parametrize("name", ["small-body"])
def test_what_gets_onto_a_page_is_not_run(
    browser: Browser, file_of: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    source = file_of(name).read_text(encoding="utf-8").replace("</body>", ATTACK)
    policy = source[source.index("<meta http-equiv") : source.index('<meta name="viewport"')]
    guarded, bare = tmp_path / "guarded.html", tmp_path / "bare.html"
    guarded.write_text(source, encoding="utf-8")
    bare.write_text(source.replace(policy, ""), encoding="utf-8")
    (tmp_path / "x.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    assert outcome(browser, guarded) == (None, "rgb(27, 31, 36)", {"guarded.html"})
    assert outcome(browser, bare) == ("script", "rgb(1, 2, 3)", {"bare.html", "x.svg"})


RULES = """() => {
  const names = rules => [...rules].flatMap(rule =>
    [rule.selectorText || rule.conditionText || rule.constructor.name,
     ...(rule.cssRules ? names(rule.cssRules) : [])]);
  return [...document.styleSheets].map(sheet => names(sheet.cssRules));
}"""


def rules_of(browser: Browser, file: Path) -> object:
    """The rules that a page's style comes to; nothing is complained of."""
    said: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    rules = page.evaluate(RULES)
    page.close()
    assert said == []
    assert len(rules[0]) > 100
    return rules


def test_hostile_texts_do_nothing_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    calm, attacked = tmp_path / "calm", tmp_path / "attacked"
    for folder, say in ((calm, harmless), (attacked, hostile)):
        page = render_html(result_of(write(folder, say)))
        (folder / "page.html").write_text(page, encoding="utf-8")
    assert rules_of(browser, attacked / "page.html") == rules_of(browser, calm / "page.html")
