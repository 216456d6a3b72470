"""Stage 6: the parts that a report is laid out of, in plain words and shown numbers.

Every format lays out the same blocks, so no two formats can differ in a number or a word. Texts
are plain: each format escapes them in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from maturity.render.charts.shapes import layers

if TYPE_CHECKING:
    from maturity.render.charts.shapes import Layer, Shape


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a `lead` introduces what follows, a `quiet` one explains."""

    text: str
    tone: Literal["", "lead", "quiet"] = ""
    block: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over the next blocks, one step below its section's."""

    text: str
    block: ClassVar[str] = "heading"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: what it is about, then what there is to say."""

    lead: str = ""
    text: str = ""
    href: str = ""
    """Where the lead points: `#place` on the page, or an address that is safe."""
    lines: tuple[str, ...] = ()
    """More about it, one idea a line."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]
    ordered: bool = False
    block: ClassVar[str] = "items"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must not miss: a `limit` holds a score down, something `open` is not known."""

    title: str
    items: tuple[Item, ...]
    tone: Literal["limit", "open"] = "limit"
    block: ClassVar[str] = "notice"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or word worth showing large."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """A row of figures."""

    figures: tuple[Figure, ...]
    large: bool = False
    block: ClassVar[str] = "figures"


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what it stands for."""

    term: str
    text: str
    more: tuple[str, ...] = ()
    """Further things that the same term stands for."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of terms."""

    facts: tuple[Fact, ...]
    block: ClassVar[str] = "facts"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of the report's author."""

    title: str
    paragraphs: tuple[str, ...]
    block: ClassVar[str] = "quote"


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with a list under it."""

    term: str
    items: tuple[Item, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Several terms, each with a list."""

    entries: tuple[Entry, ...]
    block: ClassVar[str] = "entries"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; a wide one holds sentences."""

    title: str
    numeric: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, where that points, and smaller lines under it."""

    text: str
    href: str = ""
    lines: tuple[str, ...] = ()
    heat: int | None = None
    """Which shade repeats its number, from 0 to 4; None where none does."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; its first cell names it."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    total: bool = False


NARROW_COLUMNS = 3
"""How many columns a narrow screen can hold."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption."""

    anchor: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    long_heads: bool = False
    """Whether the words over its columns are somebody's own, and so of any length."""
    block: ClassVar[str] = "table"

    @property
    def is_wide(self) -> bool:
        """Whether a narrow screen must scroll it sideways."""
        return self.long_heads or len(self.columns) > NARROW_COLUMNS

    @property
    def classes(self) -> str:
        """Give what a style sheet needs: whether it is wide, and which columns hold numbers."""
        wide = ("wide",) if self.is_wide else ()
        return " ".join((*wide, *(f"n{place}" for place in self.number_places)))

    @property
    def number_places(self) -> tuple[int, ...]:
        """Which columns hold numbers, counted from 1."""
        return tuple(place for place, one in enumerate(self.columns, 1) if one.numeric)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture; `description` holds all its numbers in words, `key` says what the marks are."""

    anchor: str
    title: str
    description: str
    key: str
    width: int
    height: int
    shapes: tuple[Shape, ...]
    block: ClassVar[str] = "chart"

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The marks by kind, those at the bottom first."""
        return tuple(layers(self.shapes))


@dataclass(frozen=True, slots=True)
class Shades:
    """What the shades of a heat table stand for: each shade's number and its words."""

    text: str
    shades: tuple[tuple[int, str], ...]
    block: ClassVar[str] = "shades"


Block = (
    Paragraph
    | Heading
    | Items
    | Notice
    | Figures
    | Facts
    | Quote
    | Entries
    | Table
    | Chart
    | Shades
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under a heading."""

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    kind: Literal["", "summary", "dimension", "paired"] = ""
    """What it is to a style sheet; a paired one may stand in two columns on paper."""
