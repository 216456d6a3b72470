"""Stage 5: what the first actions of a plan bring together, dimension by dimension."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.levels import as_number
from maturity.model.plan_document import Rise
from maturity.plan.position import Position
from maturity.score.from_result import all_questions, engine_from, values_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.model.part import Number
    from maturity.model.planned import PlannedAction
    from maturity.model.result import Result

FINEST = 10**6
"""Levels are written with so few digits that 1.3333333333333333 can only be 4/3."""


def rises(result: Result, actions: Iterable[PlannedAction]) -> tuple[Rise, ...]:
    """Score the dimensions of a Result again with some of its actions done.

    A dimension is left out where it does not rise, and where the Result was cut for an audience
    so that its score cannot be made again from what is left. Worked: mfa 1 (weight 2), backups
    3 and patching 4 are 9/4, under a ceiling of 2; with mfa at 3 they are 13/4: from 2 to 3.25.
    """
    position = Position(engine_from(result, all_questions(result)), values_from(result))
    before = dict(position.scores)
    changes: dict[str, Fraction] = {}
    for action in actions:
        changes |= {change.question: _level(change.to) for change in action.changes}
    position.move({name: to for name, to in changes.items() if name in position.way_up})
    found = []
    for node in result.dimensions:
        start, end = before[node.id], position.scores[node.id]
        if not isinstance(start, Fraction) or not isinstance(end, Fraction):
            continue
        if node.cut or node.exact is None:
            continue
        if start == Fraction(node.exact) and end > start:
            found.append(
                Rise(dimension=node.id, title=node.title, from_=as_number(start), to=as_number(end))
            )
    return tuple(found)


def _level(number: Number) -> Fraction:
    return Fraction(str(number)).limit_denominator(FINEST)
