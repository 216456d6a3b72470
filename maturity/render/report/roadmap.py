"""Stage 6: the plan by horizon, each action in detail, and what is not in the plan."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.render.report.action_details import action_details
from maturity.render.report.blocks import Cell, Column, Paragraph, Row, Section, Table
from maturity.render.report.effort import cost_text, days, total_effort
from maturity.render.report.followed import dates_text, due_text, followed_section
from maturity.render.report.outcome import is_cut, outcome, shortfall, whole_effort
from maturity.render.report.timeline import timeline
from maturity.render.report.when import horizon_titles, months
from maturity.render.report.why_here import missing_answers
from maturity.render.words.clean import clean
from maturity.render.words.foreign import together
from maturity.render.words.numbers import NONE, exactly

if TYPE_CHECKING:
    from maturity.model.planned import BeyondAction, PlannedAction
    from maturity.render.report.context import Context


def plan_section(c: Context) -> Section:
    """Lay out the plan."""
    captions = {
        "now": c.say("What to do now"),
        "next": c.say("What to do next"),
        "later": c.say("What to do later"),
    }
    titles = horizon_titles(c)
    parts = [
        *(_horizon(c, name, titles[name], captions[name]) for name in titles),
        action_details(c),
        _beyond(c),
        followed_section(c),
    ]
    sections = tuple(part for part in parts if part is not None)
    return Section("plan", c.say("Action plan"), (Paragraph(plan_intro(c)), *timeline(c)), sections)


def plan_intro(c: Context) -> str:
    """Say how much the plan holds, what it takes and how it is ordered; or why there is none."""
    plan = c.result.plan
    if not plan:
        return " ".join(shortfall(c)) or c.say("No action is needed to reach the targets.")
    capacity = c.result.parameters.capacity.days_per_month
    said = [
        _holds(c),
        c.say("That counts on {capacity} of work a month.", capacity=days(c, capacity, capacity)),
        *outcome(c),
        *(_order(c) if len(plan) > 1 else ()),
        c.say(
            "Months are counted from the start of the work. An action stands under now, next or "
            "later by when it is finished."
        ),
        dates_text(c),
    ]
    return " ".join(sentence for sentence in said if sentence)


def _order(c: Context) -> tuple[str, str]:
    return (
        c.say("First comes what brings the most towards the targets for each day of work."),
        c.say("An action that needs another waits for it."),
    )


def _horizon(c: Context, horizon: str, title: str, caption: str) -> Section | None:
    if not c.result.plan:
        return None
    actions = [(n, one) for n, one in enumerate(c.result.plan, 1) if one.horizon == horizon]
    anchor = f"plan-{horizon}"
    if not actions:
        return Section(anchor, title, (Paragraph(c.say("Nothing is planned here."), "quiet"),))
    blocks = (_horizon_effort(c, actions), _table(c, f"{anchor}-table", caption, actions))
    return Section(anchor, title, blocks)


def _horizon_effort(c: Context, actions: list[tuple[int, PlannedAction]]) -> Paragraph:
    """Add up what the actions of a horizon take."""
    low = float(sum((exactly(one.effort_days.low) for _, one in actions), Fraction(0)))
    high = float(sum((exactly(one.effort_days.high) for _, one in actions), Fraction(0)))
    effort = total_effort(c, low, high, [one for _, one in actions])
    return Paragraph(
        c.count(len(actions), "One action: {effort}.", "{n} actions: {effort}.", effort=effort)
    )


def _holds(c: Context) -> str:
    count, effort = len(c.result.plan), whole_effort(c)
    if is_cut(c):
        return c.count(
            count,
            "This version shows one action of the plan. It takes {effort}.",
            "This version shows {n} actions of the plan. Together they take {effort}.",
            effort=effort,
        )
    return c.count(
        count,
        "The plan holds one action. It takes {effort}.",
        "The plan holds {n} actions. Together they take {effort}.",
        effort=effort,
    )


def _table(
    c: Context, anchor: str, caption: str, actions: list[tuple[int, PlannedAction]]
) -> Table:
    overall = c.result.overall.score is not None
    running = any(action.overall_after is not None for action in c.result.plan)
    gain = c.say("Rise, overall") if overall else c.say("Rise, dimension")
    columns = (
        Column(c.say("Action"), wide=True),
        Column(c.say("Effort"), numeric=True),
        Column(c.say("Months"), numeric=True),
        Column(gain, numeric=True),
        *([Column(c.say("Overall after"), numeric=True)] if running else []),
        Column(c.say("Owner")),
        Column(c.say("Waits for")),
    )
    rows = tuple(_row(c, number, action, running=running) for number, action in actions)
    return Table(anchor, caption, columns, rows)


def _row(c: Context, number: int, action: PlannedAction, *, running: bool) -> Row:
    title = c.say("{n}. {title}", n=number, title=action.title)
    target = c.result.overall.target
    after = c.value(action.overall_after, () if target is None else (target,))
    effort = action.effort_days
    waits = [c.action(need) for need in action.needs]
    about = (c.dimension(action.dimension), *_marks(c, action))
    cells = (
        Cell(title, c.link("action", action.id), about),
        Cell(days(c, effort.low, effort.high), lines=tuple(filter(None, [cost_text(c, [action])]))),
        Cell(months(c, action.start_month, action.finish_month)),
        Cell(c.signed(action.uplift)),
        *([Cell(after)] if running else []),
        Cell(action.owner if clean(action.owner) else NONE),
        Cell(together("; ", waits) or NONE),
    )
    return Row(cells)


def _marks(c: Context, action: PlannedAction) -> list[str]:
    """Say what a reader must know of an action beside its months."""
    unknown = c.say("ask first: an answer is missing") if missing_answers(c, action) else ""
    return [mark for mark in (due_text(c, action), unknown) if mark]


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
    intro = Paragraph(
        c.say("The framework has more actions. They are not in the plan, for these reasons.")
    )
    return Section("beyond", c.say("Beyond the targets"), (intro, *tables), kind="paired")


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
    return Table(anchor, c.again(reason) or c.say("Not in the plan"), columns, rows)
