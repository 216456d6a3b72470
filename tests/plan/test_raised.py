"""What an action raises: known answers, and missing ones that stand at their lowest."""

from __future__ import annotations

from typing import Any

import pytest
from plan.builders import (
    acting,
    action,
    done_in_answers,
    ids,
    local,
    part,
    plan_of,
    planned,
    reason,
    shown_changes,
    tracked,
)
from score.builders import (
    NA,
    Data,
    F,
    answered,
    ceiling,
    checklist,
    choice,
    dimension,
    framework,
    level,
    number,
    one,
    text,
)

RAISE = action("raise", {"a": 3})
KEY = level("a", critical=[ceiling(0, 1)])


@pytest.mark.parametrize(
    ("question", "answer", "keys", "changes"),
    [
        (level("a"), 1, {}, [("d.a", 1, 3)]),
        (level("a"), "unknown", {}, None),
        (level("a"), None, {}, None),
        (level("a"), NA, {}, None),
        (level("a"), "unknown", {"missing": "lowest"}, [("d.a", None, 3)]),
        (level("a"), None, {"missing": "lowest"}, [("d.a", None, 3)]),
        (KEY, "unknown", {}, [("d.a", None, 3)]),
        (KEY, None, {}, None),  # its ceiling is pending while the status is draft
        (KEY, None, {"status": "final"}, [("d.a", None, 3)]),
    ],
)
def test_what_has_a_value_is_raised(
    question: Data, answer: object, keys: Data, changes: object
) -> None:
    policy = {"missing": keys["missing"]} if "missing" in keys else {}
    of = framework(dimension("d", question, level("b"), actions=[RAISE]), **policy)
    status = {"status": keys.get("status", "draft")}
    plan = planned(of, {"d.a": answer, "d.b": 1}, targets={"d": 4}, **status)
    assert [shown_changes(one) for one in plan.planned] == ([changes] if changes else [])
    if changes is None:
        expected = "does not apply" if answer is NA else "has no answer yet"
        assert expected in reason(plan, "raise")


def test_a_missing_answer_in_a_ladder_is_raised_from_its_lowest() -> None:
    of = acting(level("a", rung=1), aggregate="ladder", actions=[action("raise", {"a": 4})])
    plan = planned(of, {"d.a": None}, targets={"d": 1})
    assert shown_changes(plan.planned[0]) == [("d.a", None, 4)]


def test_only_the_first_raise_starts_from_nothing() -> None:
    of = acting(
        KEY,
        actions=[action("one", {"a": 1}), action("two", {"a": 2}, needs=["one"])],
    )
    plan = planned(of, {"d.a": "unknown"}, targets={"d": 2})
    assert [shown_changes(part) for part in plan.planned] == [
        [("d.a", None, 1)],
        [("d.a", 1, 2)],
    ]


def test_an_action_raises_what_it_can_and_leaves_what_nobody_knows() -> None:
    of = acting(level("a"), level("b"), actions=[action("both", {"a": 3, "b": 3})])
    exercise = answered(of, {"d.a": 1, "d.b": "unknown"}, targets={"d": 3})
    plan = plan_of(exercise)
    assert shown_changes(plan.planned[0]) == [("d.a", 1, 3)]
    assert plan.planned[0].overall_after == 3  # b stays out of the mean
    assert done_in_answers(exercise, plan).nodes["d"].score == 3


@pytest.mark.parametrize(
    ("question", "stated", "before", "to"),
    [
        (level("a", 0, 2, 4), 1, 0, 2),  # the smallest level at or above the one stated
        (level("a", 0, 2, 4), 2, 0, 2),
        (choice("a", {"no": 0, "part": F(5, 2), "yes": 4}), 2, "no", F(5, 2)),
        (checklist("a", "w x y z"), F(3, 2), ["w"], 2),  # by share: levels 0, 1, 2, 3, 4
        (number("a", min=0, max=40), F(5, 2), 10, F(5, 2)),  # straight: every level
    ],
)
def test_the_level_set_is_one_that_the_question_can_give(
    question: Data, stated: Any, before: object, to: Any
) -> None:
    of = acting(question, actions=[action("raise", {"a": stated})])
    plan = planned(of, {"d.a": before}, targets={"d": 4})
    change = plan.planned[0].changes[0]
    assert (plan.planned[0].raises, F(change.to)) == ({"d.a": stated}, to)


def test_a_level_above_all_that_a_question_gives_is_its_highest() -> None:
    of = acting(level("a", 0, 2), actions=[action("raise", {"a": 4})])
    assert shown_changes(planned(of, {"d.a": 0}, targets={"d": 4}).planned[0]) == [("d.a", 0, 2)]


def test_a_median_between_levels_is_raised_to_a_level_and_never_lowered() -> None:
    # The median of 2 and 3 is 5/2.
    of = acting(level("a"), level("b"), actions=[action("raise", {"a": 3, "b": 2})])
    exercise = answered(of, [{"d.a": 2, "d.b": 2}, {"d.a": 3, "d.b": 3}], targets={"d": 4})
    plan = plan_of(exercise)
    assert shown_changes(plan.planned[0]) == [("d.a", 2.5, 3)]
    assert plan.planned[0].overall_after == 2.75
    assert done_in_answers(exercise, plan).nodes["overall"].score == F(11, 4)


