"""Stage 6: where dimensions lie around a circle, and how their titles are set beside it."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from maturity.render.charts.lettering import block, block_height, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from maturity.render.charts.shapes import Point, Shape

WIDTH = 760
RADIUS = 160
LABEL_DISTANCE = RADIUS + 20
SIDE_ROOM, TOP_ROOM = 190, 320
"""How wide a title may be, beside the circle and above or below it."""
SIDE_LINES, TOP_LINES = 3, 2
MARGIN = 10


@dataclass(frozen=True, slots=True)
class Label:
    """A dimension's title: its lines, where their middle stands, and how they are set."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: Literal["start", "middle", "end"]


def place(number: float, of: int, distance: float) -> Point:
    """Give the place of a dimension at a distance from the centre, the first straight up.

    The second of four at 100 is (100, 0); going round is clockwise, and up is below 0.
    """
    angle = 2 * pi * number / of
    return distance * sin(angle), -distance * cos(angle)


def label(number: int, of: int, title: str) -> Label:
    """Set a dimension's title outside its spoke, the further out the higher it stands."""
    x, y = place(number, of, LABEL_DISTANCE)
    if abs(x) < 1:
        beside = abs(place(1, of, LABEL_DISTANCE)[0])
        room = min(TOP_ROOM, 2 * (beside - MARGIN))
        lines = tuple(wrapped(title, "label", room, TOP_LINES))
        return Label(lines, x, y + _outwards(y, lines), "middle")
    lines = tuple(wrapped(title, "label", SIDE_ROOM, SIDE_LINES))
    return Label(lines, x, y + _outwards(y, lines), "start" if x > 0 else "end")


def _outwards(y: float, lines: Sequence[str]) -> float:
    """Give how far a block of lines is moved, so that it lies wholly outside the circle."""
    return block_height(lines, "label") / 2 * y / LABEL_DISTANCE


def label_shapes(one: Label, centre: Point) -> Iterator[Shape]:
    """Write a title; `centre` is that of the circle."""
    return block("label", centre[0] + one.x, centre[1] + one.y, one.lines, one.anchor)
