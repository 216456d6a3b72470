"""`maturity check`: which formats go where, and writing them."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.check.formats import FORMATS, render
from maturity.check.formats.plain import USUAL_COLUMNS
from maturity.cli.output import STDOUT, target_of
from maturity.cli.streams import put, say
from maturity.errors import fail, nearest
from maturity.render.words.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.check.finding import Report

MOST_NOTES = 10
COLOURED = ("full", "concise")


def read_outputs(output: Sequence[str] | None, style: str | None) -> list[tuple[str, str]]:
    """Read `FORMAT[=FILE]`; that of `--format` goes to stdout, or `full` where none is given."""
    outputs: list[tuple[str, str]] = []
    for word in dict.fromkeys([*(output or ()), *([style] if style else ())]) or ["full"]:
        name, _, file = word.partition("=")
        if name not in FORMATS:
            raise fail(f"there is no format '{name}'", nearest(name, FORMATS))
        outputs.append((name, file or STDOUT))
    return outputs


def write(report: Report, outputs: Sequence[tuple[str, str]]) -> None:
    """Print the notes and write every format; no file that was checked is written over."""
    checked = [Path(file) for file in report.files]
    targets = [(name, target_of(file, checked)) for name, file in outputs]
    for note in report.notes[:MOST_NOTES]:
        say(f"note: {clean(note)}")
    if len(report.notes) > MOST_NOTES:
        say(f"note: {len(report.notes) - MOST_NOTES} more notes like these")
    for name, path in targets:
        if path is None:
            is_coloured = name in COLOURED and _wants_colour()
            put(render(report, name, colour=is_coloured, columns=_columns()))
        else:
            from maturity.store.whole_file import write_whole

            write_whole(path, render(report, name))


def _wants_colour() -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def _columns() -> int | None:
    """Give the columns of a terminal that has more than is usual."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return max(USUAL_COLUMNS, shutil.get_terminal_size((USUAL_COLUMNS, 24)).columns)
