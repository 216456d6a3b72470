"""Stage 4 told again: how a group is made of its parts, as one line."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.arithmetic import mean_line, pick_line
from maturity.model.levels import show
from maturity.score.aggregate import Value, aggregate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.score.tree import Branch


def sum_text(branch: Branch, values: Sequence[Value]) -> str:
    """Write out what a branch makes of its children's values; nothing where it makes nothing.

    Example: values 1 (weight 2), 3 and 4 are `(2 × 1 + 3 + 4) / 4 = 9 / 4 = 2.25` as a mean and
    `min(1, 3, 4) = 1` as the weakest.
    """
    result = aggregate(branch, values)
    if not isinstance(result, Fraction):
        return ""
    if branch.aggregate == "ladder":
        return _ladder_text(branch, values, result)
    pairs = [
        (child.weight, value)
        for child, value in zip(branch.children, values, strict=True)
        if child.weight and isinstance(value, Fraction)
    ]
    if branch.aggregate == "min":
        return pick_line("min", [value for _, value in pairs], result)
    return mean_line(pairs)


def _ladder_text(branch: Branch, values: Sequence[Value], result: Fraction) -> str:
    failed = [
        child.rung
        for child, value in zip(branch.children, values, strict=True)
        if child.weight
        and child.rung is not None
        and isinstance(value, Fraction)
        and value < branch.pass_level
    ]
    if not failed:
        return f"every rung holds, so it is the highest level, {show(result)}"
    first = f"the first rung that does not hold is {show(min(failed))}"
    if result < min(failed):
        return f"{first}, so it is the level below, {show(result)}"
    return f"{first}, so it is the lowest level, {show(result)}"
