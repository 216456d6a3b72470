"""`maturity assess`: who answers, a person or a file of lines, and how a sitting ends."""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.ask.interrupts import Interrupted, Interrupts
from maturity.ask.layout import Look
from maturity.ask.terminal import Script, Terminal, is_terminal
from maturity.cli.next_step import quoted
from maturity.cli.streams import say
from maturity.errors import fail
from maturity.load.source import read_bytes_of
from maturity.printed import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.ask.terminal import Dialogue

USUAL_SIZE = (80, 24)
_MOST_BYTES = 2_000_000
_STDIN = "-"


@dataclass
class Ending:
    """What to say when the sitting ends, however it ends."""

    saved_in: list[Path] = field(default_factory=list)
    """The files that hold answers; none before the first is made."""
    words: list[str] = field(default_factory=list)
    """The command that goes on."""
    next_words: list[str] = field(default_factory=list)
    """The command to try next."""

    def lines(self) -> list[str]:
        """Say where everything is, and how to go on."""
        if not self.saved_in:
            return ["Nothing was written."]
        where = ", ".join(map(str, self.saved_in))
        lines = [f"Everything that was answered is saved in {where}."]
        lines.append(f"To continue: {quoted(self.words)}")
        return [*lines, f"Next: {quoted(self.next_words)}"] if self.next_words else lines


def make_dialogue(answers_from: str | None, check: Callable[[], None], *, plain: bool) -> Dialogue:
    """Make the dialogue with a person, or with a file of lines.

    Raises:
        MaturityError: There is neither.
    """
    if answers_from is not None:
        name, lines = _lines(answers_from)
        return Script(name, lines, Look(_columns, is_plain=True), say)
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        hint = "run it in a terminal, or give the lines in a file with --answers-from FILE"
        raise fail("there is no terminal to ask questions on", hint)
    return Terminal(_look(plain=plain), printable, check)


def _look(*, plain: bool) -> Look:
    dumb = os.environ.get("TERM") == "dumb"
    is_plain = plain or dumb or bool(os.environ.get("ACCESSIBLE"))
    is_styled = not is_plain and not os.environ.get("NO_COLOR") and _obeys_escapes()
    return Look(_columns, is_styled, is_plain)


def _obeys_escapes() -> bool:
    """Whether bold is shown as such; of the consoles of Windows only newer ones, which say so."""
    return sys.platform != "win32" or bool(os.environ.get("WT_SESSION") or os.environ.get("TERM"))


def _columns() -> int:
    return shutil.get_terminal_size(USUAL_SIZE).columns


def _lines(name: str) -> tuple[str, list[str]]:
    if name == _STDIN:
        data = b"" if sys.stdin is None else sys.stdin.buffer.read(_MOST_BYTES + 1)
        name = "standard input"
    else:
        data = read_bytes_of(Path(name), _MOST_BYTES)
    if len(data) > _MOST_BYTES:
        raise fail(f"{name} has more than {_MOST_BYTES:,} bytes", "give the lines of one sitting")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise fail(f"{name} is not in UTF-8", "save it in that encoding") from None
    return name, re.split("\r?\n", text.removesuffix("\n").removesuffix("\r")) if text else []


def conduct(
    make: Callable[[Callable[[], None]], Dialogue],
    sit: Callable[[Dialogue, Interrupts, Ending], None],
) -> int:
    """Hold a sitting, and say at its end where everything is.

    Returns:
        The exit code: 0, or the signal that ended it and 128; 130 for Ctrl-C.
    """
    interrupts, ending, code = Interrupts(), Ending(), 0
    dialogue = make(interrupts.check)
    try:
        with interrupts.caught():
            sit(dialogue, interrupts, ending)
    except EOFError:
        say("")
    except Interrupted as stop:
        code = stop.exit_code
        say("")
    except Exception as error:
        if isinstance(error, OSError):  # the terminal is gone
            return 1
        if ending.saved_in:
            _say_all(ending)
        raise
    _say_all(ending)
    return code


def _say_all(ending: Ending) -> None:
    for line in ending.lines():
        say(line)
