"""Stage 5: a plan in the making: what is placed, what could follow, and what that would close."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.plan.gap import WeightedGap
from maturity.plan.needs import Members, with_dependents, with_needs
from maturity.plan.position import Position
from maturity.score.caps import applying

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from maturity.model.assessment import Assessment
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

    def __init__(self, assessment: Assessment, scores: Scores, outset: Outset) -> None:
        values = {question: standing.value for question, standing in scores.standings.items()}
        self.outset = outset
        self.position = Position(scores.engine, values)
        self.gap = WeightedGap(assessment, self.position)
        self.gaps = {
            dimension: self.gap.of(dimension, self.position.scores[dimension], values)
            for dimension in scores.engine.dimensions
        }
        """Dimension → its part of the weighted gap now."""
        closures = with_needs(outset.needs)
        barred = outset.done | outset.rejected
        self.waits_for_rejected = {
            name: min(closures[name] & outset.rejected)
            for name in outset.actions
            if name not in barred and closures[name] & outset.rejected
        }
        """Action → the first of the rejected ones that it needs."""
        self.open = [
            name
            for name in outset.actions
            if name not in barred and name not in self.waits_for_rejected
        ]
        """The actions that may be planned, by id."""
        self.closures = {name: closures[name] for name in self.open}
        self.dependents = with_dependents(self.closures)
        self.effort = {name: outset.actions[name].effort_days.midpoint for name in self.open}
        self.touches = {
            name: frozenset(self.position.touched(q for q, _ in outset.effects[name]))
            for name in self.open
        }
        """Action → the dimensions whose score it could move."""
        self._raised_by: dict[str, list[str]] = {}
        """Question → the actions that raise it."""
        self.left = {name: dict(outset.effects[name]) for name in self.open}
        """Action → what it still raises, with the levels; it shrinks as the plan grows."""
        for name in self.open:
            for question in self.left[name]:
                self._raised_by.setdefault(question, []).append(name)
        self._forget(self._raised_by)
        self.placed: set[str] = set()

    def _forget(self, questions: Iterable[str]) -> None:
        """Strike from all actions what questions have reached."""
        for question in questions:
            value = self.position.values[question]
            for name in self._raised_by[question]:
                level = self.left[name].get(question)
                if level is not None and isinstance(value, Fraction) and level <= value:
                    del self.left[name][question]

    def waiting(self, name: str) -> Members:
        """Give an action with those of its needs that are not placed yet."""
        return self.closures[name] - self.placed

    def raising(self, questions: Iterable[str]) -> set[str]:
        """Give the actions that still raise some questions."""
        return {
            name
            for question in questions
            for name in self._raised_by.get(question, ())
            if question in self.left[name]
        }

    def changes(self, members: Iterable[str]) -> dict[str, Fraction]:
        """Give the questions that actions still raise together, and how far."""
        found: dict[str, Fraction] = {}
        for name in members:
            for question, level in self.left[name].items():
                best = found.get(question)
                if best is None or level > best:
                    found[question] = level
        return found

    def could_close(self, members: Collection[str]) -> bool:
        """Say whether anything that these actions touch is below its target."""
        return any(self.gaps[dimension] for name in members for dimension in self.touches[name])

    def closes(self, members: Collection[str]) -> Fraction:
        """Give the fall of the weighted gap if these actions came next, together."""
        if not self.could_close(members):
            return Fraction(0)
        changes = self.changes(members)
        after = self.position.after(changes)
        values = {**self.position.values, **changes}
        return self._sum_of_gaps(after) - sum(
            (self.gap.of(dimension, score, values) for dimension, score in after.items()),
            Fraction(0),
        )

    def _sum_of_gaps(self, dimensions: Iterable[str]) -> Fraction:
        return sum((self.gaps[dimension] for dimension in dimensions), Fraction(0))

    def place(self, name: str) -> Step:
        """Put an action next in the plan."""
        position = self.position
        changes = self.changes((name,))
        before = {question: position.values[question] for question in changes}
        scores_before, gap_before = dict(position.scores), self._sum_of_gaps(self.touches[name])
        released = self._released(changes)
        position.move(changes)
        self._forget(changes)
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

    def _released(self, changes: Mapping[str, Fraction]) -> tuple[str, ...]:
        """Give the changed questions that set a ceiling now which would no longer apply."""
        after = {**self.position.values, **changes}
        released = set()
        for critical in self.position.engine.critical.values():
            own = [entry for entry in critical if entry[0] in changes]
            still = {(cap.question, cap.at_most) for cap in applying(own, after)}
            released |= {
                cap.question
                for cap in applying(own, self.position.values)
                if (cap.question, cap.at_most) not in still
            }
        return tuple(question for question in changes if question in released)
