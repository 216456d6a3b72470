"""Stage 5 told again: what an action brings, why it stands where it does, or why it does not."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.arithmetic import part_line, sum_line
from maturity.explain.exact import read_exact
from maturity.explain.frame import frame
from maturity.explain.replay import gap_terms, moves_of, turn_of
from maturity.explain.rules import BEYOND_RULE, PLANNED_RULE
from maturity.model.explained import Explanation
from maturity.model.explained_action import ActionDetail, ActionLink, Raise
from maturity.model.levels import as_number, from_number

if TYPE_CHECKING:
    from maturity.explain.parts import Parts
    from maturity.explain.replay import Turn
    from maturity.model.explained_group import Term
    from maturity.model.planned import BeyondAction, PlannedAction
    from maturity.score.aggregate import Value

NOT_REPLAYED = (
    "Part of what it changes is withheld from this audience, or the result was changed: the scores "
    "before and after cannot be derived."
)


def explain_action(parts: Parts, name: str) -> Explanation:
    """Derive what an action brings, planned or not."""
    action = parts.planned.get(name)
    return _beyond(parts, parts.beyond[name]) if action is None else _planned(parts, action)


def _planned(parts: Parts, action: PlannedAction) -> Explanation:
    turn = turn_of(parts, action)
    terms = gap_terms(parts, turn) if turn else ()
    closed = sum((Fraction(term.contribution or 0) for term in terms), Fraction(0))
    effort = from_number(action.effort_days.planned)
    derived = turn is not None and as_number(closed) == action.gap_closed
    return Explanation(
        **frame(parts),
        id=action.id,
        title=action.title,
        kind="action",
        statement=PLANNED_RULE,
        exact=str(closed) if derived else None,
        value=action.gap_closed,
        terms=terms if derived else (),
        arithmetic=_sum(terms) if derived else "",
        action=_planned_detail(parts, action, turn).model_copy(
            update={
                "gap_per_day": str(closed / effort) if derived else None,
                "gap_per_day_arithmetic": part_line(closed, effort) if derived else "",
            }
        ),
        notes=() if derived else (NOT_REPLAYED,),
        children=tuple(action.raises),
    )


def _sum(terms: tuple[Term, ...]) -> str:
    pairs = [(read_exact(term.weight_exact), read_exact(term.exact)) for term in terms]
    return sum_line(pairs) if pairs else ""


def _planned_detail(parts: Parts, action: PlannedAction, turn: Turn | None) -> ActionDetail:
    places = {name: place for place, name in enumerate(parts.planned, start=1)}
    needed_by = [other.id for other in parts.result.plan if action.id in other.needs]
    return ActionDetail(
        planned=True,
        place=places[action.id],
        of=len(places),
        status=action.status,
        detail=action.detail,
        dimension=action.dimension,
        effort_days=action.effort_days,
        months=action.months,
        start_month=action.start_month,
        finish_month=action.finish_month,
        horizon=action.horizon,
        raises=_raises(parts, action, turn),
        moves=moves_of(parts, turn) if turn else (),
        caps_released=action.caps_released,
        uplift=action.uplift,
        uplift_alone=action.uplift_alone,
        needs=tuple(_link(parts, name, places) for name in action.needs),
        needed_by=tuple(_link(parts, name, places) for name in needed_by),
    )


def _link(parts: Parts, name: str, places: dict[str, int]) -> ActionLink:
    action = parts.planned.get(name)
    return ActionLink(id=name, title=action.title if action else name, place=places.get(name))


def _raises(
    parts: Parts, action: PlannedAction | BeyondAction, turn: Turn | None = None
) -> tuple[Raise, ...]:
    changed = {}
    if turn is not None:
        changed = {q: v for q, v in turn.values_after.items() if v != turn.values_before[q]}
    return tuple(
        _raise(parts, name, changed.get(name, from_number(level)), turn, changes=name in changed)
        for name, level in action.raises.items()
    )


def _raise(parts: Parts, name: str, to: Value, turn: Turn | None, *, changes: bool) -> Raise:
    question = parts.questions.get(name)
    texts = {from_number(one.level): one.text for one in question.levels} if question else {}
    before = turn.values_before.get(name) if turn else None
    return Raise(
        question=name,
        title=parts.title(name),
        today=question.exact if question else None,
        before=str(before) if isinstance(before, Fraction) else None,
        to=str(to),
        changes=changes,
        text=texts.get(to, "") if isinstance(to, Fraction) else "",
    )


def _beyond(parts: Parts, action: BeyondAction) -> Explanation:
    tracked = {one.id: one.status for one in parts.result.tracked}
    return Explanation(
        **frame(parts),
        id=action.id,
        title=action.title,
        kind="action",
        statement=BEYOND_RULE,
        action=ActionDetail(
            planned=False,
            of=len(parts.planned),
            reason=action.reason,
            status=tracked.get(action.id),
            dimension=action.dimension,
            effort_days=action.effort_days,
            raises=_raises(parts, action),
        ),
        children=tuple(action.raises),
    )
