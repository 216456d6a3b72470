"""Stage 6: blocks become the text of a terminal: as wide, plain or bold as it can be.

This is the only module that imports rich. It gets plain text alone, so nothing in a person's
words is taken for markup, and it takes out what a terminal would obey.
"""

from __future__ import annotations

import io
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TextIO

from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points
from maturity.render.words.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import RenderableType

USUAL_WIDTH = 80
NARROWEST = 20
WIDEST_PROSE = 88
"""Longer lines are hard to read."""

_SPACE = "  "
"""Between two columns."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the terminal can do, or a file in its place."""

    width: int = USUAL_WIDTH
    styled: bool = False
    """Whether it shows bold and draws lines; else there is no escape code and no line."""
    stacked: bool = False
    """Whether tables are read out, row by row, in place of standing in columns."""


def look_of(stream: TextIO | None, environment: Mapping[str, str]) -> Look:
    """Find out what a stream can show: NO_COLOR, TERM=dumb, COLUMNS and ACCESSIBLE count."""
    width = shutil.get_terminal_size((USUAL_WIDTH, 24)).columns
    is_terminal = stream is not None and stream.isatty() and environment.get("TERM") != "dumb"
    return Look(
        width=max(NARROWEST, width),
        styled=is_terminal and not environment.get("NO_COLOR") and _obeys_escapes(),
        stacked=bool(environment.get("ACCESSIBLE")),
    )


def _obeys_escapes() -> bool:
    """Whether escape codes are obeyed; old Windows consoles print them."""
    return sys.platform != "win32" or not Console().legacy_windows


def draw(blocks: Iterable[Block], look: Look) -> str:
    """Lay blocks out, with an empty line before each but after a heading."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=look.width,
        force_terminal=look.styled,
        color_system="standard" if look.styled else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    parts: list[RenderableType] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not isinstance(before, Heading):
            parts.append(Text())
        parts.append(_part(block, look))
        before = block
    console.print(Group(*parts))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1])


def _part(block: Block, look: Look) -> RenderableType:
    prose = min(look.width, WIDEST_PROSE)
    if isinstance(block, Heading):
        return _text(block.text, "bold")
    if isinstance(block, Paragraph):
        return Padding(_text(block.text), (0, look.width - prose, 0, 0))
    if isinstance(block, Points):
        return Padding(_points(block.entries), (0, look.width - prose, 0, 0))
    widths = None if look.stacked else _widths(block, look.width)
    return _stack(block) if widths is None else _table(block, widths, look)


def _text(text: str, style: str = "") -> Text:
    return Text(clean(text), style)


def _points(entries: Sequence[str]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column()
    grid.add_column(ratio=1)
    for entry in entries:
        grid.add_row("-", _text(entry))
    return grid


def _widths(block: Columns, width: int) -> list[int] | None:
    """Give the columns their widths, or None where words would have to be broken.

    The widest column that can be wrapped gives way first.
    """
    columns = [
        [clean(cell) for cell in column] for column in zip(block.headers, *block.rows, strict=True)
    ]
    widths = [max(map(cell_len, cells)) for cells in columns]
    words = [[word for cell in cells for word in cell.split()] for cells in columns]
    least = [max(map(cell_len, column), default=0) for column in words]
    room = width - len(_SPACE) * (len(columns) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        wrapped = (index for index, word in enumerate(least) if widths[index] > word)
        widths[max(wrapped, key=widths.__getitem__)] -= 1
    return widths


def _table(block: Columns, widths: Sequence[int], look: Look) -> Table:
    # The spaces are columns of their own, so that every width is exact in any version of rich.
    table = Table(box=None, padding=0, pad_edge=False, header_style="bold")
    for index, (header, width) in enumerate(zip(block.headers, widths, strict=True)):
        if index:
            table.add_column(width=len(_SPACE))
        justify: Literal["left", "right"] = "right" if index in block.right else "left"
        table.add_column(_text(header), justify=justify, width=width)
    if look.styled:
        table.add_row(*_spaced(["─" * width for width in widths], "─" * len(_SPACE)))
    for row in block.rows:
        table.add_row(*_spaced([_text(cell) for cell in row], ""))
    return table


def _spaced(cells: Sequence[RenderableType], space: str) -> Iterable[RenderableType]:
    for index, cell in enumerate(cells):
        yield from (space, cell) if index else (cell,)


def _stack(block: Columns) -> RenderableType:
    """Say each row as its name and a sentence: score 2.0, level Developing, gap 0.5."""
    parts: list[RenderableType] = []
    for name, *cells in block.rows:
        parts.append(_text(name, "bold"))
        said = [
            f"{header[:1].lower()}{header[1:]} {cell}"
            for header, cell in zip(block.headers[1:], cells, strict=True)
            if cell
        ]
        parts.append(Padding(_text(", ".join(said)), (0, 0, 0, 2)))
    return Group(*parts)
