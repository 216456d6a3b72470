"""Which actions are planned and in which sequence, by tables worked by hand."""

from __future__ import annotations

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
)
from score.builders import Data, F, answered, ceiling, dimension, framework, level, one, topic

from maturity.plan.candidates import rank


def test_most_gap_closed_per_day_goes_first() -> None:
    # The mean of mfa 1 and patching 3 is 2. `mfa` closes 1 level in 20 days (1/20 a day), `patch`
    # 1/2 in 20 days (1/40). After mfa the mean is the target, so patch is beyond.
    actions = [action("patch", {"patching": 4}, 20), action("mfa", {"mfa": 3}, 20)]
    of = acting(level("mfa"), level("patching"), actions=actions)
    plan = planned(of, {"d.mfa": 1, "d.patching": 3}, targets={"d": 3})
    assert ids(plan) == ["mfa"]
    assert (plan.planned[0].uplift, plan.planned[0].gap_closed) == (1, 1)
    assert plan.planned[0].overall_after == 3
    assert reason(plan, "patch") == "The targets are reached without it"


def test_what_is_above_the_target_closes_nothing() -> None:
    # Target 1, score 0. `far` gives 4 · 1/2 = 2 but closes 1, in 20 days (1/20 a day); `near`
    # gives and closes 1, in 15 days (1/15).
    actions = [action("far", {"a": 4}, 20), action("near", {"b": 2}, 15)]
    of = acting(level("a"), level("b"), actions=actions)
    assert ids(planned(of, {"d.a": 0, "d.b": 0}, targets={"d": 1})) == ["near"]


@pytest.mark.parametrize(
    ("x", "y", "order"),
    [
        (action("x", {"a": 1}, 10), action("y", {"b": 1}, 10), ["x", "y"]),  # alike: by id
        (action("x", {"a": 1}, 20), action("y", {"b": 1}, 10), ["y", "x"]),  # 1/20 before 1/40
        (action("x", {"a": 2}, 20), action("y", {"b": 1}, 10), ["y", "x"]),  # 1/20 each: fewer days
        (
            action("x", {"a": 1}, {"low": 10, "high": 40}),  # 25 on average: 1/50
            action("y", {"b": 1}, 24),  # 1/48
            ["y", "x"],
        ),
    ],
)
def test_ties(x: Data, y: Data, order: list[str]) -> None:
    of = acting(level("a"), level("b"), actions=[y, x])
    assert ids(planned(of, {"d.a": 0, "d.b": 0}, targets={"d": 4})) == order


def test_dimension_weights_count() -> None:
    # Both close 1 level in 10 days; e weighs 3.
    of = framework(
        dimension("d", level("a"), actions=[action("x", {"a": 1}), action("y", {"e.a": 1})]),
        dimension("e", level("a"), weight=3),
    )
    plan = planned(of, {"d.a": 0, "e.a": 0}, targets={"d": 1, "e": 1})
    assert [(one.id, one.gap_closed) for one in plan.planned] == [("y", 3), ("x", 1)]
    # overall: 3/4, then 1
    assert [(one.uplift, one.overall_after) for one in plan.planned] == [(0.75, 0.75), (0.25, 1)]


def test_needs_come_first_and_weigh_on_what_needs_them() -> None:
    # `late` closes 2 in 10 + 30 days with its need (1/20 a day), `other` 1 in 10 days (1/10).
    actions = [
        action("early", {"aside": 2}, 30),
        action("late", {"a": 4}, 10, needs=["early"]),
        action("other", {"b": 2}, 10),
    ]
    of = acting(level("a"), level("b"), level("aside", weight=0), actions=actions)
    plan = planned(of, {"d.a": 0, "d.b": 0, "d.aside": 0}, targets={"d": 3})
    assert ids(plan) == ["other", "early", "late"]
    assert part(plan, "late").needs == ("early",)
    assert part(plan, "early").gap_closed == 0
    assert part(plan, "late").gap_closed == 2


def test_a_shared_need_is_placed_once() -> None:
    # x and y each close 8/3 in 30 days with both needs; x has the lower id, then y needs no more.
    actions = [
        action("x", {"a": 4}, needs=["root"]),
        action("y", {"b": 4}, needs=["root"]),
        action("root", {"base": 4}, needs=["ground"]),
        action("ground", {"base": 1}),
    ]
    of = acting(level("a"), level("b"), level("base"), actions=actions)
    plan = planned(of, {"d.a": 0, "d.b": 0, "d.base": 0}, targets={"d": 4})
    assert ids(plan) == ["ground", "root", "x", "y"]
    assert plan.planned[-1].overall_after == 4


LADDER = acting(
    level("p", rung=1),
    level("q", rung=1),
    level("r", rung=2),
    aggregate="ladder",
    actions=[
        action("do-p", {"p": 4}, 5),
        action("do-q", {"q": 4}, 7),
        action("do-r", {"r": 4}, 1),
        action("half-q", {"q": 2}, 1),
    ],
)
AT_THE_FOOT = {"d.p": 0, "d.q": 0, "d.r": 0}


