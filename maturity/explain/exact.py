"""Stage 4 told again: the plain numbers of a Result become exact ones."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.errors import fail

if TYPE_CHECKING:
    from maturity.model.part import Number

LARGEST_DENOMINATOR = 10_000
"""Levels and weights are thirds, sevenths or short decimals; none needs a larger one."""

_EXACT = re.compile(r"-?[0-9]{1,4000}(/0*[1-9][0-9]{0,4000}|(\.[0-9]{1,40})?(e-?[0-9]{1,2})?)")


def exact_of(number: Number) -> Fraction:
    """Give the exact number that a plain one stands for: 2.25 is 9/4, 0.3333333333333333 is 1/3.

    A fraction with a small denominator is taken where it rounds to just this number, else the
    decimal as it is written.
    """
    if isinstance(number, int):
        return Fraction(number)
    simple = Fraction(number).limit_denominator(LARGEST_DENOMINATOR)
    return simple if float(simple) == number else Fraction(str(number))


def read_exact(text: str) -> Fraction:
    """Read an exact number in text: 9/4, 2.5.

    Raises:
        MaturityError: It is none, so somebody changed the result by hand.
    """
    if not _EXACT.fullmatch(text):
        raise fail(
            f"the result holds '{text[:60]}' where a number is needed",
            "make it again: maturity report ANSWERS -o result.json",
        )
    return Fraction(text)


def known(text: str | None) -> Fraction | None:
    """Read an exact number, or nothing where there is none."""
    return None if text is None else read_exact(text)
