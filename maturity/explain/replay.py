"""Stage 5 told again: the plan's changes made one action after the other."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile
from typing import TYPE_CHECKING

from maturity.model.explained_action import Move
from maturity.model.explained_group import Term
from maturity.model.levels import as_number, from_number
from maturity.score.aggregate import Gap, Value
from maturity.score.engine import OVERALL
from maturity.score.tree import Branch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maturity.explain.parts import Parts
    from maturity.model.planned import PlannedAction


@dataclass(frozen=True)
class Turn:
    """An action's turn: every value and score before and after it."""

    values_before: Mapping[str, Value]
    values_after: Mapping[str, Value]
    scores_before: Mapping[str, Value]
    scores_after: Mapping[str, Value]


def turn_of(parts: Parts, action: PlannedAction) -> Turn | None:
    """Do the plan up to and with an action; None where the scores do not come out as planned.

    That is so where questions are withheld, or the result was changed.
    """
    if parts.result.overall.cut:
        return None
    before = dict(parts.rescorer.values)
    for earlier in takewhile(lambda one: one.id != action.id, parts.result.plan):
        before.update(_changes(earlier))
    after = {**before, **_changes(action)}
    turn = Turn(before, after, parts.rescorer.scores(before), parts.rescorer.scores(after))
    overall = turn.scores_after[OVERALL]
    found = as_number(overall) if isinstance(overall, Fraction) else None
    return turn if found == action.overall_after else None


def _changes(action: PlannedAction) -> dict[str, Value]:
    return {change.question: from_number(change.to) for change in action.changes}


def moves_of(parts: Parts, turn: Turn) -> tuple[Move, ...]:
    """Give the overall score, and those of the dimensions that change, before and after."""
    moves = []
    for name in (OVERALL, *parts.dimensions):
        before, after = turn.scores_before[name], turn.scores_after[name]
        if isinstance(before, Gap) or isinstance(after, Gap):
            continue
        if before != after or name == OVERALL:
            title, rise = parts.title(name), str(after - before)
            moves.append(
                Move(id=name, title=title, before=str(before), after=str(after), rise=rise)
            )
    return tuple(moves)


def gap_terms(parts: Parts, turn: Turn) -> tuple[Term, ...]:
    """Give what closes the weighted gap: each dimension's fall of its gap, and each question's.

    A question with a target of its own counts with its share of its dimension's weight.
    """
    terms = []
    for name, weight, target in _targets(parts):
        is_dimension = name in parts.dimensions
        before = (turn.scores_before if is_dimension else turn.values_before)[name]
        after = (turn.scores_after if is_dimension else turn.values_after)[name]
        fall = _below(before, target) - _below(after, target)
        if fall and weight:
            terms.append(
                Term(
                    id=name,
                    title=parts.title(name),
                    weight=as_number(weight),
                    weight_exact=str(weight),
                    value=as_number(fall),
                    exact=str(fall),
                    contribution=str(weight * fall),
                    note="" if is_dimension else "its own target, by its share of the weight",
                )
            )
    return tuple(terms)


def _below(score: Value, target: Fraction) -> Fraction:
    return Fraction(0) if isinstance(score, Gap) else max(target - score, Fraction(0))


def _targets(parts: Parts) -> Iterator[tuple[str, Fraction, Fraction]]:
    """Give every target with the weight that its gap has in the plan's sum."""
    scores = parts.rescorer.scores(parts.rescorer.values)
    for node in parts.result.dimensions:
        branch = parts.rescorer.branches[node.id]
        if node.target is not None:
            yield node.id, branch.weight, from_number(node.target)
        for question, share in _shares(parts, branch, branch.weight, scores):
            target = parts.questions[question].target
            if target is not None:
                yield question, share, from_number(target)


def _shares(
    parts: Parts, branch: Branch, weight: Fraction, scores: Mapping[str, Value]
) -> Iterator[tuple[str, Fraction]]:
    """Share a weight out among the questions below that are in the sum today."""
    today = {**parts.rescorer.values, **scores}
    kept = [child for child in branch.children if child.weight and today[child.id] is not Gap.OUT]
    total = sum((child.weight for child in kept), Fraction(0))
    for child in kept:
        share = weight * child.weight / total
        if isinstance(child, Branch):
            yield from _shares(parts, child, share, scores)
        else:
            yield child.id, share