def test_a_bundle_climbs_a_ladder_that_no_single_action_climbs() -> None:
    # Rung 1 needs p and q, rung 2 r as well. No action alone gives a level, so the bundle of rung
    # 1 goes first. Then r alone passes the last rung, which gives the top.
    plan = planned(LADDER, AT_THE_FOOT, targets={"d": 4})
    assert ids(plan) == ["do-p", "do-q", "do-r"]
    assert [one.gap_closed for one in plan.planned] == [0, 1, 3]
    assert [one.uplift_alone for one in plan.planned] == [0, 0, 0]
    assert [one.overall_after for one in plan.planned] == [0, 1, 4]


def test_a_bundle_stops_at_the_target() -> None:
    assert ids(planned(LADDER, AT_THE_FOOT, targets={"d": 1})) == ["do-p", "do-q"]


HELD = one(level("key", weight=0, critical=[ceiling(0, 0)]), level("a"), level("b"))
UNLOCK, LIFT_A, LIFT_B = (
    local("unlock", {"key": 1}),
    local("lift-a", {"a": 1}),
    local("lift-b", {"b": 1}),
)


def test_a_bundle_aims_no_higher_than_actions_reach() -> None:
    # The key holds the mean at 0. All actions together reach 1/2, short of the next level; what
    # adds nothing to that, a higher key, is thinned.
    polish = local("polish", {"key": 2}, needs=["unlock"])
    plan = planned(
        HELD,
        {"d.key": 0, "d.a": 0, "d.b": 0},
        targets={"d": 4},
        local_actions=(polish, UNLOCK, LIFT_A),
    )
    assert ids(plan) == ["lift-a", "unlock"]
    assert plan.planned[-1].overall_after == 0.5


@pytest.mark.parametrize(
    ("target", "order"),
    [(F(1, 2), ["lift-b", "unlock"]), (1, ["lift-a", "lift-b", "unlock"])],
)
def test_a_bundle_aims_no_higher_than_the_target(target: F, order: list[str]) -> None:
    # Of two equal efforts the one with the lower id is left out first.
    plan = planned(
        HELD,
        {"d.key": 0, "d.a": 0, "d.b": 0},
        targets={"d": target},
        local_actions=(UNLOCK, LIFT_A, LIFT_B),
    )
    assert ids(plan) == order


def test_a_need_that_is_placed_no_longer_weighs_on_what_else_needs_it() -> None:
    # x brings base along for 400/110 a day. Then y closes 2 in 10 days, before z with 2 in 20;
    # with base still to do, y would take 110 days and come last.
    actions = [
        action("base", {"unknown": 1}, 100),
        action("x", {"a": 4}, needs=["base"]),
        action("y", {"e.a": 4}, needs=["base"]),
        action("z", {"e.b": 4}, 20),
    ]
    of = framework(
        dimension("d", level("a"), level("unknown"), weight=100, actions=actions),
        dimension("e", level("a"), level("b")),
    )
    answers = {"d.a": 0, "d.unknown": "unknown", "e.a": 0, "e.b": 0}
    assert ids(planned(of, answers, targets={"d": 4, "e": 4})) == ["base", "x", "y", "z"]


def test_the_exact_gap_a_day_decides_however_close() -> None:
    third, more = F(1, 3), F(1, 3) + F(1, 10**40)
    assert rank(more, F(1), "b") < rank(third, F(1), "a") < rank(third, F(1), "b")
    assert rank(F(2), F(2), "a") > rank(F(1), F(1), "b")


def test_thinning_leaves_out_the_largest_effort_first() -> None:
    actions = [
        action("cheap", {"p": 4}, 10),
        action("dear", {"p": 4}, 30),
        action("do-q", {"q": 4}, 5),
    ]
    of = acting(level("p", rung=1), level("q", rung=1), aggregate="ladder", actions=actions)
    assert ids(planned(of, {"d.p": 0, "d.q": 0}, targets={"d": 4})) == ["cheap", "do-q"]


def test_thinning_takes_along_what_needs_the_action_left_out() -> None:
    # `via` (5 days) with its need `base` (100), or `direct` (50), passes p. Base is tried first,
    # and via goes with it, since direct holds the level; left to the last, they would stay.
    actions = [
        action("base", {"aside": 1}, 100),
        action("via", {"p": 4}, 5, needs=["base"]),
        action("direct", {"p": 4}, 50),
        action("do-q", {"q": 4}, 5),
    ]
    questions = level("p", rung=1), level("q", rung=1), level("aside", weight=0)
    of = acting(*questions, aggregate="ladder", actions=actions)
    answers = {"d.p": 0, "d.q": 0, "d.aside": 0}
    assert ids(planned(of, answers, targets={"d": 4})) == ["direct", "do-q"]


def test_a_need_stays_in_a_bundle_only_while_something_needs_it() -> None:
    # `dear` (50 days) needs `base` (5); `cheap` (40) does as well. Dear goes, base stays.
    actions = [
        action("base", {"aside": 1}, 5),
        action("dear", {"p": 4}, 50, needs=["base"]),
        action("cheap", {"p": 4}, 40, needs=["base"]),
        action("do-q", {"q": 4}, 5),
    ]
    questions = level("p", rung=1), level("q", rung=1), level("aside", weight=0)
    of = acting(*questions, aggregate="ladder", actions=actions)
    answers = {"d.p": 0, "d.q": 0, "d.aside": 0}
    assert ids(planned(of, answers, targets={"d": 4})) == ["base", "cheap", "do-q"]


def ladder_topic(name: str, weight: int, days: int) -> tuple[Data, list[Data]]:
    first, second = f"{name}-1", f"{name}-2"
    own = topic(name, level(first, rung=1), level(second, rung=1), weight=weight)
    actions = [action(f"{name}-{q}", {f"{name}-{q}": 4}, days) for q in (1, 2)]
    return {**own, "aggregate": "ladder"}, actions


def test_a_topic_has_a_bundle_of_its_own() -> None:
    # The dimension's next level needs the heavy topic: 7/8 · 4 in 100 days. The light topic alone
    # gives 1/8 · 4 = 1/2 in 2 days, more a day, though no level of the dimension.
    light, light_actions = ladder_topic("light", 1, 1)
    heavy, heavy_actions = ladder_topic("heavy", 7, 50)
    of = framework(dimension("d", light, heavy, actions=[*light_actions, *heavy_actions]))
    answers = {f"d.{name}-{q}": 0 for name in ("light", "heavy") for q in (1, 2)}
    plan = planned(of, answers, targets={"d": 4})
    assert ids(plan) == ["light-1", "light-2", "heavy-1", "heavy-2"]
    assert [one.overall_after for one in plan.planned] == [0, 0.5, 0.5, 4]


def test_a_ceiling_is_lifted_from_another_dimension() -> None:
    # legacy.old at 0 holds security, whose mean is 2, at 1. `mfa` alone closes nothing under the
    # ceiling; `replace` closes 1 of 2, and then mfa takes security to 7/2, past its target.
    of = framework(
        dimension(
            "legacy",
            level("old", critical=[ceiling(0, 1, "security")]),
            actions=[action("replace", {"old": 2}, 40)],
        ),
        dimension(
            "security", level("mfa"), level("backups"), actions=[action("mfa", {"mfa": 4}, 10)]
        ),
    )
    answers = {"legacy.old": 0, "security.mfa": 1, "security.backups": 3}
    exercise = answered(of, answers, targets={"security": 3})
    plan = plan_of(exercise)
    assert ids(plan) == ["replace", "mfa"]
    assert part(plan, "replace").caps_released == ("legacy.old",)
    assert part(plan, "mfa").uplift_alone == 0
    assert [one.gap_closed for one in plan.planned] == [1, 1]
    # legacy 0 → 2 and security 1 → 2 → 7/2: overall 1/2 → 2 → 11/4
    assert [one.overall_after for one in plan.planned] == [2, 2.75]
    assert done_in_answers(exercise, plan).nodes["overall"].score == F(11, 4)


def test_an_action_may_serve_two_dimensions() -> None:
    # `both` closes 1/2 + 1 in 20 days (3/40 a day), `one` 1/2 in 10 days (1/20).
    of = framework(
        dimension(
            "d",
            level("a"),
            level("b"),
            actions=[action("both", {"a": 1, "e.x": 1}, 20), action("one", {"b": 1}, 10)],
        ),
        dimension("e", level("x")),
    )
    plan = planned(of, {"d.a": 0, "d.b": 0, "e.x": 0}, targets={"d": 1, "e": 1})
    assert [(one.id, one.gap_closed) for one in plan.planned] == [("both", 1.5), ("one", 0.5)]


def test_members_of_a_chain_are_placed_in_order_whatever_their_ids() -> None:
    actions = [
        action("a-last", {"p": 4}, needs=["m-middle"]),
        action("m-middle", {"p": 2}, needs=["z-first"]),
        action("z-first", {"p": 1}),
    ]
    of = acting(level("p"), actions=actions)
    plan = planned(of, {"d.p": 0}, targets={"d": 4})
    assert ids(plan) == ["z-first", "m-middle", "a-last"]


def test_a_matrix_is_planned_by_its_dimensions() -> None:
    of = framework(
        dimension("d", level("a"), actions=[action("x", {"a": 3}), action("y", {"e.a": 1})]),
        dimension("e", level("a")),
        aggregate="none",
    )
    plan = planned(of, {"d.a": 1, "e.a": 0}, targets={"d": 4, "e": 4})
    assert [(one.id, one.dimension, one.uplift) for one in plan.planned] == [
        ("x", "d", 2),
        ("y", "e", 1),
    ]
    assert [one.overall_after for one in plan.planned] == [None, None]
