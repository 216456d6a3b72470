"""Where marks lie, worked by hand, and that a chart says what its table says."""

from __future__ import annotations

import pytest
from render import samples
from render.pages import SVG, Page, text

from maturity.model.result import Result
from maturity.render.charts.profile import LEFT, RIGHT, position, wrapped
from maturity.render.formats.html import render_html
from maturity.render.report.blocks import Chart
from maturity.render.report.context import Context
from maturity.render.report.overview import overview_section


def chart(c: Context) -> Chart:
    found = overview_section(c).blocks[0]
    assert isinstance(found, Chart)
    return found


def marks(drawing: Chart, kind: str) -> list[dict[str, str]]:
    return [dict(shape.attributes) for shape in drawing.shapes if shape.kind == kind]


def words(drawing: Chart, kind: str) -> list[str]:
    return [shape.text for shape in drawing.shapes if shape.kind == kind]


RICH = Context(samples.result())


def test_a_score_lies_on_its_place_of_the_scale() -> None:
    # The scale runs from 190 to 600: level 2 of 0 to 4 is halfway, at 395.
    assert [position(RICH, score) for score in (0, 2, 4)] == [LEFT, 395, RIGHT]
    assert [position(RICH, score) for score in (-1, 5)] == [LEFT, RIGHT]


def test_a_scale_need_not_begin_at_zero() -> None:
    rich = samples.rich_data()["parameters"]
    parameters = {**rich, "scale": {**rich["scale"], "bottom": 1, "top": 5}}
    assert position(Context(samples.result(parameters=parameters)), 3) == 395
    parameters = {**rich, "scale": {**rich["scale"], "bottom": 1, "top": 1}}
    assert position(Context(samples.result(parameters=parameters)), 1) == LEFT


def test_every_dimension_has_its_marks() -> None:
    drawing = chart(RICH)
    # Security 2, data 1.5, inclusion 3.04 on 102.5 units a level.
    assert [one["cx"] for one in marks(drawing, "score")] == ["395", "343.8", "501.6"]
    assert [one["cy"] for one in marks(drawing, "score")] == ["99", "149", "199"]
    # Ranges: 1.8 to 2, 1 to 3, and none where nothing is missing.
    assert [(one["x"], one["width"]) for one in marks(drawing, "range")] == [
        ("374.5", "20.5"),
        ("292.5", "205"),
    ]
    assert [one["d"].split()[0] for one in marks(drawing, "target")] == ["M497.5", "M395", "M497.5"]
    # A line shows the distance to a target that is not reached.
    assert [(one["x1"], one["x2"]) for one in marks(drawing, "distance")] == [
        ("395", "497.5"),
        ("343.8", "395"),
    ]


def test_kinds_are_told_apart_by_shape() -> None:
    tags = {shape.kind: shape.tag for shape in chart(RICH).shapes}
    assert (tags["score"], tags["range"], tags["target"]) == ("circle", "rect", "path")


@pytest.mark.parametrize("result", [samples.result(), samples.nothing_scored(), samples.matrix()])
def test_chart_and_table_show_the_same_numbers(result: Result) -> None:
    page = Page(render_html(result))
    head, *rows = page.table("overview-table")
    score, target, spread = (head.index(name) for name in ("Score", "Target", "Range"))
    rows = [row for row in rows if row[0] != "Overall"]
    drawn = {
        kind: [text(one) for one in page.all(f"{SVG}text") if one.get("class") == kind]
        for kind in ("score-text", "target-text")
    }
    assert drawn["score-text"] == [row[score] for row in rows]
    assert drawn["target-text"] == [row[target] for row in rows]
    said = text(page.by_id("profile-text"))
    for row in rows:
        if row[score] != "–":
            sentence = f"{row[0]}: score {row[score]}, range {row[spread]}, target {row[target]}."
            assert sentence in said


def test_no_score_and_no_target_are_said() -> None:
    data = samples.rich_data()["dimensions"]
    bare = {**data[0], "target": None, "gap": None}
    none = {**data[1], "score": None, "exact": None, "low": None, "high": None}
    drawing = chart(Context(samples.result(dimensions=[bare, none])))
    assert drawing.description == (
        "Security: score 2.0, range 1.8–2.0, target none. Data and its quality: no score, target 2."
    )
    assert words(drawing, "target-text") == ["–", "2"]
    assert "no score yet" in words(drawing, "quiet")


def test_levels_are_named_only_where_the_names_fit() -> None:
    assert "Established" in words(chart(RICH), "quiet")
    levels = [{"level": number, "name": "A rather long name"} for number in range(5)]
    rich = samples.rich_data()["parameters"]
    parameters = {**rich, "scale": {**rich["scale"], "levels": levels}}
    drawing = chart(Context(samples.result(parameters=parameters)))
    assert words(drawing, "quiet") == ["Score", "Target"]
    assert words(drawing, "scale") == ["0", "1", "2", "3", "4"]


def test_the_top_is_marked_where_no_level_stands_there() -> None:
    parameters = samples.rich_data()["parameters"]
    scale = parameters["scale"]
    parameters |= {"scale": {**scale, "levels": scale["levels"][:4]}}
    assert words(chart(Context(samples.result(parameters=parameters))), "scale")[-1] == "4"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Security", ["Security"]),
        ("Legacy systems and technology", ["Legacy systems and", "technology"]),
        ("", ["–"]),
        ("x" * 60, ["x" * 22, "x" * 21 + "…"]),
        (
            "Inclusion of everyone who needs a service",
            ["Inclusion of everyone", "who needs a service"],
        ),
        ("one " * 20, ["one one one one one", "one one one one one…"]),
        ("日本語" * 8, ["日本語日本語日本語日本", "語日本語日本語日本語…"]),
    ],
)
def test_titles_are_wrapped_to_two_lines(title: str, lines: list[str]) -> None:
    assert wrapped(title) == lines
