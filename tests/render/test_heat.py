"""The heat table: the number is printed, its shade repeats it, and text can be read on each."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render import samples
from render.pages import Page, text

from maturity.model.palette import DARK, LIGHT, contrast
from maturity.render.charts.heat import SHADES, heat_colours, shade
from maturity.render.formats.html import render_html
from maturity.render.formats.markdown import render_markdown
from maturity.render.report.context import Context
from maturity.render.report.questions import shades_key

PAGE = Page(render_html(samples.result()))


@pytest.mark.parametrize(
    ("score", "bottom", "top", "expected"),
    [
        ("0", 0, 4, 0), ("1", 0, 4, 1), ("4", 0, 4, 4),
        # Never above the score: 2.96 has not reached level 3.
        ("74/25", 0, 4, 2), ("3", 0, 4, 3),
        # On a scale from 1 to 5 the middle is 3; on one to 100 a quarter is 25.
        ("3", 1, 5, 2), ("1", 1, 5, 0), ("24.9", 0, 100, 0), ("25", 0, 100, 1), ("100", 0, 100, 4),
        # Outside the scale, and a scale without width.
        ("-1", 0, 4, 0), ("9", 0, 4, 4), ("1", 1, 1, 0),
    ],
)  # fmt: skip
def test_shades_by_hand(score: str, bottom: float, top: float, expected: int) -> None:
    assert shade(Fraction(score), bottom, top) == expected


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_text_can_be_read_on_every_shade_and_shades_differ(colours: dict[str, str]) -> None:
    shades = list(heat_colours(colours).values())
    assert len(shades) == SHADES
    assert all(contrast(colours["ink"], one) >= 4.5 for one in shades)
    # Each is further from the page than the one before it.
    away = [contrast(colours["paper"], one) for one in shades]
    assert away == sorted(away)
    assert all(after / before > 1.1 for before, after in pairwise(away))


COLOUR = st.integers(0, 0xFFFFFF).map(lambda one: f"#{one:06x}")


@given(COLOUR, COLOUR, COLOUR)
def test_a_theme_never_makes_a_score_hard_to_read(paper: str, ink: str, mark: str) -> None:
    shades = heat_colours({"paper": paper, "ink": ink, "mark": mark}).values()
    least = min(4.5, contrast(ink, paper))
    assert all(contrast(ink, one) >= least - 1e-9 for one in shades)


def test_the_page_holds_the_shades_of_both_themes() -> None:
    style = text(PAGE.all("style")[0])
    for colours in (LIGHT, DARK):
        for name, colour in heat_colours(colours).items():
            assert f"--{name}:{colour};" in style


def test_each_score_has_its_shade_and_keeps_its_number() -> None:
    shades = {
        text(cell): cell.get("class")
        for table in PAGE.all("table")
        if text(table).startswith("Questions on")
        for cell in table.iter("td")
        if (cell.get("class") or "").startswith("heat")
    }
    assert shades == {"1.0": "heat1", "3.0": "heat3", "2.9": "heat2", "2.0": "heat2"}


def test_what_has_no_score_has_no_shade() -> None:
    rows = [one for one in PAGE.all("tr") if one.get("id") == "question-security-training"]
    assert text(rows[0][1]) == "–"
    assert rows[0][1].get("class") is None


def test_the_key_says_what_the_shades_mean() -> None:
    assert shades_key(Context(samples.result())).shades == (
        (0, "from 0"), (1, "from 1"), (2, "from 2"), (3, "from 3"), (4, "4"),
    )  # fmt: skip
    rich = samples.rich_data()["parameters"]
    parameters = {**rich, "scale": {**rich["scale"], "bottom": 0, "top": 10}}
    key = shades_key(Context(samples.result(parameters=parameters)))
    assert [label for _, label in key.shades] == [
        "from 0", "from 2.5", "from 5", "from 7.5", "10",
    ]  # fmt: skip
    shown = [text(one) for one in PAGE.all("li") if (one.get("class") or "").startswith("heat")]
    assert shown == ["from 0", "from 1", "from 2", "from 3", "4"]


def test_markdown_shows_the_number_alone() -> None:
    markdown = render_markdown(samples.result())
    assert "heat" not in markdown
    assert "stronger the shade" not in markdown


def test_print_keeps_the_shades_and_forced_colours_a_border() -> None:
    style = text(PAGE.all("style")[0])
    print_rules = style[style.index("@media print") :]
    assert "td[class^=heat]{print-color-adjust:exact" in print_rules
    forced = style[style.index("@media (forced-colors:active)") :]
    assert "td[class^=heat],.shades li{background:none;border:1px solid CanvasText}" in forced
