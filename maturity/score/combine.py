"""Stage 4: several respondents become one value, from the tally alone."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from maturity.score.aggregate import weighted_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.question_base import Combine


def combine(counts: Mapping[Fraction, int], how: Combine) -> Fraction | None:
    """Combine the levels given; None when there are none.

    Example: levels 1, 2, 4, 4 have the median (2 + 4) / 2 = 3, the mean 11/4, the min 1 and
    the max 4.
    """
    given = {level: count for level, count in counts.items() if count}
    if not given:
        return None
    if how == "min":
        return min(given)
    if how == "max":
        return max(given)
    return mean(given) if how == "mean" else _median(given)


def mean(counts: Mapping[Fraction, int]) -> Fraction | None:
    """Give the mean level; None when nobody gave one."""
    given = [(count, level) for level, count in counts.items() if count]
    return weighted_mean(given) if given else None


def _median(counts: Mapping[Fraction, int]) -> Fraction:
    """Give the middle level; of an even number, the mean of the middle two."""
    levels = sorted(counts)
    reached = list(accumulate(counts[level] for level in levels))
    lower = levels[bisect_right(reached, (reached[-1] - 1) // 2)]
    upper = levels[bisect_right(reached, reached[-1] // 2)]
    return (lower + upper) / 2
