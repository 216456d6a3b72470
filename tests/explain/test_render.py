"""What an explanation says in words: the cases that the sample does not have."""

from __future__ import annotations

import json
from typing import Any

import pytest
from explain.making import ANSWERS, explained, made
from markdown_it import MarkdownIt
from plan.builders import acting, action, tracked
from score.builders import (
    NA,
    Data,
    F,
    answered,
    assessment,
    ceiling,
    checklist,
    dimension,
    framework,
    level,
    number,
    one,
    sheet,
    text,
)

from maturity.evaluate import evaluate
from maturity.explain import explain
from maturity.model.explained import Explanation
from maturity.render.explanation.markdown import render_explanation_markdown
from maturity.render.explanation.view import (
    explanation_blocks,
    heading,
    render_explanation_json,
    with_shown,
)
from maturity.render.screen.terminal import Look, draw


def said(e: Explanation) -> str:
    """The text in one line, so that wrapping does not matter."""
    return " ".join(draw(explanation_blocks(e), Look(width=200)).split())


def whole(answers: Data, *children: Data, **keys: Any) -> str:
    of = framework(dimension("d", *children, **keys))
    return said(explain(evaluate(answered(of, answers)), "d"))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("overall", "Overall score: 1.5 of 4, level 1 Level 1"),
        ("security", "Security: 2.0 of 4, level 2 Level 2"),
        ("security.mfa", "security.mfa: 1.0 of 4, level 1 Level 1"),
        ("security.training", "security.training: no score"),
        ("enforce-mfa", "Enforce-Mfa: number 2 of 3 in the plan"),
    ],
)
def test_the_heading(name: str, title: str) -> None:
    assert (
        heading(
            with_shown(
                explained(name, {**ANSWERS, "security.training": 0} if "-" in name else None)
            )
        )
        == title
    )


def test_the_rounding_never_reaches_what_the_score_does_not() -> None:
    of = one(*(level(name) for name in "abcdefghijklmnopqrstuvwxy"))
    answers = {f"d.{name}": 3 for name in "abcdefghijklmnopqrstuvwx"}
    e = explain(evaluate(answered(of, {**answers, "d.y": 2})), "d")
    assert with_shown(e).rounding is not None
    assert "2.9: 2.96 would round to 3.0, which it does not reach" in said(e)
    assert "Level 2 Level 2: the exact score reaches 2 and not 3." in said(e)


def test_rounding_and_none() -> None:
    assert "1.7: 1.666667 rounded to one decimal, halves up." in said(explained("cloud"))
    assert "2.0: nothing is rounded." in said(explained("security"))
    assert "4.0: nothing is rounded. - Level 4 Level 4: the highest there is." in whole(
        {"d.a": 4}, level("a")
    )


def test_json_holds_what_is_shown_and_can_be_read_back() -> None:
    text = render_explanation_json(explained("security"))
    data = json.loads(text)
    assert (data["format"], data["rounding"]["shown"], data["exact"]) == (
        "explanation/1",
        "2.0",
        "2",
    )
    assert data["deciding"][0]["from"] == "1"
    assert Explanation.model_validate(data) == with_shown(explained("security"))


def test_questions_with_one_reason_are_left_out_in_one_line() -> None:
    text = whole({"d.a": 1, "d.b": NA, "d.c": NA}, level("a"), level("b"), level("c"))
    assert "- d.b, d.c: not applicable: it does not apply." in text


def test_a_ladder_in_words() -> None:
    text = whole(
        {"d.a": 4, "d.b": 1, "d.c": 4},
        level("a", rung=1), level("b", rung=2), level("c", rung=3),
        aggregate="ladder",
    )  # fmt: skip
    assert "Result: the first rung that does not hold is 2" in text
    assert "- Rung 1 holds: d.a 4. - Rung 2 does not hold: d.b 1 (too low)." in text
    assert "- Rung 3 holds, but one below does not: d.c 4." in text


def test_ceilings_in_words() -> None:
    of = one(
        level("a", critical=[ceiling(1, F(3, 2))]), level("b", critical=[ceiling(1, 1)]), level("c")
    )
    text = said(explain(evaluate(answered(of, {"d.a": 1, "d.b": 1, "d.c": 4})), "d"))
    assert (
        "d.b is at 1, so the score may be no more than 1: 2 becomes 1. at 1 no more than 1." in text
    )
    assert "d.a is at 1, so the score may be no more than 1.5, which it is not above now." in text
    assert "At 2 this ceiling lifts." in text


def test_a_ceiling_of_a_straight_number_lifts_anywhere_above() -> None:
    of = one(number("a", min=0, max=100, critical=[ceiling(1, 1)]), level("b"))
    text = said(explain(evaluate(answered(of, {"d.a": 25, "d.b": 4})), "d"))
    assert "2.5 becomes 1" in text
    assert "lifts" not in text


