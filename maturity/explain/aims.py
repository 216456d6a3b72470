"""Stage 4 told again: targets, gaps, and the one rounding of what is shown."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.arithmetic import decimals, less_line, written
from maturity.explain.sums import sum_text
from maturity.model.explained_group import Aim, Rounding
from maturity.model.levels import as_number, from_number, show
from maturity.score.aggregate import aggregate
from maturity.score.tree import Branch

if TYPE_CHECKING:
    from maturity.explain.parts import Parts
    from maturity.model.part import Number
    from maturity.model.scored import Node, QuestionResult

PLACES = 6
"""More decimals than anybody shows."""


def aim_of(part: Node | QuestionResult, score: Fraction | None) -> Aim | None:
    """Write out a target as it was stated, and the gap to it; None without one."""
    if part.target is None:
        return None
    return _aim(part, score, from_number(part.target), "")


def overall_aim(parts: Parts, score: Fraction | None) -> Aim | None:
    """Write out the overall target: the scored dimensions' targets through the same aggregate."""
    node, tree = parts.result.overall, parts.rescorer.tree
    if node.target is None:
        return None
    scored = [one for one in parts.result.dimensions if one.score is not None]
    targets = [from_number(one.target) for one in scored if one.target is not None]
    if len(targets) == len(scored):
        branches = tuple(parts.rescorer.branches[one.id] for one in scored)
        branch = Branch(tree.id, tree.weight, tree.aggregate, branches)
        target = aggregate(branch, targets)
        if isinstance(target, Fraction) and as_number(target) == node.target:
            return _aim(node, score, target, sum_text(branch, targets))
    return _aim(node, score, from_number(node.target), "")


def _aim(
    part: Node | QuestionResult, score: Fraction | None, target: Fraction, arithmetic: str
) -> Aim:
    gap = None if score is None else max(target - score, Fraction(0))
    line = ""
    if score is not None:
        reached = f"{written(score)} is not below {written(target)}, so there is no gap"
        line = less_line(target, score) if gap else reached
    return Aim(
        target=as_number(target),
        exact=str(target),
        arithmetic=arithmetic,
        because=part.target_because,
        gap=None if gap is None else str(gap),
        gap_arithmetic=line,
    )


def _decimals(score: Fraction) -> str:
    """Write a score with more decimals than anybody shows, or all where they are few."""
    text = show(score)
    return text if "/" not in text and len(text) <= PLACES else decimals(score, PLACES)


def rounding_of(parts: Parts, score: Fraction | None, target: Number | None) -> Rounding | None:
    """Give what the rounding goes by; None where there is nothing to round."""
    if score is None:
        return None
    return Rounding(
        exact=str(score),
        decimals=_decimals(score),
        not_reached=parts.not_reached(score, target),
    )
