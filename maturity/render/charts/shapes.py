"""Stage 6: the marks that charts are drawn with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Shape:
    """One drawn thing: an SVG element and what it stands for (`kind`)."""

    tag: Literal["line", "rect", "circle", "path", "text"]
    kind: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _attributes(**values: float | str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.replace("_", "-"), value if isinstance(value, str) else _number(value))
        for name, value in values.items()
    )


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Shape:
    """Draw a straight line."""
    return Shape("line", kind, _attributes(x1=x1, y1=y1, x2=x2, y2=y2))


def bar(kind: str, start: float, end: float, y: float) -> Shape:
    """Draw a rounded bar around a height."""
    size = _attributes(x=start, y=y - 7, width=max(end - start, 2), height=14, rx=7)
    return Shape("rect", kind, size)


def disc(kind: str, x: float, y: float) -> Shape:
    """Draw a filled disc."""
    return Shape("circle", kind, _attributes(cx=x, cy=y, r=8))


def diamond(kind: str, x: float, y: float) -> Shape:
    """Draw a square on its corner."""
    size = 10
    path = " ".join(
        f"{_number(value)}" for value in (x, y - size, x + size, y, x, y + size, x - size, y)
    )
    return Shape("path", kind, _attributes(d=f"M{path}Z"))


def text(kind: str, x: float, y: float, words: str, anchor: str) -> Shape:
    """Write horizontally."""
    return Shape("text", kind, _attributes(x=x, y=y, text_anchor=anchor), words)
