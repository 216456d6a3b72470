"""Stage 4: scores of every group for any values of the questions; plans score again through it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.score.aggregate import Gap, Value, aggregate, evaluate
from maturity.score.caps import Cap, applying, ceilings_by_dimension
from maturity.score.tree import OVERALL, Branch, build_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.assessment import Assessment
    from maturity.model.condition import Ceiling
    from maturity.score.resolve import Standing


Critical = dict[str, list[tuple[str, list["Ceiling"]]]]
"""Dimension → the questions that can cap it, each with its ceilings by rising `at_most`."""


class Engine:
    """A tree of weights with its ceilings, and what values of its questions come to."""

    def __init__(self, tree: Branch, critical: Critical) -> None:
        self.tree = tree
        self.critical = critical
        self.dimensions: dict[str, Branch] = {
            child.id: child for child in tree.children if isinstance(child, Branch)
        }

    @classmethod
    def of(cls, assessment: Assessment, *, with_local_weights: bool = True) -> Engine:
        """Make the engine of an assessment: weights times the profile's, times the local ones."""
        profile = assessment.profile.weights if assessment.profile else {}
        local = assessment.weights if with_local_weights else {}

        def adjusted(full_id: str, weight: Fraction) -> Fraction:
            if full_id in profile:
                weight *= profile[full_id]
            return weight * local[full_id].weight if full_id in local else weight

        tree = build_tree(assessment.framework, adjusted)
        return cls(tree, ceilings_by_dimension(assessment.framework))

    def caps(self, dimension: str, values: Mapping[str, Value]) -> list[Cap]:
        """Give the ceilings on a dimension, whether or not they are below its score."""
        return applying(self.critical[dimension], values)

    def _capped(self, node: str, score: Value, values: Mapping[str, Value]) -> Value:
        """Hold a dimension's score under its lowest ceiling; other nodes have none."""
        if node not in self.critical or not isinstance(score, Fraction):
            return score
        return min([score, *(cap.cap for cap in self.caps(node, values))])

    def scores(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """Score every group, dimensions under their ceilings."""
        found: dict[str, Value] = {}
        evaluate(self.tree, values, lambda node, score: self._capped(node, score, values), found)
        return found

    def uncapped(self, dimension: str, values: Mapping[str, Value]) -> Value:
        """Score one dimension as if it had no ceilings."""
        return evaluate(self.dimensions[dimension], values, lambda _, score: score, {})

    def dimension(self, dimension: str, values: Mapping[str, Value]) -> Value:
        """Score one dimension under its ceilings."""
        return self._capped(dimension, self.uncapped(dimension, values), values)

    def overall(self, dimensions: Mapping[str, Value]) -> Value:
        """Score the whole from its dimensions' scores."""
        return aggregate(self.tree, [dimensions[child.id] for child in self.tree.children])

    def range_end(
        self, standings: Mapping[str, Standing], scores: Mapping[str, Value], *, upper: bool
    ) -> dict[str, Value]:
        """Score every group with each missing answer at one end of what its question can give.

        Where the score itself lies outside, because a dropped question cannot go that far, the
        end is stretched to hold it, and parents are made from stretched children.
        """
        values = {q: s.high if upper else s.low for q, s in standings.items()}

        def stretched(node: str, end: Value) -> Value:
            end, score = self._capped(node, end, values), scores[node]
            if not isinstance(end, Fraction) or not isinstance(score, Fraction):
                return end
            return max(end, score) if upper else min(end, score)

        found: dict[str, Value] = {}
        evaluate(self.tree, values, stretched, found)
        return found

    def coverage(self, standings: Mapping[str, Standing]) -> dict[str, Fraction | None]:
        """Give the weight answered of the weight asked, for every group."""
        found: dict[str, Fraction | None] = {}
        _coverage(self.tree, standings, found)
        return found


def _coverage(
    branch: Branch, standings: Mapping[str, Standing], found: dict[str, Fraction | None]
) -> Fraction | None:
    total, reached = 0, Fraction(0)
    for child, weight in zip(branch.children, branch.weights, strict=True):
        share: Fraction | int | None
        if isinstance(child, Branch):
            share = _coverage(child, standings, found)
        else:
            share = answered_share(standings[child.id])
        if share is not None:
            total += weight
            if share:
                reached += weight * share
    found[branch.id] = reached / total if total else None
    return found[branch.id]


def answered_share(standing: Standing) -> int | None:
    """Give 1 for a question with a level, 0 for one without, None for one that is out."""
    if standing.state == "scored":
        return 1
    return 0 if standing.is_missing else None


def number(value: Value) -> Fraction | None:
    """Give the score, or None where there is none."""
    return None if isinstance(value, Gap) else value


__all__ = ["OVERALL", "Engine", "answered_share", "number"]
