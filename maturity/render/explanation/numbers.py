"""Stage 6: the exact numbers of an Explanation, as short as they may be shown."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.levels import show
from maturity.render.words.numbers import NONE, half_up, score_text

if TYPE_CHECKING:
    from maturity.model.explained import Explanation

PLACES = 3
LONGEST = 6
"""More digits than this are cut, or hide what they say."""


def exact_text(exact: str | None) -> str:
    """Write an exact number: 2.5, 41/27."""
    return NONE if exact is None else show(Fraction(exact))


def short_text(exact: str) -> str:
    """Write an exact number for a table: 2.5, 1.519."""
    text = show(Fraction(exact))
    return decimals(Fraction(exact), PLACES) if "/" in text or len(text) > LONGEST else text


def decimals(value: Fraction, places: int) -> str:
    """Write a number with that many decimals, halves up: 41/27 with three is 1.519."""
    shift = 10 ** (places - 1)
    return f"{float(half_up(value * shift) / shift):.{places}f}"


def share_text(share: Fraction) -> str:
    """Write a share as a percentage with one decimal: 10.5%."""
    return f"{decimals(share * 100, 1)}%"


def score_on_scale(e: Explanation, exact: str) -> str:
    """Show a score that is not the explained one, by the same rounding."""
    return score_text(exact, e.levels)
