"""Contrast, computed from the custom properties of the finished page, in both themes."""

from __future__ import annotations

import re

import pytest
from render import samples

from maturity.render.charts.palette import DARK, LIGHT, colour_css, paint
from maturity.render.formats.html import render_html
from maturity.resources import shipped

STYLE = re.search("<style>(.*?)</style>", render_html(samples.result()), re.DOTALL)
THEMES = [
    dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6});", block))
    for block in re.findall(r":root\{([^}]*)\}", STYLE[1] if STYLE else "")
]
SURFACES = ("paper", "surface", "limit-surface", "open-surface")
TEXTS = [(ink, on) for on in SURFACES for ink in ("ink", "quiet", "accent")] + [("tag-ink", "tag")]
MARKS = [
    ("mark", "paper"),
    ("target", "paper"),
    ("range-edge", "paper"),
    ("mark", "range"),
    ("target", "range"),
    ("edge", "paper"),
    ("limit", "limit-surface"),
    ("open", "open-surface"),
]


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
    assert THEMES == [LIGHT, DARK]


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize(("ink", "on"), TEXTS)
def test_texts_can_be_read(theme: int, ink: str, on: str) -> None:
    assert contrast(THEMES[theme][ink], THEMES[theme][on]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize(("mark", "on"), MARKS)
def test_marks_can_be_seen(theme: int, mark: str, on: str) -> None:
    assert contrast(THEMES[theme][mark], THEMES[theme][on]) >= 3


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
    assert len(templates) == 4
    for template in templates:
        assert not re.search(r"\|\s*safe|Markup|autoescape", template.read_text(encoding="utf-8"))
