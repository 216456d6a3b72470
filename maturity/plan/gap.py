"""Stage 5: how far everything is below its target, by what it counts for."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.score.aggregate import Gap, Value
from maturity.score.node_results import dimension_targets
from maturity.score.tree import Branch, Leaf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maturity.model.assessment import Assessment
    from maturity.plan.position import Position


class WeightedGap:
    """The targets of one assessment, each with its weight in the sum that a plan brings down."""

    def __init__(self, assessment: Assessment, position: Position, only: str | None = None) -> None:
        dimensions = position.engine.dimensions
        self.only = only
        """The one dimension whose targets count; None: those of all."""
        targets = dimension_targets(assessment)
        self.targets: dict[str, Fraction] = {
            name: target for name, target in targets.items() if only in (None, name)
        }
        """Dimension → target."""
        self._weights = {name: branch.weight for name, branch in dimensions.items()}
        self._questions: dict[str, list[tuple[str, Fraction, Fraction]]] = {}
        own = {name: target.level for name, target in assessment.targets.items()}
        for name, branch in dimensions.items():
            self._questions[name] = [
                (question, share, own[question])
                for question, share in shares_of(branch, branch.weight, position)
                if question in own and only in (None, name)
            ]

        self._own: dict[tuple[str, str], list[tuple[Fraction, Fraction]]] = {}
        for name, aimed in self._questions.items():
            for question, share, level in aimed:
                self._own.setdefault((name, question), []).append((share, level))

    def has_target(self, dimension: str) -> bool:
        """Say whether a dimension, or a question in it that counts, has a target."""
        return dimension in self.targets or bool(self._questions[dimension])

    def is_by_question(self, dimension: str) -> bool:
        """Say whether questions of a dimension have targets of their own that count."""
        return bool(self._questions[dimension])

    def fall(
        self,
        dimension: str,
        score: Value,
        changes: Mapping[str, Fraction],
        position: Position,
    ) -> Fraction:
        """Give how far a dimension's part of the sum falls where changes bring it to a score."""
        target = self.targets.get(dimension)
        before = position.scores[dimension]
        total = self._weights[dimension] * (_below(before, target) - _below(score, target))
        for question, value in changes.items():
            for share, own in self._own.get((dimension, question), ()):
                total += share * (_below(position.values[question], own) - _below(value, own))
        return total

    def of(self, dimension: str, score: Value, values: Mapping[str, Value]) -> Fraction:
        """Give a dimension's part of the sum, with its questions' own targets.

        Worked: weight 2, score 9/4 and target 3 give 2 · 3/4 = 3/2; a question with a quarter of
        the dimension's weight that stands one level below its own target adds 2 · 1/4 · 1 = 1/2.
        """
        total = self._weights[dimension] * _below(score, self.targets.get(dimension))
        for question, share, target in self._questions[dimension]:
            total += share * _below(values[question], target)
        return total


def _below(score: Value, target: Fraction | None) -> Fraction:
    """Give the gap; there is none without a target or a score."""
    if target is None or isinstance(score, Gap) or score >= target:
        return Fraction(0)
    return target - score


def shares_of(
    branch: Branch, weight: Fraction, position: Position
) -> Iterator[tuple[str, Fraction]]:
    """Share a weight out among the questions under a branch that are in its sum."""
    kept = [child for child in branch.children if child.weight and not _is_out(child, position)]
    total = sum((child.weight for child in kept), Fraction(0))
    for child in kept:
        share = weight * child.weight / total
        if isinstance(child, Branch):
            yield from shares_of(child, share, position)
        else:
            yield child.id, share


def _is_out(child: Branch | Leaf, position: Position) -> bool:
    known = position.scores if isinstance(child, Branch) else position.values
    return known[child.id] is Gap.OUT
