"""Contrast, computed from the custom properties of the finished page, in both themes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render import samples

from maturity.model.palette import PAIRS, Pair
from maturity.model.palette import contrast as measured
from maturity.render.charts.heat import heat_colours
from maturity.render.charts.palette import DARK, LIGHT, colour_css, paint
from maturity.render.formats.html import render_html
from maturity.resources import shipped

STYLE = re.search("<style>(.*?)</style>", render_html(samples.result()), re.DOTALL)
THEMES = [
    dict(re.findall(r"--([a-z0-9-]+):(#[0-9a-f]{6});", block))
    for block in re.findall(r":root\{(color-scheme[^}]*)\}", STYLE[1] if STYLE else "")
]
hexes = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
SURFACES = ("paper", "surface", "limit-surface", "open-surface")
TEXTS = [(ink, on) for on in SURFACES for ink in ("ink", "quiet", "accent")] + [("tag-ink", "tag")]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_page_has_both_themes() -> None:
    assert [{**LIGHT, **heat_colours(LIGHT)}, {**DARK, **heat_colours(DARK)}] == THEMES


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.ink}-{pair.on}")
def test_texts_can_be_read_and_marks_be_seen(theme: int, pair: Pair) -> None:
    assert contrast(THEMES[theme][pair.ink], THEMES[theme][pair.on]) >= pair.least


def test_every_text_is_among_the_pairs_with_what_a_text_needs() -> None:
    assert {(pair.ink, pair.on) for pair in PAIRS if pair.least == 4.5} == set(TEXTS)
    assert {pair.least for pair in PAIRS} == {4.5, 3}


@given(hexes, hexes)
def test_themes_are_measured_in_the_same_way(one: str, other: str) -> None:
    assert measured(one, other) == pytest.approx(contrast(one, other))
    assert measured(one, other) == measured(other, one)


def test_no_colour_stands_outside_the_palette() -> None:
    screen = STYLE[1] if STYLE else ""
    rules = screen.replace(colour_css(LIGHT, DARK), "").partition("@page")[0]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl", rules)


def test_dark_marks_replace_the_attributes_of_light_ones() -> None:
    marks = paint(LIGHT)
    assert marks["score"]["fill"] == LIGHT["mark"]
    assert ".chart .score{fill:var(--mark);stroke:var(--paper)}" in colour_css(LIGHT, DARK)


def test_no_template_lets_a_text_through_unescaped() -> None:
    templates = sorted(shipped("report_templates").glob("*.j2"))
    assert len(templates) == 5
    for template in templates:
        assert not re.search(r"\|\s*safe|Markup|autoescape", template.read_text(encoding="utf-8"))
