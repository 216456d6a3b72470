"""Where the texts of a chart are drawn, as far as their widths can be estimated."""

from __future__ import annotations

from itertools import combinations

from maturity.render.charts.lettering import TEXT_SIZE, text_width
from maturity.render.charts.shapes import Shape
from maturity.render.report.blocks import Chart

Box = tuple[float, float, float, float]
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def texts(chart: Chart) -> list[Shape]:
    """Every text of a chart."""
    return [shape for shape in chart.shapes if shape.tag == "text"]


def box(shape: Shape) -> Box:
    """Left, top, right and bottom of a text: letters stand on its place and hang a little below."""
    at = {name: float(value) for name, value in shape.attributes}
    width, size = text_width(shape.text, shape.kind), TEXT_SIZE[shape.kind]
    left = at["x"] - width * SHIFT[shape.anchor]
    return left, at["y"] - 0.75 * size, left + width, at["y"] + 0.22 * size


def overlapping(chart: Chart) -> list[tuple[str, str]]:
    """Pairs of texts that touch."""
    return [
        (one.text, other.text)
        for one, other in combinations(texts(chart), 2)
        if _touch(box(one), box(other))
    ]


def outside(chart: Chart) -> list[str]:
    """Texts that are cut off at an edge of the chart."""
    return [
        one.text
        for one in texts(chart)
        if box(one)[0] < 0
        or box(one)[1] < 0
        or box(one)[2] > chart.width
        or box(one)[3] > chart.height
    ]


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
