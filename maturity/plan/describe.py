"""Stage 5: actions become entries of the Result, planned or beyond."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.model.framework import dimension_of
from maturity.model.levels import as_number
from maturity.model.planned import BeyondAction, Change, CostInfo, EffortInfo, PlannedAction
from maturity.score.aggregate import Gap, Value
from maturity.score.engine import OVERALL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from maturity.model.action import Action, Cost, Effort
    from maturity.model.assessment import Assessment
    from maturity.model.part import Number
    from maturity.plan.position import Position
    from maturity.plan.progress import Step
    from maturity.plan.schedule import Span
    from maturity.score.resolve import Standing


@dataclass(frozen=True)
class Today:
    """What every entry is described against."""

    assessment: Assessment
    standings: Mapping[str, Standing]
    position: Position
    """Where the organisation stands before the plan."""


def planned_action(today: Today, step: Step, span: Span, needs: tuple[str, ...]) -> PlannedAction:
    """Describe an action in its place."""
    action, tracked = today.assessment.actions[step.id], today.assessment.tracked.get(step.id)
    dimension = dimension_of_action(action, today.assessment)
    node = dimension if today.assessment.framework.file.aggregate == "none" else OVERALL
    return PlannedAction(
        id=step.id,
        title=action.title,
        detail=action.detail,
        dimension=dimension,
        owner=tracked.owner if tracked and tracked.owner else action.owner,
        owner_role=action.owner if action.id in today.assessment.framework.actions else "",
        effort_days=_effort(action.effort_days),
        months=as_number(action.months),
        cost=_cost(action.cost),
        start_month=as_number(span.start),
        finish_month=as_number(span.finish),
        horizon=span.horizon,
        needs=needs,
        raises=_raises(action),
        changes=_changes(today, step),
        caps_released=step.released,
        uplift=_rise(step.scores_before[node], step.scores_after[node]),
        uplift_alone=_rise(today.position.scores[node], _alone(today, step.effects)[node]),
        gap_closed=as_number(step.gap_closed),
        overall_after=_shown(step.scores_after[OVERALL]),
        status=tracked.status if tracked else None,
        due=tracked.due.isoformat() if tracked and tracked.due else None,
        note=tracked.note if tracked else "",
        sources=action.sources,
    )


def beyond_action(action: Action, assessment: Assessment, reason: str) -> BeyondAction:
    """Describe an action that is not planned."""
    return BeyondAction(
        id=action.id,
        title=action.title,
        dimension=dimension_of_action(action, assessment),
        effort_days=_effort(action.effort_days),
        raises=_raises(action),
        reason=reason,
    )


def dimension_of_action(action: Action, assessment: Assessment) -> str:
    """Give the dimension whose file an action stands in, else the first that it raises."""
    raised = [dimension_of(question) for question in action.raises]
    own = assessment.framework.action_dimensions.get(action.id)
    return own if own in raised else raised[0]


def _alone(today: Today, effects: tuple[tuple[str, Fraction], ...]) -> Mapping[str, Value]:
    """Score everything as if the action alone were done today, its needs left aside."""
    position = today.position
    changes = {q: level for q, level in effects if _is_below(position.values[q], level)}
    scores = {**position.scores, **position.after(changes)}
    return {**scores, OVERALL: position.engine.overall(scores)}


def _is_below(value: Value, level: Fraction) -> bool:
    return not isinstance(value, Gap) and value < level


def _shown(value: Value) -> Number | None:
    return None if isinstance(value, Gap) else as_number(value)


def _rise(before: Value, after: Value) -> Number | None:
    if isinstance(before, Gap) or isinstance(after, Gap):
        return None
    return as_number(after - before)


def _changes(today: Today, step: Step) -> tuple[Change, ...]:
    """Give what is raised and from where; from nothing, where the answer is still missing."""
    found = []
    for question, level in step.changes.items():
        standing, before = today.standings[question], step.before[question]
        from_ = None if standing.is_missing and before == standing.value else _shown(before)
        found.append(Change(question=question, from_=from_, to=as_number(level)))
    return tuple(found)


def _raises(action: Action) -> dict[str, Number]:
    return {question: as_number(level) for question, level in action.raises.items()}


def _effort(effort: Effort) -> EffortInfo:
    return EffortInfo(
        low=as_number(effort.low), high=as_number(effort.high), planned=as_number(effort.midpoint)
    )


def _cost(cost: Cost | None) -> CostInfo | None:
    if cost is None:
        return None
    return CostInfo(one_off=as_number(cost.one_off), yearly=as_number(cost.yearly))
