"""Plans for one dimension alone, and without some actions."""

from __future__ import annotations

from typing import Any

import pytest
from plan.builders import action, ids, part, reason, tracked
from score.builders import Data, F, answered, dimension, framework, level

from maturity.errors import MaturityError
from maturity.model.assessment import Assessment
from maturity.plan import Plan, PlanOptions, make_plan
from maturity.score import score

TWO = framework(
    dimension(
        "d",
        level("a"),
        level("b"),
        actions=[
            action("raise-a", {"a": 3}, 20),
            action("raise-b", {"b": 3}, 20, needs=["raise-a"]),
        ],
    ),
    dimension(
        "e",
        level("x"),
        level("y", critical=[{"at_most": 1, "cap": 1, "because": "W", "dimension": "d"}]),
        actions=[
            action("raise-x", {"x": 3}, 10, needs=["raise-a"]),
            action("raise-y", {"y": 2}, 10),
        ],
    ),
)
LOW: Data = {"d.a": 1, "d.b": 1, "e.x": 1, "e.y": 1}
TARGETS = {"d": 3, "e": 3}


def exercise(targets: Data = TARGETS, **keys: object) -> Assessment:
    return answered(TWO, LOW, targets=targets, **keys)


def plan(of: Assessment, **options: Any) -> Plan:
    return make_plan(of, score(of), PlanOptions(**options))


def test_without_options_both_dimensions_are_planned() -> None:
    assert sorted(ids(plan(exercise()))) == ["raise-a", "raise-b", "raise-x", "raise-y"]


def test_only_one_dimension_takes_what_it_needs_elsewhere_and_no_more() -> None:
    # e needs raise-x, which needs raise-a of d; raise-b closes nothing of e.
    found = plan(exercise(), only="e")
    assert ids(found) == ["raise-y", "raise-a", "raise-x"]
    # e goes from 1 to 3/2, and with raise-x to 5/2; what d gains does not count.
    assert [one.gap_closed for one in found.planned] == [F(1, 2), 0, 1]
    assert reason(found, "raise-b") == "It raises nothing in the dimension that this plan is for"


def test_only_one_dimension_lifts_its_ceiling_from_another() -> None:
    found = plan(exercise(), only="d")
    assert sorted(ids(found)) == ["raise-a", "raise-b", "raise-y"]
    assert part(found, "raise-y").caps_released == ("e.y",)
    assert reason(found, "raise-x") == "It raises nothing in the dimension that this plan is for"


def test_only_one_dimension_ignores_targets_of_questions_elsewhere() -> None:
    of = exercise(targets={"d.a": 2, "e.x": 2})
    assert ids(plan(of, only="e")) == ["raise-a", "raise-x"]
    assert ids(plan(of, only="d")) == ["raise-a"]


def test_only_a_dimension_without_a_target_says_so() -> None:
    found = plan(exercise(targets={"d": 3}), only="e")
    assert ids(found) == []
    assert "there is no target" in found.note


def test_what_is_excluded_goes_with_what_needs_it() -> None:
    found = plan(exercise(), exclude=frozenset({"raise-a"}))
    assert ids(found) == ["raise-y"]
    assert reason(found, "raise-a") == "It is left out of this plan"
    for name in ("raise-b", "raise-x"):
        assert reason(found, name) == "It needs “Raise-A”, which is left out of this plan"


def test_excluded_is_the_same_as_rejected_but_for_the_reason() -> None:
    of = exercise(tracked=tracked(raise_a="rejected"))
    left_out, rejected = plan(exercise(), exclude=frozenset({"raise-a"})), plan(of)
    assert left_out.planned == rejected.planned
    assert [one.id for one in left_out.beyond] == [one.id for one in rejected.beyond]
    assert reason(rejected, "raise-b") == "It needs “Raise-A”, which is rejected"
    both = plan(of, exclude=frozenset({"raise-a"}))
    assert reason(both, "raise-a") == "It is rejected"


def test_what_is_done_stays_done_when_it_is_excluded() -> None:
    of = exercise(tracked=tracked(raise_a="done"))
    found = plan(of, exclude=frozenset({"raise-a"}))
    assert sorted(ids(found)) == ["raise-b", "raise-x", "raise-y"]
    assert reason(found, "raise-a").startswith("It is tracked as done")


@pytest.mark.parametrize(
    ("options", "error", "hint"),
    [
        ({"only": "f"}, "there is no dimension 'f'", "the choices are: d, e"),
        ({"exclude": frozenset({"raise-aa"})}, "there is no action 'raise-aa'", "'raise-a'"),
    ],
)
def test_what_there_is_not(options: Data, error: str, hint: str) -> None:
    with pytest.raises(MaturityError) as caught:
        plan(exercise(), **options)
    assert caught.value.problems[0].message == error
    assert hint in caught.value.problems[0].hint


def test_what_is_usual() -> None:
    assert PlanOptions().is_usual
    assert not PlanOptions(only="d").is_usual
    assert not PlanOptions(F(20)).is_usual
