"""Actions explained: what they raise and bring, what they need, and why one is not planned."""

from __future__ import annotations

from explain.making import ANSWERS, explained, made
from plan.builders import acting, action, tracked
from score.builders import F, answered, ceiling, checklist, dimension, framework, level, topic

from maturity.evaluate import evaluate
from maturity.explain import explain
from maturity.explain.actions import NOT_REPLAYED
from maturity.model.explained import Explanation
from maturity.model.explained_action import ActionDetail

TRAINED = {**ANSWERS, "security.training": 0}
"""Security is (2 · 1 + 3 + 4 + 0) / 5 = 9/5 and Data 1; the targets are 3 and 2."""


def detail(e: Explanation) -> ActionDetail:
    assert e.action is not None
    return e.action


def told(name: str, **keys: object) -> Explanation:
    return explained(name, TRAINED, **keys)


def test_what_an_action_brings() -> None:
    # 4 days for list-people: 9/5 to 10/5 alone; 5 for test-restores: 9/5 to 10/5; enforce-mfa and
    # its need take 24 days and bring 9/5 to 14/5, held at 2 no longer. 1/20 a day is the most.
    e = told("list-people")
    a = detail(e)
    assert (a.planned, a.place, a.of) == (True, 1, 3)
    raised = [
        (one.question, one.today, one.before, one.to, one.changes, one.text) for one in a.raises
    ]
    assert raised == [("security.training", "0", "0", "1", True, "statement 1")]
    moves = [(move.id, move.before, move.after, move.rise) for move in a.moves]
    assert moves == [("overall", "7/5", "3/2", "1/10"), ("security", "9/5", "2", "1/5")]
    assert [(term.id, term.weight_exact, term.exact) for term in e.terms] == [
        ("security", "1", "1/5")
    ]
    assert (e.exact, e.arithmetic) == ("1/5", "0.2")
    assert (a.gap_per_day, a.gap_per_day_arithmetic) == ("1/20", "0.2 / 4 = 0.05")
    assert [(link.id, link.place) for link in a.needed_by] == [("enforce-mfa", 2)]


def test_an_action_under_a_ceiling_that_others_lift() -> None:
    e = told("enforce-mfa")
    a = detail(e)
    assert a.place == 2
    assert [(link.id, link.title, link.place) for link in a.needs] == [
        ("list-people", "List-People", 1)
    ]
    assert a.caps_released == ("security.mfa",)
    # (2 · 3 + 3 + 4 + 1) / 5 = 14/5
    assert [(move.before, move.after) for move in a.moves] == [("3/2", "19/10"), ("2", "14/5")]
    assert e.exact == "4/5"
    assert e.statement.startswith("An action sets")


def test_after_the_ceiling_the_last_one_closes_the_rest() -> None:
    e = told("test-restores")
    # 15/5: the target 3 is reached.
    assert [(move.before, move.after) for move in detail(e).moves][1] == ("14/5", "3")
    assert detail(e).uplift_alone == 0.1
    assert detail(e).gap_per_day_arithmetic == "0.2 / 5 = 0.04"


def test_a_question_raised_by_an_earlier_action() -> None:
    of = acting(
        level("a", weight=2),
        level("b"),
        actions=[action("first", {"a": 3}, 5), action("second", {"a": 2, "b": 4}, 10)],
    )
    result = evaluate(answered(of, {"d.a": 0, "d.b": 0}, targets={"d": 4}))
    e = explain(result, "second")
    raised = [
        (one.question, one.today, one.before, one.to, one.changes) for one in detail(e).raises
    ]
    assert raised == [("d.a", "0", "3", "2", False), ("d.b", "0", "0", "4", True)]


def test_a_target_of_a_questions_own_counts_with_its_share() -> None:
    of = acting(level("a", weight=3), level("b"), actions=[action("up", {"a": 2}, 4)])
    result = evaluate(answered(of, {"d.a": 0, "d.b": 1}, targets={"d": 4, "d.a": 1}))
    e = explain(result, "up")
    # The dimension rises from 1/4 to 7/4; the question's own gap falls by 1, for 3/4 of the weight.
    assert [(term.id, term.weight_exact, term.exact) for term in e.terms] == [
        ("d", "1", "3/2"),
        ("d.a", "3/4", "1"),
    ]
    assert e.arithmetic == "1.5 + 0.75 × 1 = 2.25"
    assert (e.exact, e.value) == ("9/4", 2.25)
    assert e.terms[1].note == "its own target, by its share of the weight"


