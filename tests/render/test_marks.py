"""Every mark is drawn without a style sheet, follows the theme, and is seen in forced colours."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from render import samples
from render.pages import SVG, Page, text

from maturity.model.palette import DARK, LIGHT, contrast
from maturity.render.charts.palette import colour_css, paint
from maturity.render.charts.shapes import KINDS, Kind, box, disc, joined, layers
from maturity.render.charts.shapes import text as written
from maturity.render.formats.html import render_html

PAGE = Page(render_html(samples.result()))
STYLE = text(PAGE.all("style")[0])
FORCED = STYLE[STYLE.index("@media (forced-colors:active)") :].partition("@page")[0]
LAYERS = [one for svg in PAGE.all(f"{SVG}svg") for one in svg.iter(f"{SVG}g")]
ON_PAPER = ("score-line", "target-line", "border", "planned", "done", "tick", "held", "uncapped")


def test_there_are_marks() -> None:
    assert {one.get("class") for one in LAYERS} <= set(KINDS)
    assert len(LAYERS) > 20


def test_marks_are_coloured_by_attributes() -> None:
    colours = paint(LIGHT)
    for layer in LAYERS:
        kind = layer.get("class")
        assert kind
        for name, value in colours[kind].items():
            assert layer.get(name) == value
    for svg in PAGE.all(f"{SVG}svg"):
        for one in svg.iter():
            assert "style" not in one.attrib
            assert not [value for value in one.attrib.values() if "var(" in value]
            assert one is svg or one.get("class") is None or one.tag == f"{SVG}g"


def test_every_kind_has_its_colours() -> None:
    assert set(paint(LIGHT)) == set(get_args(Kind))
    hexes = re.compile("#[0-9a-f]{6}|none")
    for attributes in paint(DARK).values():
        used = [attributes[name] for name in ("fill", "stroke") if name in attributes]
        assert used
        assert all(hexes.fullmatch(one) for one in used)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_follows_the_theme_on_screen(kind: str) -> None:
    rules = colour_css(LIGHT, DARK).partition("@media screen{")[2]
    assert re.search(rf"\.chart \.{kind}[,{{]", rules)


@pytest.mark.parametrize("kind", [one for one in KINDS if "font-size" not in paint(LIGHT)[one]])
def test_every_mark_is_seen_in_forced_colours(kind: str) -> None:
    assert re.search(rf"\.{kind}[,) {{]", FORCED)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("kind", ON_PAPER)
def test_marks_stand_out_from_the_page(colours: dict[str, str], kind: str) -> None:
    assert contrast(paint(colours)[kind]["stroke"], colours["paper"]) >= 3


def test_marks_of_a_kind_are_put_together_bottom_first() -> None:
    shapes = [
        written("quiet", 1, 2, "b", "end"),
        disc("score", 5, 6),
        joined("grid", ((0, 0), (1, 1))),
        box("planned", 0, 0, 4, 2),
        joined("grid", ((2, 2), (3, 3))),
        written("quiet", 3, 4, "a"),
        disc("score", 7, 8),
    ]
    found = list(layers(shapes))
    assert [(one.kind, one.anchor) for one in found] == [
        ("grid", "start"), ("planned", "start"), ("score", "start"),
        ("quiet", "start"), ("quiet", "end"),
    ]  # fmt: skip
    # Lines become one path; discs and texts stay single.
    assert [dict(one.attributes) for one in found[0].shapes] == [{"d": "M0 0L1 1M2 2L3 3"}]
    assert len(found[2].shapes) == 2


def test_every_figure_says_what_it_shows_and_how_to_read_it() -> None:
    for figure in PAGE.all("figure"):
        caption, region = figure
        assert [caption.tag, region.get("role")] == ["figcaption", "region"]
        title = text(caption[0])
        assert title == text(PAGE.by_id(region.get("aria-labelledby", "")))
        assert len(text(caption)) > len(title) + 20
