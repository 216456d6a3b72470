"""Stage 6: the marks that charts are drawn with, and how they are put in layers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Kind = Literal[
    "area", "band", "grid", "rule", "border", "plate", "score-line", "target-line", "range",
    "planned", "started", "done", "sign", "tick", "distance", "held", "uncapped", "target", "score",
    "scale", "label", "row-name", "band-name", "quiet", "score-text", "target-text",
]  # fmt: skip
"""What a mark stands for, from those that lie at the bottom to those on top."""
KINDS: tuple[Kind, ...] = get_args(Kind)
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """One drawn thing: an SVG element and what it stands for (`kind`)."""

    tag: Literal["rect", "circle", "path", "text"]
    kind: Kind
    attributes: tuple[tuple[str, str], ...]
    text: str = ""
    anchor: Literal["start", "middle", "end"] = "start"
    """Which part of a text stands at its place."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The marks of one kind, which share their colours."""

    kind: Kind
    anchor: Literal["start", "middle", "end"]
    shapes: tuple[Shape, ...]


def layers(shapes: Iterable[Shape]) -> Iterator[Layer]:
    """Put marks of a kind together, bottom first; lines and outlines become one path."""
    kept = list(shapes)
    for kind in KINDS:
        for anchor in ("start", "middle", "end"):
            found = [one for one in kept if (one.kind, one.anchor) == (kind, anchor)]
            if found:
                yield Layer(kind, found[0].anchor, (*_joined(found), *_single(found)))


def _joined(shapes: Sequence[Shape]) -> Iterator[Shape]:
    paths = [one for one in shapes if one.tag == "path"]
    if paths:
        whole = "".join(dict(one.attributes)["d"] for one in paths)
        yield Shape("path", paths[0].kind, (("d", whole),))


def _single(shapes: Sequence[Shape]) -> Iterator[Shape]:
    return (one for one in shapes if one.tag != "path")


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _attributes(**values: float) -> tuple[tuple[str, str], ...]:
    return tuple((name, _number(value)) for name, value in values.items())


def _path(kind: Kind, steps: str) -> Shape:
    return Shape("path", kind, (("d", steps),))


def line(kind: Kind, x1: float, y1: float, x2: float, y2: float) -> Shape:
    """Draw a straight line."""
    return joined(kind, ((x1, y1), (x2, y2)))


def joined(kind: Kind, points: Sequence[Point], *, closed: bool = False) -> Shape:
    """Draw straight lines from point to point, and back to the first where they are closed."""
    places = "L".join(f"{_number(x)} {_number(y)}" for x, y in points)
    return _path(kind, f"M{places}{'Z' if closed else ''}")


def box(kind: Kind, x: float, y: float, width: float, height: float) -> Shape:
    """Draw a box from its upper left corner."""
    left, top = _number(x), _number(y)
    return _path(kind, f"M{left} {top}h{_number(width)}v{_number(height)}H{left}Z")


def bar(kind: Kind, start: float, end: float, y: float) -> Shape:
    """Draw a rounded bar around a height."""
    size = _attributes(x=start, y=y - 7, width=max(end - start, 2), height=14, rx=7)
    return Shape("rect", kind, size)


def disc(kind: Kind, x: float, y: float, radius: float = 8) -> Shape:
    """Draw a disc."""
    return Shape("circle", kind, _attributes(cx=x, cy=y, r=radius))


def diamond(kind: Kind, x: float, y: float, size: float = 10) -> Shape:
    """Draw a square on its corner; `size` is half of its width."""
    return joined(kind, ((x, y - size), (x + size, y), (x, y + size), (x - size, y)), closed=True)


def triangle(kind: Kind, x: float, y: float) -> Shape:
    """Draw a triangle that points to the right, with its tip at the place."""
    return joined(kind, ((x, y), (x - 8, y - 5), (x - 8, y + 5)), closed=True)


def text(
    kind: Kind, x: float, y: float, words: str, anchor: Literal["start", "middle", "end"] = "start"
) -> Shape:
    """Write horizontally."""
    return Shape("text", kind, _attributes(x=x, y=y), str(words), anchor)
