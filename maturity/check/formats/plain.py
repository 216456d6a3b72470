"""Stage 2: texts made safe for a terminal, and the counts that every format ends with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.check.finding import SEVERITIES
from maturity.printed import printable

if TYPE_CHECKING:
    from maturity.check.finding import Report

USUAL_COLUMNS = 80
"""So wide is a terminal that does not say more."""

_BREAK = re.compile(r"[\t\n]")
_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36;1", "quiet": "2", "bold": "1"}


def plain(text: str) -> str:
    """Put a replacement mark in the place of what a terminal would obey, or break a line at."""
    return printable(_BREAK.sub("\ufffd", text), "\ufffd")


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
