"""The web page: valid, in order, described, and closed against everything foreign."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from render import samples
from render.pages import SVG, Page, text
from samples import pages

from maturity import render
from maturity.render.formats.html import render_html
from maturity.render.words.clean import clean
from maturity.resources import shipped as shipped_folder

RESULTS = {
    "rich": samples.result(),
    "matrix": samples.matrix(),
    "nothing": samples.nothing_scored(),
    "final": samples.result(status="final"),
    "cut": samples.result(
        audience="board", withheld=[{"what": "Names", "why": "Not for this audience"}]
    ),
    "hostile": samples.hostile(samples.HOSTILE[2]),
}
HARMLESS = Page(render_html(samples.hostile("harmless")))
PAGES = {name: Page(render_html(result)) for name, result in RESULTS.items()}


@cache
def shipped(name: str) -> Page:
    """The page of a sample."""
    return Page(pages.PAGES[name]())


@pytest.fixture(params=[*PAGES, *pages.PAGES])
def page(request: pytest.FixtureRequest) -> Page:
    return PAGES.get(request.param) or shipped(request.param)


def test_the_page_is_valid(page: Page) -> None:
    assert page.errors == []
    assert page.root.get("lang")
    assert len(page.all("h1", "main", "title")) == 3


def test_headings_go_down_step_by_step(page: Page) -> None:
    levels = [int(one.tag[1]) for one in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_links_arrive(page: Page) -> None:
    ids = [one.get("id") for one in page.elements() if one.get("id")]
    assert len(ids) == len(set(ids))
    inside = [href for one in page.all("a") if (href := one.get("href", "")).startswith("#")]
    assert inside[0] == "#report"
    assert {href[1:] for href in inside} <= set(ids)
    named = " ".join(one.get("aria-labelledby", "") for one in page.elements()).split()
    assert set(named) <= set(ids)


def test_tables_are_described(page: Page) -> None:
    for table in page.all("table"):
        caption = table.find("caption")
        assert caption is not None
        assert text(caption)
        heads = table.findall("thead/tr/th")
        assert heads
        assert {one.get("scope") for one in heads} == {"col"}
        assert all(text(one) for one in heads)
        for row in table.findall("tbody/tr"):
            assert len(row) == len(heads)
            assert [one.tag for one in row] == ["th"] + ["td"] * (len(heads) - 1)
            assert row[0].get("scope") == "row"


def test_wide_tables_and_charts_scroll_by_keyboard(page: Page) -> None:
    regions = [one for one in page.elements() if one.get("class") == "scroll"]
    inside = {id(table) for region in regions for table in region.iter("table")}
    wide = [one for one in page.all("table") if len(one.findall("thead/tr/th")) > 3]
    assert wide
    assert {id(one) for one in wide} <= inside
    assert inside == {id(one) for one in page.all("table") if is_wide(one)}
    for region in regions:
        assert region.get("role") == "region"
        assert region.get("tabindex") == "0"
        assert text(page.by_id(region.get("aria-labelledby", "")))


def test_drawings_have_a_name_and_their_numbers_in_words(page: Page) -> None:
    drawings = page.all(f"{SVG}svg")
    assert drawings or page is shipped("two-years")
    for svg in drawings:
        assert svg.get("role") == "img"
        names = [page.by_id(name) for name in svg.get("aria-labelledby", "").split()]
        assert [one.tag for one in names] == [f"{SVG}title", f"{SVG}desc"]
        assert all(text(one) for one in names)


def test_nothing_is_run_styled_or_fetched(page: Page) -> None:
    for one in page.elements():
        assert one.tag not in ("script", "iframe", "object", "embed", "form", "img", "base")
        assert not [name for name in one.attrib if name == "style" or name.startswith("on")]
        assert "src" not in one.attrib
    links = [one.attrib for one in page.all("link")]
    assert links == [{"rel": "icon", "href": "data:,"}]


def test_addresses_are_safe(page: Page) -> None:
    for one in page.all("a"):
        assert re.match("#|https?://|mailto:", one.get("href", ""))


def test_the_policy_allows_this_style_and_no_other(page: Page) -> None:
    style = page.all("style")
    digest = hashlib.sha256((style[0].text or "").encode()).digest()
    expected = f"sha256-{base64.b64encode(digest).decode()}"
    policy = next(
        one.get("content")
        for one in page.all("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    )
    assert len(style) == 1
    assert policy == (
        f"default-src 'none'; style-src '{expected}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


@pytest.mark.parametrize("hostile", samples.OF_PAGES)
def test_hostile_texts_are_only_shown(hostile: str) -> None:
    attacked = Page(render_html(samples.hostile(hostile)))
    assert attacked.errors == []
    assert attacked.outline() == HARMLESS.outline()
    drawn = ("svg", "title", "desc", "g", "rect", "circle", "path", "text")
    allowed = {f"{SVG}{tag}" for tag in drawn}
    assert {one.tag for svg in attacked.all(f"{SVG}svg") for one in svg.iter()} == allowed
    shown = clean(hostile)
    assert text(attacked.all("h1")[0]) == f"Maturity report: {shown}"
    assert attacked.table("facts-table")[1] == [shown, shown]
    assert attacked.root.get("lang") == "en-GB"


def test_a_hostile_id_stays_inside_its_attribute() -> None:
    data = samples.rich_data()
    data["dimensions"][0]["id"] = '"><script>'
    data["dimensions"][1]["id"] = "'><Script >"
    page = Page(render_html(samples.result(dimensions=data["dimensions"])))
    assert page.errors == []
    assert not page.all("script")
    ids = [one.get("id") for one in page.elements() if one.get("id")]
    assert len(ids) == len(set(ids))


def test_the_same_result_gives_the_same_bytes() -> None:
    assert render_html(samples.result()) == render_html(samples.result())


def test_draft_and_final() -> None:
    assert PAGES["rich"].all("body")[0].get("class") == "draft"
    assert [text(one) for one in PAGES["rich"].all("header")[0].iter("li")] == ["DRAFT"]
    assert "class" not in PAGES["final"].all("body")[0].attrib
    assert not list(PAGES["final"].all("header")[0].iter("li"))


def test_language_and_skip_link() -> None:
    framework = {**samples.rich_data()["framework"], "language": "en-IE"}
    page = Page(render_html(samples.result(framework=framework)))
    assert page.root.get("lang") == "en-IE"
    assert page.all("body")[0][0].attrib == {"class": "skip", "href": "#report"}


def test_contents_name_every_part() -> None:
    page = PAGES["rich"]
    contents = [text(one) for one in page.all("nav")[0].iter("a")]
    heads = [text(one) for one in page.all("h2")]
    assert [one for one in contents if one in heads] == heads
    assert "Security" in contents


def test_an_answer_points_at_its_evidence() -> None:
    links = {text(one): one.get("href") for one in PAGES["rich"].all("a")}
    address = "https://files.example.org/ca?a=1&b=2"
    assert links["Evidence: Conditional access export"] == address
    assert "A talk" not in links
    assert PAGES["rich"].table("sources-table")[2][0] == "A talk javascript:alert(1)"


def test_every_column_of_numbers_has_its_rule_however_many_there_are(page: Page) -> None:
    (style,) = page.all("style")
    for table in page.all("table"):
        columns = [one.get("class") == "number" for one in table.iter("th") if is_head(one)]
        for place in (number for number, numeric in enumerate(columns, 1) if numeric):
            assert f"n{place}" in table.get("class", "").split()
            assert re.search(rf"\.n{place} td:nth-child\({place}\)[,{{]", style.text or "")


def is_wide(table: Any) -> bool:
    return "wide" in table.get("class", "").split()


def is_head(cell: Any) -> bool:
    return bool(cell.get("scope") == "col")


def test_no_rule_is_for_a_class_that_nothing_has() -> None:
    """A rule that is left over is sent with every page."""
    rules = re.sub(r"\{[^{}]*\}", "{}", shipped_file("report.css").read_text(encoding="utf-8"))
    named = set(re.findall(r"\.([a-z]+(?:-[a-z]+)*)", rules))
    folder = shipped_file("report.css").parent
    paths = [*folder.glob("*.j2"), *Path(render.__path__[0]).rglob("*.py")]
    written = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    assert len(named) > 40
    assert [one for one in sorted(named) if not re.search(rf"\b{one}(?:\b|\d|\{{)", written)] == []


@pytest.mark.parametrize("name", ["blocks.html.j2", "blocks.md.j2", "brand.html.j2"])
def test_every_macro_is_called(name: str) -> None:
    folder = shipped_file("report.css").parent
    texts = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.j2"))
    macros = re.findall(r"{% macro (\w+)\(", (folder / name).read_text(encoding="utf-8"))
    assert macros
    assert [one for one in macros if len(re.findall(rf"\b{one}\(", texts)) < 2] == []


def shipped_file(name: str) -> Path:
    return shipped_folder("report_templates") / name
