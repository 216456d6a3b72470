"""Stage 4 told again: why a score is provisional, or why there is none."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.levels import from_number, show
from maturity.score.aggregate import Gap, Value
from maturity.score.tree import Branch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maturity.explain.parts import Parts
    from maturity.model.scored import Node


def why_provisional(parts: Parts, node: Node) -> tuple[str, ...]:
    """Give each reason why a score is provisional."""
    if not node.provisional:
        return ()
    reasons = [
        f"{cap.question} is critical and not answered; at its lowest it would hold the score at "
        f"{show(from_number(cap.cap))}"
        for cap in node.pending
    ]
    needed = parts.result.parameters.min_coverage
    if node.coverage is not None and node.coverage < needed:
        reasons.insert(0, f"less than {show(from_number(needed) * 100)}% of its weight is answered")
    return tuple(reasons)


def why_no_score(parts: Parts, branch: Branch, score: Value) -> tuple[str, ...]:
    """Say why a group has no score; nothing where it has one, or is a matrix."""
    if isinstance(score, Fraction) or branch.aggregate == "none":
        return ()
    if score is Gap.OUT:
        return ("There is no score: nothing in it has an answer that counts.",)
    missing = ", ".join(_blocking(branch, parts.rescorer.values))
    return (f"There is no score while answers are missing: {missing}.",)


def _blocking(branch: Branch, values: Mapping[str, Value]) -> Iterator[str]:
    """Give the questions whose missing answers leave a group without a score."""
    for child in branch.children:
        if isinstance(child, Branch):
            yield from _blocking(child, values) if child.weight else ()
        elif child.weight and values[child.id] is Gap.BLOCKED:
            yield child.id
