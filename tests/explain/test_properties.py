"""What holds for the explanation of every number, on random frameworks and on the samples."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from explain.hand import result as by_hand
from hypothesis import given, settings
from hypothesis import strategies as st
from plan.builders import action
from score import strategies
from score.builders import Data, F
from score.strategies import Drawn

from maturity.evaluate import evaluate
from maturity.explain import explain
from maturity.explain.parts import Parts, Place
from maturity.explain.rescore import Rescorer
from maturity.load.assessment import load_assessment
from maturity.model.assessment import Assessment
from maturity.model.explained import Explanation
from maturity.model.explained_group import Rung
from maturity.model.levels import as_number, show
from maturity.model.result import Result
from maturity.resources import sample
from maturity.score import Scores, score
from maturity.score.aggregate import Gap
from maturity.score.tree import Branch

SAMPLES = ("district-council", "nhs-trust", "small-body")
FEWER = settings(max_examples=settings().max_examples // 2)
"""Each example explains everything in a result."""
CHILDREN = ("topics", "questions")
GROUPS = ("overall", "dimension", "topic", "lens")


def assessments() -> st.SearchStrategy[Drawn]:
    """Random ones with weights as files can have them: decimals."""
    return strategies.assessments().map(_in_decimals)


def _in_decimals(drawn: Drawn) -> Drawn:
    weights = {name: _decimal(w) for name, w in drawn.rest.get("weights", {}).items()}
    rest = {**drawn.rest, "weights": weights} if weights else drawn.rest
    return replace(drawn, dimensions=[_group(part) for part in drawn.dimensions], rest=rest)


def _group(part: Data) -> Data:
    inner = {key: [_group(child) for child in part[key]] for key in CHILDREN if key in part}
    weight = {"weight": _decimal(part["weight"])} if "weight" in part else {}
    return {**part, **inner, **weight}


def _decimal(weight: F) -> F:
    return F(7, 4) if weight == F(5, 3) else weight


def explained(result: Result, *kinds: str) -> list[Explanation]:
    places = [place for place in Parts(result).places() if place.kind in kinds]
    return [explain(result, str(place)) for place in places]


def recombined(e: Explanation, aggregate: str, bottom: F) -> F | None:
    """What the terms of a group come to before its ceilings."""
    if not e.terms:
        return None
    if aggregate == "mean":
        total = sum((F(term.weight_exact) for term in e.terms), F(0))
        products = sum((F(term.weight_exact) * F(term.exact) for term in e.terms), F(0))
        assert sum(F(term.contribution or 0) for term in e.terms) == products / total
        return products / total
    if aggregate == "min":
        return min(F(term.exact) for term in e.terms)
    return climbed(e.rungs, [F(str(level)) for level in e.levels], bottom)


def climbed(rungs: tuple[Rung, ...], levels: list[F], bottom: F) -> F:
    """The highest level below the first rung with a part that does not pass."""
    failed = [F(str(rung.rung)) for rung in rungs if not all(part.passes for part in rung.parts)]
    first = min(failed, default=levels[-1] + 1)
    return max((level for level in levels if level < first), default=bottom)


def after_ceilings(before: F, e: Explanation) -> F:
    for cap in e.caps:
        assert F(cap.before) == before
        before = min(before, F(str(cap.cap)))
        assert F(cap.after) == before
    return before


def check_group(result: Result, e: Explanation) -> None:
    node = Parts(result).node(Place(e.kind, e.id))
    assert e.exact == node.exact
    if node.exact is None:
        assert not e.arithmetic
        return
    before = recombined(e, node.aggregate, F(str(result.parameters.scale.bottom)))
    assert before is not None
    if node.aggregate == "ladder":
        assert e.arithmetic.endswith(f", {show(before)}")
    else:
        assert by_hand(e.arithmetic) == before
    assert after_ceilings(before, e) == F(node.exact)


def check_ends(result: Result, e: Explanation) -> None:
    node = Parts(result).node(Place(e.kind, e.id))
    if e.range is not None:
        assert (e.range.low.value, e.range.high.value) == (node.low, node.high)
        for end in (e.range.low, e.range.high):
            if node.aggregate != "ladder" and not end.steps:
                assert by_hand(end.arithmetic) == F(end.exact)
    else:
        assert node.low == node.high
    if e.coverage is not None:
        assert e.coverage.value == node.coverage
        assert by_hand(e.coverage.arithmetic) == F(e.coverage.exact)
    if e.aim is not None and e.aim.gap is not None:
        assert as_number(F(e.aim.gap)) == node.gap


@FEWER
@given(assessments())
def test_the_terms_of_every_group_come_to_its_exact_score(drawn: Drawn) -> None:
    result = evaluate(drawn.assessment())
    for e in explained(result, *GROUPS):
        check_group(result, e)
        check_ends(result, e)


@FEWER
@given(assessments())
def test_the_answers_to_every_question_come_to_its_exact_level(drawn: Drawn) -> None:
    result = evaluate(drawn.assessment())
    for e in explained(result, "question"):
        detail = e.question
        assert detail is not None
        assert e.notes == ()
        if detail.state == "scored" and not detail.agreed:
            assert by_hand(e.arithmetic) == F(e.exact or "none")
        for role in detail.by_role:
            if role.mean is not None:
                assert by_hand(role.arithmetic) == F(role.mean)
        if detail.agreement is not None:
            assert by_hand(detail.agreement.arithmetic) == F(detail.agreement.exact)


@FEWER
@given(assessments())
def test_scoring_again_is_scoring(drawn: Drawn) -> None:
    exercise = drawn.assessment()
    result, scores = evaluate(exercise), score(exercise)
    rescorer = Rescorer(result)
    ends = {upper: rescorer.range_end(upper=upper) for upper in (False, True)}
    again = rescorer.scores(rescorer.values)
    for name, node in scores.nodes.items():
        assert _number(again[name]) == node.score
        assert _number(ends[False][name]) == node.low
        assert _number(ends[True][name]) == node.high


def _number(value: F | Gap) -> F | None:
    return value if isinstance(value, F) else None


@FEWER
@given(assessments())
def test_each_deciding_change_is_the_smallest_that_moves_the_level(drawn: Drawn) -> None:
    exercise = drawn.assessment()
    result, scores = evaluate(exercise), score(exercise)
    for e in explained(result, "overall", "dimension", "topic"):
        told = {(one.question, one.direction): one for one in e.deciding}
        for question, standing in scores.standings.items():
            if standing.state != "scored" or not _bears_on(question, e, scores):
                continue
            for direction in ("up", "down"):
                one = told.pop((question, direction), None)
                if one is not None and one.open_ended:
                    assert _level_with(question, F(one.to), e.id, scores, exercise) == one.level
                else:
                    wanted = _smallest(question, direction, e, scores, exercise)
                    assert (F(one.to) if one else None) == wanted
        assert not told


def _bears_on(question: str, e: Explanation, scores: Scores) -> bool:
    if e.kind != "topic":
        return True
    dimension = scores.engine.dimensions[e.id.partition(".")[0]]
    return question in {leaf.id for leaf in _find(dimension, e.id).leaves()}


def _find(branch: Branch, name: str) -> Branch:
    inner = [child for child in branch.children if isinstance(child, Branch)]
    found = [part for child in inner for part in (child, *_inside(child)) if part.id == name]
    return found[0]


def _inside(branch: Branch) -> list[Branch]:
    inner = [child for child in branch.children if isinstance(child, Branch)]
    return [part for child in inner for part in (child, *_inside(child))]


def _level_with(
    question: str, value: F, node: str, scores: Scores, exercise: Assessment
) -> int | float | None:
    values = {name: standing.value for name, standing in scores.standings.items()}
    found = scores.engine.scores({**values, question: value})[node]
    level = exercise.framework.level_at(found) if isinstance(found, F) else None
    return as_number(level.level) if level else None


def _smallest(
    question: str, direction: str, e: Explanation, scores: Scores, exercise: Assessment
) -> F | None:
    """The nearest level that the question can give and that moves the group's level, by trying."""
    value = scores.standings[question].value
    assert isinstance(value, F)
    if e.exact is None or not exercise.framework.questions[question].is_listed:
        return None
    levels = exercise.framework.possible_levels[question].values
    beyond = [level for level in levels if (level > value) == (direction == "up")]
    moving = [
        level
        for level in beyond
        if level != value and _level_with(question, level, e.id, scores, exercise) != e.level
    ]
    return min(moving, key=lambda level: abs(level - value), default=None)


