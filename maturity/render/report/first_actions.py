"""Stage 6: the three actions that matter first, and what they bring together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.render.report.blocks import Heading, Item, Items, Paragraph
from maturity.render.report.effort import cost_text, days, effort_pounds, total_effort
from maturity.render.report.followed import due_text
from maturity.render.report.outcome import is_cut, outcome, shortfall, whole_effort
from maturity.render.report.when import in_months
from maturity.render.report.why_here import ask_first, why_here
from maturity.render.words.foreign import together
from maturity.render.words.numbers import exactly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.planned import PlannedAction
    from maturity.render.report.blocks import Block
    from maturity.render.report.context import Context

HOW_MANY = 3


def first_actions(c: Context) -> list[Block]:
    """List the first actions of the plan, or say why there is none."""
    plan = c.result.plan
    if not plan:
        note = " ".join(shortfall(c)) or c.say("No action is needed to reach the targets.")
        return [Paragraph(note)]
    first = plan[:HOW_MANY]
    titles = (
        c.say("The action that matters first"),
        c.say("The two actions that matter first"),
        c.say("The three actions that matter first"),
    )
    return [
        Heading(titles[len(first) - 1]),
        *_order(c, first),
        Items(tuple(_item(c, action) for action in first), ordered=True),
        Paragraph(_together(c, first)),
    ]


def _order(c: Context, first: Sequence[PlannedAction]) -> list[Paragraph]:
    """Say what their place means; nothing where no action of the plan stands behind them."""
    others = c.result.plan[len(first) :]
    if not others or is_cut(c):
        return []
    said = c.say(
        "They bring the most towards the targets for each day of work, counted with what they "
        "need. Their months say when they run."
    )
    last = max(exactly(one.finish_month) for one in first)
    sooner = sum(exactly(one.finish_month) < last for one in others)
    earlier = c.count(
        sooner,
        "One other action is done before the last of them.",
        "{n} other actions are done before the last of them.",
    )
    return [Paragraph(f"{said} {earlier}" if sooner else said, "quiet")]


def whole_plan(c: Context) -> list[Block]:
    """Say how much the plan holds after its first actions, and where it leads."""
    plan = c.result.plan
    if not plan:
        return []
    more = c.say(
        "The whole plan has {n} actions and takes {effort}.",
        n=len(plan),
        effort=whole_effort(c),
    )
    if is_cut(c):
        effort = whole_effort(c)
        more = c.say("This version shows {n} actions; {effort}.", n=len(plan), effort=effort)
    return [Paragraph(" ".join([*([more] if len(plan) > HOW_MANY else []), *outcome(c)]))]


def _item(c: Context, action: PlannedAction) -> Item:
    facts = [
        days(c, action.effort_days.low, action.effort_days.high),
        effort_pounds(c, action.effort_days.low, action.effort_days.high),
        cost_text(c, [action]),
        in_months(c, action.start_month, action.finish_month),
        due_text(c, action),
        _brings(c, action),
        action.owner,
    ]
    text = together(" · ", filter(None, facts))
    said = (_lifts(c, action), why_here(c, action), ask_first(c, action))
    lines = tuple(line for line in said if line)
    return Item(action.title, text, c.link("action", action.id), lines)


def _brings(c: Context, action: PlannedAction) -> str:
    if not action.uplift:
        return ""
    uplift = c.signed(action.uplift)
    if c.result.overall.score is None:
        title = c.dimension(action.dimension)
        return c.say("{uplift} in {title}", uplift=uplift, title=title)
    return c.say("{uplift} overall", uplift=uplift)


def _lifts(c: Context, action: PlannedAction) -> str:
    if not action.caps_released:
        return ""
    asks = c.words.listed([f"“{c.ask(question)}”" for question in action.caps_released])
    return c.say("Lifts the ceiling set by {asks}", asks=asks)


def _together(c: Context, first: Sequence[PlannedAction]) -> str:
    low = float(sum((exactly(one.effort_days.low) for one in first), Fraction(0)))
    high = float(sum((exactly(one.effort_days.high) for one in first), Fraction(0)))
    effort = total_effort(c, low, high, first)
    return " ".join(
        [
            c.count(
                len(first), "It takes {effort}.", "Together they take {effort}.", effort=effort
            ),
            *_rise(c, first),
            _share(c, first),
        ]
    ).strip()


def _rise(c: Context, first: Sequence[PlannedAction]) -> list[str]:
    after, overall = first[-1].overall_after, c.result.overall
    if after is None or overall.score is None:
        return []
    if exactly(after) <= exactly(overall.score):
        return [c.say("The overall score does not move yet.")]
    target = (overall.target,) if overall.target is not None else ()
    if c.value(after, target) == c.score(overall):
        moved = c.signed(float(exactly(after) - exactly(overall.score)))
        return [c.say("The overall score moves by {moved}.", moved=moved)]
    ends = {"before": c.score(overall), "after": c.value(after, target)}
    if overall.provisional:
        return [
            c.say(
                "The overall score of what has been answered so far ({share}) goes from {before} "
                "to {after}.",
                share=c.coverage(overall),
                **ends,
            )
        ]
    return [c.say("The overall score goes from {before} to {after}.", **ends)]


def _share(c: Context, first: Sequence[PlannedAction]) -> str:
    closed = sum((exactly(one.gap_closed) for one in first), Fraction(0))
    whole = sum((exactly(one.gap_closed) for one in c.result.plan), Fraction(0))
    if not whole or len(first) == len(c.result.plan) or is_cut(c):
        return ""
    return c.count(
        len(first),
        "It closes {share} of the gaps that the whole plan closes, each gap times its "
        "dimension's weight.",
        "They close {share} of the gaps that the whole plan closes, each gap times its "
        "dimension's weight.",
        share=c.percent(float(closed / whole)),
    )
