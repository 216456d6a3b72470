"""What holds for every framework and every set of answers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from random import Random
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from score.builders import NA, Data, F
from score.naive import BLOCKED, OUT, Naive
from score.strategies import Drawn, answers_to, assessments, nearly_complete

from maturity.evaluate import evaluate
from maturity.model.result import Result
from maturity.render.formats.json import render_json
from maturity.score import LensScore, NodeScore, Scores, score
from maturity.score.aggregate import Gap
from maturity.score.caps import Cap
from maturity.score.from_result import all_questions, engine_from, values_from
from maturity.score.tally import Tally, tally_answers


def numbers(found: Scores) -> dict[str, Any]:
    """All that was found of groups and lenses, whatever the order of files."""
    nodes = {
        name: replace(node, caps=_sorted(node.caps), pending=_sorted(node.pending))
        for name, node in found.nodes.items()
    }
    return {**nodes, **{f"lens {name}": lens for name, lens in found.lenses.items()}}


def _sorted(caps: tuple[Cap, ...]) -> tuple[Cap, ...]:
    return tuple(sorted(caps, key=str))


def groups(found: Scores) -> list[NodeScore | LensScore]:
    return [*found.nodes.values(), *found.lenses.values()]


def not_lower(before: F | None, after: F | None) -> bool:
    assert (before is None) is (after is None)
    return before is None or after is None or before <= after


# Against a plain evaluator


@given(assessments())
def test_scores_are_those_of_a_plain_evaluator(drawn: Drawn) -> None:
    assume("weights" not in drawn.rest)
    found = score(drawn.assessment())
    gaps = {Gap.OUT: OUT, Gap.BLOCKED: BLOCKED}

    def values(end: str) -> dict[str, F | str]:
        standings = found.standings.items()
        return {name: gaps.get(v := getattr(s, end), v) for name, s in standings}

    def plain(end: str, hold: bool) -> dict[str, F | None]:
        scores = {name: node.score for name, node in found.nodes.items()}
        held = (end, scores) if hold else None
        made = Naive(drawn.dimensions, drawn.keys, values(end), held).scores()
        return {name: v if isinstance(v, F) else None for name, v in made.items()}

    assert {name: node.score for name, node in found.nodes.items()} == plain("value", hold=False)
    assert {name: node.low for name, node in found.nodes.items()} == plain("low", hold=True)
    assert {name: node.high for name, node in found.nodes.items()} == plain("high", hold=True)


# Monotony


@given(assessments(), st.data())
def test_raising_a_known_level_never_lowers_a_score(drawn: Drawn, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(drawn.people) - 1))
    role, unit, answers = drawn.people[number]
    known = [(n, q) for n, q in drawn.questions() if q["type"] != "text" and _is_known(answers[n])]
    assume(known)
    name, question = data.draw(st.sampled_from(known))
    framework = drawn.framework()
    asked, scale = framework.questions[name], framework.scale
    other = data.draw(st.sampled_from(answers_to(question)))
    pair = sorted([answers[name], other], key=lambda a: asked.level(asked.parse(a), scale) or 0)
    low, high = (
        score(_with_person(drawn, number, (role, unit, {**answers, name: each})).assessment())
        for each in pair
    )
    for group, node in low.nodes.items():
        above = high.nodes[group]
        assert not_lower(node.score, above.score)
        assert not_lower(node.low, above.low)
        assert not_lower(node.high, above.high)
        assert not_lower(node.standard, above.standard)
        assert node.coverage == above.coverage
    assert not_lower(low.lenses["lens"].score, high.lenses["lens"].score)


def _is_known(answer: object) -> bool:
    return answer not in (None, "unknown", NA)


def _with_person(drawn: Drawn, number: int, person: tuple[str | None, str | None, Data]) -> Drawn:
    return replace(drawn, people=[*drawn.people[:number], person, *drawn.people[number + 1 :]])


# What changes nothing


@given(assessments(), st.data())
def test_not_applicable_equals_the_question_removed(drawn: Drawn, data: st.DataObject) -> None:
    names = [name for name, question in drawn.questions() if question["type"] != "text"]
    assume(names)
    name = data.draw(st.sampled_from(names))
    left_out = score(drawn.settle({name: NA}).assessment())
    removed = replace(
        drawn,
        dimensions=[_without(part, name, part["id"]) for part in drawn.dimensions],
        people=[(role, unit, _but(answers, name)) for role, unit, answers in drawn.people],
        agreed=_but(drawn.agreed, name),
        rest=drawn.rest | {"weights": _but(drawn.rest.get("weights", {}), name)},
    )
    if "weights" in drawn.rest and not removed.rest["weights"]:
        return  # the last local weight went with the question, and with it the standard score
    assert numbers(left_out) == numbers(score(removed.assessment()))


def _but(answers: Data, name: str) -> Data:
    return {key: value for key, value in answers.items() if key != name}


def _without(group: Data, name: str, dimension: str) -> Data:
    questions = [q for q in group.get("questions", []) if f"{dimension}.{q['id']}" != name]
    topics = [_without(part, name, dimension) for part in group.get("topics", [])]
    return {**group, "questions": questions, "topics": topics}


@given(assessments(), st.randoms(use_true_random=False))
def test_the_order_in_files_changes_nothing(drawn: Drawn, random: Random) -> None:
    shuffled = replace(
        drawn,
        dimensions=_shuffled([_in_disorder(part, random) for part in drawn.dimensions], random),
        people=_shuffled(drawn.people, random),
    )
    assert numbers(score(shuffled.assessment())) == numbers(score(drawn.assessment()))


def _in_disorder(group: Data, random: Random) -> Data:
    disordered = dict(group)
    for key in ("questions", "items", "options", "critical"):
        if key in group:
            disordered[key] = [_in_disorder(each, random) for each in group[key]]
            random.shuffle(disordered[key])
    if "topics" in group:
        topics = [_in_disorder(each, random) for each in group["topics"]]
        disordered["topics"] = _shuffled(topics, random)
    return disordered


def _shuffled(things: Iterable[Any], random: Random) -> list[Any]:
    shuffled = list(things)
    random.shuffle(shuffled)
    return shuffled


@given(assessments(), st.sampled_from([F(3), F(1, 7), F(22, 5)]))
def test_all_weights_times_k_change_nothing(drawn: Drawn, k: F) -> None:
    heavier = replace(drawn, dimensions=[_times(part, k) for part in drawn.dimensions])
    assert numbers(score(heavier.assessment())) == numbers(score(drawn.assessment()))


def _times(group: Data, k: F) -> Data:
    heavier = {**group, "weight": k * F(group.get("weight", 1))}
    by_share = "items" in group and "count" not in group and "rules" not in group
    for key in ("questions", "topics", *(["items"] if by_share else [])):
        if key in group:
            heavier[key] = [_times(each, k) for each in group[key]]
    return heavier


@given(assessments(), st.integers(2, 5))
def test_counts_times_k_change_nothing(drawn: Drawn, k: int) -> None:
    assessment = drawn.assessment()
    tallies = {name: _more(tally, k) for name, tally in tally_answers(assessment).items()}
    assert numbers(score(assessment, tallies)) == numbers(score(assessment))


def _more(tally: Tally, k: int) -> Tally:
    return replace(
        tally,
        counts={level: k * count for level, count in tally.counts.items()},
        unknown=k * tally.unknown,
        not_applicable=k * tally.not_applicable,
        unanswered=k * tally.unanswered,
    )


@given(assessments())
def test_the_same_people_again_change_nothing(drawn: Drawn) -> None:
    twice = replace(drawn, people=drawn.people * 2)
    assert numbers(score(twice.assessment())) == numbers(score(drawn.assessment()))


# Range and coverage


@given(nearly_complete())
def test_the_range_is_what_every_possible_set_of_answers_gives(
    made: tuple[Drawn, list[str]],
) -> None:
    drawn, missing = made
    found = score(drawn.assessment())
    options = [answers_to(dict(drawn.questions())[name]) for name in missing]
    completed = [
        score(drawn.settle(dict(zip(missing, chosen, strict=True))).assessment()).nodes
        for chosen in product(*options)
    ]
    pending = any(node.pending for node in found.nodes.values())
    for name, node in found.nodes.items():
        scores = [nodes[name].score for nodes in completed]
        reached = [each for each in scores if each is not None]
        if drawn.keys["missing"] == "drop" or pending:
            _holds(node, reached, is_lowest=_has_no_groups(drawn)[name])
        else:
            assert node.low == min(reached, default=None)
            assert node.high == max(reached, default=None)


def _holds(node: NodeScore, reached: list[F], *, is_lowest: bool) -> None:
    """Where a question was dropped, or a ceiling is pending, the score may be out of reach.

    The range is stretched to hold it, and a parent's by its children's.
    """
    if not reached or node.low is None or node.high is None:
        assert reached == []
        assert (node.low, node.high) == (None, None)
        return
    held = reached if node.score is None else [*reached, node.score]
    assert node.low <= min(held)
    assert node.high >= max(held)
    if is_lowest:
        assert (node.low, node.high) == (min(held), max(held))


def _has_no_groups(drawn: Drawn) -> dict[str, bool]:
    """Say of every group whether its children are questions."""

    def below(group: Data, full_id: str, dimension: str) -> dict[str, bool]:
        found = {full_id: not group.get("topics")}
        for part in group.get("topics", []):
            found |= below(part, f"{dimension}.{part['id']}", dimension)
        return found

    found = {"overall": False}
    for part in drawn.dimensions:
        found |= below(part, part["id"], part["id"])
    return found


@given(assessments())
def test_the_range_holds_the_score(drawn: Drawn) -> None:
    found = score(drawn.assessment())
    for node in groups(found):
        assert (node.low is None) is (node.high is None)
        if node.score is not None:
            assert node.low is not None
            assert node.high is not None
            assert node.low <= node.score <= node.high


@given(assessments())
def test_nothing_missing_means_a_range_without_width(drawn: Drawn) -> None:
    questions = dict(drawn.questions())
    found = score(drawn.assessment())
    missing = {name: answers_to(questions[name])[0] for name in _missing(found)}
    complete = score(drawn.settle(missing).assessment())
    assert _missing(complete) == []
    for node in groups(complete):
        assert node.low == node.score == node.high
        assert node.coverage in (1, None)
    assert not any(node.provisional or node.pending for node in complete.nodes.values())


def _missing(found: Scores) -> list[str]:
    return [name for name, standing in found.standings.items() if standing.is_missing]


@given(assessments())
def test_full_coverage_means_a_range_without_width(drawn: Drawn) -> None:
    # A missing critical answer without weight still moves a ceiling, and is no part of this.
    critical = [name for name, question in drawn.questions() if question.get("critical")]
    found = score(drawn.assessment())
    assume(not set(critical) & set(_missing(found)))
    for node in found.nodes.values():
        if node.coverage == 1:
            assert node.low == node.score == node.high


@given(assessments())
def test_everything_left_out_is_unscored(drawn: Drawn) -> None:
    out = {name: NA for name, question in drawn.questions() if question["type"] != "text"}
    found = score(drawn.settle(out).assessment())
    for node in found.nodes.values():
        assert (node.score, node.low, node.high, node.coverage) == (None, None, None, None)
        assert (node.caps, node.pending, node.provisional) == ((), (), False)


# The Result


@given(assessments())
def test_a_result_scored_again_gives_its_own_scores(drawn: Drawn) -> None:
    result = evaluate(drawn.assessment())
    names = set(all_questions(result))
    again = engine_from(result, names).scores(values_from(result))
    scores = score(drawn.assessment()).nodes
    gaps = {name: None if isinstance(value, Gap) else value for name, value in again.items()}
    assert gaps == {name: node.score for name, node in scores.items()}


@given(assessments(), st.data())
def test_a_result_read_back_from_its_json_equals_itself(drawn: Drawn, data: st.DataObject) -> None:
    names = [name for name, question in drawn.questions() if question["type"] != "text"]
    if names:
        raised = {data.draw(st.sampled_from(names)): drawn.keys["levels"][0]["level"]}
        action = {"id": "act", "title": "Act", "raises": raised, "effort_days": 5}
        drawn = replace(
            drawn,
            dimensions=[{**drawn.dimensions[0], "actions": [action]}, *drawn.dimensions[1:]],
            rest=drawn.rest | {"targets": {"d0": drawn.keys["top"]}},
        )
    result = evaluate(drawn.assessment())
    text = render_json(result)
    assert Result.model_validate(json.loads(text)) == result
    assert render_json(Result.model_validate(json.loads(text))) == text
    assert render_json(evaluate(drawn.assessment())) == text
