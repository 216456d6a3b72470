"""What the shipped samples come to, whole: on the screen, in every format, side by side.

`pytest tests/samples tests/explain tests/browser --update-golden` writes all of it anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from samples.pages import PAGES, SAMPLES, team, two_years

from maturity.model.provenance import Tool
from maturity.model.result import Result
from maturity.plan.document import plan_document
from maturity.render.formats.github import render_github
from maturity.render.formats.html import render_html
from maturity.render.formats.json import render_json
from maturity.render.formats.markdown import markdown_of, render_markdown
from maturity.render.formats.plan_csv import render_plan_csv
from maturity.render.report.comparison import build_comparison
from maturity.render.report.plan_page import build_plan
from maturity.render.screen.comparison import compare_screen
from maturity.render.screen.plan import plan_screen
from maturity.render.screen.summary import summarise
from maturity.render.screen.terminal import Look, draw

GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[Path, str], None]
FORMATS: dict[str, Callable[[Result], str]] = {
    ".md": render_markdown,
    ".html": render_html,
    ".json": render_json,
}


def of_no_version(name: str) -> Result:
    """A sample's result as if no version had made it, so that a release changes nothing here."""
    return team(name).model_copy(update={"tool": Tool(version="0.0.0")})


def without_style(page: str) -> str:
    """A page without its style sheet and what stands for it in its policy."""
    page = re.sub(r"<style>.*?</style>", "<style>…</style>", page, flags=re.DOTALL)
    return re.sub(r"'sha256-[^']+'", "'sha256-…'", page)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_summary_on_a_terminal(name: str, golden: Golden) -> None:
    golden(GOLDEN / f"{name}.txt", draw(summarise(team(name)), Look()))


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_report(name: str, suffix: str, golden: Golden) -> None:
    golden(GOLDEN / f"{name}{suffix}", without_style(FORMATS[suffix](of_no_version(name))))


def test_the_report_for_github(golden: Golden) -> None:
    golden(GOLDEN / "small-body.github.md", render_github(of_no_version("small-body")))


def test_the_plan_on_a_terminal_in_markdown_and_as_csv(golden: Golden) -> None:
    result = of_no_version("small-body")
    document = plan_document(result)
    golden(GOLDEN / "small-body-plan.txt", draw(plan_screen(result, document), Look()))
    golden(GOLDEN / "small-body-plan.md", markdown_of(build_plan(result, document)))
    golden(GOLDEN / "small-body-plan.csv", render_plan_csv(result, document))


def test_two_years_side_by_side(golden: Golden) -> None:
    found = two_years()
    golden(GOLDEN / "two-years.txt", draw(compare_screen(found), Look()))
    golden(GOLDEN / "two-years.md", markdown_of(build_comparison(found)))
    golden(GOLDEN / "two-years.html", without_style(PAGES["two-years"]()))


def test_no_golden_file_is_left_over() -> None:
    kept = {f"{name}{suffix}" for name in SAMPLES for suffix in (".txt", *FORMATS)}
    kept |= {f"small-body{end}" for end in (".github.md", "-plan.txt", "-plan.md", "-plan.csv")}
    kept |= {f"two-years{suffix}" for suffix in (".txt", ".md", ".html")}
    assert {path.name for path in GOLDEN.iterdir()} == kept
