"""Stage 6: exact numbers become what a person reads; the one place where anything is rounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.levels import from_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.model.part import Number

NONE = "–"
STEP = Fraction(1, 10)


def exactly(value: Number | str) -> Fraction:
    """Read a number of a Result back, plain or as a fraction in text."""
    return Fraction(value) if isinstance(value, str) else from_number(value)


def half_up(value: Fraction) -> Fraction:
    """Round to one decimal, halves up: 9/4 is 2.3."""
    tenths = value * 10
    return Fraction((2 * tenths.numerator + tenths.denominator) // (2 * tenths.denominator), 10)


def score_text(value: Number | str | None, unreached: Iterable[Number | None] = ()) -> str:
    """Write a score with one decimal, never showing a level or target that it does not reach.

    `unreached` are the levels and targets that matter: 2.96 with level 3 among them is 2.9.
    """
    if value is None:
        return NONE
    exact = exactly(value)
    shown = half_up(exact)
    marks = (exactly(mark) for mark in unreached if mark is not None)
    if shown > exact and any(exact < mark <= shown for mark in marks):
        shown -= STEP
    return f"{float(shown):.1f}"


def decimals_text(value: Fraction) -> str:
    """Write a number that a reader works on with, with four decimals: 350/163 is 2.1472."""
    return f"{float(half_up(value * 1000) / 1000):.4f}"


def target_text(target: Number | None, score: str = NONE, *, reached: bool = False) -> str:
    """Write a target: as it was stated, or with one decimal where it was computed.

    A computed target that is not reached reads above the score as shown: 2.54 beside a score of
    2.5 is 2.6.
    """
    if target is None:
        return NONE
    exact = exactly(target)
    if exact * 100 == int(exact * 100):
        return plain(target)
    shown = half_up(exact)
    if score != NONE and not reached:
        shown = max(shown, exactly(score) + STEP)
    return f"{float(shown):.1f}"


def gap_text(value: Number | None) -> str:
    """Write a gap with one decimal; one above 0 never reads 0.0."""
    if value is None:
        return NONE
    gap = exactly(value)
    shown = half_up(gap)
    return f"{float(max(shown, STEP) if gap > 0 else shown):.1f}"


def range_text(low: Number | None, high: Number | None, unreached: Iterable[Number | None]) -> str:
    """Write a range; a range of no width is one number."""
    if low is None or high is None:
        return NONE
    marks = list(unreached)
    ends = score_text(low, marks), score_text(high, marks)
    return ends[0] if ends[0] == ends[1] and low == high else f"{ends[0]}–{ends[1]}"


def amount_text(value: Number | None) -> str:
    """Write how much something moves; below 0.1 with two decimals, so that many small ones add up.

    0.25 is 0.3, 0.016 is 0.02; what is above 0 never reads 0, and nothing at all is 0.
    """
    if value is None:
        return NONE
    exact = exactly(value)
    if exact == 0:
        return "0"
    if exact >= STEP:
        return f"{float(half_up(exact)):.1f}"
    return f"{float(max(half_up(exact * 10) / 10, STEP / 10)):.2f}"


def signed_text(value: Number | None) -> str:
    """Write a change with its sign: +0.3, 0, −0.02."""
    if value is None:
        return NONE
    exact = exactly(value)
    size = amount_text(float(abs(exact)))
    return f"{'+' if exact > 0 else '−' if exact < 0 else ''}{size}"


def percent_text(share: Number | None) -> str:
    """Write a share as a whole percentage; 100% and 0% are kept for all and nothing."""
    if share is None:
        return NONE
    exact = exactly(share) * 100
    shown = int(half_up(exact / 10) * 10)
    if 0 < exact < 100:
        shown = min(99, max(1, shown))
    return f"{shown}%"


def plain(value: Number | None) -> str:
    """Write a number that is stated, not computed, as short as it is: 3, 2.5, 1,200,000."""
    return NONE if value is None else f"{Decimal(str(value)).normalize():,f}"


def days_text(low: Number, high: Number) -> str:
    """Write an effort: 20 days, 10–40 days."""
    if low == high:
        return f"{plain(low)} day{'' if low == 1 else 's'}"
    return f"{plain(low)}–{plain(high)} days"


def pounds_text(low: Number, high: Number) -> str:
    """Write a cost in whole pounds: £9,000, £4,500–£18,000."""
    ends = f"£{round(exactly(low)):,}", f"£{round(exactly(high)):,}"
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


def month_numbers(start: Number, finish: Number) -> tuple[int, int]:
    """Give the first and the last month in which something runs, counted from 1.

    Worked: from 0 to 3.2 months after the beginning is in months 1 to 4; from 2 to 3 is in month 3.
    """
    first, last = int(exactly(start) // 1) + 1, int(-(-exactly(finish) // 1))
    return first, max(first, last)


def whole_years(months: int) -> int:
    """Give months as years, halves up: 45 months are 4 years, 41 are 3."""
    return (months + 6) // 12
