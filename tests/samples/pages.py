"""The pages of what is shipped: the report of every sample, and the shorter kinds of page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from render import samples

from maturity.compare import compare
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.model.compared import Comparison
from maturity.model.provenance import RoleTitle
from maturity.model.result import Result
from maturity.model.scored import RoleMean
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


ROLES = 18


def many_roles() -> Result:
    """A result in which the first two questions are seen differently by 18 roles."""
    result = samples.result()
    first, *others = result.dimensions
    roles = tuple(RoleTitle(id=f"role-{n}", title=f"Respondents of role {n}") for n in range(ROLES))
    means = tuple(RoleMean(role=one.id, mean=n % 4, count=n) for n, one in enumerate(roles, 1))
    questions = tuple(one.model_copy(update={"by_role": means}) for one in first.questions)
    parameters = result.parameters.model_copy(update={"roles": roles})
    dimensions = (first.model_copy(update={"questions": questions}), *others)
    return result.model_copy(update={"parameters": parameters, "dimensions": dimensions})


def _many_roles() -> str:
    return render_html(many_roles())


PAGES: dict[str, Callable[[], str]] = {
    **{name: partial(_report, name) for name in SAMPLES},
    "two-years": _two_years,
    "plan": _plan,
    "many-roles": _many_roles,
}
"""Every kind of page, by a name."""
