"""Stage 5: why there is no plan, and why an action is not in it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.plan.outset import levels_set
from maturity.score.aggregate import Gap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.assessment import Assessment
    from maturity.plan.outset import Effects
    from maturity.plan.progress import Progress
    from maturity.score.aggregate import Value
    from maturity.score.resolve import Standing


def why_no_score(standings: Mapping[str, Standing]) -> str:
    """Say that missing answers leave nothing to plan from."""
    missing = sum(standing.value is Gap.BLOCKED for standing in standings.values())
    if missing == 1:
        return "There is no plan because there is no score: 1 answer is missing."
    return f"There is no plan because there is no score: {missing} answers are missing."


def why_no_plan(
    standings: Mapping[str, Standing], progress: Progress, *, is_below_target: bool
) -> str:
    """Say why nothing was planned although there may be scores."""
    scores = progress.position.scores
    aimed_at = [scores[d] for d in progress.gaps if progress.gap.has_target(d)]
    if not aimed_at:
        return "There is no plan because there is no target: name a profile, or set targets."
    if is_below_target:
        return "There is no plan because no action brings a score closer to its target."
    if Gap.BLOCKED in aimed_at:
        return why_no_score(standings)
    if all(score is Gap.OUT for score in aimed_at):
        return "There is no plan because nothing that has a target is scored."
    return "There is no plan because nothing is below its target."


def what_stays_short(assessment: Assessment, progress: Progress) -> str:
    """Name the dimensions in which the whole plan leaves a target unreached; nothing if none.

    Before them, say where the best order ends, if so many actions were not all weighed.
    """
    dimensions = assessment.framework.questionnaires
    titles = sorted(one.title for one in dimensions if progress.gaps[one.id])
    said = []
    if progress.placed_in_rounds is not None:
        said.append(
            f"Of so many actions the first {progress.placed_in_rounds} stand in the best order; "
            "the others follow in a simpler one."
        )
    if titles:
        named = "; ".join(titles)
        said.append(f"Some targets stay out of reach even when all of it is done: {named}.")
    return " ".join(said)


def why_beyond(
    name: str, assessment: Assessment, standings: Mapping[str, Standing], progress: Progress
) -> str:
    """Say why an action is not in the plan, once the plan is complete."""
    if name in progress.outset.done:
        return "It is tracked as done; the score follows the answers"
    if name in progress.outset.rejected or name in progress.outset.waits_for_rejected:
        return _why_barred(name, progress)
    if not progress.outset.effects[name]:
        listed = levels_set(progress.outset.actions[name], assessment)
        if any(standings[question].is_missing for question, _ in listed):
            return "What it raises has no answer yet; find that out first"
        return "What it raises does not apply, or is not asked here"
    return _why_no_gap(name, standings, progress)


def _why_barred(name: str, progress: Progress) -> str:
    outset = progress.outset
    if name in outset.rejected:
        return "It is left out of this plan" if name in outset.excluded else "It is rejected"
    need = outset.actions[outset.waits_for_rejected[name]]
    if need.id in outset.excluded:
        return f"It needs “{need.title}”, which is left out of this plan"
    return f"It needs “{need.title}”, which is rejected"


def _why_no_gap(name: str, standings: Mapping[str, Standing], progress: Progress) -> str:
    effects = progress.outset.effects[name]
    if _are_there(effects, {question: standings[question].value for question, _ in effects}):
        return "What it raises is already there"
    if _are_there(effects, progress.position.values):
        return "The planned actions raise the same"
    touched = progress.touches[name]
    if progress.gap.only is not None and progress.gap.only not in touched:
        return "It raises nothing in the dimension that this plan is for"
    if not any(progress.gap.has_target(dimension) for dimension in touched):
        return "There is no target for what it raises"
    if not any(progress.gaps[dimension] for dimension in touched):
        return "The targets are reached without it"
    return "It brings no score closer to its target"


def _are_there(effects: Effects, values: Mapping[str, Value]) -> bool:
    pairs = [(values[question], level) for question, level in effects]
    return all(isinstance(value, Fraction) and value >= level for value, level in pairs)
