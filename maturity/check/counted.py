"""Stage 2: the levels that full answers to a dimension come to, by counting every score.

One person's answers to every question asked are meant. Scores are counted where a dimension and
its topics take means or minima of questions with single levels, and where they are not too many.
"""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from maturity.model.framework import dimension_of
from maturity.score.caps import applying
from maturity.score.tree import Branch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from maturity.check.reach import Reach
    from maturity.model.shared import Profile

MOST_SCORES = 10_000
"""So many different scores of a group are held at once."""
MOST_STEPS = 500_000
"""So many sums are made for a dimension: a fifth of a second."""

Pairs = set[tuple[Fraction | None, int]]
"""Scores of a group, None where nothing in it counts, each with the lowest ceiling met so far.

A ceiling is its number among those of the dimension, lowest first: fractions take ten times as long
to put in a set.
"""


class _UncountedError(Exception):
    """The scores are too many, or lie without a gap."""


def levels_reached(reach: Reach, dimension: str) -> set[Fraction] | None:
    """Give the levels that some profile's full answers come to; None where nobody can count them.

    Example: two questions of levels 0 and 4 have the means 0, 2 and 4, one alone only 0 and 4.
    """
    levels = [level.level for level in reach.framework.file.levels]
    found: set[Fraction] = set()
    try:
        for score in _scores(reach, dimension):
            found.add(levels[bisect_right(levels, score) - 1])
            if len(found) == len(levels):
                break
    except _UncountedError:
        return None
    return found


def _scores(reach: Reach, dimension: str) -> Iterator[Fraction]:
    steps = _Steps()
    for profile in reach.profiles:
        sets = reach.every_asked_set(dimension, profile)
        if sets is None:
            raise _UncountedError
        counter = _Counter(reach, dimension, profile, steps)
        for asked in sets:
            yield from counter.scores(asked)


class _Steps:
    """What counting one dimension has cost so far."""

    def __init__(self) -> None:
        self.made = 0

    def take(self, count: int) -> None:
        self.made += count
        if self.made > MOST_STEPS:
            raise _UncountedError


class _Counter:
    """Counts the scores of one dimension for one profile."""

    def __init__(
        self, reach: Reach, dimension: str, profile: Profile | None, steps: _Steps
    ) -> None:
        engine, questions = reach.engine(profile), reach.framework.questions
        self._reach = reach
        self._steps = steps
        self._branch = engine.dimensions[dimension]
        self._critical = dict(engine.critical[dimension])
        caps = {ceiling.cap for own in self._critical.values() for ceiling in own}
        self._ceilings = sorted({*caps, reach.framework.scale.top})
        self._free = len(self._ceilings) - 1
        self._elsewhere = [
            question
            for question in self._critical
            if dimension_of(question) != dimension and reach.askable(questions[question], profile)
        ]
        self._known: dict[str, Pairs] = {}

    def scores(self, asked: Collection[str]) -> set[Fraction]:
        """Give every score under its ceilings, where just these questions are asked."""
        found = self._group(self._branch, asked)
        for question in self._elsewhere:
            limits = {limit for _, limit in self._levels(question)} | {self._free}
            self._steps.take(len(found) * len(limits))
            found = {(score, min(held, limit)) for score, held in found for limit in limits}
        return {min(score, self._ceilings[held]) for score, held in found if score is not None}

    def _group(self, branch: Branch, asked: Collection[str]) -> Pairs:
        if branch.aggregate not in ("mean", "min"):
            raise _UncountedError
        children: list[tuple[int, Pairs]] = []
        for child, weight in zip(branch.children, branch.weights, strict=True):
            if isinstance(child, Branch):
                children.append((weight, self._group(child, asked)))
            elif child.id in asked:
                children.append((weight, self._levels(child.id)))
        if branch.aggregate == "min":
            return self._lowest(children)
        return self._means(children)

    def _levels(self, question: str) -> Pairs:
        """Give a question's levels, each with the ceiling that it sets on this dimension."""
        if question not in self._known:
            levels = self._reach.framework.possible_levels[question]
            if levels.continuous:
                raise _UncountedError
            self._known[question] = {
                (value, self._ceiling(question, value)) for value in levels.values
            }
        return self._known[question]

    def _ceiling(self, question: str, value: Fraction) -> int:
        critical = [(question, self._critical.get(question, []))]
        caps = [self._ceilings.index(cap.cap) for cap in applying(critical, {question: value})]
        return min([self._free, *caps])

    def _means(self, children: list[tuple[int, Pairs]]) -> Pairs:
        """Add weighted scores as whole numbers, and divide at the end."""
        given = [score for _, pairs in children for score, _ in pairs if score is not None]
        common = lcm(*(score.denominator for score in given))
        sums, total = {(0, self._free)}, 0
        for weight, pairs in children:
            shares = {
                (0 if score is None else weight * int(score * common), held)
                for score, held in pairs
            }
            total += weight if any(score is not None for score, _ in pairs) else 0
            self._steps.take(len(sums) * len(shares))
            sums = {(so_far + s, min(a, b)) for so_far, a in sums for s, b in shares}
            _hold(len(sums))
        return {(Fraction(s, common * total) if total else None, held) for s, held in sums}

    def _lowest(self, children: list[tuple[int, Pairs]]) -> Pairs:
        found: Pairs = {(None, self._free)}
        for weight, pairs in children:
            self._steps.take(len(found) * len(pairs))
            found = {
                (_lower(score, other if weight else None), min(a, b))
                for score, a in found
                for other, b in pairs
            }
            _hold(len(found))
        return found


def _hold(scores: int) -> None:
    if scores > MOST_SCORES:
        raise _UncountedError


def _lower(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
