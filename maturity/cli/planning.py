"""How `maturity plan` makes its plan: scored once, planned, and planned again at both ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maturity.cli.results import for_audience

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from maturity.model.assessment import Assessment
    from maturity.model.plan_document import PlanDocument
    from maturity.model.result import Result
    from maturity.plan import PlanOptions


def plan_answers(
    answers: Sequence[Path], framework: str | None, profile: str | None, options: PlanOptions
) -> tuple[Result, PlanDocument]:
    """Load, score and plan what the paths mean; give the Result with that plan, and the plan.

    Raises:
        MaturityError: With every problem of every file, or with what the options name wrongly.
    """
    from maturity.evaluate import as_result
    from maturity.load.assessment import load_assessment
    from maturity.plan import make_plan
    from maturity.plan.document import plan_document
    from maturity.plan.sureness import how_sure
    from maturity.score import score

    assessment = _with_capacity(
        load_assessment(answers, framework=framework, profile=profile), options
    )
    scores = score(assessment)
    plan = make_plan(assessment, scores, options)
    result = for_audience(as_result(assessment, scores, plan), None)
    return result, plan_document(result, options, how_sure(assessment, scores, plan, options))


def _with_capacity(assessment: Assessment, options: PlanOptions) -> Assessment:
    """Let the Result say the capacity that was planned with."""
    if options.days_per_month is None:
        return assessment
    days = {"days_per_month": options.days_per_month}
    return replace(assessment, capacity=assessment.capacity.model_copy(update=days))
