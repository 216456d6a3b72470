"""Stage 6: score, range and target of every dimension, side by side on one scale."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maturity.render.charts.lettering import block, cut, text_width, wrapped
from maturity.render.charts.levels import marked_levels, share_of_scale
from maturity.render.charts.shapes import bar, diamond, disc, line, text
from maturity.render.report.blocks import Chart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.part import Number
    from maturity.render.charts.levels import DimensionMarks
    from maturity.render.charts.shapes import Shape
    from maturity.render.report.context import Context

WIDTH = 760
LEFT, RIGHT = 190, 600
"""Where the scale begins and ends."""
SCORE_AT, TARGET_AT = 696, 756
"""Where the numbers end that are written beside the scale."""
HEAD_ROOM = 52
"""How wide the words over these numbers may be."""
TOP, ROW_HEIGHT = 74, 50
LABEL_ROOM = 176
"""How wide a title may be; the first mark begins at 182."""


def profile_chart(c: Context, rows: Sequence[DimensionMarks]) -> Chart:
    """Draw score, range and target of every dimension on one scale, told apart by shape."""
    return Chart(
        anchor="profile",
        title=c.say("Score, range and target of each dimension"),
        key=_key(c, rows),
        description=" ".join(_sentence(c, row) for row in rows),
        width=WIDTH,
        height=TOP + ROW_HEIGHT * len(rows) + 8,
        shapes=(
            *_axis(c, len(rows)),
            *(s for number, row in enumerate(rows) for s in _row(c, number, row)),
        ),
    )


def _key(c: Context, rows: Sequence[DimensionMarks]) -> str:
    said = [
        c.say("Disc: the score. Bar: the range that missing answers allow. Diamond: the target.")
    ]
    if any(row.uncapped is not None for row in rows):
        said.append(c.say("Ring: the score before ceilings, where one holds it down."))
    said.append(c.say("The table below holds the same numbers."))
    return " ".join(said)


def _sentence(c: Context, row: DimensionMarks) -> str:
    """Say a row in words, for those who do not see it."""
    target = c.say("none") if row.target is None else row.shown_target
    if row.score is None:
        return c.say("{title}: no score, target {target}.", title=row.title, target=target)
    said = c.say(
        "{title}: score {score}, range {range}, target {target}.",
        title=row.title,
        score=row.shown_score,
        range=row.shown_range,
        target=target,
    )
    if row.uncapped is None:
        return said
    held = c.say("Before ceilings its score is {uncapped}.", uncapped=row.shown_uncapped)
    return f"{said} {held}"


def position(c: Context, value: Number) -> float:
    """Give the place of a score between the ends of the scale: halfway up is the middle."""
    return LEFT + (RIGHT - LEFT) * share_of_scale(c, value)


def _axis(c: Context, rows: int) -> Iterator[Shape]:
    marks = marked_levels(c)
    room = _room([position(c, level) for level, _ in marks])
    named = all(text_width(name, "quiet") <= room for _, name in marks)
    score, target = (cut(one, "quiet", HEAD_ROOM) for one in (c.say("Score"), c.say("Target")))
    end_room = SCORE_AT - text_width(score, "quiet") - RIGHT - 6
    named = named and text_width(marks[-1][1], "quiet") / 2 <= end_room
    bottom = TOP + ROW_HEIGHT * rows
    for level, name in marks:
        x = position(c, level)
        yield line("grid", x, TOP - 6, x, bottom)
        yield text("scale", x, TOP - (30 if named else 14), c.plain(level), "middle")
        if named:
            yield text("quiet", x, TOP - 13, name, "middle")
    yield text("quiet", SCORE_AT, TOP - 13, score, "end")
    yield text("quiet", TARGET_AT, TOP - 13, target, "end")


def _room(places: list[float]) -> float:
    gaps = [after - before for before, after in pairwise(places)]
    return min(gaps, default=RIGHT - LEFT) - 6


def _row(c: Context, number: int, row: DimensionMarks) -> Iterator[Shape]:
    top = TOP + ROW_HEIGHT * number
    y = top + ROW_HEIGHT / 2
    yield line("rule", 0, top, WIDTH, top)
    yield from block("label", 0, y, wrapped(row.title, "label", LABEL_ROOM), "start")
    yield text("score-text", SCORE_AT, y + 5, row.shown_score, "end")
    yield text("target-text", TARGET_AT, y + 5, row.shown_target, "end")
    if row.low is not None and row.high is not None and row.low != row.high:
        yield bar("range", position(c, row.low), position(c, row.high), y)
    yield from _uncapped(c, row, y)
    if row.target is not None:
        yield from _target(c, row, y)
    if row.score is None:
        yield text("quiet", LEFT + 10, y + 3.5, c.say("no score yet"), "start")
    else:
        yield disc("score", position(c, row.score), y)


def _uncapped(c: Context, row: DimensionMarks, y: float) -> Iterator[Shape]:
    """Draw where the score would be without ceilings, tied to where it is held."""
    if row.score is not None and row.uncapped is not None:
        at = position(c, row.uncapped)
        yield line("held", position(c, row.score), y, at, y)
        yield disc("uncapped", at, y)


def _target(c: Context, row: DimensionMarks, y: float) -> Iterator[Shape]:
    at = position(c, row.target or 0)
    if row.score is not None and row.score < (row.target or 0):
        yield line("distance", position(c, row.score), y, at, y)
    yield diamond("target", at, y)
