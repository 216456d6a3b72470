"""Stage 4: values of questions become scores of groups, exactly."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from maturity.score.tree import Branch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Gap(Enum):
    """Why a node has no value."""

    OUT = "out"
    """Nothing to score: it leaves its parent's sum."""
    BLOCKED = "blocked"
    """An answer is missing where that forbids a score: its parents have none either."""


Value = Fraction | Gap


def aggregate(branch: Branch, values: Sequence[Value]) -> Value:
    """Aggregate the children's values as the branch says; a weight of 0 leaves every sum.

    Example: values 1 (weight 2), 3 and 4 have the mean (2·1 + 3 + 4) / 4 = 9/4 and the min 1.
    """
    kept = [
        (weight, value)
        for weight, value in zip(branch.weights, values, strict=True)
        if weight and value is not Gap.OUT
    ]
    if not kept or branch.aggregate == "none":
        return Gap.OUT
    if any(value is Gap.BLOCKED for _, value in kept):
        return Gap.BLOCKED
    if branch.aggregate == "ladder":
        return _ladder(branch, values)
    numbers = [(weight, value) for weight, value in kept if isinstance(value, Fraction)]
    if branch.aggregate == "min":
        return min(value for _, value in numbers)
    return weighted_mean(numbers)


def weighted_mean(weighted: Sequence[tuple[int, Fraction]]) -> Fraction:
    """Give the exact mean; whole numbers all the way, so that one fraction is made, not many."""
    total, common = weighted_sum(weighted)
    return Fraction(total, common * sum(weight for weight, _ in weighted))


def weighted_sum(weighted: Sequence[tuple[int, Fraction]]) -> tuple[int, int]:
    """Give the sum as numerator and denominator, not reduced: 2·1/2 + 1·1/3 is 8 and 6."""
    common = lcm(*(value.denominator for _, value in weighted))
    return (
        sum(weight * value.numerator * (common // value.denominator) for weight, value in weighted),
        common,
    )


def _ladder(branch: Branch, values: Sequence[Value]) -> Fraction:
    """Give the highest level up to which every child on a rung passes, else the bottom.

    A rung without children, or with none left, passes. Worked: rungs 1, 2, 2, 3 with values
    4, 4, 3, 4 and a pass of 4 stop at rung 2, so the level is 1.
    """
    failed = [
        child.rung
        for child, weight, value in zip(branch.children, branch.weights, values, strict=True)
        if weight
        and child.rung is not None
        and isinstance(value, Fraction)
        and value < branch.pass_level
    ]
    if not failed:
        return branch.steps[-1]
    lowest = min(failed)
    return max((step for step in branch.steps if step < lowest), default=branch.steps[0])


def evaluate(
    branch: Branch,
    values: Mapping[str, Value],
    adjust: Callable[[str, Value], Value],
    scores: dict[str, Value],
) -> Value:
    """Score a branch and all below it into `scores`; `adjust` has the last word on each node."""
    children = [
        evaluate(child, values, adjust, scores)
        if isinstance(child, Branch)
        else values.get(child.id, Gap.OUT)
        for child in branch.children
    ]
    score = adjust(branch.id, aggregate(branch, children))
    scores[branch.id] = score
    return score
