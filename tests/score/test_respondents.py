"""Several respondents become one value; agreed answers, roles, units, and precedence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from score.builders import (
    NA,
    Data,
    F,
    Out,
    asked,
    assessment,
    checklist,
    d,
    level,
    number,
    one,
    scored,
    sheet,
    text,
)

from maturity.model.answers import Answer
from maturity.score import score
from maturity.score.combine import combine, mean
from maturity.score.resolve import Standing
from maturity.score.tally import Tally

ONE = one(level("a"))


def standing(*answers: object, **keys: object) -> Standing:
    """Where question `a` stands after these people answered it."""
    return scored(one(level("a"), **keys), [{"d.a": given} for given in answers]).standings["d.a"]


# Combine


@pytest.mark.parametrize(
    ("how", "value"), [("median", 3), ("mean", F(11, 4)), ("min", 1), ("max", 4)]
)
def test_the_four_ways_to_combine(how: str, value: F) -> None:
    # 1, 2, 4, 4: the middle two are 2 and 4; the sum is 11.
    assert standing(4, 1, 4, 2, combine=how).value == value


@pytest.mark.parametrize(
    ("answers", "median"),
    [((3,), 3), ((1, 2), F(3, 2)), ((0, 4, 4), 4), ((0, 1, 4, 4), F(5, 2)), ((2, 2), 2)],
)
def test_a_median(answers: tuple[int, ...], median: F) -> None:
    assert standing(*answers).value == median


def test_the_median_is_silent_and_a_question_may_name_its_own_way() -> None:
    of = one(level("a"), level("b", combine="min"), combine="max")
    found = scored(of, [{"d.a": 1, "d.b": 1}, {"d.a": 3, "d.b": 3}])
    assert found.standings["d.a"].value == 3
    assert found.standings["d.b"].value == 1
    assert d(found).score == 2


def test_levels_are_combined_before_questions_are() -> None:
    # By question the medians are 4 and 1; by person the means are 2, 5/2 and 2.
    of = one(level("a"), level("b"))
    answers = [{"d.a": 4, "d.b": 0}, {"d.a": 4, "d.b": 1}, {"d.a": 0, "d.b": 4}]
    assert d(scored(of, answers)).score == F(5, 2)


def test_answers_are_combined_as_levels_not_as_numbers() -> None:
    # 0 and 90 percent are levels 0 and 4, median 2; 45 percent would be level 1.
    of = one(number("a", bands={0: 0, 1: 40, 4: 80}))
    assert d(scored(of, [{"d.a": 0}, {"d.a": 90}])).score == 2


def test_nobody_has_no_median_and_no_mean() -> None:
    zeros = {F(0): 0, F(1): 0}
    assert combine(zeros, "median") is None
    assert combine({}, "min") is None
    assert mean(zeros) is None


# Precedence: a level, then unknown, then not applicable, then unanswered


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((3, "unknown", NA, None), "scored"),
        ((None, NA, 3), "scored"),
        (("unknown", NA, None), "unknown"),
        ((NA, "unknown"), "unknown"),
        ((None, NA), "not-applicable"),
        ((None, None), "unanswered"),
        ((), "unanswered"),
    ],
)
def test_the_most_telling_answer_decides(answers: tuple[object, ...], state: str) -> None:
    found = standing(*answers)
    assert found.state == state
    assert (found.value == 3) is (state == "scored")


def test_only_those_who_gave_a_level_are_combined() -> None:
    assert standing(1, "unknown", NA, 2, None).value == F(3, 2)


def test_the_reasons_are_kept_each_once() -> None:
    assert standing(NA, NA).reason == "it does not apply"


def test_several_reasons_are_joined_without_double_marks() -> None:
    found = standing(Out("We have none. It is the county's."), Out("Led by the county."))
    assert found.reason == "We have none. It is the county's; Led by the county."


# Agreed answers


def with_agreed(agreed: Data, *people: Data) -> Standing:
    sheets = [sheet(given, f"r{i}", of=ONE) for i, given in enumerate(people)]
    exercise = assessment(ONE, sheet(agreed, of=ONE, agreed=True), *sheets)
    return score(exercise).standings["d.a"]


def test_an_agreed_answer_sets_the_score() -> None:
    found = with_agreed({"d.a": 1}, {"d.a": 4}, {"d.a": 4}, {"d.a": 4})
    assert found.value == 1
    assert found.agreed


@pytest.mark.parametrize(("agreed", "state"), [("unknown", "unknown"), (NA, "not-applicable")])
def test_agreeing_that_there_is_no_level_counts_too(agreed: object, state: str) -> None:
    assert with_agreed({"d.a": agreed}, {"d.a": 4}).state == state


def test_an_agreed_sheet_without_an_answer_leaves_it_to_the_people() -> None:
    assert with_agreed({"d.a": None}, {"d.a": 4}).value == 4
    assert with_agreed({}, {"d.a": 4}).value == 4


def test_the_people_still_show_beside_an_agreed_answer() -> None:
    people = [sheet({"d.a": given}, f"r{given}", of=ONE) for given in (4, 0)]
    agreed = sheet({"d.a": 1}, of=ONE, agreed=True, role="board")
    found = asked(assessment(ONE, *people, agreed), "d.a")
    assert (found.score, found.agreed, found.lowest, found.highest) == (1, True, 0, 4)
    assert found.tally is not None
    assert found.tally.levels == {"0": 1, "1": 0, "2": 0, "3": 0, "4": 1}
    shown = [(each.respondent, each.level, each.agreed, each.counted) for each in found.answers]
    assert shown == [(None, 1, True, True), ("r0", 0, False, True), ("r4", 4, False, True)]


# Roles and units

ROLES = [{"id": "staff", "title": "Staff"}, {"id": "board", "title": "Board"}]
OF_STAFF = one(level("a", answered_by=["staff"]), roles=ROLES)
ANSWERS = (("staff", "North", 1), ("staff", "South", 2), ("board", "North", 4), (None, "South", 3))
BY_ROLE = assessment(
    OF_STAFF,
    *(
        sheet({"d.a": given}, f"r{given}", of=OF_STAFF, role=role, unit=unit)
        for role, unit, given in ANSWERS
    ),
)


def test_only_asked_roles_count_and_one_without_a_role_does() -> None:
    assert score(BY_ROLE).standings["d.a"].value == 2  # the median of 1, 2 and 3


def test_other_roles_are_shown() -> None:
    found = asked(BY_ROLE, "d.a")
    assert found.tally is not None
    assert (found.tally.answered, found.tally.not_counted) == (3, 1)
    assert [(each.role, each.mean, each.count) for each in found.by_role] == [
        ("board", 4, 1),
        ("staff", 1.5, 2),
    ]
    assert [(each.respondent, each.counted) for each in found.answers] == [
        ("r1", True),
        ("r2", True),
        ("r3", True),
        ("r4", False),
    ]


def test_answers_are_counted_by_unit() -> None:
    found = asked(BY_ROLE, "d.a")
    assert found.tally is not None
    assert [(unit.id, unit.mean) for unit in found.tally.by_unit] == [("North", 1), ("South", 2.5)]


def test_a_role_that_is_asked_and_silent_leaves_the_question_unanswered() -> None:
    found = score(assessment(OF_STAFF, sheet({"d.a": 4}, of=OF_STAFF, role="board")))
    assert found.standings["d.a"].state == "unanswered"
    assert found.tallies["d.a"].not_counted == 1


def test_no_answer_from_another_role_is_not_counted_as_one() -> None:
    given = sheet({"d.a": None}, of=OF_STAFF, role="board")
    assert score(assessment(OF_STAFF, given)).tallies["d.a"].not_counted == 0


def test_an_agreed_answer_counts_whoever_was_in_the_room() -> None:
    given = sheet({"d.a": 4}, of=OF_STAFF, role="board", agreed=True)
    assert score(assessment(OF_STAFF, given)).standings["d.a"].value == 4


# The tally


def test_a_tally_counts_levels_with_zeros_and_those_without_one() -> None:
    tally = scored(ONE, [{"d.a": given} for given in (2, 2, "unknown", NA, None)]).tallies["d.a"]
    assert tally.counts == {0: 0, 1: 0, 2: 2, 3: 0, 4: 0}
    counted = (tally.answered, tally.unknown, tally.not_applicable, tally.unanswered)
    assert counted == (2, 1, 1, 1)


def test_shares_and_straight_numbers_list_what_was_given() -> None:
    of = one(checklist("a", "x y z"), number("b", min=0, max=8))
    tallies = scored(of, [{"d.a": ["x"], "d.b": 1}, {"d.a": ["y"], "d.b": 3}]).tallies
    assert tallies["d.a"].counts == {F(4, 3): 2}  # a third of 4, twice
    assert tallies["d.b"].counts == {F(1, 2): 1, F(3, 2): 1}


def test_a_tally_that_was_counted_elsewhere_scores_the_same() -> None:
    counts = {F(0): 1, F(1): 0, F(2): 0, F(3): 2, F(4): 1}
    found = score(assessment(ONE), {"d.a": Tally(counts)})
    assert d(found).score == 3


def test_an_answer_without_a_level_counts_for_nothing() -> None:
    # No file gives this; a program that builds its own answers can.
    wrong = replace(sheet({}, of=ONE), answers={"d.a": Answer("answered", "in words")})
    tally = score(assessment(ONE, wrong)).tallies["d.a"]
    assert (tally.answered, tally.unanswered) == (0, 0)


def test_a_text_has_answers_and_no_tally() -> None:
    of = one(text("a"), level("b"))
    found = asked(assessment(of, sheet({"d.a": "in words"}, of=of)), "d.a")
    assert (found.state, found.tally, found.score) == ("text", None, None)
    assert found.answers[0].answer == "in words"
