"""Stage 6: when each action runs: a bar for each, months across, the horizons as bands."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from maturity.render.charts.lettering import block, text_width, wrapped
from maturity.render.charts.shapes import box, joined, line, text, triangle
from maturity.render.report.when import horizon_titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.part import Number
    from maturity.render.charts.shapes import Shape
    from maturity.render.report.context import Context

WIDTH = 760
LEFT, RIGHT = 200, 730
"""Where the months begin and end."""
NAME_ROOM = 176
"""How wide the number and title of an action may be, so that a telephone shows bars beside them;
a sign of its status stands behind."""
TOP, ROW_HEIGHT, BAR_HEIGHT = 54, 32, 12
NOW_ENDS, NEXT_ENDS = 3, 12
"""The last month of the two nearer horizons."""
STEPS = (1, 3, 6, 12, 24, 36, 60, 120)
"""How many months may lie between two marks of the axis; month 3 or 12 is one where it can be."""
TICK_ROOM = 30
"""How far apart two marks of the axis are at least; further where their numbers are long."""
LEAST_BAR = 3

Status = Literal["planned", "started", "done"]


@dataclass(frozen=True, slots=True)
class GanttRow:
    """One action: its number and title, and from which month to which it runs."""

    number: int
    title: str
    start: Number
    finish: Number
    status: Status


@dataclass(frozen=True, slots=True)
class Axis:
    """Months from left to right: the first, the last, and how many between two marks."""

    first: int
    last: int
    step: int

    def x(self, month: Number) -> float:
        """Give the place of the end of a month; 0 is the start of the first."""
        return LEFT + (RIGHT - LEFT) * (float(month) - self.first) / (self.last - self.first)

    def ticks(self) -> range:
        """Give the months that are marked."""
        return range(self.first, self.last + 1, self.step)


def axis(rows: Sequence[GanttRow]) -> Axis:
    """Choose the axis of some rows: the narrowest marks that have room, whole steps at both ends.

    From month 0 to 12 every month is marked; from month 10 to 45 every third, 9 to 45.
    """
    start, finish = min(row.start for row in rows), max(row.finish for row in rows)
    room = max(TICK_ROOM, text_width(f"{ceil(finish):,}", "quiet") + 8)
    found = Axis(0, 1, 1)
    for step in (*STEPS, *(STEPS[-1] * 2**power for power in range(1, 30))):
        first = floor(start / step) * step
        found = Axis(first, max(ceil(finish / step) * step, first + step), step)
        if (RIGHT - LEFT) * step / (found.last - found.first) >= room:
            break
    return found


def gantt_height(rows: int) -> int:
    """Give how high a chart of some rows is."""
    return TOP + ROW_HEIGHT * rows + 8


def gantt_shapes(c: Context, rows: Sequence[GanttRow], months: Axis) -> Iterator[Shape]:
    """Draw some rows on an axis."""
    bottom = TOP + ROW_HEIGHT * len(rows)
    yield from _bands(c, months, bottom)
    yield text("quiet", LEFT - 18, TOP - 10, c.say("End of month"), "end")
    for month in months.ticks():
        yield line("grid", months.x(month), TOP - 5, months.x(month), bottom)
        yield text("quiet", months.x(month), TOP - 10, c.plain(month), "middle")
    for number, row in enumerate(rows):
        yield from _row(c, row, months, TOP + ROW_HEIGHT * (number + 0.5))


def _bands(c: Context, months: Axis, bottom: float) -> Iterator[Shape]:
    """Name the horizons over their months, and draw where one ends and the next begins."""
    short = (c.say("Now"), c.say("Next"), c.say("Later"))
    names = zip(horizon_titles(c).values(), short, strict=True)
    ends = [months.first, *(_inside(months, end) for end in (NOW_ENDS, NEXT_ENDS)), months.last]
    for number, ((start, end), both) in enumerate(zip(pairwise(ends), names, strict=True)):
        left, right = months.x(start), months.x(end)
        if number == 1 and right > left:
            yield box("band", left, 0, right - left, bottom)
        name = next((one for one in both if text_width(one, "band-name") + 10 <= right - left), "")
        if name:
            yield text("band-name", (left + right) / 2, 17, name, "middle")
        if number and months.first < start < months.last:
            yield line("border", left, 0, left, TOP - 26)
            yield line("border", left, TOP - 5, left, bottom)


def _inside(months: Axis, month: int) -> int:
    return min(max(month, months.first), months.last)


def _row(c: Context, row: GanttRow, months: Axis, y: float) -> Iterator[Shape]:
    yield line("rule", 0, y - ROW_HEIGHT / 2, WIDTH, y - ROW_HEIGHT / 2)
    name = c.say("{n}. {title}", n=row.number, title=row.title)
    yield from block("row-name", 0, y, wrapped(name, "row-name", NAME_ROOM), "start")
    start, finish = months.x(row.start), months.x(row.finish)
    width = max(finish - start, LEAST_BAR)
    yield box(row.status, start, y - BAR_HEIGHT / 2, width, BAR_HEIGHT)
    yield from _sign(row.status, start, y)
    yield text("quiet", start + width + 5, y + 4.5, c.plain(row.number))


def _sign(status: Status, x: float, y: float) -> Iterator[Shape]:
    """Mark before a bar what its colour also says: a triangle for started, a tick for done."""
    if status == "started":
        yield triangle("sign", x - 4, y)
    elif status == "done":
        yield joined("tick", ((x - 14, y), (x - 10, y + 4), (x - 4, y - 4)))
