"""A theme on the page and in Markdown: where it shows, and that its words stay words."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import html5lib  # type: ignore[import-untyped]  # it has no types
import pytest
from hypothesis import given
from hypothesis import strategies as st
from load.logos import GOOD_SVG, write_theme
from load.test_themes import WHOLE
from render import samples
from render.pages import Page, text

from maturity.load.theme import load_theme
from maturity.model.palette import DARK, LIGHT
from maturity.model.result import Result
from maturity.model.theme import ThemeInfo
from maturity.render.formats.brand_css import css_string
from maturity.render.formats.html import render_html
from maturity.render.formats.markdown import render_markdown
from maturity.render.words.clean import clean


def with_theme(**keys: object) -> Result:
    theme = ThemeInfo.model_validate({"name": "Ours", **keys})
    return samples.result().model_copy(update={"theme": theme})


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Result:
    folder = tmp_path_factory.mktemp("theme")
    theme = load_theme(write_theme(folder, WHOLE, GOOD_SVG))
    return samples.result().model_copy(update={"theme": theme})


@pytest.fixture(scope="module")
def page(themed: Result) -> Page:
    return Page(render_html(themed))


def style(page: Page) -> str:
    (found,) = page.all("style")
    return found.text or ""


def properties(page: Page) -> list[dict[str, str]]:
    blocks = re.findall(r":root\{([^}]*)\}", style(page))
    found = [dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6});", block)) for block in blocks]
    return [one for one in found if one]


def test_the_page_is_valid_and_its_policy_allows_its_style_alone(page: Page) -> None:
    assert page.errors == []
    digest = base64.b64encode(hashlib.sha256(style(page).encode()).digest()).decode()
    policy = page.all("meta")[1].get("content", "")
    assert f"style-src 'sha256-{digest}'; img-src data:;" in policy
    for one in page.elements():
        assert not [name for name in one.attrib if name == "style" or name.startswith("on")]


def test_colours_change_in_light_and_in_dark_and_in_charts(page: Page) -> None:
    light, dark = properties(page)
    assert {**LIGHT, "accent": "#6b1f5c", "range-edge": "#b06a9f"}.items() <= light.items()
    assert {**DARK, "accent": "#e3a5d4"}.items() <= dark.items()
    edges = {one.get("stroke") for one in page.elements() if one.get("class") == "range"}
    assert edges == {"#b06a9f"}


def test_a_theme_of_one_colour_changes_nothing_but_that_colour() -> None:
    plain = render_html(samples.result())
    page = Page(render_html(with_theme(light={"tag": "#000000"})))
    assert page.outline() == Page(plain).outline()
    assert style(page) == style(Page(plain)).replace(LIGHT["tag"], "#000000", 1)


def test_the_logo_is_in_the_page_with_its_words(page: Page, themed: Result) -> None:
    (logo,) = page.all("img")
    assert themed.theme is not None
    assert themed.theme.logo is not None
    assert logo.attrib == {
        "class": "logo",
        "src": f"data:image/svg+xml;base64,{themed.theme.logo.data}",
        "alt": "Northgate",
        "width": "192",
        "height": "64",
    }
    drawing = base64.b64decode(logo.attrib["src"].partition(",")[2]).decode()
    assert 'fill="#005a30"' in drawing


def test_names_title_footer_and_marking_stand_where_they_should(page: Page) -> None:
    header, footer = page.all("header")[0], page.all("footer")[0]
    assert text(page.all("h1")[0]) == "A review"
    assert text(page.all("title")[0]).startswith("A review – Maturity report: ")
    facts = [text(one) for one in header.iter("div")]
    assert facts[0].startswith("Organisation")
    assert facts[1:3] == ["Prepared forThe board", "Prepared byNorthgate"]
    assert text(header[0]) == "OFFICIAL-SENSITIVE"
    assert [text(one) for one in footer] == [
        "Do not forward.",
        text(footer[1]),
        "OFFICIAL-SENSITIVE",
    ]
    assert text(footer[1]).startswith("Made with maturity")


def test_each_printed_page_bears_the_marking_and_the_fonts_are_the_themes(page: Page) -> None:
    box = 'content:"OFFICIAL\\2d SENSITIVE";font:bold 9pt Arial,sans-serif'
    assert f"@page{{@top-center{{{box}}}@bottom-center{{{box}}}}}" in style(page)
    assert 'body{font-family:"Georgia","Times New Roman",serif}' in style(page)


def test_markdown_says_the_same_in_words(themed: Result) -> None:
    lines = [line for line in render_markdown(themed).splitlines() if line]
    assert lines[:2] == ["**OFFICIAL-SENSITIVE**", "# A review"]
    at = next(number for number, line in enumerate(lines) if line.startswith("- Organisation: "))
    assert lines[at + 1 : at + 3] == ["- Prepared for: The board", "- Prepared by: Northgate"]
    assert lines[-3] == "Do not forward."
    assert lines[-2].startswith("Made with maturity")
    assert lines[-1] == "**OFFICIAL-SENSITIVE**"


def test_without_a_theme_there_is_no_trace_of_one() -> None:
    page = Page(render_html(samples.result()))
    assert not page.all("img")
    assert "marking" not in page.source
    assert ".logo" not in page.source


# Hostile words

LINES = ("title", "prepared_for", "prepared_by", "footer", "marking")
OF_THEMES = [text for text in samples.OF_PAGES if len(text) <= 80]


def hostile(said: str) -> Result:
    logo = {
        "type": "image/svg+xml",
        "data": base64.b64encode(GOOD_SVG.encode()).decode(),
        "width": 192,
        "height": 64,
        "alt": said,
    }
    return with_theme(**dict.fromkeys(LINES, said), logo=logo)


HARMLESS = Page(render_html(hostile("harmless"))).outline()


@pytest.mark.parametrize("said", OF_THEMES)
def test_hostile_words_are_only_shown(said: str) -> None:
    page = Page(render_html(hostile(said)))
    shown = clean(said)
    assert page.errors == []
    assert page.outline() == HARMLESS
    assert page.all("img")[0].get("alt") == shown
    assert text(page.all("h1")[0]) == shown
    header, footer = page.all("header")[0], page.all("footer")[0]
    assert text(header[0]) == shown
    assert [text(one) for one in header.iter("dd")][1:3] == [shown, shown]
    assert (text(footer[0]), text(footer[2])) == (shown, shown)
    assert "</" not in style(page)


@pytest.mark.parametrize("said", [one for one in samples.OF_MARKDOWN if len(one) <= 80])
def test_hostile_words_are_only_shown_in_markdown(said: str) -> None:
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(
        render_markdown(hostile(said))
    )  # fmt: skip
    page = html5lib.parse(html, namespaceHTMLElements=False)
    assert not {one.tag for one in page.iter()} & {"script", "img", "svg"}
    shown = clean(said)
    assert text(next(page.iter("h1"))) == shown
    bold = [text(one) for one in page.iter("p")]
    assert (bold[0], bold[-1], bold[-3]) == (shown, shown, shown)


@given(st.text(max_size=80))
def test_a_string_of_css_holds_nothing_that_css_could_read(said: str) -> None:
    written = css_string(said)
    assert re.fullmatch(r'"([A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"', written)
    back = re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), written[1:-1])
    assert back == said


def test_a_longer_theme_keeps_the_page_small(themed: Result) -> None:
    plain, whole = len(render_html(samples.result())), len(render_html(themed))
    assert themed.theme is not None
    assert themed.theme.logo is not None
    assert whole - plain < len(themed.theme.logo.data) + 2_500


def test_the_file_of_a_theme_is_not_read_again(themed: Result, tmp_path: Path) -> None:
    assert render_html(themed) == render_html(themed)
    assert not list(tmp_path.iterdir())
