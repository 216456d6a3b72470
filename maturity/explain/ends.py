"""Stage 4 told again: a group's range, end by end, and its coverage."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.arithmetic import mean_line, part_line
from maturity.explain.sums import sum_text
from maturity.explain.terms import MISSING
from maturity.model.explained_group import CoverageSum, End, Range
from maturity.model.levels import as_number, show
from maturity.score.aggregate import Value, aggregate
from maturity.score.caps import applying
from maturity.score.tree import Branch

if TYPE_CHECKING:
    from maturity.explain.parts import Parts
    from maturity.score.tree import Leaf


def range_of(parts: Parts, branch: Branch, score: Value) -> Range | None:
    """Write out both ends of a group's range; None where there is none."""
    low = _end(parts, branch, score, upper=False)
    high = _end(parts, branch, score, upper=True)
    return None if low is None or high is None else Range(low=low, high=high)


def _end(parts: Parts, branch: Branch, score: Value, *, upper: bool) -> End | None:
    values = parts.rescorer.ends[upper]
    groups = parts.rescorer.range_end(upper=upper)
    children = [
        groups[child.id] if isinstance(child, Branch) else values[child.id]
        for child in branch.children
    ]
    end = aggregate(branch, children)
    if not isinstance(end, Fraction):
        return None
    steps = []
    lowest = min(
        applying(parts.rescorer.critical.get(branch.id, ()), values),
        key=lambda cap: cap.cap,
        default=None,
    )
    if lowest is not None and lowest.cap < end:
        end = lowest.cap
        steps.append(f"{lowest.question} at {show(lowest.value)} holds it at {show(end)}")
    if isinstance(score, Fraction) and (score > end if upper else score < end):
        end = score
        more = "above" if upper else "below"
        steps.append(
            f"the score without the missing answers, {show(score)}, is {more} that, so it counts"
        )
    return End(
        exact=str(end),
        value=as_number(end),
        arithmetic=sum_text(branch, children),
        steps=tuple(steps),
    )


def coverage_of(parts: Parts, branch: Branch) -> CoverageSum | None:
    """Write out which share of a group's weight is answered; None where nothing is asked."""
    pairs = [
        (child.weight, share)
        for child in branch.children
        if (share := _share(parts, child)) is not None and child.weight
    ]
    total = sum((weight for weight, _ in pairs), Fraction(0))
    if not total:
        return None
    reached = sum((weight * share for weight, share in pairs), Fraction(0))
    whole = all(share in (0, 1) for _, share in pairs)
    return CoverageSum(
        exact=str(reached / total),
        value=as_number(reached / total),
        arithmetic=part_line(reached, total) if whole else mean_line(pairs),
        needed=parts.result.parameters.min_coverage,
    )


def _share(parts: Parts, child: Branch | Leaf) -> Fraction | None:
    """Give 1 for a question with a level, 0 for a missing one, None for one that is out."""
    if isinstance(child, Branch):
        inner = coverage_of(parts, child)
        return None if inner is None else Fraction(inner.exact)
    state = parts.questions[child.id].state
    if state == "scored":
        return Fraction(1)
    return Fraction(0) if state in MISSING else None
