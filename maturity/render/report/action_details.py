"""Stage 6: what each planned action involves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Fact, Facts, Paragraph, Quote, Section
from maturity.render.report.effort import total_effort
from maturity.render.report.followed import followed_text
from maturity.render.report.outcome import is_cut
from maturity.render.report.why_here import missing_answers, missing_questions, why_here
from maturity.render.words.clean import clean, paragraphs
from maturity.render.words.foreign import together
from maturity.render.words.numbers import NONE, exactly

if TYPE_CHECKING:
    from maturity.model.planned import Change, PlannedAction
    from maturity.render.report.blocks import Block
    from maturity.render.report.context import Context


def action_details(c: Context) -> Section | None:
    """Describe every action of the plan; None where there is no plan."""
    if not c.result.plan:
        return None
    parts = tuple(_action(c, number, one) for number, one in enumerate(c.result.plan, 1))
    title = c.say("What each action involves")
    return Section("actions", title, sections=parts, kind="paired")


def _action(c: Context, number: int, action: PlannedAction) -> Section:
    blocks: list[Block] = []
    if clean(action.detail):
        blocks.append(Paragraph(action.detail))
    text = c.commentary(action.id)
    if text:
        blocks.append(Quote(c.say("From the authors of the assessment"), paragraphs(text)))
    first, *others = [_change(c, change) for change in action.changes] or _stated(c, action)
    facts = [Fact(c.say("Raises"), first, tuple(others))]
    facts += [Fact(term, said) for term, said in _about(c, action) if clean(said)]
    blocks.append(Facts(tuple(facts)))
    title = c.say("{n}. {title}", n=number, title=action.title)
    return Section(c.anchor("action", action.id), title, tuple(blocks))


def _change(c: Context, change: Change) -> str:
    ask, to = c.ask(change.question), c.value(change.to)
    if change.from_ is None:
        return c.say("“{ask}” to {to}", ask=ask, to=to)
    return c.say("“{ask}” from {start} to {to}", ask=ask, start=c.value(change.from_), to=to)


def _stated(c: Context, action: PlannedAction) -> list[str]:
    """Say what an action raises that moves no score yet."""
    return [
        c.say("“{ask}” to {to}", ask=one.ask, to=c.value(action.raises[one.id]))
        for one in missing_answers(c, action)
    ] or [NONE]


def _about(c: Context, action: PlannedAction) -> list[tuple[str, str]]:
    lifts = c.words.listed([f"“{c.ask(question)}”" for question in action.caps_released])
    return [
        (c.say("Takes"), _takes(c, action)),
        (c.say("Brings"), _brings(c, action)),
        (c.say("Why it is here"), why_here(c, action)),
        (c.say("Not known yet, so ask first"), missing_questions(c, action)),
        (c.say("Lifts the ceiling of"), lifts),
        (c.say("Followed up"), _tracked(c, action)),
        (c.say("Sources"), "; ".join(_source(c, source) for source in action.sources)),
    ]


def _takes(c: Context, action: PlannedAction) -> str:
    effort = total_effort(c, action.effort_days.low, action.effort_days.high, [action])
    if action.months == 1:
        return c.say("{effort}; at least 1 month", effort=effort)
    return c.say("{effort}; at least {n} months", effort=effort, n=c.plain(action.months))


def _brings(c: Context, action: PlannedAction) -> str:
    whole = c.result.overall.score is not None
    title = c.say("the overall score") if whole else c.dimension(action.dimension)
    said = []
    if action.uplift is not None:
        rise = c.signed(action.uplift)
        said.append(c.say("{rise} for {title}", rise=rise, title=title))
    if action.uplift_alone is not None and action.uplift_alone != action.uplift:
        alone = c.signed(action.uplift_alone) if action.uplift_alone else c.say("nothing")
        said.append(c.say("{rise} if it alone were done today", rise=alone))
    if c.plan_closes and not is_cut(c):
        share = c.percent(float(exactly(action.gap_closed) / c.plan_closes))
        said.append(c.say("{share} of the weighted gap that the plan closes", share=share))
    return together("; ", said)


def _tracked(c: Context, action: PlannedAction) -> str:
    said = (followed_text(c.words, action.status, action.due), action.note)
    return "; ".join(part for part in said if clean(part))


def _source(c: Context, source_id: str) -> str:
    source = c.sources.get(source_id)
    return source.title if source else source_id
