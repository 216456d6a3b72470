"""Stage 4 told again: several answers become one level, and how alike they are."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.arithmetic import steps, written
from maturity.explain.exact import read_exact
from maturity.model.explained_question import Agreement
from maturity.model.levels import as_number, show
from maturity.model.question_base import Combine
from maturity.score.agreement import agreement
from maturity.score.combine import combine

if TYPE_CHECKING:
    from collections.abc import Mapping

WAYS: dict[str, Combine] = {"median": "median", "mean": "mean", "min": "min", "max": "max"}
MOST_LISTED = 24
"""More answers than this are counted, not listed."""
LAYER = 3
"""Alike answers in a layer whose agreement is looked up; any number from 3 gives the same."""


def counts_of(levels: Mapping[str, int]) -> dict[Fraction, int]:
    """Read a tally, levels ascending."""
    found = {read_exact(text): count for text, count in levels.items()}
    return {level: found[level] for level in sorted(found)}


def combined(counts: Mapping[Fraction, int], how: str) -> Fraction | None:
    """Combine the levels given, as the scoring stage does; None when there are none."""
    return combine(counts, WAYS.get(how, "median"))


def combine_line(counts: Mapping[Fraction, int], how: str) -> str:
    """Write out how answers are combined: `median of 1, 2, 4, 4 = (2 + 4) / 2 = 3`."""
    result = combined(counts, how)
    if result is None:
        return ""
    return steps(f"{how} of {_listed(counts)}", *_working(counts, how), result=result)


def _listed(counts: Mapping[Fraction, int]) -> str:
    """List the answers, lowest first; where they are many, count them by level."""
    if sum(counts.values()) <= MOST_LISTED:
        return ", ".join(written(level) for level, count in counts.items() for _ in range(count))
    shown = (f"{count} × level {show(level)}" for level, count in counts.items() if count)
    return ", ".join(shown)


def _working(counts: Mapping[Fraction, int], how: str) -> tuple[str, ...]:
    if how == "mean":
        return (mean_working(counts),)
    number = sum(counts.values())
    if how != "median" or number % 2:
        return ()
    lower, upper = (written(_nth(counts, place)) for place in (number // 2 - 1, number // 2))
    return (f"({lower} + {upper}) / 2",)


def _nth(counts: Mapping[Fraction, int], place: int) -> Fraction:
    """Give the level at a place, from 0, of all answers in ascending order."""
    levels = [level for level, count in counts.items() if count]
    for level in levels[:-1]:
        place -= counts[level]
        if place < 0:
            return level
    return levels[-1]


def mean_working(counts: Mapping[Fraction, int]) -> str:
    """Write out a mean before its result: `(1 + 2 + 2 × 4) / 4`; one answer is its own."""
    number = sum(counts.values())
    parts = [
        written(level) if count == 1 else f"{count} × {written(level)}"
        for level, count in counts.items()
        if count
    ]
    return parts[0] if number == 1 else f"({' + '.join(parts)}) / {number}"


def agreement_of(counts: Mapping[Fraction, int]) -> Agreement | None:
    """Write out van der Eijk's agreement; None where there is none.

    Worked: counts 0, 1, 2, 1, 0 are a layer of 3 answers over three levels (agreement 1/2) and one
    of a single answer (1): `(3 × 0.5 + 1 × 1) / 4 = 0.625`.
    """
    value = agreement(counts)
    if value is None:
        return None
    heights = dict(counts)
    parts = []
    while any(heights.values()):
        layer = min(height for height in heights.values() if height)
        filled = [level for level, height in heights.items() if height]
        own = agreement({level: LAYER * (level in filled) for level in heights}) or Fraction(0)
        parts.append(f"{layer * len(filled)} × {written(own)}")
        for level in filled:
            heights[level] -= layer
    working = f"({' + '.join(parts)}) / {sum(counts.values())}"
    return Agreement(
        exact=str(value),
        value=as_number(value),
        arithmetic=steps(working, result=value),
        meaning=_meaning(value),
    )


def _meaning(value: Fraction) -> str:
    if value == 1:
        return "all alike"
    if value >= Fraction(1, 2):
        return "much alike"
    if value > 0:
        return "far apart"
    return "spread evenly" if value == 0 else "in two camps"
