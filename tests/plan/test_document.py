"""The plan on its own: how sure it is, what comes first, totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from plan.builders import acting, action
from score.builders import NA, Data, F, answered, dimension, framework, level

from maturity.evaluate import evaluate
from maturity.model.plan_document import Rise, Sure
from maturity.plan import PlanOptions, make_plan
from maturity.plan.document import plan_document
from maturity.plan.effect import rises
from maturity.plan.sureness import how_sure
from maturity.score import score

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment


def sure_of(of: Assessment, options: PlanOptions | None = None) -> dict[str, tuple[str, str]]:
    scores, options = score(of), options or PlanOptions()
    found = how_sure(of, scores, make_plan(of, scores, options), options)
    return {name: (one.lowest, one.highest) for name, one in found.items()}


RAISE = [action("raise-a", {"a": 3}, 40), action("raise-b", {"b": 3}, 20)]
UNSURE = acting(level("a"), level("b", weight=2), level("c"), actions=RAISE)


def test_an_action_may_not_be_needed_when_the_unknowns_are_high() -> None:
    # d is (1 + 2·1) / 3 = 1 with c left out; the target is 2. raise-b closes 4/3 and more than
    # the gap of 1, in 20 days; then nothing is left. With c at 4 d is 7/4: raise-b again.
    # With c at 0, (1 + 6 + 0) / 4 = 7/4 is still below 2, and raise-a follows at month 1.
    of = answered(UNSURE, {"d.a": 1, "d.b": 1}, targets={"d": 2})
    assert sure_of(of) == {"raise-b": ("now", "now")}
    # The target 7/4 is reached with c at 4 before anything is done.
    of = answered(UNSURE, {"d.a": 1, "d.b": 1}, targets={"d": F(7, 4)})
    assert sure_of(of) == {"raise-b": ("now", "beyond")}


def test_an_action_may_run_later_when_the_unknowns_are_low() -> None:
    # c unknown: raise-c cannot be planned. With c at 0 it goes first, in 40 days, and raise-a
    # with its 40 days ends after 4 months in place of 2.
    actions = [action("raise-a", {"a": 3}, 40), action("raise-c", {"c": 4}, 40)]
    of = answered(
        acting(level("a"), level("c"), actions=actions),
        {"d.a": 1, "d.c": "unknown"},
        targets={"d": 4},
    )
    assert sure_of(of) == {"raise-a": ("next", "now")}
    assert sure_of(of, PlanOptions(F(40))) == {"raise-a": ("now", "now")}


def test_without_unknowns_the_plan_is_sure() -> None:
    of = answered(UNSURE, {"d.a": 1, "d.b": 1, "d.c": NA}, targets={"d": 3})
    assert sure_of(of, PlanOptions(F(10))) == {
        "raise-b": ("now", "now"),
        "raise-a": ("next", "next"),
    }


HAND = framework(
    dimension(
        "d",
        level("a", weight=2, critical=[{"at_most": 1, "cap": 2, "because": "W"}]),
        level("b"),
        level("c"),
        actions=[action("raise-a", {"a": 2}, {"low": 10, "high": 40})],
    ),
    dimension("e", level("x"), actions=[action("raise-x", {"x": 2}, 5)]),
    dimension("f", level("y")),
)
HAND_ANSWERS: Data = {"d.a": 1, "d.b": 3, "d.c": 4, "e.x": 1, "f.y": NA}


def hand(**keys: object) -> Assessment:
    return answered(HAND, HAND_ANSWERS, targets={"d": 3, "e": 2}, **keys)


def test_what_actions_bring_together_is_scored_again() -> None:
    # d is (2·1 + 3 + 4) / 4 under a ceiling of 2; with a at 2 it is 11/4. e goes from 1 to 2.
    result = evaluate(hand())
    assert [one.id for one in result.plan] == ["raise-x", "raise-a"]
    d = Rise(dimension="d", title="D", from_=2, to=2.75)
    e = Rise(dimension="e", title="E", from_=1, to=2)
    assert rises(result, result.plan) == (d, e)
    assert rises(result, result.plan[:1]) == (e,)
    assert rises(result, ()) == ()


def test_a_third_is_a_third_again() -> None:
    # One item of three is the level 4/3, whose decimals have no end.
    of = answered(
        acting(
            {
                "id": "a",
                "ask": "A?",
                "type": "checklist",
                "items": [{"id": n, "label": n} for n in ("i", "j", "k")],
            },
            level("b"),
            level("c"),
            actions=[action("raise-a", {"a": F(4, 3)})],
        ),
        {"d.a": [], "d.b": 0, "d.c": 0},
        targets={"d": 3},
    )
    result = evaluate(of)
    assert rises(result, result.plan)[0].to == float(F(4, 9))


def test_a_dimension_that_cannot_be_made_again_is_left_out() -> None:
    result = evaluate(hand())
    cut = result.dimensions[0].model_copy(update={"questions": ()})
    shown = result.model_copy(update={"dimensions": (cut, *result.dimensions[1:])})
    assert [one.dimension for one in rises(shown, result.plan)] == ["e"]
    other = result.dimensions[0].model_copy(update={"exact": "7/3"})
    shown = result.model_copy(update={"dimensions": (other, *result.dimensions[1:])})
    assert [one.dimension for one in rises(shown, result.plan)] == ["e"]


def test_the_document_adds_up() -> None:
    result = evaluate(hand())
    capacity = result.parameters.capacity.model_copy(update={"day_rate": 450})
    parameters = result.parameters.model_copy(update={"capacity": capacity})
    result = result.model_copy(update={"parameters": parameters})
    sure = {"raise-a": Sure(lowest="now", highest="beyond")}
    found = plan_document(result, PlanOptions(only="d", exclude=frozenset({"z", "b"})), sure)
    assert (found.format, found.only, found.excluded) == ("plan/1", "d", ("b", "z"))
    assert found.totals.actions == 2
    # 5 days, and 10 to 40 days planned at 25; at £450.
    assert found.totals.effort_days.model_dump() == {"low": 15, "high": 45, "planned": 30}
    assert found.totals.effort_pounds is not None
    assert found.totals.effort_pounds.model_dump() == {
        "low": 6750,
        "high": 20250,
        "planned": 13500,
    }
    assert found.totals.cost.model_dump() == {"one_off": 0, "yearly": 0}
    assert [one.sure for one in found.plan] == [None, sure["raise-a"]]
    # (2 + 1) / 2 today, (11/4 + 2) / 2 with both.
    assert (found.first.overall_from, found.first.overall_to) == (1.5, 2.375)


def test_who_needs_an_action_and_what_outlays_come_to() -> None:
    cost = {"one_off": 1000, "yearly": F(1, 2)}
    actions = [
        action("first", {"a": 2}, 10, cost=cost),
        action("second", {"b": 4}, 10, needs=["first"], cost=cost),
        action("third", {"c": 4}, 10, needs=["first"]),
        action("fourth", {"c": 3}, 10, needs=["third"]),
    ]
    of = answered(
        acting(level("a"), level("b"), level("c"), actions=actions),
        {"d.a": 0, "d.b": 0, "d.c": 0},
        targets={"d": 4},
    )
    found = plan_document(evaluate(of))
    needed_by = {one.id: one.needed_by for one in found.plan}
    assert needed_by == {"first": ("third", "second"), "second": (), "third": ()}
    assert found.totals.cost.model_dump() == {"one_off": 2000, "yearly": 1}
    assert found.totals.effort_pounds is None


def test_without_a_plan_the_document_is_empty_and_says_why() -> None:
    of = answered(HAND, HAND_ANSWERS)
    found = plan_document(evaluate(of))
    assert (found.plan, found.totals.actions, found.first.actions) == ((), 0, ())
    assert found.first.overall_to == pytest.approx(1.5)
    assert "no target" in found.plan_note


def test_a_plan_that_falls_short_names_the_dimensions() -> None:
    actions = [action("only", {"a": 2}, 10)]
    of = answered(acting(level("a"), actions=actions), {"d.a": 0}, targets={"d": 3})
    found = plan_document(evaluate(of))
    assert [one.id for one in found.plan] == ["only"]
    title = of.framework.questionnaires[0].title
    said = f"Some targets stay out of reach even when all of it is done: {title}."
    assert found.plan_note == said


def test_a_plan_that_reaches_its_targets_has_no_note() -> None:
    actions = [action("only", {"a": 3}, 10)]
    of = answered(acting(level("a"), actions=actions), {"d.a": 0}, targets={"d": 3})
    assert plan_document(evaluate(of)).plan_note == ""
