"""When actions run: needs first, never more than the capacity, as early as that allows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan.builders import acting, action, local, part, plan_of, planned
from score.builders import F, answered, level

from maturity.model.assessment import Capacity
from maturity.plan import PlanOptions
from maturity.plan.schedule import Span, schedule

if TYPE_CHECKING:
    from maturity.model.action import Action


def timed(name: str, days: Any, months: Any = 0, needs: tuple[str, ...] = ()) -> Action:
    return local(name, {"a": 1}, days=days, months=months, needs=needs)


def spans(*actions: Action, capacity: int = 20) -> dict[str, Span]:
    return schedule(actions, {one.id: one.needs for one in actions}, F(capacity))


def shown(found: dict[str, Span]) -> dict[str, tuple[object, object]]:
    return {name: (span.start, span.finish) for name, span in found.items()}


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        # 30 days at 20 a month last 3/2 months, whatever is said; the next waits for room.
        ([timed("x", 30, 1), timed("y", 10, 2)], {"x": (0, F(3, 2)), "y": (F(3, 2), F(7, 2))}),
        # 10 a month beside 10 a month fit; a third does not.
        (
            [timed("x", 20, 2), timed("y", 20, 2), timed("z", 1)],
            {"x": (0, 2), "y": (0, 2), "z": (2, F(41, 20))},
        ),
        # z fits beside the light x, before y begins: the sequence is no queue.
        (
            [timed("x", 4, 4), timed("y", 76, 4, ("x",)), timed("z", 19, 1)],
            {"x": (0, 4), "y": (4, 8), "z": (0, 1)},
        ),
        # z would fit at 0 for two months, but lasts three; it waits until y is over.
        (
            [timed("x", 20, 2), timed("y", 40, 2, ("x",)), timed("z", 30, 3)],
            {"x": (0, 2), "y": (2, 4), "z": (4, 7)},
        ),
        # A range plans at its midpoint: 10 to 40 is 25.
        ([timed("x", {"low": 10, "high": 40})], {"x": (0, F(5, 4))}),
        # Needs that end at different times: the last decides.
        (
            [timed("x", 1, 1), timed("y", 3, 3), timed("z", 1, 1, ("x", "y"))],
            {"x": (0, 1), "y": (0, 3), "z": (3, 4)},
        ),
    ],
)
def test_starts_and_finishes(actions: list[Action], expected: Any) -> None:
    assert shown(spans(*actions)) == expected


@pytest.mark.parametrize(
    ("months", "horizon"),
    [
        (3, "now"),
        (F(301, 100), "next"),
        (12, "next"),
        (F(1201, 100), "later"),
    ],
)
def test_horizons_end_inclusively(months: Any, horizon: str) -> None:
    assert spans(timed("x", 1, months))["x"].horizon == horizon


@st.composite
def some_actions(draw: st.DrawFn) -> list[Action]:
    """Actions of up to 60 days and 8 months, with needs among those before."""
    made: list[Action] = []
    for index in range(draw(SIZES)):
        days, months, needs = draw(NUMBERS)
        wanted = (
            {f"a-{need % index}" for need in (needs, needs // 9)} if index and needs > 20 else ()
        )
        made.append(timed(f"a-{index}", F(days, 4), F(months, 3), tuple(sorted(wanted))))
    return made


SIZES = st.integers(1, 8)
NUMBERS = st.tuples(st.integers(2, 240), st.integers(0, 24), st.integers(0, 80))


def load_at(moment: F, found: dict[str, Span], actions: list[Action]) -> F:
    running = [one for one in actions if found[one.id].start <= moment < found[one.id].finish]
    lengths = {name: span.finish - span.start for name, span in found.items()}
    return sum((one.effort_days.midpoint / lengths[one.id] for one in running), F(0))


@given(some_actions(), st.integers(1, 25))
def test_a_schedule_is_feasible_and_each_start_the_earliest(
    actions: list[Action], capacity: int
) -> None:
    found = spans(*actions, capacity=capacity)
    assert list(found) == [one.id for one in actions]
    for index, one in enumerate(actions):
        span, effort = found[one.id], one.effort_days.midpoint
        length = max(one.months, effort / capacity)
        assert span.finish - span.start == length
        ready = max((found[need].finish for need in one.needs), default=F(0))
        assert span.start >= ready
        before = actions[:index]
        ends = {ready, *(found[other.id].finish for other in before)}
        for start in (end for end in ends if ready <= end <= span.start):
            begins = {start, *(found[other.id].start for other in before)}
            inside = [moment for moment in begins if start <= moment < start + length]
            peak = max(load_at(moment, found, before) for moment in inside)
            assert (peak + effort / length <= capacity) == (start == span.start)
    moments = sorted({moment for span in found.values() for moment in (span.start, span.finish)})
    for first, last in pairwise(moments):
        assert load_at((first + last) / 2, found, actions) <= capacity


TWO = acting(level("a"), actions=[action("x", {"a": 2}, 30), action("y", {"a": 4}, 300)])


def test_capacity_comes_from_the_assessment_or_the_options() -> None:
    exercise = answered(TWO, {"d.a": 0}, targets={"d": 4}, capacity=Capacity(days_per_month=F(60)))
    whole, asked = plan_of(exercise), plan_of(exercise, F(30))
    first = [part(plan, "x") for plan in (whole, asked)]
    assert [(one.start_month, one.finish_month) for one in first] == [(0, 0.5), (0, 1)]
    assert [one.horizon for one in whole.planned] == ["now", "next"]
    assert [one.horizon for one in asked.planned] == ["now", "next"]
    assert [one.finish_month for one in asked.planned] == [1, 11]
    slow = plan_of(exercise, F(1, 1000))
    assert [one.id for one in slow.planned] == ["x", "y"]
    assert [one.horizon for one in slow.planned] == ["later", "later"]


def test_the_capacity_is_twenty_days_a_month_unless_told() -> None:
    plan = planned(TWO, {"d.a": 0}, targets={"d": 4})
    assert [one.finish_month for one in plan.planned] == [1.5, 16.5]


@pytest.mark.parametrize("days", [0, -1])
def test_a_capacity_must_be_above_nothing(days: int) -> None:
    with pytest.raises(ValueError, match="days_per_month must be above 0"):
        PlanOptions(F(days))
