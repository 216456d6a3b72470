"""Stage 6: a plan as CSV, a row for each action; a spreadsheet runs nothing in it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from maturity.model.levels import as_number
from maturity.render.words.clean import clean
from maturity.render.words.numbers import exactly

if TYPE_CHECKING:
    from maturity.model.part import Number
    from maturity.model.plan_document import PlacedAction, PlanDocument
    from maturity.model.planned import Change
    from maturity.model.result import Result

HEADERS = (
    "number",
    "id",
    "title",
    "dimension",
    "horizon",
    "start_month",
    "finish_month",
    "effort_days_low",
    "effort_days_high",
    "effort_days_planned",
    "effort_pounds_planned",
    "cost_one_off_pounds",
    "cost_yearly_pounds",
    "owner",
    "waits_for",
    "needed_by",
    "uplift",
    "uplift_alone",
    "gap_closed",
    "overall_after",
    "changes",
    "ceilings_lifted",
    "if_unknowns_lowest",
    "if_unknowns_highest",
    "status",
    "due",
    "note",
)
Value = str | int | float | None
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for the start of a formula, the wide forms included."""


def render_plan_csv(result: Result, plan: PlanDocument) -> str:
    """Write the plan: a line of titles, then a line for each action in sequence."""
    titles = {node.id: node.title for node in result.dimensions}
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADERS, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    for number, one in enumerate(plan.plan, 1):
        row = _row(one, titles.get(one.dimension, one.dimension), plan.day_rate)
        safe = {name: safe_cell(value) for name, value in row.items()}
        writer.writerow({"number": number, **safe})
    return out.getvalue()


def safe_cell(value: Value) -> Value:
    """Put an apostrophe before a text that a spreadsheet could run; numbers stay as they are."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    could_run = value.startswith(_FORMULA_STARTS) or text.startswith(_FORMULA_STARTS)
    return f"'{text}" if could_run else text


def _row(action: PlacedAction, dimension: str, day_rate: Number | None) -> dict[str, Value]:
    effort, cost, sure = action.effort_days, action.cost, action.sure
    return {
        "id": action.id,
        "title": clean(action.title),
        "dimension": clean(dimension),
        "horizon": action.horizon,
        "start_month": action.start_month,
        "finish_month": action.finish_month,
        "effort_days_low": effort.low,
        "effort_days_high": effort.high,
        "effort_days_planned": effort.planned,
        "effort_pounds_planned": _pounds(effort.planned, day_rate),
        "cost_one_off_pounds": cost.one_off if cost else None,
        "cost_yearly_pounds": cost.yearly if cost else None,
        "owner": clean(action.owner),
        "waits_for": "; ".join(action.needs),
        "needed_by": "; ".join(action.needed_by),
        "uplift": action.uplift,
        "uplift_alone": action.uplift_alone,
        "gap_closed": action.gap_closed,
        "overall_after": action.overall_after,
        "changes": "; ".join(map(_change, action.changes)),
        "ceilings_lifted": "; ".join(action.caps_released),
        "if_unknowns_lowest": sure.lowest if sure else None,
        "if_unknowns_highest": sure.highest if sure else None,
        "status": action.status,
        "due": action.due,
        "note": clean(action.note),
    }


def _pounds(days: Number, day_rate: Number | None) -> Number | None:
    return None if day_rate is None else as_number(exactly(days) * exactly(day_rate))


def _change(change: Change) -> str:
    start = "no answer" if change.from_ is None else change.from_
    return f"{change.question} from {start} to {change.to}"
