"""Stage 6: what actions take: days, their price at the day rate, and typical outlays."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.render.words.numbers import exactly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.model.part import Number
    from maturity.model.planned import PlannedAction
    from maturity.render.report.context import Context


def days(c: Context, low: Number, high: Number) -> str:
    """Write an effort: 1 day, 20 days, 10–40 days."""
    return c.count(high, "{n} day", "{n} days", n=c.span(low, high))


def effort_pounds(c: Context, low: Number, high: Number) -> str:
    """Price an effort: 20 days at £450 are £9,000; nothing where no day rate is given."""
    rate = c.result.parameters.capacity.day_rate
    if rate is None:
        return ""
    ends = (float(exactly(days) * exactly(rate)) for days in (low, high))
    return c.say("{pounds} of work", pounds=c.pounds(*ends))


def total_effort(c: Context, low: Number, high: Number, actions: Iterable[PlannedAction]) -> str:
    """Write what actions take together: 45 days (£20,250 of work), and £5,000 once."""
    work, outlay = effort_pounds(c, low, high), cost_text(c, actions)
    said = days(c, low, high)
    if work:
        said = c.say("{days} ({work})", days=said, work=work)
    return c.say("{effort}, and {outlay}", effort=said, outlay=outlay) if outlay else said


def cost_text(c: Context, actions: Iterable[PlannedAction]) -> str:
    """Add up typical outlays: £5,000 once and £2,000 a year; nothing where none is given."""
    costs = [action.cost for action in actions if action.cost]
    once = float(sum((exactly(cost.one_off) for cost in costs), Fraction(0)))
    yearly = float(sum((exactly(cost.yearly) for cost in costs), Fraction(0)))
    parts = []
    if once:
        parts.append(c.say("{pounds} once", pounds=c.pounds(once, once)))
    if yearly:
        parts.append(c.say("{pounds} a year", pounds=c.pounds(yearly, yearly)))
    return c.words.listed(parts)
