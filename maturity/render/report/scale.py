"""Stage 6: the scale, and what each dimension weighs, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Cell, Column, Row, Table
from maturity.render.report.context import questions_under
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from maturity.model.scored import Node
    from maturity.render.report.context import Context


def aggregate_text(c: Context, aggregate: str) -> str:
    """Say how a group is made of its children."""
    names = {
        "mean": c.say("the mean by weight"),
        "min": c.say("the weakest"),
        "ladder": c.say("a ladder: a level counts once all below it are passed"),
        "none": c.say("no single score"),
    }
    return names.get(aggregate, aggregate)


def levels_table(c: Context) -> Table:
    """List the levels of the scale with what they mean."""
    columns = (
        Column(c.say("Level")),
        Column(c.say("What it means"), wide=True),
    )
    rows = tuple(
        Row((Cell(f"{c.plain(one.level)} {one.name}"), Cell(one.description or NONE)))
        for one in c.result.parameters.scale.levels
    )
    return Table("levels-table", c.say("The levels"), columns, rows)


def weights_table(c: Context) -> Table:
    """List how much each dimension counts and how it is made."""
    columns = (
        Column(c.say("Dimension")),
        Column(c.say("Weight"), numeric=True),
        Column(c.say("Made of its parts as")),
        Column(c.say("Questions asked"), numeric=True),
    )
    rows = tuple(_weight(c, node) for node in c.result.dimensions)
    return Table("weights-table", c.say("Weights and ways of scoring"), columns, rows)


def _weight(c: Context, node: Node) -> Row:
    way = aggregate_text(c, node.aggregate)
    cells = (Cell(node.title), Cell(_weight_text(c, node)), Cell(way), Cell(c.plain(_asked(node))))
    return Row(cells)


def _weight_text(c: Context, node: Node) -> str:
    """Show a weight, with at most two decimals."""
    return c.plain(round(float(node.weight), 2))


def _asked(node: Node) -> int:
    """Count the questions that were asked."""
    return sum(question.state != "not-asked" for question in questions_under(node))
