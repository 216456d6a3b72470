"""Levels as numbers: the scale, and which levels a question can give."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_DENOMINATOR = 10_000
"""Levels and weights are thirds, sevenths or short decimals; none needs a larger one."""
MOST_BITS = 900
"""A fraction of about 270 digits; a person's weights never come near it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale that scores lie on, from its first level to its top."""

    bottom: Fraction
    top: Fraction

    def outside(self, levels: Iterable[Fraction]) -> list[Fraction]:
        """Give those of some levels that do not lie on the scale.

        It is asked for every level of a file, and `<` takes four times longer.
        """
        low, low_parts = self.bottom.as_integer_ratio()
        high, high_parts = self.top.as_integer_ratio()
        found = []
        for level in levels:
            number, parts = level.as_integer_ratio()
            if number * low_parts < low * parts or high * parts < number * high_parts:
                found.append(level)
        return found

    def at_share(self, share: Fraction) -> Fraction:
        """Place a share from 0 to 1 on the scale: half of 0 to 4 is 2."""
        return self.bottom + share * (self.top - self.bottom)


@dataclass(frozen=True, slots=True)
class PossibleLevels:
    """The levels that a question can give, ascending; `continuous`: all between the two ends."""

    values: tuple[Fraction, ...]
    continuous: bool = False

    @property
    def lowest(self) -> Fraction:
        """The lowest level that an answer can give."""
        return self.values[0]

    @property
    def highest(self) -> Fraction:
        """The highest level that an answer can give."""
        return self.values[-1]

    def at_least(self, wanted: Fraction) -> Fraction | None:
        """Find the smallest possible level that is `wanted` or more; None when there is none."""
        if wanted > self.highest:
            return None
        if self.continuous:
            return max(wanted, self.lowest)
        return self.values[bisect_left(self.values, wanted)]


def possible(values: Iterable[Fraction]) -> PossibleLevels:
    """Make the set of possible levels from any collection of them."""
    return PossibleLevels(tuple(sorted(set(values))))


def show(number: Fraction) -> str:
    """Write a number exactly: 2, 2.5, and 1/3 where decimals never end."""
    if number.denominator == 1:
        return str(number.numerator)
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return f"{float(number):.15g}" if rest == 1 and number.denominator < 10**9 else str(number)


def as_number(value: Fraction) -> int | float:
    """Turn an exact number into a plain JSON number: 2 stays whole, 9/4 becomes 2.25."""
    return value.numerator if value.denominator == 1 else float(value)


@lru_cache(maxsize=4096)
def from_number(number: float) -> Fraction:
    """Give the exact number that a plain one stands for, so that `as_number` gives it again.

    2.25 is 9/4 and 0.3333333333333333 is 1/3: a fraction with a small denominator is taken where
    it rounds to just this number, else the decimal as it is written.
    """
    if isinstance(number, int):
        return Fraction(number)
    simple = Fraction(number).limit_denominator(LARGEST_DENOMINATOR)
    return simple if float(simple) == number else Fraction(str(number))
