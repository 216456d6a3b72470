"""Stage 6: what is said on a terminal, in order, before anything is laid out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences, one a line."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """A table; its first column names the rows, and an empty cell says nothing."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    """The columns of numbers."""


Block = Heading | Paragraph | Points | Columns
