"""Stage 6: what a plan on its own says beside a report's plan: its aim, its effect, how sure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from maturity.render.report.effort import days
from maturity.render.words.clean import clean

if TYPE_CHECKING:
    from maturity.model.plan_document import PlacedAction, PlanDocument, Rise
    from maturity.render.report.context import Context


PLACES = {"now": "now", "next": "next", "later": "later", "beyond": "not needed"}
"""Where an action stands → what a reader is told."""


def aim_text(c: Context, plan: PlanDocument) -> str:
    """Say what a plan is for and without; nothing where it is the usual one."""
    said = []
    if plan.only is not None:
        title = c.dimension(plan.only)
        said.append(c.say("This plan closes the gap of {title} alone.", title=title))
    if plan.excluded:
        titles = c.words.listed([f"“{clean(c.action(name))}”" for name in plan.excluded])
        said.append(c.say("It leaves out {titles}, and what needs it.", titles=titles))
    return " ".join(said)


def effect_text(c: Context, plan: PlanDocument) -> str:
    """Say what the first actions bring together: Security 1.8 → 2.4, 35 days."""
    if not plan.first.rises:
        return ""
    effort = plan.first.totals.effort_days
    risen = ", ".join(_rise(c, rise) for rise in plan.first.rises)
    return c.say("{risen}, {days}.", risen=risen, days=days(c, effort.low, effort.high))


def _rise(c: Context, rise: Rise) -> str:
    node = c.dimensions[rise.dimension]
    target = () if node.target is None else (node.target,)
    ends = c.value(rise.from_, target), c.value(rise.to, target)
    if node.provisional:
        return c.say(
            "{title} {start} → {end} ({share} answered so far)",
            title=rise.title,
            start=ends[0],
            end=ends[1],
            share=c.coverage(node),
        )
    return c.say("{title} {start} → {end}", title=rise.title, start=ends[0], end=ends[1])


def sure_text(c: Context, plan: PlanDocument) -> str:
    """Say how many of the actions for now stay so whatever the missing answers are."""
    now = [one for one in plan.plan if one.horizon == "now" and one.sure is not None]
    if not now or not c.result.unknowns:
        return ""
    sure = sum(not is_unsure(one) for one in now)
    stays = c.count(len(now), "The action to do now stays so", "All {n} actions to do now stay so")
    if sure < len(now):
        stays = c.say("{sure} of {all} to do now would stay so", sure=sure, all=len(now))
    return c.say(
        "{stays} with every missing answer at its lowest, and with every one at its highest.",
        stays=stays,
    )


def is_unsure(action: PlacedAction) -> bool:
    """Say whether an action would move to another horizon at an end of what is not known."""
    sure = action.sure
    return sure is not None and {sure.lowest, sure.highest} != {action.horizon}


def unsure_text(c: Context, action: PlacedAction) -> str:
    """Say where an action would stand at both ends; nothing where it stays."""
    if action.sure is None or not is_unsure(action):
        return ""
    ends = {"lowest": PLACES[action.sure.lowest], "highest": PLACES[action.sure.highest]}
    title = clean(action.title)
    return c.say("{title}: at the lowest {lowest}, at the highest {highest}", title=title, **ends)


def beyond_reasons(plan: PlanDocument) -> list[tuple[str, int]]:
    """Count what is not in the plan by its reason, the most frequent first."""
    found = Counter(one.reason for one in plan.beyond)
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
