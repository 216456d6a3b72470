"""Stage 6: where the marks of a chart lie; all arithmetic of pictures is here."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from maturity.render.charts.shapes import bar, diamond, disc, line, text
from maturity.render.report.blocks import Chart
from maturity.render.words.clean import clean
from maturity.render.words.numbers import NONE, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.part import Number
    from maturity.render.charts.shapes import Shape
    from maturity.render.report.context import Context

WIDTH = 760
LEFT, RIGHT = 190, 600
"""Where the scale begins and ends."""
END_ROOM = 90
"""How wide the name of the highest level may be."""
SCORE_AT, TARGET_AT = 696, 756
TOP, ROW_HEIGHT = 74, 50
LABEL_CHARACTERS, LABEL_LINES = 22, 2
CHARACTER_WIDTH = 7.5
"""A usual letter at the charts' text size, in the chart's own units."""


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One dimension: where its marks lie and how its numbers read."""

    title: str
    score: Number | None
    low: Number | None
    high: Number | None
    target: Number | None
    shown_score: str
    shown_range: str
    shown_target: str


def profile_chart(c: Context, rows: Sequence[ProfileRow]) -> Chart:
    """Draw score, range and target of every dimension on one scale, told apart by shape."""
    return Chart(
        anchor="profile",
        title=c.say("Score, range and target of each dimension"),
        key=c.say(
            "Disc: the score. Bar: the range that missing answers allow. Diamond: the target. "
            "The table below holds the same numbers."
        ),
        description=" ".join(_sentence(c, row) for row in rows),
        width=WIDTH,
        height=TOP + ROW_HEIGHT * len(rows) + 8,
        shapes=(
            *_axis(c, len(rows)),
            *(s for number, row in enumerate(rows) for s in _row(c, number, row)),
        ),
    )


def _sentence(c: Context, row: ProfileRow) -> str:
    """Say a row in words, for those who do not see it."""
    if row.score is None:
        return c.say(
            "{title}: no score, target {target}.", title=row.title, target=row.shown_target
        )
    return c.say(
        "{title}: score {score}, range {range}, target {target}.",
        title=row.title,
        score=row.shown_score,
        range=row.shown_range,
        target=c.say("none") if row.target is None else row.shown_target,
    )


def position(c: Context, value: Number) -> float:
    """Give the place of a score between the ends of the scale: halfway up is the middle."""
    bottom, top = c.result.parameters.scale.bottom, c.result.parameters.scale.top
    share = (value - bottom) / (top - bottom) if top != bottom else 0
    return LEFT + (RIGHT - LEFT) * min(1, max(0, share))


def _axis(c: Context, rows: int) -> Iterator[Shape]:
    marks = [(level.level, level.name) for level in c.result.parameters.scale.levels]
    if c.result.parameters.scale.top not in c.levels:
        marks.append((c.result.parameters.scale.top, ""))
    room = _room([position(c, level) for level, _ in marks])
    named = all(text_width(name) <= room for _, name in marks)
    named = named and text_width(marks[-1][1]) <= END_ROOM
    bottom = TOP + ROW_HEIGHT * rows
    for level, name in marks:
        x = position(c, level)
        yield line("grid", x, TOP - 6, x, bottom)
        yield text("scale", x, TOP - (30 if named else 14), plain(level), "middle")
        if named:
            yield text("quiet", x, TOP - 13, name, "middle")
    yield text("quiet", SCORE_AT, TOP - 13, c.say("Score"), "end")
    yield text("quiet", TARGET_AT, TOP - 13, c.say("Target"), "end")


def _room(places: list[float]) -> float:
    gaps = [after - before for before, after in pairwise(places)]
    return min(gaps, default=RIGHT - LEFT) - 6


def _row(c: Context, number: int, row: ProfileRow) -> Iterator[Shape]:
    top = TOP + ROW_HEIGHT * number
    y = top + ROW_HEIGHT / 2
    yield line("rule", 0, top, WIDTH, top)
    yield from _label(row.title, y)
    yield text("score-text", SCORE_AT, y + 5, row.shown_score, "end")
    yield text("target-text", TARGET_AT, y + 5, row.shown_target, "end")
    if row.low is not None and row.high is not None and row.low != row.high:
        yield bar("range", position(c, row.low), position(c, row.high), y)
    if row.target is not None:
        yield from _target(c, row, y)
    if row.score is None:
        yield text("quiet", LEFT + 10, y + 5, c.say("no score yet"), "start")
    else:
        yield disc("score", position(c, row.score), y)


def _target(c: Context, row: ProfileRow, y: float) -> Iterator[Shape]:
    at = position(c, row.target or 0)
    if row.score is not None and row.score < (row.target or 0):
        yield line("distance", position(c, row.score), y, at, y)
    yield diamond("target", at, y)


def _label(title: str, y: float) -> Iterator[Shape]:
    lines = wrapped(title)
    first = y + 5 - 9 * (len(lines) - 1)
    for number, part in enumerate(lines):
        yield text("label", 0, first + 18 * number, part, "start")


def wrapped(title: str) -> list[str]:
    """Break a title into at most two short lines; what does not fit ends in an ellipsis."""
    rest = clean(title)
    lines: list[str] = []
    while rest and len(lines) < LABEL_LINES:
        part = _fitting(rest)
        inside_a_word = len(part) < len(rest) and " " not in (part[-1], rest[len(part)])
        if inside_a_word and " " in part:
            part = part[: part.rindex(" ")]
        lines.append(part.strip())
        rest = rest[len(part) :].strip()
    if rest:
        lines[-1] = f"{_fitting(lines[-1], LABEL_CHARACTERS - 1).rstrip()}…"
    return lines or [NONE]


def _fitting(rest: str, most: float = LABEL_CHARACTERS) -> str:
    end, width = 0, 0.0
    while end < len(rest) and (width := width + _columns(rest[end])) <= most:
        end += 1
    return rest[: max(1, end)]


def _columns(character: str) -> float:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def text_width(words: str) -> float:
    """Estimate how wide a text is drawn."""
    return sum(_columns(character) for character in clean(words)) * CHARACTER_WIDTH
