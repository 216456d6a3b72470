"""The Chromium of this machine, driven through playwright; nothing is downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "google-chrome", "chromium-browser")


def chromium() -> str:
    """The path of a browser: what CHROMIUM names, else the first that is on PATH.

    Without one the test is skipped, but where CI is set it fails: there nobody would notice.
    """
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    missing = f"there is no {' or '.join(NAMES)} on PATH, and CHROMIUM names none"
    if os.environ.get("CI"):
        pytest.fail(missing, pytrace=False)
    pytest.skip(missing)


@contextmanager
def running(path: str) -> Iterator[Browser]:
    """A browser for one thread."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        try:
            yield browser
        finally:
            browser.close()
