"""The plan as bars: places worked by hand, charts that fit a page, the months of the tables."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render import samples
from render.boxes import outside, overlapping
from render.pages import Page, text

from maturity.model.result import Result
from maturity.render.charts.gantt import LEFT, RIGHT, Axis, GanttRow, axis, gantt_shapes
from maturity.render.charts.shapes import Shape
from maturity.render.formats.html import render_html
from maturity.render.report.context import Context
from maturity.render.report.timeline import timeline

RICH = Context(samples.result())
A4_HEIGHT = 900
"""How high a chart may be to fit the text of an A4 page, in units of which 760 are its width."""


def row(number: int, start: float, finish: float) -> GanttRow:
    return GanttRow(number, f"Action {number}", start, finish, "planned")


def planned(number: int, months: float = 1) -> Result:
    """A plan of actions that run one after the other."""
    plan = []
    for n in range(number):
        finish = (n + 1) * months
        horizon = "now" if finish <= 3 else "next" if finish <= 12 else "later"
        keys = {"start_month": n * months, "finish_month": finish, "horizon": horizon}
        plan.append(samples.action(f"action-{n}", n + 1, title=f"Do thing {n + 1}", **keys))
    return samples.result(plan=plan, tracked=[], beyond=[])


def paths(shapes: list[Shape], kind: str) -> list[str]:
    return [dict(shape.attributes)["d"] for shape in shapes if shape.kind == kind]


def words(shapes: list[Shape], kind: str) -> list[str]:
    return [shape.text for shape in shapes if shape.kind == kind]


@pytest.mark.parametrize(
    ("start", "finish", "ticks"),
    [
        (0, 2, [0, 1, 2]),
        (0, 12, list(range(13))),
        # 18 months of 29 units are too narrow for a mark each.
        (0, 17, list(range(18))),
        (0, 18, [0, 3, 6, 9, 12, 15, 18]),
        (10, 45, [9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 39, 42, 45]),
        (0, 120, [0, 12, 24, 36, 48, 60, 72, 84, 96, 108, 120]),
        (0.5, 284.75, list(range(0, 289, 24))),
        (5, 5, [5, 6]),
    ],
)
def test_marks_of_the_axis_have_room(start: float, finish: float, ticks: list[int]) -> None:
    assert list(axis([row(1, start, finish)]).ticks()) == ticks


def test_a_month_lies_on_its_place() -> None:
    months = Axis(0, 12, 1)
    assert [months.x(0), months.x(6), months.x(12)] == [LEFT, (LEFT + RIGHT) / 2, RIGHT]


def test_a_bar_runs_from_its_first_month_to_its_last() -> None:
    shapes = list(gantt_shapes(RICH, [row(1, 0, 3), row(2, 6, 12)], Axis(0, 12, 1)))
    # 530 units for 12 months: 3 are 132.5, 6 to 12 begin at 465 and are 265 wide.
    assert paths(shapes, "planned") == ["M200 64h132.5v12H200Z", "M465 96h265v12H465Z"]
    # The horizons end at month 3; month 12 is the end of the chart and needs no line.
    assert paths(shapes, "border") == ["M332.5 0L332.5 28", "M332.5 49L332.5 118"]
    assert words(shapes, "row-name") == ["1. Action 1", "2. Action 2"]
    assert words(shapes, "band-name")[0] == "Now"


def test_every_horizon_has_its_border_and_its_name() -> None:
    shapes = list(gantt_shapes(RICH, [row(1, 0, 30)], Axis(0, 30, 3)))
    places = {one.partition(" ")[0] for one in paths(shapes, "border")}
    # 3 and 12 of 30 months on 530 units.
    assert places == {"M253", "M412"}
    assert words(shapes, "band-name") == ["Now", "Next", "Later: done after month 12"]
    far = list(gantt_shapes(RICH, [row(1, 15, 30)], Axis(15, 30, 3)))
    assert paths(far, "border") == paths(far, "band") == []
    assert words(far, "band-name") == ["Later: done after month 12"]


def test_a_long_title_takes_two_lines_beside_its_bar() -> None:
    title = "Move the two exposed servers behind the shared gateway before anything else"
    long = GanttRow(1, title, 0, 3, "planned")
    shapes = list(gantt_shapes(RICH, [long], Axis(0, 12, 1)))
    first, second = (shape for shape in shapes if shape.kind == "row-name")
    assert (first.text, second.text) == ("1. Move the two exposed", "servers behind the shared…")
    heights = [float(dict(one.attributes)["y"]) for one in (first, second)]
    # 15.6 apart, around the middle of the bar at 70.
    assert heights == [66.8, 82.3]
    assert LEFT <= 200


def test_what_is_started_or_done_has_a_sign_and_a_word() -> None:
    plan = [
        samples.action("one", 1, status="started"),
        samples.action("two", 2, status="done"),
        samples.action("three", 3, status="planned"),
        samples.action("four", 4),
    ]
    (chart,) = timeline(Context(samples.result(plan=plan)))
    shapes = list(chart.shapes)
    assert [len(paths(shapes, kind)) for kind in ("started", "done", "planned")] == [1, 1, 2]
    assert [len(paths(shapes, kind)) for kind in ("sign", "tick")] == [1, 1]
    assert chart.description == (
        "Action 1: months 1 to 2, started. Action 2: months 1 to 2, done. "
        "Action 3: months 1 to 2. Action 4: months 1 to 2."
    )
    assert "Triangle before a bar: started. Tick before a bar: done." in chart.key


def test_a_short_plan_is_one_chart() -> None:
    (chart,) = timeline(Context(planned(25)))
    assert words(list(chart.shapes), "row-name")[::12] == [
        "1. Do thing 1", "13. Do thing 13", "25. Do thing 25",
    ]  # fmt: skip
    assert "in the tables alone" not in chart.key
    assert "started" not in chart.key


def test_no_plan_no_chart() -> None:
    assert timeline(Context(samples.nothing_scored())) == []


def test_a_long_plan_is_cut_by_year_and_by_page() -> None:
    charts = timeline(Context(planned(60)))
    assert [chart.title for chart in charts] == [
        "When each action runs: the first year",
        "When each action runs: later",
    ]
    drawn = [words(list(chart.shapes), "row-name") for chart in charts]
    assert [len(one) for one in drawn] == [12, 24]
    assert "24 more actions, further on, are in the tables alone." in charts[1].key
    assert "alone" not in charts[0].key


def test_more_than_fit_on_a_page_go_on_in_a_chart_of_the_same_months() -> None:
    charts = timeline(Context(planned(30, months=0.25)))
    assert [chart.title for chart in charts] == [
        "When each action runs: the first year, 1 of 2",
        "When each action runs: the first year, 2 of 2",
    ]
    assert [len(words(list(chart.shapes), "row-name")) for chart in charts] == [15, 15]
    ticks = [[s.text for s in chart.shapes if s.anchor == "middle"] for chart in charts]
    assert ticks[0] == ticks[1]


def test_a_few_actions_over_years_are_parted_too() -> None:
    charts = timeline(Context(planned(4, months=12)))
    assert [len(words(list(chart.shapes), "row-name")) for chart in charts] == [1, 3]


@pytest.mark.parametrize("number", [1, 25, 26, 36, 37, 100])
def test_each_chart_fits_a_page_and_all_together_stay_small(number: int) -> None:
    charts = timeline(Context(planned(number)))
    assert all(chart.height <= A4_HEIGHT for chart in charts)
    drawn = [words(list(chart.shapes), "row-name") for chart in charts]
    assert sum(len(one) for one in drawn) == min(number, 36)
    assert sum(len(chart.description) for chart in charts) < 2500


MONTHS = st.tuples(st.floats(0, 3000), st.floats(0.1, 40))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=90), MONTHS), min_size=1, max_size=45))
def test_no_texts_touch_and_none_is_cut_off(actions: list[tuple[str, tuple[float, float]]]) -> None:
    plan = []
    for number, (title, (start, length)) in enumerate(actions, 1):
        finish = start + length
        horizon = "now" if finish <= 3 else "next" if finish <= 12 else "later"
        keys = {"start_month": start, "finish_month": finish, "horizon": horizon}
        plan.append(samples.action(f"a-{number}", number, title=title, **keys))
    for chart in timeline(Context(samples.result(plan=plan))):
        assert overlapping(chart) == []
        assert outside(chart) == []


def test_chart_and_tables_show_the_same_months() -> None:
    page = Page(render_html(samples.result()))
    said = text(page.by_id("gantt-1-text"))
    rows = [
        one for name in ("now", "next", "later") for one in page.table(f"plan-{name}-table")[1:]
    ]
    column = page.table("plan-now-table")[0].index("Months")
    assert len(rows) == 4
    for one in rows:
        number = one[0].partition(".")[0]
        assert re.search(rf"Action {number}: months? {re.escape(one[column])}[.,]", said)
