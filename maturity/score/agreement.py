"""Stage 4: how alike answers are, from the tally alone."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import comb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST_RESPONDENTS = 3
FEWEST_LEVELS = 3


def agreement(counts: Mapping[Fraction, int]) -> Fraction | None:
    """Measure agreement from -1 (two camps at the ends) over 0 (spread evenly) to 1 (all alike).

    `counts` holds every level that the question can give, zeros included. None with fewer than
    three respondents or levels. The counts are taken apart into layers of equal height; each
    layer's pattern of filled and empty levels has an agreement of its own, and the layers are
    averaged by the respondents in them.
    Source: C. van der Eijk, Measuring agreement in ordered rating scales, Quality & Quantity 35
    (2001). Worked: counts 0, 1, 2, 1, 0 are one layer over three levels (agreement 1/2, three
    answers) and one over a single level (1, one answer): (3 · 1/2 + 1) / 4 = 5/8.
    """
    heights = [counts[level] for level in sorted(counts)]
    total = sum(heights)
    if total < FEWEST_RESPONDENTS or len(heights) < FEWEST_LEVELS:
        return None
    result = Fraction(0)
    while any(heights):
        layer = min(height for height in heights if height)
        pattern = tuple(height > 0 for height in heights)
        result += Fraction(layer * sum(pattern), total) * _of_pattern(pattern)
        heights = [height - layer if height else 0 for height in heights]
    return result


@lru_cache(maxsize=1024)
def _of_pattern(pattern: tuple[bool, ...]) -> Fraction:
    """Give the agreement of one layer: unimodality less what its width costs."""
    return _unimodality(pattern) * (1 - Fraction(sum(pattern) - 1, len(pattern) - 1))


def _unimodality(pattern: tuple[bool, ...]) -> Fraction:
    """Compare triples of levels that fit one peak (110, 011) with those that show two (101).

    Each empty level is counted with the pairs of filled ones before it, after it and around it.
    """
    fitting = breaking = before = 0
    after = sum(pattern)
    for is_filled in pattern:
        if is_filled:
            before, after = before + 1, after - 1
        else:
            fitting += comb(before, 2) + comb(after, 2)
            breaking += before * after
    if fitting + breaking == 0:
        return Fraction(1)
    k = len(pattern)
    return Fraction((k - 2) * fitting - (k - 1) * breaking, (k - 2) * (fitting + breaking))