def test_pending_and_provisional() -> None:
    of = one(level("a", critical=[ceiling(0, 1)]), level("b"), min_coverage=F(3, 4))
    text = said(explain(evaluate(answered(of, {"d.b": 4})), "d"))
    assert "Ceilings that may still come - d.a has no answer; at its lowest it would hold" in text
    assert "- Provisional: less than 75% of its weight is answered." in text
    assert "Weight answered: 1 / 2 = 0.5; shown as 50%. Under 75% a score is provisional." in text
    assert "- d.a (not answered; critical): moves an end of the range by up to 3.0" in text


def test_target_and_local_weights() -> None:
    text = said(explained("overall", weights={"security": 3}))
    assert "Target, made of the parts' targets in the same way: (3 × 3 + 2) / 4" in text
    assert "Gap: 2.75 - 1.75 = 1, shown as 1.0." in text
    assert "Without the local weights it is 1.5." in text


def test_a_matrix_and_a_blocked_group() -> None:
    of = framework(
        dimension("d", level("a")), dimension("e", level("b")), aggregate="none", missing="block"
    )
    text = said(explain(evaluate(answered(of, {"d.a": 1}))))
    assert text.startswith("Overall score: no score")
    assert "What has a score Part Weight Value d 1 1" in text
    assert "- e: it has no score while answers are missing." in text
    assert "moves an end of a dimension's range by up to 4.0." in text


def test_levels_that_cannot_be_listed() -> None:
    text = whole({"d.a": 60}, number("a", min=0, max=100))
    assert "Up: d.a from 2.4 to 3 (less may be enough) makes it 3.0, level 3 Level 3." in text


def test_below_the_first_level() -> None:
    of = one(level("a"), levels=[{"level": 1, "name": "One"}, {"level": 4, "name": "Four"}])
    text = said(explain(evaluate(answered(of, {"d.a": 0})), "d"))
    assert text.startswith("D: 0.0 of 4, below the first level")
    text = said(explain(evaluate(answered(of, {"d.a": 1})), "d"))
    assert "Down: d.a from 1 to 0 makes it 0.0, below the first level." in text


def test_long_lists_are_cut() -> None:
    of = one(*(level(f"q{n}") for n in range(9)))
    text = said(explain(evaluate(answered(of, {"d.q0": 2})), "d"))
    assert text.count("(not answered)") == 5
    assert "- And 3 more." in text
    sheets = [sheet({"d.q0": 2}, f"r{n:02}", of=of) for n in range(14)]
    text = said(explain(evaluate(assessment(of, *sheets)), "d.q0"))
    assert "- r11: level 2. - And 2 more." in text


def test_a_question_in_words() -> None:
    roles = [{"id": "staff", "title": "Staff"}, {"id": "board", "title": "Board"}]
    of = framework(dimension("d", level("a", answered_by=["staff"]), level("b")), roles=roles)
    sheets = [
        sheet({"d.a": 1}, "r1", of=of, role="staff", unit="North"),
        sheet({"d.a": 4}, "r2", of=of, role="board"),
        sheet({"d.a": NA}, "r3", of=of, role="staff"),
        sheet({"d.a": "unknown"}, "r4", of=of),
    ]
    text = said(explain(evaluate(assessment(of, *sheets)), "d.a"))
    assert "One answer counts. Its level is the middle one" in text
    assert "Level: median of 1 = 1" in text
    assert (
        "Asked: staff, and anybody without a role. 1 gave a level, 1 did not know, 1 said that it "
        "does not apply, 1 answered in another role, which is shown and not counted." in text
    )
    assert "Board (not counted) 4 4" in text
    assert "- r1 (staff, North): level 1. - r2 (board): level 4 (not counted)." in text
    assert "- r3 (staff): not applicable: it does not apply. - r4: don't know." in text
    assert "- In d, d.a has weight 1, 100.0% of the sum." in text


def test_an_agreed_answer_in_words() -> None:
    of = one(level("a"))
    sheets = [sheet({"d.a": 1}, "r1", of=of), sheet({"d.a": 4}, of=of, agreed=True)]
    text = said(explain(evaluate(assessment(of, *sheets)), "d.a"))
    assert "An answer that was settled together sets the level" in text
    assert "The single answers would come to: median of 1 = 1" in text
    assert "- settled together: level 4. - r1: level 1." in text


def test_a_checklist_answer_in_words() -> None:
    text = said(explain(evaluate(answered(one(checklist("a", "x y z")), {"d.a": ["x"]})), "d.a"))
    assert "- a: level 1.333, X." in text


def test_a_missing_answer_that_moves_nothing() -> None:
    text = whole({"d.a": 0}, level("a"), level("b"), aggregate="min")
    assert "- d.b (not answered): moves no end of the range on its own; alone it leaves" in text


def test_what_is_withheld_in_words() -> None:
    result = made(profile="council")
    update = {"questions": (), "target_because": "The board said so"}
    cut = result.dimensions[0].model_copy(update=update)
    public = result.model_copy(update={"dimensions": (cut, *result.dimensions[1:])})
    text = said(explain(public, "security"))
    assert "- What it is made of is withheld from this audience" in text
    assert "- Target 3. The board said so. - Gap: 3 - 2 = 1, shown as 1.0." in text
    assert "What goes in" not in text


