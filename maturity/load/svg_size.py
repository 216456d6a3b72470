"""Stage 1: how large a picture is, and how large it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping

SHOWN_WIDTH, SHOWN_HEIGHT = 240, 64
"""The box at the head of a report that a logo is fitted into, in CSS pixels."""
MOST_STRETCHED = 20
"""How many times wider than high, or higher than wide, a logo may be."""
_LARGEST, _SMALLEST = 100_000, 0.01
_NUMBER = r"[-+]?(?:\d{1,12}\.?\d{0,12}|\.\d{1,12})(?:[eE][-+]?\d{1,2})?"
_LENGTH = re.compile(rf"({_NUMBER})(px)?", re.ASCII)
_BOX = re.compile(rf"({_NUMBER})" + rf"[\s,]+({_NUMBER})" * 3, re.ASCII)


def view_box(values: MutableMapping[str, str]) -> tuple[str, float, float]:
    """Take the size out of the attributes of a drawing: its view box, else its width and height.

    Returns:
        The view box, and how wide and high it is.

    Raises:
        ValueError: The drawing does not say its size, or it is too large, small or thin.
    """
    width, height = values.pop("width", ""), values.pop("height", "")
    box = values.pop("viewBox", "")
    if not box:
        lengths = [_LENGTH.fullmatch(text) for text in (width, height)]
        box = " ".join(["0 0", *(found[1] for found in lengths if found)])
    found = _BOX.fullmatch(box)
    if found is None:
        raise ValueError("the drawing does not say how large it is")
    size = float(found[3]), float(found[4])
    check_size(*size, largest=_LARGEST, smallest=_SMALLEST)
    return " ".join(found.groups()), *size


def check_size(width: float, height: float, *, largest: float, smallest: float) -> None:
    """Refuse a picture that is too large, too small or too thin.

    Raises:
        ValueError: It is.
    """
    if not (smallest <= width <= largest and smallest <= height <= largest):
        raise ValueError(f"the picture is {width:g} by {height:g}, at most {largest:g} is possible")
    if max(width / height, height / width) > MOST_STRETCHED:
        raise ValueError(f"the picture is more than {MOST_STRETCHED} times as long as it is wide")


def shown_size(width: float, height: float, *, may_grow: bool) -> tuple[int, int]:
    """Fit a picture into its box: 480 by 64 is shown as 240 by 32, whole pixels, at least 1."""
    scale = min(SHOWN_WIDTH / width, SHOWN_HEIGHT / height)
    scale = scale if may_grow else min(scale, 1)
    return max(1, round(width * scale)), max(1, round(height * scale))
