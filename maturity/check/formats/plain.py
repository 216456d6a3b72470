"""Stage 2: texts made safe for a terminal, and the counts that every format ends with."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from maturity.check.finding import SEVERITIES

if TYPE_CHECKING:
    from maturity.check.finding import Report

USUAL_COLUMNS = 80
"""So wide is a terminal that does not say more."""

# Controls move the cursor or worse, and marks of direction turn what stands behind them round.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36;1", "quiet": "2", "bold": "1"}


def plain(text: str) -> str:
    """Put a replacement mark in the place of every character that a terminal would obey."""
    return _CONTROL.sub("\ufffd", text)


def width(text: str) -> int:
    """Count the columns that a text takes: 2 for 日, 0 for an accent of its own."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def painted(text: str, how: str, *, colour: bool) -> str:
    """Colour a text, where that is wanted."""
    return f"\x1b[{_COLOURS[how]}m{text}\x1b[0m" if colour else text


def changed(report: Report) -> list[str]:
    """List what changed since another version, if that was asked for."""
    return [f"changed {kind}: {plain(text)}" for kind, text in report.changes]


def counts(report: Report) -> str:
    """Say how much was found: `1 error, 2 warnings in 8 files`."""
    found = [
        f"{number} {severity}{'s' if number > 1 and severity != 'info' else ''}"
        for severity in SEVERITIES
        if (number := report.count(severity))
    ]
    files = f"{len(report.files)} file{'' if len(report.files) == 1 else 's'}"
    ignored = f" ({len(report.suppressed)} ignored by comments)" if report.suppressed else ""
    return f"{', '.join(found) or 'no findings'} in {files}{ignored}"
