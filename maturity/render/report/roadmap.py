"""Stage 6: the plan by horizon, each action in detail, and what is not in the plan."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.render.report.action_details import action_details
from maturity.render.report.blocks import Cell, Column, Paragraph, Row, Section, Table
from maturity.render.report.effort import days, total_effort
from maturity.render.words.clean import clean
from maturity.render.words.numbers import NONE, exactly, months_text, signed_text

if TYPE_CHECKING:
    from maturity.model.planned import BeyondAction, PlannedAction, Tracking
    from maturity.render.report.context import Context


def plan_section(c: Context) -> Section:
    """Lay out the plan."""
    parts = [
        _horizon(c, "now", c.say("Now: months 0–3"), c.say("What to do now")),
        _horizon(c, "next", c.say("Next: months 4–12"), c.say("What to do next")),
        _horizon(c, "later", c.say("Later: after month 12"), c.say("What to do later")),
        action_details(c),
        _beyond(c),
        _tracked(c),
    ]
    sections = tuple(part for part in parts if part is not None)
    return Section("plan", c.say("Action plan"), (Paragraph(plan_intro(c)),), sections)


def plan_intro(c: Context) -> str:
    """Say how much the plan holds, what it takes and how it is ordered; or why there is none."""
    plan = c.result.plan
    if not plan:
        return c.result.plan_note or c.say("No action is needed to reach the targets.")
    low = float(sum((exactly(one.effort_days.low) for one in plan), Fraction(0)))
    high = float(sum((exactly(one.effort_days.high) for one in plan), Fraction(0)))
    capacity = c.result.parameters.capacity.days_per_month
    said = [
        c.count(
            len(plan),
            "The plan holds one action. It takes {effort}.",
            "The plan holds {n} actions. Together they take {effort}.",
            effort=total_effort(c, low, high, plan),
        ),
        c.say("They are spread over {capacity} a month.", capacity=days(c, capacity, capacity)),
        c.say(
            "They stand in the order in which they close the most of the gap for each day of work; "
            "an action that needs another waits for it."
        ),
        c.result.plan_note,
    ]
    return " ".join(part for part in said if part)


def _horizon(c: Context, horizon: str, title: str, caption: str) -> Section | None:
    if not c.result.plan:
        return None
    actions = [(n, one) for n, one in enumerate(c.result.plan, 1) if one.horizon == horizon]
    anchor = f"plan-{horizon}"
    if not actions:
        return Section(anchor, title, (Paragraph(c.say("Nothing is planned here."), "quiet"),))
    return Section(anchor, title, (_table(c, f"{anchor}-table", caption, actions),))


def _table(
    c: Context, anchor: str, caption: str, actions: list[tuple[int, PlannedAction]]
) -> Table:
    overall = c.result.overall.score is not None
    gain = c.say("Rise, overall") if overall else c.say("Rise, dimension")
    columns = (
        Column(c.say("Action"), wide=True),
        Column(c.say("Effort"), numeric=True),
        Column(c.say("Months"), numeric=True),
        Column(gain, numeric=True),
        *([Column(c.say("Overall after"), numeric=True)] if overall else []),
        Column(c.say("Owner")),
        Column(c.say("Waits for")),
    )
    rows = tuple(_row(c, number, action, overall=overall) for number, action in actions)
    return Table(anchor, caption, columns, rows)


def _row(c: Context, number: int, action: PlannedAction, *, overall: bool) -> Row:
    title = c.say("{n}. {title}", n=number, title=action.title)
    target = c.result.overall.target
    after = c.value(action.overall_after, () if target is None else (target,))
    effort = action.effort_days
    waits = [c.action(need) for need in action.needs]
    cells = (
        Cell(title, c.link("action", action.id), (c.dimension(action.dimension),)),
        Cell(days(c, effort.low, effort.high)),
        Cell(months_text(action.start_month, action.finish_month)),
        Cell(signed_text(action.uplift)),
        *([Cell(after)] if overall else []),
        Cell(action.owner if clean(action.owner) else NONE),
        Cell("; ".join(waits) or NONE),
    )
    return Row(cells)


def _beyond(c: Context) -> Section | None:
    """List what is not in the plan, a table for each reason."""
    if not c.result.beyond:
        return None
    by_reason: dict[str, list[BeyondAction]] = {}
    for action in c.result.beyond:
        by_reason.setdefault(action.reason, []).append(action)
    tables = tuple(
        _beyond_table(c, f"beyond-{number}", reason, actions)
        for number, (reason, actions) in enumerate(by_reason.items(), 1)
    )
    return Section("beyond", c.say("Beyond the targets"), tables)


def _beyond_table(c: Context, anchor: str, reason: str, actions: list[BeyondAction]) -> Table:
    columns = (
        Column(c.say("Action"), wide=True),
        Column(c.say("Dimension")),
        Column(c.say("Effort"), numeric=True),
    )
    rows = tuple(
        Row(
            (
                Cell(one.title),
                Cell(c.dimension(one.dimension)),
                Cell(days(c, one.effort_days.low, one.effort_days.high)),
            )
        )
        for one in actions
    )
    return Table(anchor, reason or c.say("Not in the plan"), columns, rows)


def _tracked(c: Context) -> Section | None:
    if not c.result.tracked:
        return None
    titles = (c.say("Action"), c.say("Status"), c.say("Owner"), c.say("Due"), c.say("Note"))
    rows = tuple(_tracked_row(c, action) for action in c.result.tracked)
    columns = tuple(Column(title) for title in titles)
    table = Table("tracked-table", c.say("Actions that are followed up"), columns, rows)
    return Section("tracked", c.say("Followed up"), (table,))


def _tracked_row(c: Context, action: Tracking) -> Row:
    due = c.words.day(action.due) if action.due else NONE
    said = (action.title, action.status, action.owner or NONE, due, action.note or NONE)
    cells = tuple(Cell(text) for text in said)
    return Row((Cell(action.title, c.link("action", action.id)), *cells[1:]))
