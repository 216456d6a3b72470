"""How long hypothesis looks: briefly, or at length with MATURITY_LONG_TESTS=1.

`pytest --update-golden` writes the texts that golden tests compare with; read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Whole frameworks are drawn, which is slow beside the short tests that use them.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
# The short look is the same every time, so that a change is never blamed for somebody else's.
settings.register_profile(
    "short", max_examples=30, derandomize=True, deadline=None, suppress_health_check=_SLOW
)
settings.register_profile("long", max_examples=2_000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile("long" if os.environ.get("MATURITY_LONG_TESTS") == "1" else "short")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden texts anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a file, or write the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare
