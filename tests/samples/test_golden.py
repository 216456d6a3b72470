"""What the shipped samples come to, whole: on the screen, in Markdown, side by side."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from maturity.compare import compare
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.model.result import Result
from maturity.plan.document import plan_document
from maturity.redact import redact
from maturity.render.formats.markdown import markdown_of, render_markdown
from maturity.render.formats.plan_csv import render_plan_csv
from maturity.render.report.comparison import build_comparison
from maturity.render.report.plan_page import build_plan
from maturity.render.screen.comparison import compare_screen
from maturity.render.screen.plan import plan_screen
from maturity.render.screen.summary import summarise
from maturity.render.screen.terminal import Look, draw
from maturity.resources import sample

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = ("district-council", "district-council-2025", "nhs-trust", "small-body")
Golden = Callable[[Path, str], None]


@cache
def team(name: str) -> Result:
    return redact(evaluate(load_assessment([sample(name)])), "team")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_summary_on_a_terminal(name: str, golden: Golden) -> None:
    golden(GOLDEN / f"{name}.txt", draw(summarise(team(name)), Look()))


def test_the_report_in_markdown(golden: Golden) -> None:
    golden(GOLDEN / "small-body.md", render_markdown(team("small-body")))


def test_the_plan_on_a_terminal_in_markdown_and_as_csv(golden: Golden) -> None:
    result = team("small-body")
    document = plan_document(result)
    golden(GOLDEN / "small-body-plan.txt", draw(plan_screen(result, document), Look()))
    golden(GOLDEN / "small-body-plan.md", markdown_of(build_plan(result, document)))
    golden(GOLDEN / "small-body-plan.csv", render_plan_csv(result, document))


def test_two_years_side_by_side(golden: Golden) -> None:
    found = compare(team("district-council-2025"), team("district-council"))
    golden(GOLDEN / "two-years.txt", draw(compare_screen(found), Look()))
    golden(GOLDEN / "two-years.md", markdown_of(build_comparison(found)))
