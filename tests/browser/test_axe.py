"""axe-core finds nothing, in light and dark, on a wide screen and on a telephone.

Every rule runs in each of the four: what axe spends its time on is contrast, which differs in all
of them. Two browsers share the work, one a colour scheme, and both widths are one loaded page's.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from browser.chromium import running
from samples.pages import PAGES

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 320)
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def examine(browser_path: str, file: Path, scheme: Scheme) -> list[str]:
    """What axe says of a page in one colour scheme, at every width."""
    said = []
    with running(browser_path) as browser:
        page = browser.new_page(color_scheme=scheme)
        page.goto(file.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found = Axe().run(page, options=OPTIONS)
            if found.violations_count:
                said.append(f"{scheme}, {width} px: {found.generate_report()}")
    return said


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, file_of: Callable[[str], Path], browser_path: str) -> None:
    with ThreadPoolExecutor(len(SCHEMES)) as pool:
        said = [*pool.map(partial(examine, browser_path, file_of(name)), SCHEMES)]
    assert said == [[], []]


def test_axe_would_find_something(tmp_path: Path, browser_path: str) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><title>Bad</title><main><h1>Bad</h1><img src=x></main>")
    (report,) = examine(browser_path, bad, "light")[:1]
    assert "image-alt" in report
    assert "html-has-lang" in report
