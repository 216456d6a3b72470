"""Asking: texts laid out as lines: wrapped for a terminal of any width, or one fact a line."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.printed import columns_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from maturity.ask.typed import Choice

WIDEST = 100
"""Longer lines are hard to read."""
NARROWEST = 20
_NAMES_BESIDE_FROM = 64
"""From so many columns on, the levels' names stand in a column of their own."""
_MARGIN = 2
_LEAST_ROOM = 10


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal shows."""

    width: Callable[[], int]
    """How many columns it has now; a window may change its size at any time."""
    is_styled: bool = False
    """Whether it shows bold and dim text."""
    is_plain: bool = False
    """Whether each fact gets a line of its own, without columns, to be read aloud."""

    @property
    def columns(self) -> int:
        """How wide the text may be."""
        return max(NARROWEST, min(self.width(), WIDEST))

    def bold(self, text: str) -> str:
        """Make a text stand out."""
        return f"\x1b[1m{text}\x1b[22m" if self.is_styled and text else text

    def dim(self, text: str) -> str:
        """Make a text recede."""
        return f"\x1b[2m{text}\x1b[22m" if self.is_styled and text else text


def wrap(text: str, columns: int, indent: str = "", further: str | None = None) -> list[str]:
    """Break a text between words; a word that is too long is broken, so that all can be read."""
    words = " ".join(text.split())
    return textwrap.wrap(
        words,
        columns,
        initial_indent=indent,
        subsequent_indent=indent if further is None else further,
        break_on_hyphens=False,
    )


def paragraph(text: str, look: Look, indent: str = "", further: str | None = None) -> list[str]:
    """Lay out a text; plain, it stays on one line for the terminal to break."""
    if look.is_plain:
        return [" ".join(text.split())]
    return wrap(text, look.columns, indent, further)


def title(text: str, look: Look) -> list[str]:
    """Lay out what stands above something."""
    return [look.bold(line) for line in paragraph(text, look)]


def heading(left: str, right: str, look: Look) -> list[str]:
    """Put two texts at the two ends of a line, or under one another where they do not fit."""
    space = look.columns - columns_of(left) - columns_of(right)
    if space >= _MARGIN:
        return [look.bold(left) + " " * space + look.dim(right)]
    return [
        *map(look.bold, wrap(left, look.columns)),
        *map(look.dim, wrap(right, look.columns)),
    ]


def choice_lines(choices: Sequence[Choice], look: Look) -> list[str]:
    """List what to choose from; the present choice is marked."""
    if look.is_plain:
        return [_plain_choice(choice) for choice in choices]
    beside = look.columns >= _NAMES_BESIDE_FROM and any(choice.name for choice in choices)
    key = max((columns_of(choice.key) for choice in choices), default=0)
    name = max((columns_of(choice.name) for choice in choices), default=0) if beside else 0
    lines: list[str] = []
    for choice in choices:
        mark = "*" if choice.is_chosen else " "
        start = f"{mark} {choice.key.rjust(key)}  "
        start += f"{choice.name}{' ' * (name - columns_of(choice.name))}  " if beside else ""
        text = choice.text if beside or not choice.name else f"{choice.name}: {choice.text}"
        room = look.columns - columns_of(start)
        first, *rest = wrap(text, max(room, _LEAST_ROOM)) or [""]
        lines.append(look.bold(start) + first)
        lines += [" " * columns_of(start) + line for line in rest]
    return lines


def _plain_choice(choice: Choice) -> str:
    parts = [choice.key, choice.name, " ".join(choice.text.split())]
    said = " ".join(ended(part) for part in parts if part)
    return f"{said} Chosen now." if choice.is_chosen else said


def ended(text: str) -> str:
    """End a sentence that may have ended already, so that a pause is heard."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def pairs(rows: Iterable[tuple[str, str]], look: Look) -> list[str]:
    """List names with what they stand for."""
    known = list(rows)
    if look.is_plain:
        return [f"{name}: {ended(text)}" for name, text in known]
    width = max((columns_of(name) for name, _ in known), default=0)
    lines: list[str] = []
    for name, text in known:
        start = f"  {name}{' ' * (width - columns_of(name))}  "
        lines += wrap(text, look.columns, start, " " * columns_of(start))
    return lines


def points(entries: Iterable[str], look: Look) -> list[str]:
    """List sentences."""
    if look.is_plain:
        return [" ".join(entry.split()) for entry in entries]
    return [line for entry in entries for line in wrap(entry, look.columns, "- ", "  ")]
