"""Stage 5: how sure a plan is: where each action would stand at both ends of what is not known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maturity.model.plan_document import Sure
from maturity.plan import DEFAULT, make_plan
from maturity.score.resolve import Standing

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment
    from maturity.model.plan_document import Place
    from maturity.plan import Plan, PlanOptions
    from maturity.score import Scores


def how_sure(
    assessment: Assessment, scores: Scores, plan: Plan, options: PlanOptions = DEFAULT
) -> dict[str, Sure]:
    """Say of each planned action when it would run if every missing answer were found out.

    Two more plans: one as if all missing answers were the lowest that their questions can give,
    one as if all were the highest. Where no answer is missing, both are the plan itself.
    """
    if any(standing.is_missing for standing in scores.standings.values()):
        lowest, highest = (
            _places(make_plan(assessment, _found_out(scores, upper=upper), options))
            for upper in (False, True)
        )
    else:
        lowest = highest = _places(plan)
    return {
        one.id: Sure(lowest=lowest.get(one.id, "beyond"), highest=highest.get(one.id, "beyond"))
        for one in plan.planned
    }


def _places(plan: Plan) -> dict[str, Place]:
    return {one.id: one.horizon for one in plan.planned}


def _found_out(scores: Scores, *, upper: bool) -> Scores:
    """Give the standings as if each missing answer were given, at one of its ends."""
    found = {
        question: standing.high if upper else standing.low
        for question, standing in scores.standings.items()
        if standing.is_missing
    }
    given = {question: Standing("scored", end, end, end) for question, end in found.items()}
    return replace(scores, standings={**scores.standings, **given})
