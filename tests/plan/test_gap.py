"""What counts as gap: dimensions' targets, and questions' own targets by their shares."""

from __future__ import annotations

from typing import Any

import pytest
from plan.builders import acting, action, ids, part, planned
from score.builders import NA, Data, F, dimension, framework, level, topic

RAISE_A = action("raise-a", {"a": 3})
TREE = framework(
    dimension(
        "d",
        topic("t", level("a"), level("b", weight=3), weight=1),
        topic("u", level("c"), weight=3),
        weight=2,
        actions=[RAISE_A],
    ),
    dimension("e", level("x")),
)
ALL: Data = {"d.a": 1, "d.b": 1, "d.c": 1, "e.x": 1}


@pytest.mark.parametrize(
    ("answers", "gap_closed"),
    [
        (ALL, F(1, 4)),  # 2 · 1/4 · 1/4 · (3 − 1)
        ({**ALL, "d.b": NA}, 1),  # b leaves the sum: 2 · 1/4 · 1 · 2
        ({**ALL, "d.b": "unknown"}, 1),  # so does what is dropped
        ({**ALL, "d.c": NA}, 1),  # u leaves the sum: 2 · 1 · 1/4 · 2
        ({**ALL, "d.a": 2}, F(1, 8)),
    ],
)
def test_a_question_counts_with_its_share_of_the_weight(answers: Data, gap_closed: F) -> None:
    plan = planned(TREE, answers, targets={"d.a": 3})
    assert [(one.id, F(one.gap_closed)) for one in plan.planned] == [("raise-a", gap_closed)]


@pytest.mark.parametrize(
    ("keys", "gap_closed"),
    [
        # The dimension rises 1/4 · 1/4 · 2 = 1/8, times 2; with the question's own 1/4: 1/2.
        ({"targets": {"d": 4, "d.a": 3}}, F(1, 2)),
        # Local weights: d weighs 2 · 3, and a has 1 · 5 of 5 + 3 in its topic: 6 · 1/4 · 5/8 · 2.
        ({"targets": {"d.a": 3}, "weights": {"d": 3, "d.a": 5}}, F(15, 8)),
        # Twice the same from the dimension's target and from the question's.
        ({"targets": {"d": 4, "d.a": 3}, "weights": {"d": 3, "d.a": 5}}, F(15, 4)),
        # Only down to the target: d is at 1, so 2 · (17/16 − 1).
        ({"targets": {"d": F(17, 16)}}, F(1, 8)),
    ],
)
def test_gap_closed(keys: Data, gap_closed: F) -> None:
    assert F(part(planned(TREE, ALL, **keys), "raise-a").gap_closed) == gap_closed


PROFILE = {"id": "p", "title": "P", "targets": {"d": 2}, "weights": {"d": 3}}


@pytest.mark.parametrize(
    ("targets", "expected"),
    [({}, [("x", 3)]), ({"d": 4}, [("x", 3), ("y", 6)]), ({"d": 1}, [])],
)
def test_the_assessments_target_outranks_the_profiles(targets: Any, expected: Any) -> None:
    actions = [action("x", {"a": 2}), action("y", {"a": 4}, 30)]
    of = framework(dimension("d", level("a"), actions=actions), profiles=[PROFILE])
    plan = planned(of, {"d.a": 1}, profile="p", targets=targets)
    assert [(one.id, one.gap_closed) for one in plan.planned] == expected


def test_what_weighs_nothing_closes_nothing() -> None:
    questions = level("a"), level("aside", weight=0)
    of = acting(*questions, actions=[action("raise-aside", {"aside": 4})])
    plan = planned(of, {"d.a": 4, "d.aside": 0}, targets={"d.aside": 4})
    assert ids(plan) == []
    idle = framework(dimension("d", level("a"), weight=0, actions=[RAISE_A]), dimension("e"))
    assert ids(planned(idle, {"d.a": 0}, targets={"d": 4})) == []


def test_a_questions_own_target_has_no_gap_without_a_value() -> None:
    assert ids(planned(TREE, {**ALL, "d.a": "unknown"}, targets={"d.a": 3})) == []