def test_a_text_is_neither_raised_nor_waited_for() -> None:
    actions = (
        local("write", {"notes": 1}),
        local("raise", {"a": 3}, needs=["write"]),
    )
    of = one(level("a"), text("notes"))
    plan = planned(of, {"d.a": 1}, targets={"d": 3}, local_actions=actions)
    assert ids(plan) == ["raise"]
    assert reason(plan, "write") == "What it raises does not apply, or is not asked here"


QUICK = {"quick": "yes"}
CASES_OF_A_NEED = [
    ({"d.base": 2}, {}, []),  # already there
    ({"d.base": 3}, {}, []),
    ({"d.base": 1}, {}, ["base"]),
    ({"d.base": NA}, {}, []),
    ({}, {"scope": "quick"}, []),  # not asked in the short version
    ({"d.base": "unknown"}, {}, ["base"]),  # a missing answer leaves it unmet
    ({"d.base": None}, {}, ["base"]),
    ({"d.base": 0}, {"tracked": tracked(base="done")}, []),
    ({"d.base": 0}, {"tracked": tracked(base="started")}, ["base"]),
    ({"d.base": 0}, {"tracked": tracked(base="planned")}, ["base"]),
]


@pytest.mark.parametrize(("answers", "keys", "needs"), CASES_OF_A_NEED)
def test_when_a_need_is_met(answers: Data, keys: Data, needs: list[str]) -> None:
    actions = [action("base", {"base": 2}, 100), action("top", {"a": 4}, needs=["base"])]
    of = acting(level("a", **QUICK), level("base", weight=0), actions=actions)
    plan = planned(of, {"d.a": 0, **answers}, targets={"d": 4}, **keys)
    assert ids(plan) == [*needs, "top"]
    assert part(plan, "top").needs == tuple(needs)


def test_a_need_that_stands_at_its_lowest_without_an_answer_is_unmet() -> None:
    # `base` sets the lowest level, which the unknown critical question counts as, unproven.
    questions = level("a"), level("base", weight=0, critical=[ceiling(0, 3)])
    actions = [action("base", {"base": 0}), action("top", {"a": 3}, needs=["base"])]
    plan = planned(
        acting(*questions, actions=actions), {"d.a": 0, "d.base": "unknown"}, targets={"d": 3}
    )
    assert ids(plan) == ["base", "top"]
    assert part(plan, "base").changes == ()


def test_a_met_need_asks_for_no_needs_of_its_own() -> None:
    actions = [
        action("ground", {"ground": 2}),
        action("base", {"base": 2}, needs=["ground"]),
        action("top", {"a": 4}, needs=["base"]),
    ]
    questions = level("a"), level("base", weight=0), level("ground", weight=0)
    answers = {"d.a": 0, "d.base": 2, "d.ground": 0}
    plan = planned(acting(*questions, actions=actions), answers, targets={"d": 4})
    assert ids(plan) == ["top"]


CHAIN = acting(
    level("a"),
    level("b"),
    actions=[
        action("ground", {"a": 1}),
        action("base", {"a": 2}, needs=["ground"]),
        action("top", {"a": 4}, needs=["base"]),
        action("other", {"b": 2}),
    ],
)


def test_done_actions_are_never_planned_and_set_no_level() -> None:
    plan = planned(CHAIN, {"d.a": 0, "d.b": 0}, targets={"d": 4}, tracked=tracked(ground="done"))
    assert sorted(ids(plan)) == ["base", "other", "top"]
    assert shown_changes(part(plan, "base")) == [("d.a", 0, 2)]
    assert reason(plan, "ground") == "It is tracked as done; the score follows the answers"


def test_what_needs_a_rejected_action_is_removed_at_any_distance() -> None:
    keys = {"targets": {"d": 4}, "tracked": tracked(ground="rejected")}
    plan = planned(CHAIN, {"d.a": 0, "d.b": 0}, **keys)
    assert ids(plan) == ["other"]
    assert reason(plan, "ground") == "It is rejected"
    assert reason(plan, "base") == "It needs “Ground”, which is rejected"
    assert reason(plan, "top") == "It needs “Ground”, which is rejected"


def test_a_rejected_action_whose_work_is_there_stops_nothing() -> None:
    keys = {"targets": {"d": 4}, "tracked": tracked(ground="rejected")}
    assert sorted(ids(planned(CHAIN, {"d.a": 1, "d.b": 2}, **keys))) == ["base", "top"]


def test_local_actions_are_planned_with_the_frameworks() -> None:
    mine = local("mine", {"b": 4}, days=1, needs=["other"])
    plan = planned(CHAIN, {"d.a": 4, "d.b": 0}, targets={"d": 4}, local_actions=(mine,))
    assert ids(plan) == ["other", "mine"]
    assert part(plan, "mine").dimension == "d"
