"""Where a document goes: to standard output, or into a file that is nobody's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.streams import put_document, say
from maturity.errors import fail

if TYPE_CHECKING:
    from collections.abc import Sequence

STDOUT = "-"
KEPT_SUFFIXES = (".yaml", ".yml")
"""Files of these kinds are written by people; a report never takes their place."""

OutputName = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write it; its ending says what."),
]


def target_of(output: str, inputs: Sequence[Path]) -> Path | None:
    """Give the file to write, None for standard output.

    Raises:
        MaturityError: It is one of those that the document is made from, or one that people write.
    """
    if output == STDOUT:
        return None
    target = Path(output)
    if target.exists():
        is_input = any(path.exists() and path.samefile(target) for path in inputs)
        if is_input or target.suffix.lower() in KEPT_SUFFIXES:
            raise fail(f"the report would take the place of {target}", "name another file with -o")
    return target


def put_or_write(target: Path | None, text: str) -> None:
    """Print a document, or write it whole into its file."""
    if target is None:
        put_document(text)
        return
    from maturity.store.whole_file import write_whole

    write_whole(target, text)
    say(f"Wrote {target}")
