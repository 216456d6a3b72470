"""Stage 4: themes across dimensions, each the mean of its questions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.score.aggregate import Value, aggregate
from maturity.score.engine import answered_share, number
from maturity.score.tree import Branch, Leaf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.score.engine import Engine
    from maturity.score.resolve import Standing


@dataclass(frozen=True, slots=True)
class LensScore:
    """A theme's numbers, exact; ceilings do not reach it."""

    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    standard: Fraction | None = None
    """The score without local weights, where there are any."""


def lens_score(engine: Engine, questions: set[str], standings: Mapping[str, Standing]) -> LensScore:
    """Score a theme by the questions' own adjusted weights, whatever their dimensions weigh."""
    leaves: list[Branch | Leaf] = [leaf for leaf in engine.tree.leaves() if leaf.id in questions]
    branch = Branch("", Fraction(1), "mean", tuple(leaves))
    score = number(_mean(branch, {leaf.id: standings[leaf.id].value for leaf in leaves}))
    low = number(_mean(branch, {leaf.id: standings[leaf.id].low for leaf in leaves}))
    high = number(_mean(branch, {leaf.id: standings[leaf.id].high for leaf in leaves}))
    if score is not None and low is not None and high is not None:
        low, high = min(low, score), max(high, score)
    return LensScore(score, low, high, _coverage(branch, standings))


def _mean(branch: Branch, values: Mapping[str, Value]) -> Value:
    return aggregate(branch, [values[child.id] for child in branch.children])


def _coverage(branch: Branch, standings: Mapping[str, Standing]) -> Fraction | None:
    shares = [answered_share(standings[leaf.id]) for leaf in branch.children]
    kept = [
        (w, share) for w, share in zip(branch.weights, shares, strict=True) if share is not None
    ]
    total = sum(weight for weight, _ in kept)
    return Fraction(sum(weight * share for weight, share in kept), total) if total else None