def test_a_share_goes_down_through_topics() -> None:
    part = dimension(
        "d",
        topic("t", level("a"), level("b", weight=2), weight=3),
        topic("u", level("c")),
        weight=2,
        actions=[action("up", {"b": 2}, 4)],
    )
    answers = {"d.a": 1, "d.b": 0, "d.c": 1}
    e = explain(evaluate(answered(framework(part), answers, targets={"d.b": 1})), "up")
    # 2 for the dimension, 3 of 4 for the topic, 2 of 3 for the question.
    assert [(term.id, term.weight_exact, term.exact) for term in e.terms] == [("d.b", "1", "1")]


def test_a_dimension_without_a_target_closes_none() -> None:
    of = acting(level("a"), level("b"), actions=[action("up", {"a": 2}, 4)])
    e = explain(evaluate(answered(of, {"d.a": 0, "d.b": 1}, targets={"d.a": 1})), "up")
    assert [(term.id, term.weight_exact) for term in e.terms] == [("d.a", "1/2")]


def test_a_missing_answer_that_counts_as_its_lowest() -> None:
    of = acting(
        level("a", critical=[ceiling(0, 1)]), level("b"), actions=[action("up", {"a": 2}, 4)]
    )
    e = explain(evaluate(answered(of, {"d.a": "unknown", "d.b": 4}, targets={"d": 4})), "up")
    raised = detail(e).raises[0]
    assert (raised.today, raised.before, raised.to, raised.changes) == (None, "0", "2", True)


def test_an_action_that_closes_no_gap_by_itself() -> None:
    of = acting(
        level("a", critical=[ceiling(1, 1)]),
        level("b", critical=[ceiling(1, 1)]),
        level("c"),
        actions=[action("one", {"a": 3}, 4), action("two", {"b": 3}, 4)],
    )
    result = evaluate(answered(of, {"d.a": 1, "d.b": 1, "d.c": 4}, targets={"d": 3}))
    first = explain(result, result.plan[0].id)
    assert (first.exact, first.terms, first.arithmetic, first.notes) == ("0", (), "", ())
    assert detail(first).gap_per_day_arithmetic == "0 / 4 = 0"
    second = explain(result, result.plan[1].id)
    assert second.exact == "2"  # from 1 to (3 + 3 + 4) / 3 = 10/3, past the target 3


def test_why_an_action_is_not_planned() -> None:
    e = told("test-restores", tracked=tracked(test_restores="done"))
    a = detail(e)
    assert (a.planned, a.place, a.of, a.status) == (False, None, 2, "done")
    assert a.reason == "It is tracked as done; the score follows the answers"
    assert [(one.today, one.before, one.to) for one in a.raises] == [("3", None, "4")]
    assert (e.exact, e.terms, e.children) == (None, (), ("security.backups",))
    assert "not in the plan" in e.statement


def test_a_tracked_action_in_the_plan() -> None:
    assert detail(told("list-people", tracked=tracked(list_people="started"))).status == "started"


def test_what_is_withheld_cannot_be_done_again() -> None:
    result = made(TRAINED, profile="council")
    cut = result.dimensions[0].model_copy(update={"questions": ()})
    public = result.model_copy(update={"dimensions": (cut, *result.dimensions[1:])})
    e = explain(public, "enforce-mfa")
    assert (e.exact, e.value, e.arithmetic, e.notes) == (None, 0.8, "", (NOT_REPLAYED,))
    assert detail(e).moves == ()
    assert [(one.today, one.before, one.to) for one in detail(e).raises] == [(None, None, "3")]


def test_thirds_survive_the_plain_numbers_of_a_result() -> None:
    of = acting(checklist("a", "x y z"), actions=[action("up", {"a": F(5, 2)}, 3)])
    e = explain(evaluate(answered(of, {"d.a": []}, targets={"d": 4})), "up")
    assert detail(e).raises[0].to == "8/3"
    assert (e.exact, detail(e).gap_per_day_arithmetic) == (
        "8/3", "(8/3) / 3 = 8/9, about 0.8889",
    )  # fmt: skip


def test_a_matrix_has_no_overall_score_to_move() -> None:
    part = dimension("d", level("a"), actions=[action("up", {"a": 3}, 4)])
    result = evaluate(answered(framework(part, aggregate="none"), {"d.a": 1}, targets={"d": 3}))
    moves = [(move.id, move.before, move.after) for move in detail(explain(result, "up")).moves]
    assert moves == [("d", "1", "3")]
