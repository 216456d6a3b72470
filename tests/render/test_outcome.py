"""Where a plan leads, what it cannot reach, and what stands in the way."""

from __future__ import annotations

from typing import Any

import pytest
from render import samples
from render.test_view import said

from maturity.render.report.context import Context
from maturity.render.report.outcome import outcome, shortfall
from maturity.render.report.view import build_report

SHORT = "Some targets stay out of reach even when all of it is done: Data and its quality."


def context(**changes: Any) -> Context:
    return Context(samples.result(**changes))


def beyond(name: str, question: str, reason: str) -> samples.Data:
    return {
        **samples.rich_data()["beyond"][0],
        "id": name,
        "raises": {question: 3},
        "reason": reason,
    }


def test_the_last_month_and_the_score_then() -> None:
    # The last action ends 15 months after the beginning.
    assert outcome(context()) == ["When all of it is done, in month 15, the overall score is 2.7."]


def test_a_far_month_is_told_in_years_too() -> None:
    plan = [samples.action("a", 1, horizon="later", start_month=40, finish_month=44.2)]
    assert outcome(context(plan=plan)) == [
        "When all of it is done, in month 45 (about 4 years on), the overall score is 2.2."
    ]


def test_a_score_below_the_target_never_seems_to_reach_it() -> None:
    plan = [samples.action("a", 1, overall_after=2.28)]
    assert "the overall score is 2.2." in outcome(context(plan=plan))[0]


def test_without_an_overall_score_the_month_alone_is_told() -> None:
    assert outcome(Context(samples.matrix())) == ["All of it is done in month 15."]


def test_what_stays_out_of_reach_and_why() -> None:
    others = [
        beyond("a", "data.ai-inventory", "It is rejected"),
        beyond("b", "data.owner", "It needs “List the AI in use”, which is rejected"),
        beyond("c", "data.owner", "What it raises has no answer yet; find that out first"),
        beyond("d", "security.mfa", "It is rejected"),
        beyond("e", "data.owner", "What it raises is already there"),
    ]
    assert shortfall(context(plan_note=SHORT, beyond=others)) == [
        SHORT,
        "2 actions that could help are rejected or left out, or need one that is.",
        "One action that could help raises a question that has no answer yet.",
    ]


def test_a_title_may_hold_what_joins_titles() -> None:
    note = "Some targets stay out of reach even when all of it is done: Data; its use; Security."
    data = samples.rich_data()["dimensions"]
    named = [data[0], {**data[1], "title": "Data; its use"}]
    others = [
        beyond("a", "data.owner", "It is rejected"),
        beyond("b", "security.mfa", "It is rejected"),
    ]
    assert shortfall(context(plan_note=note, beyond=others, dimensions=named))[1] == (
        "2 actions that could help are rejected or left out, or need one that is."
    )


def test_where_nothing_else_helps_that_is_said() -> None:
    others = [beyond("d", "security.mfa", "It is rejected")]
    said_so = [SHORT, "No other action raises these dimensions further."]
    assert shortfall(context(plan_note=SHORT, beyond=others)) == said_so
    public = context(plan_note=SHORT, beyond=others, audience="public")
    assert shortfall(public) == [SHORT]


def test_any_other_note_stands_alone() -> None:
    note = "There is no plan because nothing is below its target."
    assert shortfall(context(plan_note=note)) == [note]
    assert shortfall(context()) == []


def test_the_board_and_the_plan_are_told() -> None:
    report = build_report(samples.result(plan_note=SHORT, beyond=[]))
    assert said(report, "summary")[3].endswith(
        f"{SHORT} No other action raises these dimensions further."
    )
    assert SHORT in said(report, "plan")[0]
    empty = build_report(samples.result(plan_note="There is no plan because of it.", plan=[]))
    assert "There is no plan because of it." in said(empty, "summary")


@pytest.mark.parametrize(
    ("actions", "begins"),
    [
        (4, "The whole plan has 4 actions and takes 80 days (£36,000 of work). When all"),
        (3, "When all of it is done, in month 2,"),
    ],
)
def test_the_board_hears_of_the_rest_of_the_plan(actions: int, begins: str) -> None:
    plan = [samples.action(f"a{n}", n) for n in range(1, actions + 1)]
    assert any(
        text.startswith(begins) for text in said(build_report(samples.result(plan=plan)), "summary")
    )
