"""Stage 5: where an organisation stands part-way through its plan, and where it could stand."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.framework import dimension_of
from maturity.score.aggregate import Gap, Value, aggregate, weighted_sum
from maturity.score.caps import applying
from maturity.score.engine import OVERALL, Engine
from maturity.score.tree import Branch, Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Affected = Mapping[str, Mapping[str, None]]
    """Each group that may move, with its children that may."""


@dataclass
class Work:
    """How many questions and groups were looked at, for a position and its trials."""

    done: int = 0


class Position:
    """The value of every question and the score of every group, as far as the plan has come.

    Only the groups above a changed question, and the dimensions that it caps, are scored again.
    """

    def __init__(self, engine: Engine, values: Mapping[str, Value]) -> None:
        self.engine = engine
        self.work = Work()
        self._is_trial = False
        """Whether questions may fall again, and with them ceilings."""
        self.values = dict(values)
        self.scores = engine.scores(self.values)
        self.groups: dict[str, Branch] = {}
        """Dimensions and topics by full id."""
        self.way_up: dict[str, tuple[str, ...]] = {}
        """Question → its topics and dimension, the nearest first."""
        for dimension in engine.dimensions.values():
            self._enter(dimension, ())
        self.counted = {
            group: {
                child.id: weight
                for child, weight in zip(branch.children, branch.weights, strict=True)
                if weight and isinstance(self._now(child), Fraction)
            }
            for group, branch in self.groups.items()
        }
        """Group → the children in its sum with their weights; no change takes one in or out."""
        self.weights = {group: sum(counted.values()) for group, counted in self.counted.items()}
        self._capped_by: dict[str, dict[str, None]] = {}
        for dimension_id, critical in engine.critical.items():
            for question, _ in critical:
                self._capped_by.setdefault(question, {})[dimension_id] = None
        self._critical = {d: {q for q, _ in entries} for d, entries in engine.critical.items()}
        self._uncapped = {d: engine.uncapped(d, self.values) for d in engine.dimensions}
        self._ceilings = {d: self._ceiling(d, {}) for d in engine.dimensions}

    def _enter(self, branch: Branch, way: tuple[str, ...]) -> None:
        self.groups[branch.id] = branch
        way = (branch.id, *way)
        for child in branch.children:
            if isinstance(child, Leaf):
                self.way_up[child.id] = way
            else:
                self._enter(child, way)

    def _now(self, child: Branch | Leaf) -> Value:
        return self.values[child.id] if isinstance(child, Leaf) else self.scores[child.id]

    def touched(self, questions: Iterable[str]) -> dict[str, None]:
        """Give the dimensions that questions are in or can cap."""
        found: dict[str, None] = {}
        for question in questions:
            found[dimension_of(question)] = None
            found.update(self._capped_by.get(question, {}))
        return found

    def after(self, changes: Mapping[str, Fraction]) -> dict[str, Value]:
        """Score the dimensions that changes touch, as if they were made."""
        affected = self._affected(changes)
        return {
            dimension: self._capped(
                dimension, self._again(dimension, affected, changes, {}), changes
            )
            for dimension in self.touched(changes)
        }

    def group_after(self, group: str, changes: Mapping[str, Fraction]) -> Value:
        """Score one dimension, under its ceilings, or one topic, which has none."""
        score = self._again(group, self._affected(changes), changes, {})
        return self._capped(group, score, changes) if group in self.engine.dimensions else score

    def tried(self, changes: Mapping[str, Fraction]) -> Position:
        """Give another position in which changes were made; this one stays where it is."""
        other = copy(self)
        other._is_trial = True
        other.values, other.scores = dict(self.values), dict(self.scores)
        other._uncapped, other._ceilings = dict(self._uncapped), dict(self._ceilings)
        other.move_groups(changes)
        return other

    def move(self, changes: Mapping[str, Fraction]) -> None:
        """Make changes."""
        self.move_groups(changes)
        self.scores[OVERALL] = self.engine.overall(self.scores)

    def move_groups(self, changes: Mapping[str, Fraction]) -> None:
        """Make changes, and leave the overall score as it was."""
        affected = self._affected(changes)
        for dimension in self.touched(changes):
            again: dict[str, Value] = {}
            uncapped = self._again(dimension, affected, changes, again)
            capped = self._capped(dimension, uncapped, changes)
            self._uncapped[dimension] = uncapped
            self.scores |= again
            self.scores[dimension] = capped
        self.values.update(changes)
        for dimension in self.touched(changes):
            if not changes.keys().isdisjoint(self._critical[dimension]):
                self._ceilings[dimension] = self._ceiling(dimension, {})

    def released(self, changes: Mapping[str, Fraction]) -> tuple[str, ...]:
        """Give the changed questions that set a ceiling now which would no longer apply."""
        values = {**self.values, **changes}
        released = set()
        for critical in self.engine.critical.values():
            own = [entry for entry in critical if entry[0] in changes]
            still = {(cap.question, cap.at_most) for cap in applying(own, values)}
            now = {(cap.question, cap.at_most) for cap in applying(own, self.values)}
            released |= {question for question, _ in now - still}
        return tuple(question for question in changes if question in released)

    def _affected(self, changes: Iterable[str]) -> dict[str, dict[str, None]]:
        """Give each group above a changed question with those of its children that may move."""
        self.work.done += 1
        found: dict[str, dict[str, None]] = {}
        for question in changes:
            child = question
            for group in self.way_up[question]:
                moving = found.setdefault(group, {})
                if child in moving:
                    break  # from here on the way is known
                moving[child] = None
                child = group
        return found

    def _again(
        self,
        group: str,
        affected: Affected,
        changes: Mapping[str, Fraction],
        found: dict[str, Value],
    ) -> Value:
        """Score a group before its ceilings into `found`, taking what is not affected as it was."""
        before = self._uncapped.get(group, self.scores[group])
        if group not in affected:
            return before
        branch = self.groups[group]
        if branch.aggregate == "mean" and isinstance(before, Fraction):
            found[group] = self._mean_again(branch, before, affected, changes, found)
        else:
            self.work.done += len(branch.children)
            found[group] = aggregate(
                branch,
                [
                    changes.get(child.id, self.values[child.id])
                    if isinstance(child, Leaf)
                    else self._again(child.id, affected, changes, found)
                    for child in branch.children
                ],
            )
        return found[group]

    def _mean_again(
        self,
        branch: Branch,
        before: Fraction,
        affected: Affected,
        changes: Mapping[str, Fraction],
        found: dict[str, Value],
    ) -> Fraction:
        """Move a mean by what its changed children moved; which children count stays as it is.

        Worked: the mean 9/4 of weights 2, 1 and 1; the first child rises from 1 to 2: 9/4 + 2/4.
        """
        moved: list[tuple[int, Fraction]] = []
        counted = self.counted[branch.id]
        self.work.done += len(affected[branch.id])
        for child in affected[branch.id]:
            weight = counted.get(child)
            if weight is None:
                continue
            new: Value
            if child in changes:
                old, new = self.values[child], changes[child]
            else:
                old, new = self.scores[child], self._again(child, affected, changes, found)
            if isinstance(old, Fraction) and isinstance(new, Fraction):
                moved += [(weight, new), (-weight, old)]
        rise, common = weighted_sum(moved)
        whole = common * self.weights[branch.id]
        return Fraction(
            before.numerator * whole + rise * before.denominator, before.denominator * whole
        )

    def _capped(self, dimension: str, score: Value, changes: Mapping[str, Fraction]) -> Value:
        """Hold a dimension under its ceiling after changes, which only lift it but in a trial."""
        ceiling = self._ceilings[dimension]
        if isinstance(score, Gap):
            return score
        if not self._is_trial and (ceiling is None or score <= ceiling):
            return score
        if not changes.keys().isdisjoint(self._critical[dimension]):
            ceiling = self._ceiling(dimension, changes)
        return score if ceiling is None else min(score, ceiling)

    def _ceiling(self, dimension: str, changes: Mapping[str, Fraction]) -> Fraction | None:
        """Give the lowest ceiling on a dimension after changes."""
        own = self._critical[dimension]
        values = {q: changes.get(q, self.values.get(q, Gap.OUT)) for q in own}
        return min((cap.cap for cap in self.engine.caps(dimension, values)), default=None)
