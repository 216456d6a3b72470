from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from browser.chromium import chromium, running
from playwright.sync_api import Browser, Page
from samples.pages import PAGES


@pytest.fixture(scope="session")
def browser_path() -> str:
    return chromium()


@pytest.fixture(scope="session")
def browser(browser_path: str) -> Iterator[Browser]:
    with running(browser_path) as started:
        yield started


@pytest.fixture(scope="session")
def file_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Where a page lies, written when it is first asked for."""
    folder = tmp_path_factory.mktemp("pages")

    @cache
    def write(name: str) -> Path:
        path = folder / f"{name}.html"
        path.write_text(PAGES[name](), encoding="utf-8", newline="\n")
        return path

    return write


@pytest.fixture(scope="module", params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    """Every page."""
    return str(request.param)


@pytest.fixture(scope="module")
def opened(browser: Browser, file_of: Callable[[str], Path], name: str) -> Iterator[Page]:
    """Every page, loaded once for the tests of a file."""
    page = browser.new_page()
    page.goto(file_of(name).as_uri())
    yield page
    page.close()


@pytest.fixture
def page(opened: Page) -> Page:
    """Every page as it is first seen on a wide screen."""
    opened.set_viewport_size({"width": 1280, "height": 900})
    opened.emulate_media(media="screen", color_scheme="light", forced_colors="none")
    return opened
