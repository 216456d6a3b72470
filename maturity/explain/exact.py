"""Stage 4 told again: the exact numbers that a Result holds as text."""

from __future__ import annotations

import re
from fractions import Fraction

from maturity.errors import fail

_EXACT = re.compile(r"-?[0-9]{1,4000}(/0*[1-9][0-9]{0,4000}|(\.[0-9]{1,40})?(e-?[0-9]{1,2})?)")


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
