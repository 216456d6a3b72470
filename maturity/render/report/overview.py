"""Stage 6: all dimensions side by side, as a chart and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.charts.levels import DimensionMarks
from maturity.render.charts.profile import profile_chart
from maturity.render.charts.radar import radar_chart
from maturity.render.report.blocks import Cell, Column, Row, Section, Table
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from maturity.model.scored import Node
    from maturity.render.report.context import Context


def overview_section(c: Context) -> Section:
    """Show the profile of the organisation."""
    marks = [_marks(c, node) for node in c.result.dimensions]
    radar = radar_chart(c, marks)
    blocks = (profile_chart(c, marks), overview_table(c), *((radar,) if radar else ()))
    return Section("overview", c.say("Where we are"), blocks)


def _marks(c: Context, node: Node) -> DimensionMarks:
    return DimensionMarks(
        title=node.title,
        score=node.score,
        low=node.low,
        high=node.high,
        target=node.target,
        uncapped=node.uncapped,
        shown_score=c.score(node),
        shown_range=c.range(node),
        shown_target=c.target(node),
        shown_uncapped=c.value(node.uncapped),
    )


def overview_table(c: Context) -> Table:
    """List every dimension, and the whole where it has a score."""
    nodes = list(c.result.dimensions)
    capped = any(node.uncapped is not None for node in nodes)
    standard = any(node.standard_score is not None for node in (*nodes, c.result.overall))
    columns = [
        Column(c.say("Dimension")),
        Column(c.say("Score"), numeric=True),
        *([Column(c.say("Before ceilings"), numeric=True)] if capped else []),
        *([Column(c.say("With standard weights"), numeric=True)] if standard else []),
        Column(c.say("Range"), numeric=True),
        Column(c.say("Level reached")),
        Column(c.say("Target"), numeric=True),
        Column(c.say("Gap"), numeric=True),
        Column(c.say("Answered"), numeric=True),
    ]
    rows = [_row(c, node, capped=capped, standard=standard) for node in nodes]
    if c.result.overall.score is not None:
        rows.append(_row(c, c.result.overall, capped=capped, standard=standard, total=True))
    return Table("overview-table", c.say("Scores by dimension"), tuple(columns), tuple(rows))


def _row(c: Context, node: Node, *, capped: bool, standard: bool, total: bool = False) -> Row:
    name = Cell(c.say("Overall")) if total else Cell(node.title, c.link("dimension", node.id))
    level = (c.say("provisional"),) if node.provisional else ()
    cells = [
        name,
        Cell(c.score(node)),
        *([Cell(NONE if node.uncapped is None else c.value(node.uncapped))] if capped else []),
        *([Cell(c.value(node.standard_score))] if standard else []),
        Cell(c.range(node)),
        Cell(_level(c, node), lines=level),
        Cell(c.target(node)),
        Cell(c.gap(node)),
        Cell(c.coverage(node)),
    ]
    return Row(tuple(cells), total=total)


def _level(c: Context, node: Node) -> str:
    if node.score is None:
        return c.say("no score yet")
    if node.level is None or node.level_name is None:
        return c.say("below {level}", level=c.plain(c.result.parameters.scale.levels[0].level))
    return node.level_name
