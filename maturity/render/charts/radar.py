"""Stage 6: score and target of the dimensions around a circle, the levels as its rings."""

from __future__ import annotations

from itertools import groupby
from math import cos, pi
from typing import TYPE_CHECKING

from maturity.render.charts.lettering import block_height, text_width
from maturity.render.charts.levels import marked_levels, share_of_scale
from maturity.render.charts.shapes import box, diamond, disc, joined, line, text
from maturity.render.charts.spokes import RADIUS, WIDTH, label, label_shapes, place
from maturity.render.report.blocks import Chart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.part import Number
    from maturity.render.charts.levels import DimensionMarks
    from maturity.render.charts.shapes import Kind, Point, Shape
    from maturity.render.report.context import Context

FEWEST, MOST = 3, 12
"""How many dimensions a radar can show: fewer have no area, more no room for their names."""
RING_DISTANCE = 18
"""How close two rings may be, so that their numbers do not touch."""
NUMBER_ROOM = 10
"""How near a line may pass by a ring's number."""
MARGIN = 10


def radar_chart(c: Context, rows: Sequence[DimensionMarks]) -> Chart | None:
    """Draw a radar; None where the dimensions are too few or too many, or none has a score."""
    if not FEWEST <= len(rows) <= MOST or all(row.score is None for row in rows):
        return None
    labels = [label(number, len(rows), row.title) for number, row in enumerate(rows)]
    edges = [
        one.y + sign * block_height(one.lines, "label") / 2 for one in labels for sign in (-1, 1)
    ]
    top, bottom = min(*edges, -RADIUS), max(*edges, RADIUS)
    centre = (WIDTH / 2, MARGIN - top)
    return Chart(
        anchor="radar",
        title=c.say("Score and target of each dimension as a radar"),
        key=_key(c, rows),
        description=" ".join(_sentence(c, row) for row in rows),
        width=WIDTH,
        height=round(bottom - top + 2 * MARGIN),
        shapes=(
            *_web(c, rows, centre),
            *_marks(c, rows, centre),
            *(shape for one in labels for shape in label_shapes(one, centre)),
        ),
    )


def _key(c: Context, rows: Sequence[DimensionMarks]) -> str:
    scale = c.result.parameters.scale
    said = [c.say("Discs on a solid line: the score. Diamonds on a dashed line: the target.")]
    if any(row.score is None for row in rows):
        said.append(c.say("The line breaks where a dimension has no score."))
    said.append(
        c.say(
            "Rings: the levels, from {low} at the centre to {high} outside. "
            "The table “Scores by dimension” holds the same numbers.",
            low=c.plain(scale.bottom),
            high=c.plain(scale.top),
        )
    )
    return " ".join(said)


def _sentence(c: Context, row: DimensionMarks) -> str:
    return c.say(
        "{title}: score {score}, target {target}.",
        title=row.title,
        score=c.say("none") if row.score is None else row.shown_score,
        target=c.say("none") if row.target is None else row.shown_target,
    )


def ring_levels(c: Context) -> list[Number]:
    """Give the levels that have a ring, from the outside; those too close to one have none."""
    kept: list[tuple[float, Number]] = []
    for level, _ in reversed(marked_levels(c)):
        radius = RADIUS * share_of_scale(c, level)
        room = kept[-1][0] - radius if kept else RING_DISTANCE
        if room >= RING_DISTANCE and radius >= RING_DISTANCE:
            kept.append((radius, level))
    return [level for _, level in kept]


def clearest(rings: Sequence[float], *polygons: Sequence[float | None]) -> float:
    """Give where the numbers of rings are least crossed by lines: between which two spokes.

    -0.5 is between the last and the first, which is taken where others are no better. A polygon is
    the distances of its corners from the centre, None where it is broken.
    """
    of = len(polygons[0])

    def crossed(first: int) -> int:
        found = 0
        for corners in polygons:
            one, other = corners[first], corners[(first + 1) % of]
            if one and other:
                at = 2 * one * other * cos(pi / of) / (one + other)
                found += sum(abs(at - ring) < NUMBER_ROOM for ring in rings)
        return found

    return min(range(-1, of - 1), key=crossed) + 0.5


def _web(c: Context, rows: Sequence[DimensionMarks], centre: Point) -> Iterator[Shape]:
    """Draw the rings with their numbers between two spokes, and the spokes."""
    of, (x, y) = len(rows), centre
    rings = {level: RADIUS * share_of_scale(c, level) for level in ring_levels(c)}
    scores, targets = ([_radius(c, v) for v in values] for values in _values(rows))
    between = clearest(list(rings.values()), scores, targets)
    for level, radius in rings.items():
        yield disc("grid", x, y, radius)
        across, down = place(between, of, radius)
        shown = c.plain(level)
        width = text_width(shown, "quiet") + 6
        yield box("plate", x + across - width / 2, y + down - 9, width, 18)
        yield text("quiet", x + across, y + down + 4.5, shown, "middle")
    for number in range(of):
        across, down = place(number, of, RADIUS)
        yield line("grid", x, y, x + across, y + down)


def _marks(c: Context, rows: Sequence[DimensionMarks], centre: Point) -> Iterator[Shape]:
    scores, targets = (_places(c, values, centre) for values in _values(rows))
    if None not in scores:
        yield joined("area", [one for one in scores if one], closed=True)
    yield from lines("score-line", scores)
    yield from lines("target-line", targets)
    yield from (diamond("target", *one, size=8) for one in targets if one)
    yield from (disc("score", *one, radius=6.5) for one in scores if one)


def _values(rows: Sequence[DimensionMarks]) -> tuple[list[Number | None], list[Number | None]]:
    return [row.score for row in rows], [row.target for row in rows]


def _radius(c: Context, value: Number | None) -> float | None:
    return None if value is None else RADIUS * share_of_scale(c, value)


def _places(c: Context, values: Sequence[Number | None], centre: Point) -> list[Point | None]:
    places: list[Point | None] = []
    for number, value in enumerate(values):
        radius = _radius(c, value)
        if radius is None:
            places.append(None)
        else:
            across, down = place(number, len(values), radius)
            places.append((centre[0] + across, centre[1] + down))
    return places


def lines(kind: Kind, places: Sequence[Point | None]) -> Iterator[Shape]:
    """Join neighbours around the circle; a place that is missing breaks the line."""
    if None not in places:
        yield joined(kind, [one for one in places if one], closed=True)
        return
    first = list(places).index(None)
    turned = [*places[first:], *places[:first]]
    for is_missing, run in groupby(turned, key=lambda one: one is None):
        points = [one for one in run if one]
        if not is_missing and len(points) > 1:
            yield joined(kind, points)
