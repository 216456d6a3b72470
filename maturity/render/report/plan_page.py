"""Stage 6: a plan as a page of its own, laid out like a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Items,
    Paragraph,
    Row,
    Section,
    Table,
)
from maturity.render.report.context import Context
from maturity.render.report.first_actions import first_actions
from maturity.render.report.plan_words import PLACES, aim_text, effect_text, sure_text
from maturity.render.report.provenance import withheld_items
from maturity.render.report.roadmap import plan_section
from maturity.render.report.view import Labels, Report, warnings_of
from maturity.render.screen.summary import overall_sentence

if TYPE_CHECKING:
    from maturity.model.plan_document import PlanDocument
    from maturity.model.result import Result


def build_plan(result: Result, plan: PlanDocument) -> Report:
    """Put a plan into words; the horizons, the actions and what is beyond are the report's."""
    c = Context(result)
    name, day = result.organisation.name, c.words.day(result.date)
    sections = (_summary(c, plan), plan_section(c), _sure(c, plan), _withheld(c))
    return Report(
        language="en-GB",
        framework=f"{result.framework.title} {result.framework.version}",
        title=c.say("Action plan: {name}", name=name),
        window_title=c.say("Action plan: {name}, {day}", name=name, day=day),
        description=c.say("Action plan of {name}", name=name),
        warnings=warnings_of(c),
        is_draft=result.status != "final",
        facts=_facts(c, day),
        sections=tuple(section for section in sections if section is not None),
        labels=Labels(c.say("Skip to the plan"), c.say("Contents"), c.say("Made with maturity.")),
    )


def _facts(c: Context, day: str) -> tuple[Fact, ...]:
    profile = c.result.profile
    facts = [Fact(c.say("Profile"), profile.title)] if profile else []
    return (*facts, Fact(c.say("Date"), day))


def _summary(c: Context, plan: PlanDocument) -> Section:
    said = (overall_sentence(c), aim_text(c, plan))
    blocks: list[Block] = [Paragraph(text) for text in said if text]
    blocks += first_actions(c)
    blocks += [Paragraph(text) for text in (effect_text(c, plan), sure_text(c, plan)) if text]
    return Section("summary", c.say("What to do first"), tuple(blocks), kind="summary")


def _sure(c: Context, plan: PlanDocument) -> Section | None:
    """Show where every action would stand at both ends; None where nothing is missing."""
    if not c.result.unknowns:
        return None
    rows = tuple(
        Row(
            (
                Cell(one.title, c.link("action", one.id)),
                Cell(PLACES[one.horizon]),
                Cell(PLACES[one.sure.lowest]),
                Cell(PLACES[one.sure.highest]),
            )
        )
        for one in plan.plan
        if one.sure is not None
    )
    if not rows:
        return None
    columns = (
        Column(c.say("Action"), wide=True),
        Column(c.say("In this plan")),
        Column(c.say("If all are lowest")),
        Column(c.say("If all are highest")),
    )
    caption = c.say("When each action would run if the missing answers were known")
    table = Table("sure-table", caption, columns, rows)
    return Section("sure", c.say("How sure it is"), (table,))


def _withheld(c: Context) -> Section | None:
    items = withheld_items(c)
    if not items:
        return None
    return Section("withheld", c.say("Left out of this version"), (Items(tuple(items)),))
