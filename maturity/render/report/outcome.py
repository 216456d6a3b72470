"""Stage 6: where the whole plan leads, and which targets it leaves unreached and why."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.render.report.context import dimension_of
from maturity.render.report.effort import total_effort
from maturity.render.words.numbers import exactly, month_numbers, whole_years
from maturity.render.words.stored import ACTIONS_WITHHELD, PLAN, recognised

if TYPE_CHECKING:
    from maturity.render.report.context import Context

FAR = 24
"""From which month on people count in years."""
_REFUSED = ("It is rejected", "It is left out of this plan", "It needs “")
_MISSING = "What it raises has no answer yet"


def is_cut(c: Context) -> bool:
    """Say whether actions of the plan are left out of this version."""
    return any(entry.what == ACTIONS_WITHHELD for entry in c.result.withheld)


def whole_effort(c: Context) -> str:
    """Write what all actions of the plan take together."""
    low = float(sum((exactly(one.effort_days.low) for one in c.result.plan), Fraction(0)))
    high = float(sum((exactly(one.effort_days.high) for one in c.result.plan), Fraction(0)))
    return total_effort(c, low, high, c.result.plan)


def outcome(c: Context) -> list[str]:
    """Say when everything is done, what the overall score is then, and what stays out of reach."""
    plan, overall = c.result.plan, c.result.overall
    if not plan:
        return shortfall(c)
    if is_cut(c):
        left_out = c.say(
            "Some actions are left out of this version, so it does not tell the score at the end."
        )
        done = c.say("The actions shown are done in {month}.", month=_last_month(c))
        return [left_out, done, *shortfall(c)]
    after = plan[-1].overall_after
    if after is None or overall.score is None:
        return [c.say("All of it is done in {month}.", month=_last_month(c)), *shortfall(c)]
    target = () if overall.target is None else (overall.target,)
    return [_end_score(c, c.value(after, target)), *shortfall(c)]


def _end_score(c: Context, score: str) -> str:
    """Say what the overall score comes to, and of how much while it is provisional."""
    if c.result.overall.provisional:
        return c.say(
            "When all of it is done, in {month}, the overall score of what has been answered so "
            "far ({share}) is {score}.",
            month=_last_month(c),
            share=c.coverage(c.result.overall),
            score=score,
        )
    return c.say(
        "When all of it is done, in {month}, the overall score is {score}.",
        month=_last_month(c),
        score=score,
    )


def _last_month(c: Context) -> str:
    """Name the month in which the last action ends, in years too where it is far off."""
    last = max(month_numbers(one.start_month, one.finish_month)[1] for one in c.result.plan)
    if last < FAR:
        return c.say("month {month}", month=last)
    return c.say("month {month} (about {years} years on)", month=last, years=whole_years(last))


def shortfall(c: Context) -> list[str]:
    """Name the dimensions that stay below a target, and what keeps actions from reaching it."""
    if is_cut(c) and not c.result.plan:
        return [c.say("The actions of the plan are left out of this version.")]
    note = c.again(c.result.plan_note)
    found = recognised(c.result.plan_note, PLAN)
    titles = f"; {found[1].get('titles', '')}; " if found else ""
    short = {node.id for node in c.result.dimensions if f"; {node.title}; " in titles}
    return [note, *_why_short(c, short)] if short else [note] if note else []


def _why_short(c: Context, short: set[str]) -> list[str]:
    """Count what could raise these dimensions but is not in the plan."""
    could = [one for one in c.result.beyond if any(dimension_of(q) in short for q in one.raises)]
    refused = sum(one.reason.startswith(_REFUSED) for one in could)
    missing = sum(one.reason.startswith(_MISSING) for one in could)
    said = []
    if refused:
        said.append(
            c.count(
                refused,
                "One action that could help is rejected or left out, or needs one that is.",
                "{n} actions that could help are rejected or left out, or need one that is.",
            )
        )
    if missing:
        said.append(
            c.count(
                missing,
                "One action that could help raises a question that has no answer yet.",
                "{n} actions that could help raise questions that have no answer yet.",
            )
        )
    if said or c.result.audience == "public":  # where actions may have been withheld
        return said
    return [c.say("No other action raises these dimensions further.")]