@FEWER
@given(assessments())
def test_the_effect_of_a_missing_answer_is_the_one_that_scoring_found(drawn: Drawn) -> None:
    result = evaluate(drawn.assessment())
    told = {one.question: one.spread for one in explain(result).missing}
    assert told == {one.question: one.spread for one in result.unknowns}


# Actions


def with_actions(drawn: Drawn) -> Drawn:
    """An action for each question, every second one in need of the one before it; targets high."""
    names = [name for name, question in drawn.questions() if question["type"] != "text"]
    top = drawn.keys["top"]
    actions = [
        action(f"a{n}", {name: top}, n + 1, needs=[f"a{n - 1}"] if n % 2 else [])
        for n, name in enumerate(names)
    ]
    first, *others = drawn.dimensions
    targets = {part["id"]: top - F(1, 2) for part in drawn.dimensions}
    own = {names[0]: top} if names else {}
    return replace(
        drawn,
        dimensions=[{**first, "actions": actions}, *others],
        rest={**drawn.rest, "targets": {**targets, **own}},
    )


def check_action(result: Result, e: Explanation) -> None:
    detail = e.action
    assert detail is not None
    assert e.notes == ()
    if not detail.planned:
        assert detail.reason
        return
    planned = next(action for action in result.plan if action.id == e.id)
    closed = sum((F(term.weight_exact) * F(term.exact) for term in e.terms), F(0))
    assert F(e.exact or "none") == closed
    assert as_number(closed) == planned.gap_closed
    assert (by_hand(e.arithmetic) if e.terms else F(0)) == closed
    days = F(str(planned.effort_days.planned))
    assert by_hand(detail.gap_per_day_arithmetic) == closed / days
    overall = next((move for move in detail.moves if move.id == "overall"), None)
    if overall is None:
        assert planned.overall_after is None
    else:
        assert as_number(F(overall.after or "none")) == planned.overall_after
        assert as_number(F(overall.rise or "none")) == planned.uplift


@FEWER
@given(assessments())
def test_what_every_action_brings_can_be_done_again(drawn: Drawn) -> None:
    result = evaluate(with_actions(drawn).assessment())
    for e in explained(result, "action"):
        check_action(result, e)


@cache
def result_of(name: str) -> Result:
    return evaluate(load_assessment([sample(name)]))


@pytest.mark.parametrize("name", SAMPLES)
def test_everything_in_the_samples_can_be_done_again(name: str) -> None:
    result = result_of(name)
    for e in explained(result, *GROUPS):
        check_group(result, e)
        check_ends(result, e)
        assert (e.notes == ()) is (e.exact is not None)
    for e in explained(result, "action"):
        check_action(result, e)


def test_the_samples_have_actions_in_the_plan_and_beyond() -> None:
    result = result_of(SAMPLES[0])
    details = [e.action for e in explained(result, "action") if e.action]
    assert {detail.planned for detail in details} == {True, False}
