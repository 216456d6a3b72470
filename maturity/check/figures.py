"""Stage 2: scores in messages, as people write numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import show

if TYPE_CHECKING:
    from fractions import Fraction

FEWEST_PLACES = 2
MOST_PLACES = 6


def has_end(number: Fraction) -> bool:
    """Say whether a number can be written out in decimals."""
    return "/" not in show(number)


def figure(number: Fraction) -> str:
    """Write a number exactly where its decimals end, else rounded to two places or more.

    Examples: 7/2 is 3.5, 24/7 is about 3.43, and 2999/3000 is about 0.9997, which is not 1.
    """
    if has_end(number):
        return show(number)
    places = FEWEST_PLACES
    while places < MOST_PLACES and round(number, places).denominator == 1:
        places += 1
    return "about " + f"{float(number):.{places}f}".rstrip("0").rstrip(".")