def test_a_target_before_there_is_a_score() -> None:
    e = explained("data", {"security.mfa": 1})
    assert "Gap" not in said(e)
    assert with_shown(e) == e


def test_a_question_without_a_level_in_words() -> None:
    text = said(explained("security.training"))
    assert "Nobody answered. This framework leaves missing answers out of the sum." in text
    assert "An answer could give anything from level 0 to level 4." in text
    assert "- In security, security.training has weight 1 and no share of a sum." in text
    assert "In the theme cloud" in said(explained("security.mfa"))


def test_an_open_question_in_words() -> None:
    e = explain(evaluate(answered(one(text("a"), level("b")), {"d.a": "as it is."})), "d.a")
    assert "shown and never scored." in said(e)
    assert "- a: as it is." in said(e)
    assert "Who answered" not in said(e)


def test_an_action_in_words() -> None:
    answers = {**ANSWERS, "security.training": 0}
    text = said(explained("list-people", answers, tracked=tracked(list_people="started")))
    assert "Effort: 2–6 days, planned as 4; month 1 (now)" in text
    assert "; tracked as started." in text
    assert "- security.training: 0 to 1. Level 1 says: statement 1." in text
    assert "overall 1.4 1.5 1.4 1.5 0.1" in text
    assert "Sum: 0.2 For each day of work: 0.2 / 4 = 0.05" in text
    assert "Needed by: enforce-mfa (number 2)." in text
    text = said(explained("enforce-mfa", answers))
    assert "Needs first: list-people (number 1)." in text
    assert "Ceilings lifted: security.mfa." in text


def test_an_action_that_waits_for_others_in_words() -> None:
    of = acting(
        level("a", critical=[ceiling(1, 1)]),
        level("b", critical=[ceiling(1, 1)]),
        level("c"),
        actions=[action("one", {"a": 3, "c": 2}, 4), action("two", {"b": 3}, 4)],
    )
    result = evaluate(answered(of, {"d.a": 1, "d.b": 1, "d.c": 4}, targets={"d": 3}))
    first, second = (said(explain(result, part.id)) for part in result.plan)
    assert "By itself it closes no gap here" in first
    assert "d.c: to 2, but it is at 4 by then." in first + second
    assert "Done alone, today, it would bring 0 and not +2.3: a ceiling" in second


def test_a_missing_answer_that_an_action_raises() -> None:
    of = acting(
        level("a", critical=[ceiling(0, 1)]),
        level("b"),
        level("c"),
        actions=[action("up", {"a": 2, "c": 3}, 4)],
    )
    result = evaluate(answered(of, {"d.a": "unknown", "d.b": 4}, targets={"d": 4}))
    text = said(explain(result, "up"))
    assert "- d.a: 0 to 2. Level 2 says: statement 2." in text
    assert "- d.c: to 3, but it has no level today." in text


def test_an_action_raised_before_in_words() -> None:
    of = acting(
        level("a", weight=2),
        level("b"),
        actions=[action("first", {"a": 2}, 5), action("second", {"a": 3, "b": 4}, 30)],
    )
    result = evaluate(answered(of, {"d.a": 0, "d.b": 0}, targets={"d": 4}))
    assert "- d.a: 2 to 3 (today 0; an earlier action raises it)." in said(
        explain(result, "second")
    )


def test_an_action_beyond_in_words() -> None:
    text = said(explained("test-restores", tracked=tracked(test_restores="done")))
    assert "Why not: it is tracked as done; the score follows the answers." in text
    assert "- security.backups: to 4; today it is at 3. Level 4 says: statement 4." in text


HOSTILE = "<script>\x1b[31m|*a*_b_\n# `x` [l](javascript:y)"


def hostile() -> Explanation:
    of = one({**level("a"), "ask": HOSTILE, "levels": {F(0): HOSTILE, F(4): HOSTILE}})
    return explain(evaluate(answered(of, {"d.a": 4})), "d.a")


def test_nothing_in_a_text_is_obeyed_by_a_terminal() -> None:
    assert "\x1b" not in draw(explanation_blocks(hostile()), Look())


def test_nothing_in_a_text_is_markup_in_markdown() -> None:
    html = MarkdownIt("commonmark").enable("table").render(render_explanation_markdown(hostile()))
    assert "<script>" not in html
    assert "<em>" not in html
    assert "<code>" not in html
    assert "href" not in html
    assert html.count("<h1>") == 1


def test_markdown_has_tables_and_lists() -> None:
    html = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(render_explanation_markdown(explained("security")))
    )
    assert html.count("<table>") == 1
    assert html.count("<tr>") == 4
    assert '<td style="text-align:right">25.0%</td>' in html
    assert "<h2>Ceilings</h2>" in html
