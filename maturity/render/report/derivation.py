"""Stage 6: the sums behind the overall score and its target, to be done again by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import show
from maturity.render.report.blocks import Paragraph
from maturity.render.words.numbers import decimals_text, exactly

if TYPE_CHECKING:
    from maturity.model.part import Number
    from maturity.render.report.context import Context

UNHANDY = 1000
"""From where on a part of a fraction is no help to a reader."""


def derivation(c: Context) -> tuple[Paragraph, ...]:
    """Write the sum of the overall score out, so that anyone can do it again by hand."""
    overall = c.result.overall
    terms = [node for node in c.result.dimensions if node.exact is not None and node.weight]
    if overall.exact is None or c.result.parameters.aggregate != "mean" or not terms:
        return ()
    text = c.say(
        "The overall score in full: ({sum}) / ({weights}) = {exact}, shown as {shown}. Each term "
        "is a dimension's weight times its score, in the order of the table above.",
        sum=" + ".join(f"{_decimal(c, node.weight)} × {_exact(c, node.exact)}" for node in terms),
        weights=" + ".join(_decimal(c, node.weight) for node in terms),
        exact=_exact(c, overall.exact),
        shown=c.score(overall),
    )
    return (Paragraph(text),)


def _exact(c: Context, exact: str | None) -> str:
    """Write a score as a fraction that a person can work with, else with four decimals."""
    value = exactly(exact or "0")
    if max(abs(value.numerator), value.denominator) < UNHANDY:
        return str(value)
    return c.say("about {number}", number=c.words.figure(decimals_text(value)))


def _decimal(c: Context, weight: Number) -> str:
    return c.words.figure(show(exactly(weight)))


def overall_target(c: Context) -> list[str]:
    """Say where the overall target comes from, and what it is before it is rounded."""
    overall = c.result.overall
    if overall.target is None:
        return []
    said = c.say(
        "The overall target is made in the same way of the targets of the dimensions that have a "
        "score."
    )
    target, shown = exactly(overall.target), c.target(overall)
    if (target * 100).denominator == 1:
        return [said]
    number = c.words.figure(decimals_text(target))
    return [said, c.say("It is about {number}, shown as {shown}.", number=number, shown=shown)]
