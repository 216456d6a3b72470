"""The shipped framework: complete, reachable, cited, and true to what its readers expect."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import combinations, permutations
from typing import TYPE_CHECKING

import pytest
import yaml

from maturity.load.assessment import load_assessment
from maturity.load.framework import load_framework
from maturity.model.answers import Answer, AnswerSheet
from maturity.model.assessment import Assessment, Capacity
from maturity.model.question import LevelQuestion
from maturity.model.question_counted import ChecklistQuestion, NumberQuestion
from maturity.plan import make_plan
from maturity.resources import framework_folder, sample
from maturity.score import Scores, score

if TYPE_CHECKING:
    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.model.question_base import AnswerValue
    from maturity.model.shared import Profile

FOLDER = framework_folder("public-sector")
FRAMEWORK = load_framework(FOLDER)
PROFILES = FRAMEWORK.file.profiles
CRITICAL = [question for question in FRAMEWORK.questions.values() if question.critical]
WORDS_IN_A_QUESTION = 25
WORDS_IN_A_LEVEL = 45


def answer_worth(question: Question, level: Fraction) -> AnswerValue:
    """Give an answer that is worth the level."""
    if isinstance(question, NumberQuestion):
        assert question.bands is not None
        return question.bands[level]
    if isinstance(question, ChecklistQuestion):
        ids = tuple(item.id for item in question.items)
        choices = (ids[:number] for number in range(len(ids) + 1))
        return next(c for c in choices if question.level(c, FRAMEWORK.scale) == level)
    return level


def assessed(
    values: dict[str, Fraction], profile: Profile | None = None, scope: str = "full"
) -> Assessment:
    answers = {
        name: Answer("answered", answer_worth(FRAMEWORK.questions[name], level))
        for name, level in values.items()
    }
    everything = {"uses-ai": "yes", "reorganisation": "yes", "rural": "yes"}
    assumed = {f.id: f.if_unknown for f in FRAMEWORK.file.facts if f.if_unknown is not None}
    return Assessment(
        framework=FRAMEWORK,
        organisation="Example",
        profile=profile,
        facts={**assumed, **everything},
        assumed=(),
        date=None,
        scope="quick" if scope == "quick" else "full",
        status="final",
        approvals=(),
        roles=(),
        targets={},
        weights={},
        capacity=Capacity(),
        tracked={},
        local_actions=(),
        commentary={},
        sheets=(AnswerSheet(path="a.yaml", respondent="r-01", answers=answers),),
    )


def at_end(framework: Framework, *, top: bool) -> dict[str, Fraction]:
    levels = framework.possible_levels
    return {name: (found.highest if top else found.lowest) for name, found in levels.items()}


def scored(scores: Scores, node: str) -> Fraction:
    found = scores.nodes[node].score
    assert found is not None
    return found


def test_six_dimensions_hold_every_topic_as_a_question_of_five_levels() -> None:
    counts = {
        group.id: sum(q.type == "level" for q in group.questions)
        for group in FRAMEWORK.questionnaires
    }
    assert counts == {
        "skills": 10,
        "legacy-systems": 13,  # twelve topics and the readiness to merge
        "security": 12,
        "data": 11,
        "inclusion": 11,
        "culture": 12,
    }
    for question in FRAMEWORK.questions.values():
        if isinstance(question, LevelQuestion):
            assert sorted(question.levels) == [0, 1, 2, 3, 4], question.id


def test_fifteen_questions_are_critical_with_ceilings_that_rise() -> None:
    assert len(CRITICAL) == 15
    assert {ceiling.dimension for q in CRITICAL for ceiling in q.critical} == {None, "security"}


@pytest.mark.parametrize("question", FRAMEWORK.questions.values(), ids=lambda q: q.id)
def test_a_question_is_short_reasoned_cited_and_can_be_evidenced(question: Question) -> None:
    assert question.ask.endswith("?")
    assert question.ask.count("?") == 1
    assert len(question.ask.split()) <= WORDS_IN_A_QUESTION
    assert question.why
    assert question.sources
    assert question.expects
    if isinstance(question, LevelQuestion):
        for level, text in question.levels.items():
            assert len(text.split()) <= WORDS_IN_A_LEVEL, (level, text)


def test_no_two_questions_ask_the_same() -> None:
    for one, other in combinations(FRAMEWORK.questions.values(), 2):
        alike = SequenceMatcher(None, one.ask.lower(), other.ask.lower()).ratio()
        assert alike < 0.9, (one.ask, other.ask)


def test_every_source_is_cited_and_every_action_cites_one() -> None:
    cited = {name for question in FRAMEWORK.questions.values() for name in question.sources}
    for action in FRAMEWORK.actions.values():
        assert action.sources, action.id
        cited |= set(action.sources)
    assert {source.id for source in FRAMEWORK.file.sources} == cited


def test_every_action_says_the_first_step_its_owner_and_its_length() -> None:
    for action in FRAMEWORK.actions.values():
        assert len(action.detail.split()) >= 15, action.id
        assert action.owner, action.id
        assert action.months > 0, action.id


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_every_level_below_a_target_has_an_action_that_raises_it(profile: Profile) -> None:
    for question in FRAMEWORK.questions.values():
        target = profile.targets[question.id.partition(".")[0]]
        raised = [
            a.raises[question.id] for a in FRAMEWORK.actions.values() if question.id in a.raises
        ]
        levels = FRAMEWORK.possible_levels[question.id].values
        below = [level for level in levels if level < target]
        for level in below:
            assert max(raised) > level, (profile.id, question.id, level)
        assert min(raised) <= 2, f"no small first step for {question.id}"


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_a_profile_has_every_target_and_asks_every_critical_question(profile: Profile) -> None:
    assert set(profile.targets) == set(FRAMEWORK.file.dimensions)
    assert not {question.id for question in CRITICAL} & set(profile.leave_out)


def test_the_small_body_is_asked_25_to_30_questions() -> None:
    small = FRAMEWORK.profile("small-body")
    assert small is not None
    scores = score(assessed(at_end(FRAMEWORK, top=True), small))
    asked = [name for name, found in scores.standings.items() if found.state == "scored"]
    assert 25 <= len(asked) <= 30


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_all_answers_at_the_top_leave_no_gap(profile: Profile) -> None:
    scores = score(assessed(at_end(FRAMEWORK, top=True), profile))
    for dimension in FRAMEWORK.file.dimensions:
        assert scored(scores, dimension) == 4
        assert not scores.nodes[dimension].caps


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_all_answers_at_the_top_leave_no_action(profile: Profile) -> None:
    assessment = assessed(at_end(FRAMEWORK, top=True), profile)
    assert make_plan(assessment, score(assessment)).planned == ()


@pytest.mark.parametrize(
    "name", ["district-council", "district-council-2025", "nhs-trust", "small-body"]
)
def test_the_short_version_ranks_the_dimensions_like_the_full_one(name: str) -> None:
    full = load_assessment([sample(name)])
    long, short = score(full), score(replace(full, scope="quick"))
    dimensions = FRAMEWORK.file.dimensions
    for scores in (long, short):
        assert all(scores.nodes[each].score is not None for each in dimensions)
    best = max(dimensions, key=lambda each: scored(long, each))
    assert best == max(dimensions, key=lambda each: scored(short, each))
    for one, other in permutations(dimensions, 2):
        if scored(long, one) - scored(long, other) > Fraction(1, 2):
            assert scored(short, one) >= scored(short, other), (one, other)


@pytest.mark.parametrize("question", CRITICAL, ids=lambda question: question.id)
def test_one_critical_question_at_the_bottom_caps_a_dimension_at_the_top(
    question: Question,
) -> None:
    values = at_end(FRAMEWORK, top=True)
    values[question.id] = FRAMEWORK.possible_levels[question.id].lowest
    scores = score(assessed(values))
    own = question.id.partition(".")[0]
    ceilings: dict[str, Fraction] = {}
    for ceiling in sorted(question.critical, key=lambda ceiling: -ceiling.at_most):
        ceilings[ceiling.dimension or own] = ceiling.cap
    for dimension, cap in ceilings.items():
        assert scored(scores, dimension) == cap
        assert [found.question for found in scores.nodes[dimension].caps] == [question.id]


def test_every_level_of_every_question_can_be_answered() -> None:
    for question in FRAMEWORK.questions.values():
        assert list(FRAMEWORK.possible_levels[question.id].values) == [0, 1, 2, 3, 4], question.id
        for level in FRAMEWORK.possible_levels[question.id].values:
            value = answer_worth(question, level)
            assert question.level(value, FRAMEWORK.scale) == level


def test_the_short_version_asks_about_eighteen_questions_and_the_critical_ones() -> None:
    quick = [question for question in FRAMEWORK.questions.values() if question.quick]
    assert 15 <= len(quick) <= 21
    assert {question.id.partition(".")[0] for question in quick} == set(FRAMEWORK.file.dimensions)


def test_lenses_are_found_in_several_dimensions() -> None:
    for lens in FRAMEWORK.file.lenses:
        members = [q.id for q in FRAMEWORK.questions.values() if lens.id in q.lenses]
        assert len(members) >= 3, lens.id
        assert len({name.partition(".")[0] for name in members}) >= 2, lens.id


def test_every_theme_of_the_articles_leads_to_questions_or_says_why_not() -> None:
    trace = yaml.safe_load((FOLDER / "coverage.yaml").read_text(encoding="utf-8"))["themes"]
    assert len(trace) >= 85
    for row in trace:
        assert row.get("theme") or row.get("figure"), row
        assert row.get("questions") or row.get("note"), row
        for name in row.get("questions") or ():
            assert name in FRAMEWORK.questions, row
