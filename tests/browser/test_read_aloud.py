"""What a screen reader is offered of the first page, in its order and its words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["small-body"], indirect=True)
def test_the_first_page_and_the_profile_as_they_are_read(
    page: Page, golden: Callable[[Path, str], None]
) -> None:
    parts = [
        page.locator("header").aria_snapshot(),
        page.locator("main > section").nth(0).aria_snapshot(),
        page.locator("main > section").nth(1).aria_snapshot(),
    ]
    golden(GOLDEN / "small-body.aria.yaml", "\n".join(parts) + "\n")
