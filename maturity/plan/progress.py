"""Stage 5: a plan in the making: what is placed, what could follow, and what that would close."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from maturity.plan.gap import WeightedGap
from maturity.plan.position import Position
from maturity.plan.remaining import Remaining
from maturity.plan.trial import straight_shares

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from maturity.model.assessment import Assessment
    from maturity.plan.needs import Members
    from maturity.plan.outset import Effects, Outset
    from maturity.score import Scores
    from maturity.score.aggregate import Value


@dataclass(frozen=True, slots=True)
class Step:
    """One action in its place: what it changes there."""

    id: str
    effects: Effects
    """The questions that it sets, with the levels that they then have at least."""
    changes: Mapping[str, Fraction]
    """The questions that it raises there, with their new values."""
    before: Mapping[str, Value]
    """The values of those questions before it."""
    scores_before: Mapping[str, Value]
    scores_after: Mapping[str, Value]
    """The overall score and those of all groups."""
    released: tuple[str, ...]
    """The questions that set a ceiling which no longer applies."""
    gap_closed: Fraction


class Progress:
    """The state of one plan while it grows."""

    def __init__(
        self, assessment: Assessment, scores: Scores, outset: Outset, only: str | None = None
    ) -> None:
        values = {question: standing.value for question, standing in scores.standings.items()}
        self.outset = outset
        self.position = Position(scores.engine, values)
        self.gap = WeightedGap(assessment, self.position, only)
        self.gaps = {
            dimension: self.gap.of(dimension, self.position.scores[dimension], values)
            for dimension in scores.engine.dimensions
        }
        """Dimension → its part of the weighted gap now."""
        self.straight = frozenset(
            name
            for name in self.gaps
            if straight_shares(name, self.position) is not None
            and not self.gap.is_by_question(name)
        )
        """The dimensions whose gap falls by the same, wherever in the plan a question rises."""
        self.effort = {name: outset.actions[name].effort_days.midpoint for name in outset.open}
        self._part = lcm(*(effort.denominator for effort in self.effort.values()))
        self._parts = {name: int(effort * self._part) for name, effort in self.effort.items()}
        self.touches = {
            name: frozenset(self.position.touched(q for q, _ in outset.effects[name]))
            for name in outset.open
        }
        """Action → the dimensions whose score it could move."""
        effects = {name: outset.effects[name] for name in outset.open}
        self.remaining = Remaining(effects, values)
        self.placed: set[str] = set()
        self.placed_in_rounds: int | None = None
        """How many were each the best of a round; None where all were."""

    def waiting(self, name: str) -> Members:
        """Give an action with those of its needs that are not placed yet."""
        return self.outset.closures[name] - self.placed

    def effort_of(self, members: Collection[str]) -> Fraction:
        """Add efforts up, in days; in whole parts of a day, for that is quick."""
        return Fraction(sum(self._parts[name] for name in members), self._part)

    def could_close(self, members: Collection[str]) -> bool:
        """Say whether anything that these actions touch is below its target."""
        return any(self.gaps[dimension] for name in members for dimension in self.touches[name])

    def closes(self, members: Collection[str]) -> Fraction:
        """Give the fall of the weighted gap if these actions came next, together."""
        if not self.could_close(members):
            return Fraction(0)
        changes, position = self.remaining.changes(members), self.position
        falls = [
            self.gap.fall(dimension, score, changes, position)
            for dimension, score in position.after(changes).items()
        ]
        return falls[0] if len(falls) == 1 else sum(falls, Fraction(0))

    def _sum_of_gaps(self, dimensions: Iterable[str]) -> Fraction:
        return sum((self.gaps[dimension] for dimension in dimensions), Fraction(0))

    def place(self, name: str) -> Step:
        """Put an action next in the plan."""
        position = self.position
        changes = self.remaining.changes((name,))
        before = {question: position.values[question] for question in changes}
        scores_before, gap_before = dict(position.scores), self._sum_of_gaps(self.touches[name])
        released = position.released(changes)
        position.move(changes)
        self.remaining.strike(changes, position.values)
        for dimension in self.touches[name]:
            score = position.scores[dimension]
            self.gaps[dimension] = self.gap.of(dimension, score, position.values)
        self.placed.add(name)
        return Step(
            id=name,
            effects=self.outset.effects[name],
            changes=changes,
            before=before,
            scores_before=scores_before,
            scores_after=dict(position.scores),
            released=released,
            gap_closed=gap_before - self._sum_of_gaps(self.touches[name]),
        )
