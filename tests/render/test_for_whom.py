"""Every screen of a result that was cut says for whom it is and what it lacks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from score.builders import assessment, dimension, framework, level, sheet

from maturity.evaluate import evaluate
from maturity.explain import explain
from maturity.model.result import Result
from maturity.plan.document import plan_document
from maturity.redact import AUDIENCES, Audience, redact
from maturity.render.explanation.markdown import render_explanation_markdown
from maturity.render.explanation.view import explanation_blocks, render_explanation_json
from maturity.render.formats.html import html_of
from maturity.render.formats.markdown import markdown_of
from maturity.render.report.plan_page import build_plan
from maturity.render.screen.audience import MOST_NAMED
from maturity.render.screen.plan import plan_screen
from maturity.render.screen.summary import summarise
from maturity.render.screen.terminal import Look, draw

TEAM = "For the team, without: who answered, by name or id."


def shown(audience: Audience) -> Result:
    of = framework(dimension("one", level("a")))
    return redact(evaluate(assessment(of, sheet({"one.a": 1}, of=of))), audience)


SCREENS: dict[str, Callable[[Result], str]] = {
    "score": lambda result: draw(summarise(result), Look()),
    "plan": lambda result: draw(plan_screen(result, plan_document(result)), Look()),
    "explain": lambda result: draw(explanation_blocks(explain(result, "one")), Look()),
    "explain a question": lambda r: draw(explanation_blocks(explain(r, "overall")), Look()),
    "explain as Markdown": lambda r: render_explanation_markdown(explain(r, "overall")),
}


@pytest.mark.parametrize("name", SCREENS)
def test_the_last_line_names_what_is_left_out(name: str) -> None:
    assert SCREENS[name](shown("team")).splitlines()[-1] == TEAM
    assert "For the " not in SCREENS[name](shown("full"))
    last = " ".join(SCREENS[name](shown("public")).rpartition("For the public")[2].split())
    withheld = shown("public").withheld
    assert all(entry.what in last for entry in withheld[:MOST_NAMED])
    assert f"and {len(withheld) - MOST_NAMED} more" in last


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_left_out_of_an_explanation_is_in_its_json(audience: Audience) -> None:
    result = shown(audience)
    found = explain(result, "one")
    assert (found.audience, found.withheld) == (audience, result.withheld)
    assert f'"audience": "{audience}"' in render_explanation_json(found)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_page_of_a_plan_says_for_whom_it_is(audience: Audience) -> None:
    result = shown(audience)
    page = build_plan(result, plan_document(result))
    for text in (markdown_of(page), html_of(page)):
        assert ("Version for the" in text) == (audience != "full")
        assert ("Left out of this version" in text) == (audience != "full")
        assert all(entry.what in text.replace("\\", "") for entry in result.withheld)
