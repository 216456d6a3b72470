"""The pages of what is shipped: the report of every sample, and the shorter kinds of page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from maturity.compare import compare
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.model.compared import Comparison
from maturity.model.result import Result
from maturity.plan.document import plan_document
from maturity.redact import redact
from maturity.render.formats.html import html_of, render_html
from maturity.render.report.comparison import build_comparison
from maturity.render.report.plan_page import build_plan
from maturity.resources import sample

SAMPLES = ("district-council", "district-council-2025", "nhs-trust", "small-body")


@cache
def team(name: str) -> Result:
    """A sample's result for its team."""
    return redact(evaluate(load_assessment([sample(name)])), "team")


def two_years() -> Comparison:
    """The two samples of one council, compared."""
    return compare(team("district-council-2025"), team("district-council"))


def _report(name: str) -> str:
    return render_html(team(name))


def _two_years() -> str:
    return html_of(build_comparison(two_years()))


def _plan() -> str:
    result = team("small-body")
    return html_of(build_plan(result, plan_document(result)))


PAGES: dict[str, Callable[[], str]] = {
    **{name: partial(_report, name) for name in SAMPLES},
    "two-years": _two_years,
    "plan": _plan,
}
"""Every kind of page, by a name."""
