"""Where the commands' words go: results to stdout, everything else to stderr."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from maturity.errors import fail
from maturity.printed import inert, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.render.screen.blocks import Block

# What a terminal that knows no more than ASCII or Windows-1252 gets instead of a question mark.
_PLAINER = {
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{MINUS SIGN}": "-",
    "\N{RIGHTWARDS ARROW}": "->",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{BOX DRAWINGS LIGHT HORIZONTAL}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
}
_SPELL_OUT = "maturity-spell-out"


def prepare() -> None:
    """Make both streams print any text, whatever the terminal's encoding."""
    codecs.register_error(_SPELL_OUT, _spell_out)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_SPELL_OUT)


def _spell_out(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(_PLAINER.get(letter, "?") for letter in letters), error.end


def put(text: str) -> None:
    """Print a result to stdout, which may have gone away: `maturity score . | head -1`.

    Raises:
        MaturityError: stdout takes no more, because the disk is full for example.
    """
    try:
        _write(sys.stdout, text)
    except OSError as error:
        _abandon(sys.stdout)
        reason = error.strerror or str(error)
        raise fail(f"standard output cannot be written: {reason[:1].lower()}{reason[1:]}") from None


def put_blocks(blocks: Sequence[Block]) -> None:
    """Print blocks to stdout, as wide and as coloured as what stands there."""
    from maturity.render.screen.terminal import draw, look_of

    put(inert(draw(blocks, look_of(sys.stdout, os.environ))))


def put_document(text: str) -> None:
    """Print a report to stdout, as the same bytes that a file of it has.

    Only a terminal gets it in its own encoding and without control characters.
    """
    if sys.stdout is not None and sys.stdout.isatty():
        text = printable(text)
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    put(text)


def say(text: str) -> None:
    """Tell a person something on stderr, with a line break at the end."""
    # Nobody is left to be told that nobody can be told.
    with contextlib.suppress(OSError):
        _write(sys.stderr, inert(printable(text)) + "\n")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed before the program began: `>&-`
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # The reader has what it wanted. The command goes on to its own exit code.
        _abandon(stream)


def _abandon(stream: TextIO) -> None:
    """Send what is still in the buffer nowhere, or Python would complain at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
