"""Stage 6: the plan as bars over its months, in charts that fit on a printed page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.render.charts.gantt import WIDTH, GanttRow, axis, gantt_height, gantt_shapes
from maturity.render.report.blocks import Chart
from maturity.render.report.when import in_months

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.planned import PlannedAction
    from maturity.render.charts.gantt import Axis, Status
    from maturity.render.report.context import Context

MOST_IN_ALL, MOST_IN_ONE = 36, 25
"""How many actions are drawn, and how many in one chart: as many as two and one fit on a page."""
LONGEST_IN_ONE = 36
"""Up to how many months near and far actions can be read on one axis."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Some rows of the plan that are drawn as one chart, with others of the same months."""

    title: str
    rows: tuple[GanttRow, ...]
    months: Axis


def timeline(c: Context) -> list[Chart]:
    """Draw when each action runs; nothing where there is no plan."""
    parts = list(_parts(c))
    return [
        _chart(c, number, part, is_last=number == len(parts))
        for number, part in enumerate(parts, 1)
    ]


def _parts(c: Context) -> Iterator[_Part]:
    """Cut the plan so that each chart fits a page and near actions are not crushed by far ones."""
    rows = [_row(number, one) for number, one in enumerate(c.result.plan, 1)]
    ends = max((row.finish for row in rows), default=0)
    if len(rows) <= MOST_IN_ONE and ends <= LONGEST_IN_ONE:
        yield from _cut(c, c.say("When each action runs"), rows)
        return
    near = [row for row in rows if c.result.plan[row.number - 1].horizon != "later"]
    far = [row for row in rows if c.result.plan[row.number - 1].horizon == "later"]
    near = near[:MOST_IN_ALL]
    yield from _cut(c, c.say("When each action runs: the first year"), near)
    yield from _cut(c, c.say("When each action runs: later"), far[: MOST_IN_ALL - len(near)])


def _row(number: int, action: PlannedAction) -> GanttRow:
    statuses: dict[str | None, Status] = {"started": "started", "done": "done"}
    status = statuses.get(action.status, "planned")
    return GanttRow(number, action.title, action.start_month, action.finish_month, status)


def _cut(c: Context, title: str, rows: Sequence[GanttRow]) -> Iterator[_Part]:
    """Cut rows into charts of about the same height, all on the same months."""
    if not rows:
        return
    months = axis(rows)
    charts = -(-len(rows) // MOST_IN_ONE)
    each = -(-len(rows) // charts)
    for number, start in enumerate(range(0, len(rows), each), 1):
        numbered = c.say("{title}, {n} of {all}", title=title, n=number, all=charts)
        shown = title if charts == 1 else numbered
        yield _Part(shown, tuple(rows[start : start + each]), months)


def _chart(c: Context, number: int, part: _Part, *, is_last: bool) -> Chart:
    return Chart(
        anchor=f"gantt-{number}",
        title=part.title,
        description=" ".join(_sentence(c, row) for row in part.rows),
        key=_key(c, part, is_last=is_last),
        width=WIDTH,
        height=gantt_height(len(part.rows)),
        shapes=tuple(gantt_shapes(c, part.rows, part.months)),
    )


def _sentence(c: Context, row: GanttRow) -> str:
    """Say when an action runs, by its number, which the tables repeat."""
    months = in_months(c, row.start, row.finish)
    if row.status == "started":
        return c.say("Action {n}: {months}, started.", n=row.number, months=months)
    if row.status == "done":
        return c.say("Action {n}: {months}, done.", n=row.number, months=months)
    return c.say("Action {n}: {months}.", n=row.number, months=months)


def _key(c: Context, part: _Part, *, is_last: bool) -> str:
    said = [
        c.say("Bars: when actions run, with their numbers. The tables below hold the same months.")
    ]
    statuses = {row.status for row in part.rows}
    if "started" in statuses:
        said.append(c.say("Triangle before a bar: started."))
    if "done" in statuses:
        said.append(c.say("Tick before a bar: done."))
    more = len(c.result.plan) - MOST_IN_ALL
    if is_last and more > 0:
        said.append(
            c.count(
                more,
                "One more action, further on, is in the tables alone.",
                "{n} more actions, further on, are in the tables alone.",
            )
        )
    return " ".join(said)
