"""What a planned action, and one beyond the plan, hold in the Result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from plan.builders import acting, action, ids, local, part, planned, reason, tracked
from score.builders import NA, Data, ceiling, dimension, framework, level, one

from maturity.model.assessment import Tracked

if TYPE_CHECKING:
    from maturity.model.framework import Framework

FULL = action(
    "full",
    {"a": 3},
    {"low": 10, "high": 40},
    detail="First ask.",
    months=2,
    cost={"one_off": 5000, "yearly": 2000},
    owner="Security lead",
    sources=["caf"],
)


def test_a_planned_action_holds_all_that_the_author_wrote() -> None:
    of = acting(level("a"), actions=[FULL])
    found = planned(of, {"d.a": 0}, targets={"d": 3}).planned[0].model_dump(by_alias=True)
    assert found == {
        "id": "full",
        "title": "Full",
        "detail": "First ask.",
        "dimension": "d",
        "owner": "Security lead",
        "owner_role": "Security lead",
        "effort_days": {"low": 10, "high": 40, "planned": 25},
        "months": 2,
        "cost": {"one_off": 5000, "yearly": 2000},
        "start_month": 0,
        "finish_month": 2,
        "horizon": "now",
        "needs": (),
        "raises": {"d.a": 3},
        "changes": ({"question": "d.a", "from": 0, "to": 3},),
        "caps_released": (),
        "uplift": 3,
        "uplift_alone": 3,
        "gap_closed": 3,
        "overall_after": 3,
        "status": None,
        "due": None,
        "note": "",
        "sources": ("caf",),
    }


def test_tracking_is_shown_and_its_owner_comes_first() -> None:
    of = acting(level("a"), actions=[FULL])
    said = {"status": "started", "owner": "Kim", "due": "2027-03-01", "note": "half way"}
    for owner, expected in (("Kim", "Kim"), ("", "Security lead")):
        entry = Tracked.model_validate({**said, "owner": owner})
        plan = planned(of, {"d.a": 0}, targets={"d": 3}, tracked={"full": entry})
        found = plan.planned[0]
        assert (found.owner, found.status) == (expected, "started")
        assert (found.due, found.note) == ("2027-03-01", "half way")
    plan = planned(of, {"d.a": 0}, targets={"d": 3}, tracked=tracked(full="planned"))
    assert (plan.planned[0].status, plan.planned[0].due) == ("planned", None)


def test_an_action_beyond_the_plan_holds_what_it_would_do() -> None:
    of = acting(level("a"), actions=[FULL])
    found = planned(of, {"d.a": 3}, targets={"d": 3}).beyond[0].model_dump()
    assert found == {
        "id": "full",
        "title": "Full",
        "dimension": "d",
        "effort_days": {"low": 10, "high": 40, "planned": 25},
        "raises": {"d.a": 3},
        "reason": "What it raises is already there",
    }


def test_uplift_counts_where_the_action_stands_and_alone() -> None:
    # a 0, b 0: the mean rises 1 by each. Alone, `second` raises a by 4, so 2; after `first`, 1.
    actions = [action("first", {"a": 2}, 1), action("second", {"a": 4}, 10)]
    plan = planned(
        acting(level("a"), level("b"), actions=actions), {"d.a": 0, "d.b": 0}, targets={"d": 2}
    )
    assert [(one.uplift, one.uplift_alone) for one in plan.planned] == [(1, 1), (1, 2)]
    assert [one.overall_after for one in plan.planned] == [1, 2]


def test_uplift_alone_leaves_needs_aside() -> None:
    actions = [action("base", {"b": 2}), action("top", {"a": 2}, needs=["base"])]
    plan = planned(
        acting(level("a"), level("b"), actions=actions), {"d.a": 0, "d.b": 0}, targets={"d": 2}
    )
    assert [(one.id, one.uplift_alone) for one in plan.planned] == [("base", 1), ("top", 1)]


def test_uplift_in_a_matrix_is_that_of_a_dimension_which_may_have_none() -> None:
    of = framework(
        dimension("d", level("a"), actions=[action("base", {"e.x": 1}), action("out", {"a": 1})]),
        dimension("e", level("x"), level("y")),
        aggregate="none",
        missing="block",
    )
    lift = local("lift", {"a": 2}, needs=["base"])
    answers = {"d.a": 0, "e.x": 0, "e.y": None}
    plan = planned(
        of, answers, targets={"d": 2}, local_actions=(lift,), tracked=tracked(out="done")
    )
    assert [(one.id, one.uplift, one.uplift_alone) for one in plan.planned] == [
        ("base", None, None),
        ("lift", 2, 2),
    ]


DEEP = level("key", critical=[ceiling(0, 1), ceiling(1, 2)])


@pytest.mark.parametrize(
    ("to", "released"),
    [
        ([1], [("d.key",)]),  # the ceiling of 1 gives way to one of 2
        ([2], [("d.key",)]),
        ([1, 2], [("d.key",), ("d.key",)]),  # first that of 1, then that of 2
    ],
)
def test_ceilings_released(to: list[int], released: Any) -> None:
    actions = [action(f"to-{level}", {"key": level}, 20 * level - 10) for level in to]
    of = acting(DEEP, level("a", weight=3), actions=actions)
    plan = planned(of, {"d.key": 0, "d.a": 4}, targets={"d": 4})
    assert [one.caps_released for one in plan.planned] == released


def test_a_ceiling_that_stays_is_not_released() -> None:
    question = level("key", 0, 1, 4, critical=[ceiling(1, 2)])
    of = acting(question, level("a"), actions=[action("lift", {"key": 1, "a": 2})])
    found = planned(of, {"d.key": 0, "d.a": 0}, targets={"d": 4}).planned[0]
    assert (found.caps_released, found.overall_after) == ((), 1.5)


PLAIN = one(level("a"))
BLOCKING = one(level("a"), level("b"), missing="block")
BLOCKING_MATRIX = one(level("a"), level("b"), missing="block", aggregate="none")


@pytest.mark.parametrize(
    ("of", "answers", "targets", "note"),
    [
        (BLOCKING, {"d.a": 0}, {"d": 4}, "there is no score: 1 answer is missing."),
        (BLOCKING, {}, {"d": 4}, "there is no score: 2 answers are missing."),
        (BLOCKING_MATRIX, {"d.a": 0}, {"d": 4}, "there is no score: 1 answer is missing."),
        (PLAIN, {"d.a": 0}, {}, "there is no target: name a profile, or set targets."),
        (PLAIN, {"d.a": NA}, {"d": 4}, "nothing that has a target is scored."),
        (PLAIN, {"d.a": 4}, {"d": 4}, "nothing is below its target."),
        (PLAIN, {"d.a": 3}, {"d": 4}, "no action brings a score closer to its target."),
    ],
)
def test_it_says_why_there_is_no_plan(
    of: Framework, answers: Data, targets: Data, note: str
) -> None:
    lift = local("lift", {"a": 3})
    plan = planned(of, answers, targets=targets, local_actions=(lift,))
    assert (plan.planned, plan.note) == ((), f"There is no plan because {note}")
    # Without a score there is nothing to say of any action.
    assert [beyond.id for beyond in plan.beyond] == ([] if of is BLOCKING else ["lift"])


def test_a_plan_needs_no_note() -> None:
    plan = planned(acting(level("a"), actions=[FULL]), {"d.a": 0}, targets={"d": 1})
    assert (ids(plan), plan.note) == (["full"], "")


LEFT_OVER = framework(
    dimension(
        "d",
        level("a"),
        level("held", critical=[ceiling(4, 3)]),
        level("known"),
        level("unknown"),
        level("out"),
        actions=[
            action("at-once", {"a": 4}, 1),
            action("less", {"a": 2}, 100),
            action("there", {"known": 2}),
            action("find-out", {"unknown": 2, "out": 2}),
            action("no-matter", {"out": 2}),
            action("not-here", {"e.x": 2}),
            action("capped", {"held": 4}),
        ],
    ),
    dimension("e", level("x")),
    dimension(
        "f", level("x"), actions=[action("enough", {"x": 3}, 10), action("more", {"x": 4}, 90)]
    ),
)


def test_every_action_left_over_has_its_reason() -> None:
    answers = {
        "d.a": 0,
        "d.held": 3,
        "d.known": 3,
        "d.unknown": "unknown",
        "d.out": NA,
        "e.x": 0,
        "f.x": 0,
    }
    plan = planned(LEFT_OVER, answers, targets={"d": 4, "f": 3})
    # d: (0 + 3 + 3) / 3 = 2 rises to 10/3, held at 3, so its target of 4 stays out of reach.
    assert sorted(ids(plan)) == ["at-once", "enough"]
    assert [(left.id, left.reason) for left in plan.beyond] == [
        ("capped", "It brings no score closer to its target"),
        ("find-out", "What it raises has no answer yet; find that out first"),
        ("less", "The planned actions raise the same"),
        ("more", "The targets are reached without it"),
        ("no-matter", "What it raises does not apply, or is not asked here"),
        ("not-here", "There is no target for what it raises"),
        ("there", "What it raises is already there"),
    ]
    assert part(plan, "at-once").overall_after is not None
    assert reason(plan, "less") != ""
