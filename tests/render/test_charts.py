"""Where marks lie, worked by hand, and that a chart says what its table says."""

from __future__ import annotations

import pytest
from render import samples
from render.boxes import outside, overlapping
from render.pages import SVG, Page, text

from maturity.model.palette import LIGHT
from maturity.model.result import Result
from maturity.render.charts.lettering import TEXT_SIZE
from maturity.render.charts.palette import paint
from maturity.render.charts.profile import LEFT, RIGHT, position
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
    assert [one["d"] for one in marks(drawing, "distance")] == [
        "M395 99L497.5 99",
        "M343.8 149L395 149",
    ]


def test_a_ring_shows_the_score_before_ceilings() -> None:
    drawing = chart(RICH)
    # Security would be at 2.25: 190 + 2.25 * 102.5 is 420.6.
    assert [(one["cx"], one["cy"]) for one in marks(drawing, "uncapped")] == [("420.6", "99")]
    assert [one["d"] for one in marks(drawing, "held")] == ["M395 99L420.6 99"]
    assert "Before ceilings its score is 2.3." in drawing.description
    assert "Ring: the score before ceilings" in drawing.key


def test_where_no_ceiling_bites_no_ring_is_explained() -> None:
    free = [{**one, "uncapped": None, "caps": []} for one in samples.rich_data()["dimensions"]]
    drawing = chart(Context(samples.result(dimensions=free)))
    assert marks(drawing, "uncapped") == []
    assert "ceilings" not in drawing.key + drawing.description


def test_kinds_are_told_apart_by_shape() -> None:
    drawing = chart(RICH)
    tags = {shape.kind: shape.tag for shape in drawing.shapes}
    assert (tags["score"], tags["range"], tags["target"]) == ("circle", "rect", "path")
    # The score before ceilings is a circle too, but a hollow one.
    light = paint(LIGHT)
    assert light["score"]["fill"] == LIGHT["mark"]
    assert light["uncapped"]["fill"] == LIGHT["paper"]


@pytest.mark.parametrize("result", [samples.result(), samples.nothing_scored(), samples.matrix()])
def test_chart_and_table_show_the_same_numbers(result: Result) -> None:
    page = Page(render_html(result))
    head, *rows = page.table("overview-table")
    score, target, spread = (head.index(name) for name in ("Score", "Target", "Range"))
    rows = [row for row in rows if row[0] != "Overall"]
    assert drawn(page, "profile", "score-text") == [row[score] for row in rows]
    assert drawn(page, "profile", "target-text") == [row[target] for row in rows]
    said = text(page.by_id("profile-text"))
    for row in rows:
        if row[score] != "–":
            sentence = f"{row[0]}: score {row[score]}, range {row[spread]}, target {row[target]}."
            assert sentence in said
        if "Before ceilings" in head and row[head.index("Before ceilings")] != "–":
            before = row[head.index("Before ceilings")]
            assert f"{sentence} Before ceilings its score is {before}." in said


def drawn(page: Page, anchor: str, kind: str) -> list[str]:
    """The texts of a kind in a drawing, as a browser reads them."""
    drawing = next(
        one
        for one in page.all(f"{SVG}svg")
        if one.get("aria-labelledby", "").startswith(f"{anchor}-")
    )
    return [
        text(one)
        for layer in drawing
        if layer.get("class") == kind
        for one in layer.iter(f"{SVG}text")
    ]


def test_no_score_and_no_target_are_said() -> None:
    data = samples.rich_data()["dimensions"]
    bare = {**data[0], "target": None, "gap": None}
    none = {**data[1], "score": None, "exact": None, "low": None, "high": None}
    neither = {**none, "title": "Skills", "target": None, "gap": None}
    drawing = chart(Context(samples.result(dimensions=[bare, none, neither])))
    assert drawing.description == (
        "Security: score 2.0, range 1.8–2.0, target none. Before ceilings its score is 2.3. "
        "Data and its quality: no score, target 2. Skills: no score, target none."
    )
    assert words(drawing, "target-text") == ["–", "2", "–"]
    assert "no score yet" in words(drawing, "quiet")


def test_no_score_yet_is_written_inside_its_bar() -> None:
    data = samples.rich_data()["dimensions"]
    drawing = chart(Context(samples.result(dimensions=[{**data[0], "score": None, "exact": None}])))
    (said,) = (one for one in drawing.shapes if one.text == "no score yet")
    (bar,) = (one for one in drawing.shapes if one.kind == "range")
    baseline = float(dict(said.attributes)["y"])
    top = float(dict(bar.attributes)["y"])
    size = TEXT_SIZE["quiet"]
    # A letter stands 0.72 of its size above the line, a y reaches 0.22 below it.
    above, below = baseline - 0.72 * size - top, top + 14 - (baseline + 0.22 * size)
    assert min(above, below) > 0.5
    assert abs(above - below) < 0.6


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


def test_no_texts_touch_and_none_is_cut_off() -> None:
    levels = [{"level": number * 20, "name": "Established"} for number in range(6)]
    rich = samples.rich_data()
    scale = {"levels": levels, "bottom": 0, "top": 100}
    titles = ("W" * 40, "日本語" * 20, "Inclusion of everyone, whatever their means " * 3)
    dimensions = [
        {**one, "title": title} for one, title in zip(rich["dimensions"], titles, strict=True)
    ]
    parameters = {**rich["parameters"], "scale": scale}
    for one in (RICH, Context(samples.result(dimensions=dimensions, parameters=parameters))):
        assert overlapping(chart(one)) == []
        assert outside(chart(one)) == []
