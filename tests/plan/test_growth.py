"""Plans of very many actions: the same as ever, for a bounded amount of work."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan.builders import acting, action, ids, planned, reason
from score.builders import F, answered, level, topic

from maturity.plan import order
from maturity.plan.needs import in_order
from maturity.plan.position import Position
from maturity.plan.progress import Progress
from maturity.plan.schedule import Load
from maturity.plan.trial import ScoredTrial, StraightTrial, straight_shares
from maturity.render.words.stored import PLAN, recognised
from maturity.score import score

if TYPE_CHECKING:
    from typing import SupportsIndex

    from maturity.model.framework import Framework
    from maturity.plan.needs import Members
    from maturity.plan.trial import Raisers

NUMBER = 60


def many(number: int = NUMBER) -> tuple[Framework, dict[str, int]]:
    """So many questions at 0, each with an action of 1 to 3 days that raises it to 4."""
    actions = [action(f"a{n:04}", {f"q{n}": 4}, n % 3 + 1) for n in range(number)]
    of = acting(*(level(f"q{n}") for n in range(number)), actions=actions)
    return of, {f"d.q{n}": 0 for n in range(number)}


def position_of(of: Framework, answers: dict[str, int]) -> Position:
    found = score(answered(of, answers))
    return Position(found.engine, {name: one.value for name, one in found.standings.items()})


def test_what_an_action_brings_is_not_worked_out_in_every_round(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worked_out = 0
    closes = Progress.closes

    def counted(self: Progress, members: Members) -> F:
        nonlocal worked_out
        worked_out += 1
        return closes(self, members)

    monkeypatch.setattr(Progress, "closes", counted)
    plan = planned(*many(), targets={"d": 4})
    assert len(plan.planned) == NUMBER
    assert worked_out < 3 * NUMBER  # in every round it would be 60 · 61 / 2 and more


def test_of_a_mean_the_children_that_move_are_looked_at() -> None:
    position = position_of(*many(300))
    assert position.after({"d.q7": F(4)}) == {"d": F(4, 300)}
    position.move({"d.q7": F(4)})
    assert position.scores["d"] == F(4, 300)
    assert position.group_after("d", {"d.q7": F(1), "d.q8": F(2)}) == F(3, 300)
    # Each time: which groups, then as many children as change.
    assert position.work.done == 2 + 2 + 3


def test_the_best_order_ends_where_the_work_would_be_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = planned(*many(), targets={"d": 4})
    monkeypatch.setattr(order, "MOST_WORK", 1_500)
    cut = planned(*many(), targets={"d": 4})
    found = recognised(cut.note, PLAN)
    assert whole.note == ""
    assert found is not None
    assert found[0].startswith("Of so many actions the first {n} stand in the best order")
    first = int(found[1]["n"])
    assert 0 < first < NUMBER
    assert ids(cut)[:first] == ids(whole)[:first]
    assert sorted(ids(cut)) == sorted(ids(whole))
    assert cut.planned[-1].overall_after == 4


def test_the_simpler_order_keeps_needs_first_and_stops_at_the_target(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Without a single round: `late` has its need before it, and what is left closes nothing.
    monkeypatch.setattr(order, "MOST_WORK", -1)
    actions = [
        action("early", {"b": 1}, 30),
        action("late", {"a": 4}, 10, needs=["early"]),
        action("more", {"c": 4}, 90),
        action("aside", {"z": 4}, 1),
    ]
    of = acting(level("a"), level("b"), level("c"), level("z", weight=0), actions=actions)
    answers = {"d.a": 0, "d.b": 0, "d.c": 0, "d.z": 0}
    plan = planned(of, answers, targets={"d": F(5, 3)})
    assert ids(plan) == ["early", "late"]
    assert reason(plan, "more") == "The targets are reached without it"
    assert reason(plan, "aside") == "The targets are reached without it"
    short = planned(of, answers, targets={"d": 4})
    assert ids(short) == ["early", "late", "more"]
    found = recognised(short.note, PLAN)
    assert found is not None
    assert found[1] == {"n": "0", "titles": "D"}


def some_raisers(random: Random, questions: list[str]) -> dict[str, Raisers]:
    return {
        question: sorted(
            ((F(random.randint(1, 8), 2), f"a{random.randrange(9)}") for _ in range(2)),
            reverse=True,
        )
        for question in random.sample(questions, random.randint(1, len(questions)))
    }


@given(st.randoms(use_true_random=True))
def test_shares_and_scoring_again_bear_the_same(random: Random) -> None:
    weights = [F(random.randint(0, 5), random.randint(1, 3)) for _ in range(6)]
    leaves = [level(f"q{n}", weight=weight) for n, weight in enumerate(weights)]
    position = position_of(
        acting(
            topic("v", level("z")),
            topic("t", *leaves[:3]),
            topic("u", *leaves[3:], weight=3),
            actions=[],
        ),
        {f"d.q{n}": 0 for n in range(6)} | {"d.z": random.choice([0, 4])},
    )
    group = random.choice(["d", "d.t"])
    raisers = some_raisers(random, sorted(position.values))
    shares = straight_shares(group, position)
    if shares is None:  # all of a group weighs nothing
        return
    reach = position.group_after(group, {q: pairs[0][0] for q, pairs in raisers.items()})
    assert isinstance(reach, F)
    wanted = reach * F(random.randint(1, 4), 4)
    trials = (
        ScoredTrial(group, position, raisers, wanted),
        StraightTrial(group, position, raisers, wanted, shares),
    )
    kept = {name for pairs in raisers.values() for _, name in pairs}
    for name in sorted(kept):
        lowered = [trial.lowered(raisers, {name}, kept) for trial in trials]
        assert lowered[0] == lowered[1]
        borne = [trial.lower(lowered[0]) for trial in trials]
        assert borne[0] == borne[1]
        kept -= {name} if borne[0] else set()


@given(st.randoms(use_true_random=True))
def test_needs_are_put_in_order_by_id_where_several_are_ready(random: Random) -> None:
    names = [f"a{n}" for n in random.sample(range(20), 12)]
    needs = {
        name: tuple(random.sample(names[:index], min(index, random.randint(0, 3))))
        for index, name in enumerate(names)
    }
    members = set(random.sample(names, 9))
    left, plain = sorted(members), []
    while left:
        ready = next(one for one in left if set(left).isdisjoint(needs[one]))
        left.remove(ready)
        plain.append(ready)
    assert in_order(members, needs) == plain


def test_months_that_are_full_are_not_looked_at_again() -> None:
    looked_at = 0

    class Watched(list[F]):
        def __getitem__(self, index: SupportsIndex) -> F:  # type: ignore[override]
            nonlocal looked_at
            looked_at += 1
            return super().__getitem__(index)

    load = Load(F(20), lightest=F(15))
    load._loads = Watched(load._loads)
    starts = [load.add(F(0), F(1), F(15 + n % 2)) for n in range(200)]
    assert starts == list(range(200))
    assert looked_at < 8 * 200
