"""Asking: prompts and lines on a terminal, with `input()` alone, or answered from a file."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Protocol, TextIO

from maturity.ask.layout import ended, paragraph, title
from maturity.errors import Location, MaturityError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from maturity.ask.layout import Look


class Dialogue(Protocol):
    """Somebody who is shown lines, and asked for one."""

    look: Look

    def show(self, lines: Iterable[str]) -> None:
        """Show lines."""
        ...

    def ask(self, prompt: str, *, may_follow: bool = False) -> str:
        """Ask for a line.

        Args:
            prompt: What stands before it; without any style.
            may_follow: Whether it may have been typed or pasted together with the line before.

        Raises:
            EOFError: There is nobody, or nothing, left to answer.
        """
        ...

    def refuse(self, message: str, hint: str = "") -> None:
        """Say that what was typed does not fit; it is asked again."""
        ...

    def report(self, lead: str, error: MaturityError) -> None:
        """Say that something else went wrong; what was to be done is not done."""
        ...


class Terminal:
    """A person at a terminal."""

    def __init__(self, look: Look, clean: Callable[[str], str], check: Callable[[], None]) -> None:
        """Begin; `clean` takes out what a terminal would obey, `check` raises what interrupts."""
        self.look = look
        self._clean = clean
        self._check = check
        self._has_readline = _prepare_readline()

    def show(self, lines: Iterable[str]) -> None:
        """Show lines; only the style of this program reaches the terminal."""
        for line in lines:
            sys.stdout.write(_styled(line, self._clean) + "\n")
        sys.stdout.flush()

    def ask(self, prompt: str, *, may_follow: bool = False) -> str:
        """Ask for a line; what was typed before the question was seen is not taken for it."""
        while True:
            self._check()
            if not may_follow:
                _forget_typed_ahead()
            try:
                return input(self._clean(prompt))
            except UnicodeDecodeError:
                self.refuse("that cannot be read in the terminal's encoding", "type it again")

    def refuse(self, message: str, hint: str = "") -> None:
        """Say what is wrong in a line or two."""
        self.show(refusal_lines(message, hint, self.look))

    def report(self, lead: str, error: MaturityError) -> None:
        """Say each problem with its place and its remedy."""
        lines = ["", *title(lead, self.look)]
        for problem in error.problems:
            where = f"{problem.location}: " if problem.location else ""
            lines += refusal_lines(where + problem.message, problem.hint, self.look)
        self.show(lines)


class Script:
    """Lines written beforehand, for scripts; the first that does not fit ends it."""

    def __init__(
        self, path: str, lines: Sequence[str], look: Look, say: Callable[[str], None]
    ) -> None:
        """Begin; `say` prints what a person would have seen."""
        self.look = look
        self._path = path
        self._lines = lines
        self._at = 0
        self._say = say

    def show(self, lines: Iterable[str]) -> None:
        """Print lines."""
        for line in lines:
            self._say(line)

    def ask(self, prompt: str, *, may_follow: bool = False) -> str:  # noqa: ARG002 - see Dialogue
        """Give the next line."""
        if self._at == len(self._lines):
            raise EOFError
        line = self._lines[self._at]
        self._at += 1
        self._say(prompt + line)
        return line

    def refuse(self, message: str, hint: str = "") -> None:
        """End here: the lines that follow were meant for other questions.

        Raises:
            MaturityError: With the place of the line.
        """
        number = max(self._at, 1)
        text = self._lines[number - 1] if self._lines else ""
        place = Location(self._path, number, 1, text, max(1, len(text)))
        raise MaturityError(Problem(message, hint, place))

    def report(self, lead: str, error: MaturityError) -> None:  # noqa: ARG002 - see Dialogue
        """End here.

        Raises:
            MaturityError: What went wrong.
        """
        raise error


def refusal_lines(message: str, hint: str, look: Look) -> list[str]:
    """Say what does not fit, and what would."""
    return paragraph(" ".join(_sentence(part) for part in (message, hint) if part), look)


def _sentence(text: str) -> str:
    return ended(text[:1].upper() + text[1:])


_STYLES = ("\x1b[1m", "\x1b[2m", "\x1b[22m", "\x1b[0m")


def _styled(line: str, clean: Callable[[str], str]) -> str:
    """Clean a line of everything but this program's own style."""
    for style in _STYLES:
        before, found, after = line.partition(style)
        if found:
            return f"{_styled(before, clean)}{style}{_styled(after, clean)}"
    return clean(line)


def _prepare_readline() -> bool:
    """Let a paste of several lines arrive as one text, where the system can tell."""
    try:
        import readline
    except ImportError:
        return False
    with contextlib.suppress(Exception):  # another line editor in its place knows other words
        readline.parse_and_bind("set enable-bracketed-paste on")
        readline.parse_and_bind("set disable-completion on")
        readline.set_auto_history(False)
    return True


def _forget_typed_ahead() -> None:
    """Drop what was typed, or pasted without a mark, before the question was there."""
    with contextlib.suppress(Exception):  # no terminal, or one that has no such thing
        if sys.platform == "win32":
            import msvcrt

            while msvcrt.kbhit():
                msvcrt.getwch()
        else:
            import termios

            termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is at the other end."""
    return stream is not None and not stream.closed and stream.isatty()
