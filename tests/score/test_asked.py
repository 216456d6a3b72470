"""What is asked of whom: quick scope, profiles, facts; and that it is listed."""

from __future__ import annotations

import pytest
from score.builders import (
    NA,
    Data,
    F,
    answered,
    asked,
    awaits,
    ceiling,
    d,
    described,
    ends,
    level,
    one,
    scored,
    text,
)

from maturity.model.framework import Framework
from maturity.score import score
from maturity.score.lists import left_out

FACTS = [
    {"id": "ai", "ask": "Is AI in use?", "type": "yes-no"},
    {"id": "staff", "ask": "How many staff?", "type": "number", "unit": "people"},
    {
        "id": "nation",
        "ask": "Which nation?",
        "type": "choice",
        "options": [{"id": name, "label": name.title()} for name in ("england", "wales")],
    },
]
HERE = {"ai": "no", "staff": F(200), "nation": "wales"}


def of(*conditions: Data) -> Framework:
    return one(level("a"), level("b", ask_if=list(conditions)), facts=FACTS)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"fact": "ai", "is": "no"}, True),
        ({"fact": "ai", "is": "yes"}, False),
        ({"fact": "nation", "any_of": ["england", "wales"]}, True),
        ({"fact": "nation", "any_of": ["england"]}, False),
        ({"fact": "staff", "is": 200}, True),
        ({"fact": "staff", "any_of": [100, 300]}, False),
        ({"fact": "staff", "at_least": 200}, True),
        ({"fact": "staff", "at_least": F(401, 2)}, False),
        ({"fact": "staff", "at_most": 200}, True),
        ({"fact": "staff", "at_most": 199}, False),
        ({"fact": "staff", "at_least": 100, "at_most": 300}, True),
        ({"fact": "staff", "at_least": 100, "at_most": 150}, False),
        ({"fact": "ai", "at_least": 1}, False),  # a text is no number
    ],
)
def test_a_condition(condition: Data, holds: bool) -> None:
    found = scored(of(condition), {"d.a": 2, "d.b": 4}, facts=HERE)
    assert d(found).score == (3 if holds else 2)
    assert found.standings["d.b"].state == ("scored" if holds else "not-asked")


def test_all_conditions_of_a_list_must_hold() -> None:
    both = of({"fact": "ai", "is": "no"}, {"fact": "nation", "is": "england"})
    assert d(scored(both, {"d.a": 2, "d.b": 4}, facts=HERE)).score == 2
    assert d(scored(both, {"d.a": 2, "d.b": 4}, facts={**HERE, "nation": "england"})).score == 3


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ({"fact": "ai", "is": "yes"}, "asked only where “Is AI in use?” is answered yes"),
        (
            {"fact": "nation", "any_of": ["england", "scotland"]},
            "asked only where “Which nation?” is answered england or scotland",
        ),
        (
            {"fact": "staff", "at_least": 1000, "at_most": 5000},
            "asked only where “How many staff?” is answered 1000 or more, 5000 or less",
        ),
        ({"fact": "staff", "is": 5}, "asked only where “How many staff?” is answered 5"),
    ],
)
def test_what_is_not_asked_says_why(condition: Data, reason: str) -> None:
    assert scored(of(condition), {}, facts=HERE).standings["d.b"].reason == reason


def test_a_question_that_is_not_asked_is_out_whatever_was_answered() -> None:
    found = scored(of({"fact": "ai", "is": "yes"}), {"d.b": 4}, facts=HERE)
    assert d(found).score is None
    assert ends(d(found)) == (0, 4)  # a alone is missing
    assert d(found).coverage == 0


def test_an_answer_to_a_question_that_is_not_asked_is_kept_and_shown() -> None:
    exercise = answered(of({"fact": "ai", "is": "yes"}), {"d.a": 1, "d.b": 4}, facts=HERE)
    found = asked(exercise, "d.b")
    assert (found.state, found.score, found.answers[0].level) == ("not-asked", None, 4)
    assert found.reason


# Profiles

PROFILE = {"id": "p", "title": "District council", "leave_out": ["d.b"]}


def test_a_profile_leaves_questions_out() -> None:
    part = one(level("a"), level("b", critical=[ceiling(4, 1)]), profiles=[PROFILE])
    found = scored(part, {"d.a": 3, "d.b": 0}, profile="p")
    assert d(found).score == 3
    reason = "not asked of this kind of organisation: District council"
    assert found.standings["d.b"].reason == reason
    assert d(scored(part, {"d.a": 3, "d.b": 0})).score == 1  # without the profile it is asked


# Quick scope

QUICK = one(
    level("a", quick="yes"),
    level("b"),
    level("c", critical=[ceiling(0, 1)]),
    text("e"),
)


def test_in_quick_scope_the_quick_and_critical_questions_are_the_whole() -> None:
    answers = {"d.a": 3, "d.b": 0, "d.c": 4, "d.e": "words"}
    quick = scored(QUICK, answers, scope="quick")
    assert d(quick).score == F(7, 2)
    assert d(quick).coverage == 1
    assert ends(d(quick)) == (F(7, 2), F(7, 2))
    states = {name: standing.state for name, standing in quick.standings.items()}
    assert states == {"d.a": "scored", "d.b": "not-asked", "d.c": "scored", "d.e": "not-asked"}
    assert quick.standings["d.b"].reason == "not in the short version"
    assert d(scored(QUICK, answers)).score == F(7, 3)


def test_true_is_yes() -> None:
    of = one(level("a", quick=True), level("b"))
    assert d(scored(of, {"d.a": 3, "d.b": 0}, scope="quick")).score == 3


def test_a_critical_question_is_awaited_in_quick_scope_too() -> None:
    assert awaits(d(scored(QUICK, {"d.a": 3}, scope="quick"))) == [("d.c", 1)]


# The list of what was left out


def test_what_left_the_sum_is_listed_critical_ones_first() -> None:
    part = one(
        level("a"),
        level("b", ask_if=[{"fact": "ai", "is": "yes"}]),
        level("c", critical=[ceiling(0, 1)]),
        facts=FACTS,
    )
    exercise = answered(part, {"d.a": NA, "d.c": NA}, facts=HERE)
    found = left_out(exercise, score(exercise))
    assert [(each.question, each.state, each.critical) for each in found] == [
        ("d.c", "not-applicable", True),
        ("d.a", "not-applicable", False),
        ("d.b", "not-asked", False),
    ]
    assert [each.reason for each in found[:2]] == ["it does not apply"] * 2


def test_nothing_is_left_out_of_a_text_that_is_asked() -> None:
    exercise = answered(one(level("a"), text("b")), {"d.a": 1})
    assert left_out(exercise, score(exercise)) == ()
    assert described(exercise)["d"].questions[1].state == "text"
