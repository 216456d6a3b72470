"""What holds for every plan, on random small frameworks."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from plan.builders import action, done_in_answers, ids, plan_of, tracked
from plan.plain import PlainPlan
from score.builders import (
    NA,
    Data,
    F,
    answered,
    ceiling,
    dimension,
    framework,
    level,
    topic,
)

from maturity.model.assessment import Assessment
from maturity.score import score
from maturity.score.aggregate import Gap

if TYPE_CHECKING:
    from maturity.plan import Plan

OFFERED = [(0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (0, 2, 4), (1, 3)]
WEIGHTS = [F(1), F(1), F(2), F(1, 2), F(0)]
CEILINGS: list[list[Data]] = [
    [],
    [],
    [],
    [ceiling(0, 1)],
    [ceiling(0, 1), ceiling(1, 2)],
    [ceiling(0, 2), ceiling(2, 3, "d0")],
    [ceiling(1, 1, "d1")],
]
GROUPS = ["mean", "min", "ladder"]
ANSWERS = ["lowest", "lowest", "lowest", "second", "unknown", None, NA]
STATUSES = ["done", "rejected", "started"]


def random_exercise(random: Random) -> Assessment:
    """An assessment of a framework of two dimensions, with actions across them."""
    pick = random.choice
    parts = [random_dimension(name, random) for name in ("d0", "d1")]
    offered = {
        f"{part['id']}.{question['id']}": sorted(question["levels"])
        for part in parts
        for half in part.get("topics", [part])
        for question in half["questions"]
    }
    actions = parts[0]["actions"] = random_actions(offered, random)
    of = framework(
        *parts,
        aggregate=pick(["mean", "mean", "min", "ladder", "none"]),
        missing=pick(["drop", "drop", "drop", "lowest", "block"]),
    )
    sheets = [
        {name: given_answer(pick(ANSWERS), levels) for name, levels in offered.items()}
        for _ in range(pick([1, 1, 2]))
    ]
    aims = [name for name in ("d0", "d1", *list(offered)[:1]) if random.random() < 0.8]
    known = {pick(actions)["id"]: pick(STATUSES) for _ in range(random.randint(0, 2))}
    return answered(
        of,
        sheets,
        targets={name: F(random.randint(2, 8), 2) for name in aims},
        weights=pick([{}, {}, {"d1": 3, "d0.q0": F(1, 2)}]).copy(),
        tracked=tracked(**known),
        status=pick(["draft", "final"]),
    )


def random_dimension(name: str, random: Random) -> Data:
    """A dimension of one to four questions, or of two topics."""
    pick = random.choice
    children = [
        level(
            f"q{index}",
            *pick(OFFERED),
            weight=pick(WEIGHTS),
            critical=pick(CEILINGS),
            rung=random.randint(1, 3),
        )
        for index in range(random.randint(1, 4))
    ]
    if len(children) > 2 and random.random() < 0.5:
        halves = (children[:2], children[2:])
        children = [
            topic(f"t{i}", *half, aggregate=pick(GROUPS), rung=i + 1)
            for i, half in enumerate(halves)
        ]
    return dimension(name, *children, aggregate=pick(GROUPS), weight=pick(WEIGHTS), rung=1)


def random_actions(offered: dict[str, list[F]], random: Random) -> list[Data]:
    """Three to ten actions, each raising one or two questions, with needs among those before."""
    actions: list[Data] = []
    for index in range(random.randint(3, 10)):
        names = random.sample(sorted(offered), min(len(offered), random.choice([1, 1, 2])))
        raises = {name: min(F(random.randint(1, 4)), offered[name][-1]) for name in names}
        needs = (
            {f"a{random.randrange(index)}" for _ in range(random.randint(0, 2))} if index else ()
        )
        days, months = random.randint(1, 40), random.randint(0, 3)
        actions.append(action(f"a{index}", {**raises}, days, needs=sorted(needs), months=months))
    return actions


def given_answer(kind: object, levels: list[F]) -> object:
    """Write an answer of a kind."""
    return {"lowest": levels[0], "second": levels[1]}.get(str(kind), kind)


def exercises() -> st.SearchStrategy[Assessment]:
    return st.builds(random_exercise, st.randoms(use_true_random=True))


@settings(max_examples=5 * settings().max_examples)
@given(exercises())
def test_the_plan_is_what_the_plain_rules_give(exercise: Assessment) -> None:
    plan, plain = plan_of(exercise), PlainPlan(exercise)
    blocked = plain.engine.scores(plain.start)["overall"] is Gap.BLOCKED
    assert ids(plan) == ([] if blocked else plain.sequence())
    assert plan.note.startswith("There is no plan") == (not plan.planned)
    if plan.planned:
        is_short = plain.gap(plain.after(plain.start, ids(plan))) > 0
        assert plan.note.startswith("Some targets stay out of reach") == is_short
    if not blocked:
        assert sorted([*ids(plan), *(left.id for left in plan.beyond)]) == list(plain.actions)
        assert all(left.reason for left in plan.beyond)


@given(exercises())
def test_the_plan_keeps_its_promises(exercise: Assessment) -> None:
    plan = plan_of(exercise)
    before, after = score(exercise), done_in_answers(exercise, plan)
    for name, node in before.nodes.items():
        later = after.nodes[name]
        assert node.score is None or (later.score is not None and later.score >= node.score)
    if plan.planned:
        promised = plan.planned[-1].overall_after
        exact = after.nodes["overall"].score
        assert promised == (None if exact is None else float(exact))
    closed = sum(F(part.gap_closed) for part in plan.planned)
    plain = PlainPlan(exercise)
    left = plain.gap(plain.after(plain.start, ids(plan)))
    assert abs(plain.gap(plain.start) - left - closed) < F(1, 10**9)


@given(exercises())
def test_every_target_that_all_actions_reach_is_reached(exercise: Assessment) -> None:
    plan, plain = plan_of(exercise), PlainPlan(exercise)
    if plain.engine.scores(plain.start)["overall"] is Gap.BLOCKED:
        return
    final = plain.engine.scores(plain.after(plain.start, ids(plan)))
    best = plain.engine.scores(plain.after(plain.start, plain.open))
    for name, branch in plain.engine.dimensions.items():
        possible, reached = best[name], final[name]
        if name in plain.targets and branch.weight and isinstance(possible, Fraction):
            assert isinstance(reached, Fraction)
            assert reached >= min(possible, plain.targets[name])


@given(exercises())
def test_needs_go_before_and_are_finished_before(exercise: Assessment) -> None:
    plan, plain = plan_of(exercise), PlainPlan(exercise)
    finished: dict[str, float] = {}
    for part in plan.planned:
        unmet = {need for need in plain.actions[part.id].needs if need not in plain.met}
        assert set(part.needs) == unmet
        assert unmet <= finished.keys()
        assert all(part.start_month >= finished[need] for need in unmet)
        assert part.id not in plain.out
        finished[part.id] = part.finish_month


@given(exercises(), st.randoms(use_true_random=True))
def test_the_order_of_the_files_changes_nothing(exercise: Assessment, random: Random) -> None:
    of = exercise.framework
    parts = [
        part.model_copy(
            update={
                "actions": shuffled(part.actions, random),
                "questions": shuffled(part.questions, random),
                "topics": shuffled(part.topics, random),
            }
        )
        for part in shuffled(of.questionnaires, random)
    ]
    turned = type(of)(of.file, tuple(parts))
    fields = {name: getattr(exercise, name) for name in exercise.__dataclass_fields__}
    again = Assessment(**{**fields, "framework": turned, "sheets": exercise.sheets[::-1]})
    assert plan_of(again) == plan_of(exercise)


def shuffled(items: tuple[Any, ...], random: Random) -> tuple[Any, ...]:
    turned = list(items)
    random.shuffle(turned)
    return tuple(turned)


@given(exercises(), st.integers(1, 80))
def test_capacity_moves_actions_in_time_and_drops_none(exercise: Assessment, days: int) -> None:
    def timeless(plan: Plan) -> list[object]:
        when = {"start_month", "finish_month", "horizon"}
        return [part.model_dump(exclude=when) for part in plan.planned]

    assert timeless(plan_of(exercise, F(days))) == timeless(plan_of(exercise))
