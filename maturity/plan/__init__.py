"""Stage 5: scores and targets become an ordered plan. Pure: no files, no clock, no rounding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.plan.describe import Today, beyond_action, planned_action
from maturity.plan.options import PlanOptions
from maturity.plan.order import sequence
from maturity.plan.outset import outset
from maturity.plan.position import Position
from maturity.plan.progress import Progress
from maturity.plan.reasons import what_stays_short, why_beyond, why_no_plan, why_no_score
from maturity.plan.schedule import schedule
from maturity.score.aggregate import Gap
from maturity.score.engine import OVERALL

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment
    from maturity.model.planned import BeyondAction, PlannedAction
    from maturity.score import Scores


@dataclass(frozen=True)
class Plan:
    """The ordered actions, and those that are not needed or not possible."""

    planned: tuple[PlannedAction, ...] = ()
    beyond: tuple[BeyondAction, ...] = ()
    note: str = ""
    """Why there is no plan, where there is none; else which targets it does not reach."""


DEFAULT = PlanOptions()


def make_plan(assessment: Assessment, scores: Scores, options: PlanOptions = DEFAULT) -> Plan:
    """Order the actions by the gap that they close a day, and give each its months.

    Every uplift is found by scoring again. Worked: mfa 1 and patching 3 have the mean 2, and the
    target is 3; raising mfa to 3 in 20 days closes 1 level, 1/20 a day, and goes before raising
    patching to 4 in 20 days, which closes 1/2.

    Raises:
        MaturityError: The options name a dimension or an action that there is not.
    """
    options.check(assessment)
    standings = scores.standings
    today = Position(scores.engine, {question: s.value for question, s in standings.items()})
    if today.scores[OVERALL] is Gap.BLOCKED:
        return Plan(note=why_no_score(standings))
    progress = Progress(
        assessment, scores, outset(assessment, standings, options.exclude), options.only
    )
    is_below_target = any(progress.gaps.values())
    steps = sequence(progress, [level.level for level in assessment.framework.file.levels])
    actions, needs = progress.outset.actions, progress.outset.needs
    days_per_month = options.days_per_month or assessment.capacity.days_per_month
    spans = schedule([actions[step.id] for step in steps], needs, days_per_month)
    described = Today(assessment, standings, today)
    return Plan(
        planned=tuple(
            planned_action(described, step, spans[step.id], needs[step.id]) for step in steps
        ),
        beyond=tuple(
            beyond_action(action, assessment, why_beyond(name, assessment, standings, progress))
            for name, action in actions.items()
            if name not in progress.placed
        ),
        note=what_stays_short(assessment, progress)
        if steps
        else why_no_plan(standings, progress, is_below_target=is_below_target),
    )


__all__ = ["DEFAULT", "Plan", "PlanOptions", "make_plan"]
