"""The sum of the overall score, as the method section writes it out, done again by hand."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from render import samples
from render.test_view import blocks, said

from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.render.formats.markdown import render_markdown
from maturity.render.report.blocks import Items
from maturity.render.report.view import build_report
from maturity.resources import sample

SUM = re.compile(r"The overall score in full: \((.*?)\) / \((.*?)\) = (.+?), shown as (\S+)\.")
NEAR = Fraction(1, 10000)


@pytest.mark.parametrize("name", ["district-council", "nhs-trust", "small-body"])
def test_the_sum_can_be_done_again(name: str) -> None:
    result = evaluate(load_assessment([sample(name)]))
    found = SUM.search(render_markdown(result).replace("\\", ""))
    assert found is not None
    terms = [term.split(" × ") for term in found[1].split(" + ")]
    total = sum((Fraction(weight) * number(score) for weight, score in terms), Fraction(0))
    whole = total / sum(map(Fraction, found[2].split(" + ")), Fraction(0))
    assert abs(whole - number(found[3])) <= NEAR
    assert result.overall.exact is not None
    assert abs(whole - Fraction(result.overall.exact)) <= NEAR
    assert len(terms) == 6


def number(text: str) -> Fraction:
    """An exact fraction, or what is about as much."""
    return Fraction(text.removeprefix("about "))


def test_a_fraction_is_shown_only_where_it_helps() -> None:
    dimensions = samples.rich_data()["dimensions"]
    dimensions[0] |= {"exact": "999/500"}
    dimensions[1] |= {"exact": "391127/217152"}
    report = build_report(samples.result(dimensions=dimensions))
    # 391127 / 217152 = 1.80117…
    assert "(1 × 999/500 + 1.5 × about 1.8012 + 1 × 76/25)" in said(report, "method")[1]


def test_where_the_overall_target_comes_from() -> None:
    # 16/7 is 2.285714…; the score is 2.08, so the target reads above it.
    step = steps()["From dimensions to the whole."]
    assert step.endswith(
        "The overall target is made in the same way of the targets of the dimensions that have a "
        "score. It is about 2.2857, shown as 2.3."
    )
    stated = {**samples.rich_data()["overall"], "target": 2.25}
    assert steps(overall=stated)["From dimensions to the whole."].endswith("that have a score.")
    none = {**stated, "target": None, "gap": None}
    assert "target" not in steps(overall=none)["From dimensions to the whole."]


def test_what_the_plan_weighs_and_how_numbers_are_rounded_is_said() -> None:
    said_so = "The gap is that of each dimension to its target, times its weight: what rises above"
    assert said_so in steps()["Plan."]
    assert "Each number is rounded by itself" in steps()["Rounding."]


def steps(**changes: Any) -> dict[str, str]:
    """The steps of the method by their names."""
    found = blocks(build_report(samples.result(**changes)), "method")
    return {one.lead: one.text for part in found if isinstance(part, Items) for one in part.items}
