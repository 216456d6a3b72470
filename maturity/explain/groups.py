"""Stage 4 told again: the overall score, a dimension, a topic or a theme."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.aims import aim_of, overall_aim, rounding_of
from maturity.explain.deciding import deciding_answers
from maturity.explain.ends import coverage_of, range_of
from maturity.explain.exact import known
from maturity.explain.frame import frame
from maturity.explain.missing import missing_answers
from maturity.explain.reservations import why_no_score, why_provisional
from maturity.explain.rules import group_rule
from maturity.explain.sums import sum_text
from maturity.explain.terms import children_of, left_out_of, rungs_of, terms_of
from maturity.model.explained import Explanation
from maturity.model.explained_group import CapStep
from maturity.model.levels import from_number
from maturity.score.aggregate import Value, aggregate

if TYPE_CHECKING:
    from maturity.explain.parts import Parts, Place
    from maturity.model.scored import Node
    from maturity.score.tree import Branch

WITHHELD = (
    "What it is made of is withheld from this audience, or the result was changed: the sum cannot "
    "be shown."
)
WITHHELD_BELOW = (
    "Answers below it are withheld from this audience, or the result was changed: what they could "
    "move cannot be shown."
)


def explain_group(parts: Parts, place: Place) -> Explanation:
    """Derive a group's score from its parts."""
    node, score = parts.node(place), known(parts.node(place).exact)
    bare = Explanation(
        **frame(parts),
        id=node.id,
        title=node.title,
        kind=place.kind,
        statement=group_rule(parts, place, node),
        exact=node.exact,
        value=node.score,
        level=node.level,
        level_name=node.level_name,
        rounding=rounding_of(parts, score, node.target),
        aim=overall_aim(parts, score) if place.kind == "overall" else aim_of(node, score),
        pending=node.pending,
        provisional=why_provisional(parts, node),
        standard_score=node.standard_score,
        cut=node.cut,
    )
    if parts.lacks_parts(place):
        return bare.model_copy(update={"notes": (WITHHELD,)})
    branch = branch_at(parts, place)
    with_sum = _with_sum(parts, place, bare, branch)
    return with_sum if with_sum.notes else _with_missing(parts, place, with_sum, branch)


def branch_at(parts: Parts, place: Place) -> Branch:
    """Give the weights of a group."""
    known_branches = parts.rescorer.lenses if place.kind == "lens" else parts.rescorer.branches
    return known_branches[place.id]


def _with_sum(parts: Parts, place: Place, bare: Explanation, branch: Branch) -> Explanation:
    """Add the parts and the sum; a note in their place where they do not give the score."""
    node = parts.node(place)
    children = children_of(parts, place)
    by_id = {child.id: child.value for child in children}
    values = [by_id[child.id] for child in branch.children]
    before = aggregate(branch, values)
    caps = _cap_steps(parts, node, before)
    after = (
        min([before, *(from_number(c.cap) for c in caps)]) if isinstance(before, Fraction) else None
    )
    if after != known(node.exact):
        return bare.model_copy(update={"notes": (WITHHELD,)})
    is_ladder, has_sum = branch.aggregate == "ladder", isinstance(before, Fraction)
    return bare.model_copy(
        update={
            "terms": terms_of(children, branch.aggregate if has_sum else "none"),
            "left_out": left_out_of(children),
            "rungs": rungs_of(children, branch.pass_level) if is_ladder else (),
            "arithmetic": sum_text(branch, values),
            "caps": caps,
            "coverage": coverage_of(parts, branch),
            "children": tuple(child.id for child in children),
        }
    )


def _cap_steps(parts: Parts, node: Node, before: Value) -> tuple[CapStep, ...]:
    """Apply the ceilings one after the other, the lowest first."""
    if not isinstance(before, Fraction):
        return ()
    steps = []
    for cap in node.caps:
        after = min(before, from_number(cap.cap))
        steps.append(
            CapStep(
                question=cap.question,
                title=parts.title(cap.question),
                value=cap.value,
                cap=cap.cap,
                because=cap.because,
                binding=cap.binding,
                before=str(before),
                after=str(after),
                released_at=cap.released_at,
            )
        )
        before = after
    return tuple(steps)


def _with_missing(parts: Parts, place: Place, made: Explanation, branch: Branch) -> Explanation:
    """Add what scoring again shows: the range, the missing answers, those that decide."""
    score: Value = parts.rescorer.score(branch, parts.rescorer.values)
    if made.cut or known(made.exact) != (score if isinstance(score, Fraction) else None):
        return made.model_copy(update={"notes": (WITHHELD_BELOW,)})
    missing = missing_answers(parts, place, branch)
    return made.model_copy(
        update={
            "range": range_of(parts, branch, score) if missing else None,
            "missing": missing,
            "deciding": deciding_answers(parts, place, branch),
            "notes": why_no_score(parts, branch, score),
        }
    )
