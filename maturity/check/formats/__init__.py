"""Stage 2: the formats of a report; each module has `render(report, colour)` and stands alone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.check.finding import Report

FORMATS = ("full", "concise", "json", "github", "sarif", "junit")


def render(report: Report, name: str, *, colour: bool = False, columns: int | None = None) -> str:
    """Write a report in a format; only that format's module is imported.

    Args:
        report: What was found.
        name: One of `FORMATS`.
        colour: Whether a terminal shows it in colour.
        columns: How wide it is shown; None is as wide as is usual. Only `full` asks.

    Raises:
        MaturityError: There is no such format.
    """
    if name not in FORMATS:
        raise fail(f"there is no format '{name}'", nearest(name, FORMATS))
    write: Callable[..., str] = import_module(f"maturity.check.formats.{name}").render
    if name == "full" and columns is not None:
        return write(report, colour=colour, columns=columns)
    return write(report, colour=colour)
