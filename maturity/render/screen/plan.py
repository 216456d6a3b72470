"""Stage 6: a plan on a terminal: the first three actions, then a table for each horizon."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.render.report.blocks import Heading as PageHeading
from maturity.render.report.blocks import Items
from maturity.render.report.blocks import Paragraph as PageParagraph
from maturity.render.report.context import Context
from maturity.render.report.effort import cost_text, total_effort
from maturity.render.report.first_actions import first_actions
from maturity.render.report.followed import due_text
from maturity.render.report.plan_words import (
    aim_text,
    beyond_reasons,
    effect_text,
    sure_text,
    unsure_text,
)
from maturity.render.report.roadmap import plan_intro
from maturity.render.report.when import horizon_titles, months
from maturity.render.screen.audience import audience_blocks
from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points
from maturity.render.screen.summary import overall_sentence
from maturity.render.words.clean import clean
from maturity.render.words.numbers import exactly, plain, signed_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.plan_document import PlacedAction, PlanDocument
    from maturity.model.result import Result

_NUMBERS = frozenset({"Days", "Cost", "Months", "Rise", "After"})


def plan_screen(result: Result, plan: PlanDocument) -> list[Block]:
    """Say what to do first, then everything in order, then how sure that is."""
    c = Context(result)
    blocks: list[Block] = [Paragraph(overall_sentence(c))]
    intro = " ".join(part for part in (aim_text(c, plan), plan_intro(c)) if part)
    blocks.append(Paragraph(intro))
    if plan.plan:
        blocks += _first(c, plan)
    for horizon, title in horizon_titles(c).items():
        actions = [one for one in plan.plan if one.horizon == horizon]
        if actions:
            blocks += [Heading(_title(c, title, actions)), _table(c, plan, actions)]
    unsure = [text for one in plan.plan if one.horizon == "now" and (text := unsure_text(c, one))]
    sure = sure_text(c, plan)
    if sure:
        blocks += [Heading("How sure it is"), Paragraph(sure)]
        blocks += [Points(tuple(unsure))] if unsure else []
    return [*blocks, *_beyond(plan), *audience_blocks(result.audience, result.withheld)]


def _first(c: Context, plan: PlanDocument) -> list[Block]:
    """Turn the report's blocks about the first actions into a terminal's."""
    blocks: list[Block] = []
    for block in first_actions(c):
        if isinstance(block, PageHeading):
            blocks.append(Heading(block.text))
        elif isinstance(block, Items):
            said = [[f"{one.lead}: {one.text}", *one.lines] for one in block.items]
            blocks.append(Points(tuple(". ".join(lines) for lines in said)))
        elif isinstance(block, PageParagraph):
            blocks.append(Paragraph(block.text))
    effect = effect_text(c, plan)
    return [*blocks, Paragraph(effect)] if effect else blocks


def _title(c: Context, title: str, actions: Sequence[PlacedAction]) -> str:
    low, high = (
        float(sum((exactly(getattr(one.effort_days, end)) for one in actions), Fraction(0)))
        for end in ("low", "high")
    )
    effort = total_effort(c, low, high, actions)
    number = c.count(len(actions), "1 action", "{n} actions")
    return f"{title} – {number}, {effort}"


def _table(c: Context, plan: PlanDocument, actions: Sequence[PlacedAction]) -> Columns:
    """Lay actions out; a column in which nothing stands is left out."""
    numbers = {one.id: number for number, one in enumerate(plan.plan, 1)}
    rows = [_row(c, one, numbers) for one in actions]
    headers = [name for name in rows[0] if name == "Action" or any(row[name] for row in rows)]
    return Columns(
        tuple(headers),
        tuple(tuple(row[name] for name in headers) for row in rows),
        frozenset(index for index, name in enumerate(headers) if name in _NUMBERS),
    )


def _row(c: Context, action: PlacedAction, numbers: dict[str, int]) -> dict[str, str]:
    effort, target = action.effort_days, c.result.overall.target
    low, high = plain(effort.low), plain(effort.high)
    known = () if target is None else (target,)
    due = due_text(c, action)
    waits = [str(numbers.get(need, c.action(need))) for need in action.needs]
    return {
        "Action": f"{numbers[action.id]}. {clean(action.title)}{f' ({due})' if due else ''}",
        "Owner": action.owner,
        "Days": low if low == high else f"{low}–{high}",
        "Cost": cost_text(c, [action]),
        "Months": months(c, action.start_month, action.finish_month),
        "Rise": "" if action.uplift is None else signed_text(action.uplift),
        "After": "" if action.overall_after is None else c.value(action.overall_after, known),
        "Waits for": ", ".join(waits),
    }


def _beyond(plan: PlanDocument) -> list[Block]:
    if not plan.beyond:
        return []
    number = len(plan.beyond)
    title = f"Beyond the targets – {number} action{'' if number == 1 else 's'}"
    entries = tuple(f"{reason}: {count}" for reason, count in beyond_reasons(plan))
    listed = Paragraph("--format markdown and --format json list them.")
    return [Heading(title), Points(entries), listed]
