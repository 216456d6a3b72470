"""Stage 6: the actions that are followed up, and how their dates stand to the plan's months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Cell, Column, Paragraph, Row, Section, Table
from maturity.render.words.clean import clean
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from maturity.model.planned import PlannedAction, Tracking
    from maturity.render.report.context import Context
    from maturity.render.words.words import Words


def followed_text(w: Words, status: str | None, due: str | None) -> str:
    """Say where an action stands: “started, due 18 December 2026”; nothing where nobody said."""
    until = w.say("due {day}", day=w.day(due)) if due else ""
    said = (w.again(status or ""), until)
    return ", ".join(part for part in said if clean(part))


def dates_text(c: Context) -> str:
    """Say that the plan's months and agreed dates know nothing of each other."""
    if not any(one.due for one in c.result.plan):
        return ""
    return c.say(
        "The months follow from the order of the plan and the capacity alone; a date agreed for an "
        "action, shown as “due”, is not moved by them and does not move them."
    )


def due_text(c: Context, action: PlannedAction) -> str:
    """Say by when an action was agreed to be done, and whether it is started."""
    return followed_text(c.words, action.status, action.due) if action.due else ""


def followed_section(c: Context) -> Section | None:
    """List the actions that are followed up; None where there is none."""
    if not c.result.tracked:
        return None
    titles = (c.say("Action"), c.say("Status"), c.say("Owner"), c.say("Due"), c.say("Note"))
    rows = tuple(_row(c, action) for action in c.result.tracked)
    columns = tuple(Column(title) for title in titles)
    table = Table("tracked-table", c.say("Actions that are followed up"), columns, rows)
    return Section("tracked", c.say("Followed up"), (*_agreed_dates(c), table))


def _agreed_dates(c: Context) -> tuple[Paragraph, ...]:
    if not any(one.due for one in c.result.tracked):
        return ()
    text = c.say(
        "These dates were agreed. The plan does not move them: its months follow from its order "
        "and the capacity alone."
    )
    return (Paragraph(text),)


def _row(c: Context, action: Tracking) -> Row:
    due = c.words.day(action.due) if action.due else NONE
    said = (action.title, c.again(action.status), action.owner or NONE, due, action.note or NONE)
    cells = tuple(Cell(text) for text in said)
    return Row((Cell(action.title, c.link("action", action.id)), *cells[1:]))
