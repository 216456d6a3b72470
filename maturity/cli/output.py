"""Where a document goes: to standard output, or into a file that is nobody's own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.streams import put_document, say
from maturity.errors import fail
from maturity.load.file_names import is_file, is_link, is_there

if TYPE_CHECKING:
    from collections.abc import Sequence

STDOUT = "-"
KEPT_SUFFIXES = (".yaml", ".yml")
"""Files of these kinds are written by people; a report never takes their place."""

OutputName = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write it; its ending says what."),
]


def target_of(output: str, inputs: Sequence[Path | str | None]) -> Path | None:
    """Give the file to write, None for standard output.

    Raises:
        MaturityError: It is one of those that the document is made from, one that people write,
            or a link that leads elsewhere.
    """
    if output == STDOUT:
        return None
    target = Path(output)
    real = Path(os.path.realpath(target))
    if is_link(target) and is_file(real) and real.parent != target.absolute().parent.resolve():
        raise fail(f"{target} is a link that leads to {real}", "name that file, or another one")
    if is_file(real):
        paths = [Path(path) for path in inputs if path is not None]
        is_input = any(is_there(path) and path.samefile(real) for path in paths)
        if is_input or real.suffix.lower() in KEPT_SUFFIXES:
            raise fail(f"the report would take the place of {target}", "name another file")
    return target


def put_or_write(target: Path | None, text: str) -> None:
    """Print a document, or write it whole into its file."""
    if target is None:
        put_document(text)
        return
    from maturity.store.whole_file import write_whole

    write_whole(target, text)
    say(f"Wrote {target}")
