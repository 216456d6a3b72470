"""Stage 5: where an organisation stands part-way through its plan, and where it could stand."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.framework import dimension_of
from maturity.score.aggregate import Gap, Value, aggregate, weighted_sum
from maturity.score.caps import applying
from maturity.score.engine import OVERALL, Engine
from maturity.score.tree import Branch, Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Position:
    """The value of every question and the score of every group, as far as the plan has come.

    Only the groups above a changed question, and the dimensions that it caps, are scored again.
    """

    def __init__(self, engine: Engine, values: Mapping[str, Value]) -> None:
        self.engine = engine
        self.values = dict(values)
        self.scores = engine.scores(self.values)
        self.groups: dict[str, Branch] = {}
        """Dimensions and topics by full id."""
        self.above: dict[str, frozenset[str]] = {}
        """Question → its topics and dimension."""
        for dimension in engine.dimensions.values():
            self._enter(dimension, frozenset())
        self._counted = {
            group: [
                (child, weight)
                for child, weight in zip(branch.children, branch.weights, strict=True)
                if weight and isinstance(self._now(child), Fraction)
            ]
            for group, branch in self.groups.items()
        }
        """Group → the children in its sum with their weights; no change takes one in or out."""
        self._weights = {
            group: sum(weight for _, weight in counted) for group, counted in self._counted.items()
        }
        self._capped_by: dict[str, dict[str, None]] = {}
        for dimension_id, critical in engine.critical.items():
            for question, _ in critical:
                self._capped_by.setdefault(question, {})[dimension_id] = None
        self._uncapped = {d: engine.uncapped(d, self.values) for d in engine.dimensions}
        self._ceilings = {d: self._ceiling(d, self.values) for d in engine.dimensions}

    def _enter(self, branch: Branch, above: frozenset[str]) -> None:
        self.groups[branch.id] = branch
        path = above | {branch.id}
        for child in branch.children:
            if isinstance(child, Leaf):
                self.above[child.id] = path
            else:
                self._enter(child, path)

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
        values = {**self.values, **changes}
        affected = self._affected(changes)
        return {
            dimension: self._capped(
                dimension, self._again(dimension, affected, values, {}), changes, values
            )
            for dimension in self.touched(changes)
        }

    def group_after(self, group: str, changes: Mapping[str, Fraction]) -> Value:
        """Score one dimension, under its ceilings, or one topic, which has none."""
        values = {**self.values, **changes}
        score = self._again(group, self._affected(changes), values, {})
        if group not in self.engine.dimensions:
            return score
        return self._capped(group, score, changes, values)

    def move(self, changes: Mapping[str, Fraction]) -> None:
        """Make changes."""
        values = {**self.values, **changes}
        affected = self._affected(changes)
        for dimension in self.touched(changes):
            again: dict[str, Value] = {}
            self._uncapped[dimension] = self._again(dimension, affected, values, again)
            self.scores |= again
            self.scores[dimension] = self._capped(
                dimension, self._uncapped[dimension], changes, values
            )
            self._ceilings[dimension] = self._ceiling(dimension, values)
        self.values = values
        self.scores[OVERALL] = self.engine.overall(self.scores)

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

    def _affected(self, changes: Mapping[str, Fraction]) -> frozenset[str]:
        return frozenset().union(*(self.above[question] for question in changes))

    def _again(
        self,
        group: str,
        affected: frozenset[str],
        values: Mapping[str, Value],
        found: dict[str, Value],
    ) -> Value:
        """Score a group before its ceilings into `found`, taking what is not affected as it was."""
        if group not in affected:
            return self._uncapped.get(group, self.scores[group])
        branch, before = self.groups[group], self._uncapped.get(group, self.scores[group])
        if branch.aggregate == "mean" and isinstance(before, Fraction):
            found[group] = self._mean_again(branch, before, affected, values, found)
        else:
            found[group] = aggregate(
                branch,
                [
                    values[child.id]
                    if isinstance(child, Leaf)
                    else self._again(child.id, affected, values, found)
                    for child in branch.children
                ],
            )
        return found[group]

    def _mean_again(
        self,
        branch: Branch,
        before: Fraction,
        affected: frozenset[str],
        values: Mapping[str, Value],
        found: dict[str, Value],
    ) -> Fraction:
        """Move a mean by what its changed children moved; which children count stays as it is.

        Worked: the mean 9/4 of weights 2, 1 and 1; the first child rises from 1 to 2: 9/4 + 2/4.
        """
        moved: list[tuple[int, Fraction]] = []
        for child, weight in self._counted[branch.id]:
            if isinstance(child, Leaf):
                old, new = self.values[child.id], values[child.id]
                if new is old:
                    continue
            elif child.id in affected:
                old, new = self.scores[child.id], self._again(child.id, affected, values, found)
            else:
                continue
            if isinstance(old, Fraction) and isinstance(new, Fraction):
                moved += [(weight, new), (-weight, old)]
        rise, common = weighted_sum(moved)
        whole = common * self._weights[branch.id]
        return Fraction(
            before.numerator * whole + rise * before.denominator, before.denominator * whole
        )

    def _capped(
        self,
        dimension: str,
        score: Value,
        changes: Mapping[str, Fraction],
        values: Mapping[str, Value],
    ) -> Value:
        """Hold a dimension under its ceiling after changes, which only ever lift it."""
        ceiling = self._ceilings[dimension]
        if isinstance(score, Gap) or ceiling is None or score <= ceiling:
            return score
        if any(question in changes for question, _ in self.engine.critical[dimension]):
            ceiling = self._ceiling(dimension, values)
        return score if ceiling is None else min(score, ceiling)

    def _ceiling(self, dimension: str, values: Mapping[str, Value]) -> Fraction | None:
        return min((cap.cap for cap in self.engine.caps(dimension, values)), default=None)
