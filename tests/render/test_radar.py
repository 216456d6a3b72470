"""The radar: marks worked by hand, no texts that touch, and the same numbers as the table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render import samples
from render.boxes import outside, overlapping
from render.pages import Page, text

from maturity.render.charts.levels import DimensionMarks
from maturity.render.charts.radar import clearest, lines, radar_chart, ring_levels
from maturity.render.charts.spokes import RADIUS, place
from maturity.render.formats.html import render_html
from maturity.render.report.blocks import Chart
from maturity.render.report.context import Context

RICH = Context(samples.result())
LONG = "Inclusion of everyone who needs a service, whatever their means or place of living"


def on_scale(levels: list[float], top: float) -> Context:
    rich = samples.rich_data()["parameters"]
    shown = [{"level": level, "name": "Name", "description": ""} for level in levels]
    scale = {"levels": shown, "bottom": levels[0], "top": top}
    return Context(samples.result(parameters={**rich, "scale": scale}))


FIVE = on_scale([0, 1, 2, 3, 4], 4)
SIX = on_scale([1, 2, 3, 4, 5, 6], 6)
HUNDRED = on_scale([0, 25, 50, 75], 100)
TENS = on_scale([ten * 10 for ten in range(11)], 100)


def row(title: str, score: float | None, target: float | None) -> DimensionMarks:
    shown = "–" if score is None else f"{score:.1f}"
    aim = "–" if target is None else f"{target:g}"
    return DimensionMarks(title, score, score, score, target, None, shown, shown, aim, "–")


FOUR = [row(name, score, 4) for name, score in (("A", 4.0), ("B", 2.0), ("C", 1.0), ("D", 0.0))]


def drawn(c: Context, rows: list[DimensionMarks]) -> Chart:
    found = radar_chart(c, rows)
    assert found is not None
    return found


def marks(chart: Chart, kind: str) -> list[dict[str, str]]:
    return [dict(shape.attributes) for shape in chart.shapes if shape.kind == kind]


def test_dimensions_go_round_clockwise_from_the_top() -> None:
    assert [(round(x), round(y)) for x, y in (place(n, 4, 100) for n in range(4))] == [
        (0, -100), (100, 0), (0, 100), (-100, 0),
    ]  # fmt: skip


def test_a_score_lies_on_its_spoke_at_its_level() -> None:
    chart = drawn(FIVE, FOUR)
    discs = [(float(one["cx"]), float(one["cy"])) for one in marks(chart, "score")]
    centre = discs[3]
    # Levels are 40 apart: 4 is 160 up, 2 is 80 to the right, 1 is 40 down, 0 is the centre.
    away = [(x - centre[0], y - centre[1]) for x, y in discs]
    assert away == [(0, -160), (80, 0), (0, 40), (0, 0)]
    assert centre[0] == 380
    # One path goes through all of them and back.
    assert marks(chart, "score-line")[0]["d"].count("L") == 3
    assert marks(chart, "score-line")[0]["d"].endswith("Z")
    assert len(marks(chart, "target")) == 4


def test_rings_are_numbered_from_the_outside() -> None:
    assert ring_levels(FIVE) == [4, 3, 2, 1]
    assert ring_levels(SIX) == [6, 5, 4, 3, 2]
    assert ring_levels(HUNDRED) == [100, 75, 50, 25]
    # Rings at every ten would be 16 apart, too close for their numbers.
    assert ring_levels(TENS) == [100, 80, 60, 40, 20]
    radii = {float(one["r"]) for one in marks(drawn(FIVE, FOUR), "grid") if "r" in one}
    assert radii == {40, 80, 120, RADIUS}


def test_numbers_of_rings_stand_where_the_fewest_lines_pass() -> None:
    # Between spokes at 90 degrees a line from 100 to 100 passes 70.7 from the centre.
    flat = [100.0, 100.0, 100.0, 100.0]
    assert clearest([70], flat, flat) == -0.5
    assert clearest([70], [100, 10, 100, 100], flat) == 0.5
    assert clearest([70], [100, 100, None, 100], [100, None, None, 100]) == 1.5
    assert clearest([20], flat) == -0.5


def test_a_missing_score_breaks_the_line() -> None:
    five = [row("A", 1.0, 2), row("B", None, 2), row("C", 2.0, 2), row("D", 3.0, None)]
    chart = drawn(FIVE, five)
    path = marks(chart, "score-line")
    # From C by D to A, and not through B.
    assert [one["d"].count("L") for one in path] == [2]
    assert not path[0]["d"].endswith("Z")
    assert marks(chart, "area") == []
    assert len(marks(chart, "score")) == 3
    assert "B: score none, target 2." in chart.description
    assert "The line breaks where a dimension has no score." in chart.key
    assert "breaks" not in drawn(FIVE, FOUR).key


def test_a_lone_score_has_no_line() -> None:
    assert list(lines("score-line", [(1, 1), None, (2, 2), None])) == []


@pytest.mark.parametrize(("number", "is_drawn"), [(2, False), (3, True), (12, True), (13, False)])
def test_too_few_and_too_many_are_not_drawn(number: int, is_drawn: bool) -> None:
    rows = [row(f"Dimension {n}", 2, 3) for n in range(number)]
    assert (radar_chart(FIVE, rows) is not None) == is_drawn


def test_without_any_score_there_is_none() -> None:
    assert radar_chart(FIVE, [replace(one, score=None) for one in FOUR]) is None
    assert "radar" not in render_html(samples.nothing_scored())


def test_kinds_are_told_apart_by_shape_and_dash() -> None:
    chart = drawn(FIVE, FOUR)
    assert {s.tag for s in chart.shapes if s.kind == "score"} == {"circle"}
    assert {s.tag for s in chart.shapes if s.kind == "target"} == {"path"}
    page = render_html(samples.result())
    assert page.count("stroke-dasharray") >= 2


@pytest.mark.parametrize("number", range(3, 13))
@pytest.mark.parametrize("c", [FIVE, SIX, HUNDRED, TENS])
@pytest.mark.parametrize("title", [LONG, "日本語" * 20, "W" * 60, "Data"])
def test_no_texts_touch_and_none_is_cut_off(number: int, c: Context, title: str) -> None:
    low = c.result.parameters.scale.bottom
    chart = drawn(c, [row(title, low, low) for _ in range(number)])
    assert overlapping(chart) == []
    assert outside(chart) == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_titles_and_scores_leave_texts_apart(data: Any) -> None:
    number = data.draw(st.integers(3, 12))
    titles = data.draw(st.lists(st.text(max_size=70), min_size=number, max_size=number))
    scores = st.none() | st.floats(0, 100)
    rows = [row(title, data.draw(scores), data.draw(scores)) for title in titles]
    chart = radar_chart(HUNDRED, rows)
    if chart is not None:
        assert overlapping(chart) == []
        assert outside(chart) == []


def test_the_radar_says_the_numbers_of_its_table() -> None:
    page = Page(render_html(samples.result()))
    head, *rows = page.table("overview-table")
    score, target = head.index("Score"), head.index("Target")
    said = [f"{one[0]}: score {one[score]}, target {one[target]}." for one in rows[:-1]]
    assert text(page.by_id("radar-text")) == " ".join(said)
    caption = text(page.by_id("overview-table"))
    key = next(text(one) for one in page.all("figcaption") if "radar" in text(one))
    assert f"“{caption}”" in key
