"""Stage 6: when actions run, in whole months that a person counts from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.words.numbers import month_numbers

if TYPE_CHECKING:
    from maturity.model.part import Number
    from maturity.render.report.context import Context


def horizon_titles(c: Context) -> dict[str, str]:
    """Name the horizons with their months; an action stands where it is finished."""
    return {
        "now": c.say("Now: done by month 3"),
        "next": c.say("Next: done by month 12"),
        "later": c.say("Later: done after month 12"),
    }


def months(c: Context, start: Number, finish: Number) -> str:
    """Write when an action runs, for a table of months: 1 to 4, or 3."""
    first, last = month_numbers(start, finish)
    if first == last:
        return c.plain(first)
    return c.say("{first} to {last}", first=first, last=last)


def in_months(c: Context, start: Number, finish: Number) -> str:
    """Write when an action runs, for a sentence: months 1 to 4, or month 3."""
    first, last = month_numbers(start, finish)
    if first == last:
        return c.say("month {month}", month=first)
    return c.say("months {first} to {last}", first=first, last=last)
