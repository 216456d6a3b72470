"""Stage 5: the plan on its own, with totals, what comes first and how sure each place is."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.levels import as_number
from maturity.model.plan_document import First, PlacedAction, PlanDocument, Pounds, Totals
from maturity.model.planned import CostInfo, EffortInfo
from maturity.plan import DEFAULT
from maturity.plan.effect import rises
from maturity.score.from_result import exactly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maturity.model.part import Number
    from maturity.model.plan_document import Sure
    from maturity.model.planned import PlannedAction
    from maturity.model.result import Result
    from maturity.plan import PlanOptions

FIRST = 3
"""How many actions are shown together as those to begin with."""


def plan_document(
    result: Result, options: PlanOptions = DEFAULT, sure: Mapping[str, Sure] | None = None
) -> PlanDocument:
    """Take the plan out of a Result, with what only a plan on its own says."""
    parameters, plan = result.parameters, result.plan
    first = plan[:FIRST]
    needed_by: dict[str, list[str]] = {}
    for one in plan:
        for need in dict.fromkeys(one.needs):
            needed_by.setdefault(need, []).append(one.id)
    return PlanDocument(
        tool=result.tool,
        framework=result.framework,
        organisation=result.organisation.name,
        profile=result.profile,
        date=result.date,
        scope=result.scope,
        status=result.status,
        answers_digest=result.answers_digest,
        audience=result.audience,
        withheld=result.withheld,
        days_per_month=parameters.capacity.days_per_month,
        day_rate=parameters.capacity.day_rate,
        only=options.only,
        excluded=tuple(sorted(options.exclude)),
        overall=result.overall.score,
        first=First(
            actions=tuple(one.id for one in first),
            totals=totals(first, parameters.capacity.day_rate),
            rises=rises(result, first),
            overall_from=result.overall.score,
            overall_to=first[-1].overall_after if first else result.overall.score,
        ),
        totals=totals(plan, parameters.capacity.day_rate),
        plan=tuple(_placed(one, needed_by, sure or {}) for one in plan),
        plan_note=result.plan_note,
        beyond=result.beyond,
    )


def _placed(
    action: PlannedAction, needed_by: Mapping[str, Sequence[str]], sure: Mapping[str, Sure]
) -> PlacedAction:
    own = {name: getattr(action, name) for name in type(action).model_fields}
    waiting = tuple(needed_by.get(action.id, ()))
    return PlacedAction(**own, needed_by=waiting, sure=sure.get(action.id))


def totals(actions: Sequence[PlannedAction], day_rate: Number | None) -> Totals:
    """Add up what actions take; 10 to 40 days at £450 are £4,500 to £18,000, planned £11,250."""
    low, high, planned = (
        sum((exactly(getattr(one.effort_days, end)) for one in actions), Fraction(0))
        for end in ("low", "high", "planned")
    )
    rate = exactly(day_rate)
    pounds = Pounds(
        low=as_number(low * rate), high=as_number(high * rate), planned=as_number(planned * rate)
    )
    costs = [one.cost for one in actions if one.cost is not None]
    return Totals(
        actions=len(actions),
        effort_days=EffortInfo(
            low=as_number(low), high=as_number(high), planned=as_number(planned)
        ),
        effort_pounds=None if day_rate is None else pounds,
        cost=CostInfo(
            one_off=as_number(sum((exactly(cost.one_off) for cost in costs), Fraction(0))),
            yearly=as_number(sum((exactly(cost.yearly) for cost in costs), Fraction(0))),
        ),
    )
