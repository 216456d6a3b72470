"""The formats of a report: their names, the file names that mean them, what writes them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from maturity.model.result import Result

SUFFIXES = {"markdown": (".md", ".markdown"), "html": (".html", ".htm"), "json": (".json",)}
"""Format → the endings of its files, the usual one first."""


def known_format(name: str) -> str:
    """Give the format of that name.

    Raises:
        MaturityError: There is none.
    """
    if name not in SUFFIXES:
        raise fail(f"there is no format '{name}'", nearest(name, SUFFIXES))
    return name


def format_of(path: Path) -> str:
    """Tell the format from a file's name.

    Raises:
        MaturityError: Its ending means none.
    """
    for name, suffixes in SUFFIXES.items():
        if path.suffix.lower() in suffixes:
            return name
    known = ", ".join(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)
    raise fail(
        f"the name '{path.name}' does not say what to write",
        f"end it with one of {known}; or say --format {'|'.join(SUFFIXES)}",
    )


def render(result: Result, name: str) -> str:
    """Write a result in a format; only that format's own module is imported."""
    module = import_module(f"maturity.render.formats.{name}")
    renderer: Callable[[Result], str] = getattr(module, f"render_{name}")
    return renderer(result)
