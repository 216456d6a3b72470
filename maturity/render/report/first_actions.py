"""Stage 6: the three actions to do first, and what they bring together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.render.report.blocks import Heading, Item, Items, Paragraph
from maturity.render.report.effort import cost_text, days, effort_pounds, total_effort
from maturity.render.report.outcome import is_cut, outcome, shortfall, whole_effort
from maturity.render.report.when import in_months
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
        c.say("The action to do first"),
        c.say("The two actions to do first"),
        c.say("The three actions to do first"),
    )
    return [
        Heading(titles[len(first) - 1]),
        Items(tuple(_item(c, action) for action in first), ordered=True),
        Paragraph(_together(c, first)),
    ]


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
        _brings(c, action),
        action.owner,
    ]
    text = " · ".join(fact for fact in facts if fact)
    return Item(action.title, text, c.link("action", action.id), _lifts(c, action))


def _brings(c: Context, action: PlannedAction) -> str:
    if not action.uplift:
        return ""
    uplift = c.signed(action.uplift)
    if c.result.overall.score is None:
        title = c.dimension(action.dimension)
        return c.say("{uplift} in {title}", uplift=uplift, title=title)
    return c.say("{uplift} overall", uplift=uplift)


def _lifts(c: Context, action: PlannedAction) -> tuple[str, ...]:
    if not action.caps_released:
        return ()
    asks = c.words.listed([f"“{c.ask(question)}”" for question in action.caps_released])
    return (c.say("Lifts the ceiling set by {asks}", asks=asks),)


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
    return [
        c.say(
            "The overall score goes from {before} to {after}.",
            before=c.score(overall),
            after=c.value(after, target),
        )
    ]


def _share(c: Context, first: Sequence[PlannedAction]) -> str:
    closed = sum((exactly(one.gap_closed) for one in first), Fraction(0))
    whole = sum((exactly(one.gap_closed) for one in c.result.plan), Fraction(0))
    if not whole or len(first) == len(c.result.plan) or is_cut(c):
        return ""
    return c.count(
        len(first),
        "It brings {share} of all that the plan brings.",
        "They bring {share} of all that the plan brings.",
        share=c.percent(float(closed / whole)),
    )
