"""Stage 6: the scale, and what each dimension weighs, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Cell, Column, Row, Table
from maturity.render.report.context import questions_under
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from maturity.model.part import Number
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
        Column(c.say("Questions shown") if c.is_cut else c.say("Questions asked"), numeric=True),
    )
    rows = tuple(_weight(c, node) for node in c.result.dimensions)
    return Table("weights-table", c.say("Weights and ways of scoring"), columns, rows)


def _weight(c: Context, node: Node) -> Row:
    way = aggregate_text(c, node.aggregate)
    weight = weight_text(c, node.weight)
    return Row((Cell(node.title), Cell(weight), Cell(way), Cell(_asked(c, node))))


def weight_text(c: Context, weight: Number) -> str:
    """Show a weight, with at most two decimals."""
    return c.plain(round(float(weight), 2))


def are_weighed(node: Node) -> bool:
    """Say whether what stands directly under a node counts with different weights."""
    questions = [one.weight for one in node.questions if one.state != "text"]
    return len({*questions, *(topic.weight for topic in node.topics)}) > 1


def _asked(c: Context, node: Node) -> str:
    """Count the questions that were asked; a dash where none is shown to this audience."""
    asked = sum(question.state != "not-asked" for question in questions_under(node))
    return NONE if node.cut and not asked else c.plain(asked)
