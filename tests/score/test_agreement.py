"""Van der Eijk's agreement A, worked by hand layer by layer."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score.builders import (
    NA,
    Data,
    F,
    answered,
    asked,
    checklist,
    choice,
    level,
    number,
    one,
    scored,
)

from maturity.score.agreement import agreement
from maturity.score.lists import disagreements


def of(*heights: int) -> F | None:
    return agreement({F(at): height for at, height in enumerate(heights)})


@pytest.mark.parametrize(
    ("heights", "value"),
    [
        ((0, 0, 5, 0, 0), 1),  # unanimous
        ((7, 0, 0), 1),
        ((3, 3, 3, 3, 3), 0),  # uniform: one layer over all levels, 1 - (5 - 1)/(5 - 1)
        ((1, 1, 1), 0),
        ((4, 0, 0, 0, 4), -1),  # two camps at the ends
        ((2, 0, 2), -1),
        # Two neighbours: one peak (U = 1), width 2 of 5: 1 - 1/4.
        ((0, 5, 5, 0, 0), F(3, 4)),
        ((0, 0, 0, 5, 5), F(3, 4)),
        # 01010: any three levels in order count, so 110 is there once (levels 2, 4, 5), 011 once
        # (1, 2, 4) and 101 once: U = (3·2 - 4·1) / (3·3) = 2/9, times 3/4.
        ((0, 5, 0, 5, 0), F(1, 6)),
        # 01110: triples 110 or 011 are three on each side, U = 1; width 3 of 5: 1 - 2/4.
        ((0, 2, 2, 2, 0), F(1, 2)),
        # Layers 01110 (A 1/2, three answers) and 00100 (A 1, one answer): (3/2 + 1) / 4.
        ((0, 1, 2, 1, 0), F(5, 8)),
        # Layers 111 (A 0, three answers) and 001 (A 1, one answer): 1/4.
        ((1, 1, 2), F(1, 4)),
        # 1101: 110 once, 011 never, 101 twice. U = (2·1 - 3·2) / (2·3) = -2/3, times 1 - 2/3.
        ((1, 1, 0, 1), F(-2, 9)),
    ],
)
def test_agreement(heights: tuple[int, ...], value: F) -> None:
    assert of(*heights) == value


@pytest.mark.parametrize("heights", [(), (0, 0, 0), (1, 1, 0), (0, 2, 0, 0), (5, 5), (9,), (0, 3)])
def test_too_few_respondents_or_levels_have_none(heights: tuple[int, ...]) -> None:
    assert of(*heights) is None


def test_three_respondents_and_three_levels_are_enough() -> None:
    assert of(3, 0, 0) == 1


heights_of_five = st.lists(st.integers(0, 6), min_size=3, max_size=7).filter(lambda h: sum(h) > 2)


@given(heights_of_five, st.integers(2, 9))
def test_agreement_lies_between_two_camps_and_one_mind(heights: list[int], times: int) -> None:
    value = of(*heights)
    assert value is not None
    assert -1 <= value <= 1
    assert of(*reversed(heights)) == value
    assert of(*(times * height for height in heights)) == value


def test_the_order_of_counts_does_not_matter() -> None:
    counts = [(F(0), 1), (F(1), 0), (F(2), 4), (F(3), 2)]
    values = {agreement(dict(order)) for order in permutations(counts)}
    assert len(values) == 1


# In a Result


def found(question: Data, *answers: object) -> float | None:
    exercise = answered(one(question), [{"d.a": each} for each in answers])
    return asked(exercise, "d.a").agreement


def test_every_level_that_the_question_can_give_counts_zeros_included() -> None:
    assert found(level("a"), 0, 0, 4, 4) == -1
    assert found(level("a", 0, 1, 4), 0, 0, 4, 4) == -1
    assert found(level("a"), 0, 0, 1, 1) == 0.75
    assert found(level("a", 0, 1, 4), 0, 0, 1, 1) == 0.5  # width 2 of 3: 1 - 1/2
    assert found(level("a", 0, 1), 0, 0, 1, 1) is None


def test_only_those_who_gave_a_level_are_compared() -> None:
    assert found(level("a"), 2, 2, 2, "unknown", NA) == 1
    assert found(level("a"), 2, 2, "unknown", "unknown") is None


def test_any_listed_question_has_an_agreement() -> None:
    assert found(choice("a", {"x": 0, "y": F(3, 2), "z": 4}), "x", "z", "x", "z") == -1
    assert found(checklist("a", "x y", count={0: 0, 2: 1, 4: 2}), [], [], []) == 1
    assert found(number("a", bands={0: 0, 1: 10, 2: 40}), 5, 12, 50) == 0


def test_shares_and_straight_numbers_have_none() -> None:
    assert found(checklist("a", "x y"), ["x"], ["x"], ["x"]) is None
    assert found(number("a", min=0, max=4), 1, 1, 1) is None


# Disagreements


def test_disagreements_are_listed_least_agreement_first() -> None:
    framework = one(level("a"), level("b"), level("c"), level("e"), level("f"))
    # a: uniform over five, 0. b: two camps, -1. c: unanimous. e: neighbours, 3/4. f: nothing.
    people: list[Data] = [
        {"d.a": 0, "d.b": 0, "d.c": 2, "d.e": 1, "d.f": NA},
        {"d.a": 1, "d.b": 4, "d.c": 2, "d.e": 2, "d.f": NA},
        {"d.a": 2, "d.b": 0, "d.c": 2, "d.e": 1, "d.f": NA},
        {"d.a": 3, "d.b": 4, "d.c": 2, "d.e": 2, "d.f": NA},
        {"d.a": 4, "d.b": None, "d.c": 2, "d.e": None, "d.f": NA},
    ]
    exercise = answered(framework, people)
    listed = disagreements(exercise, scored(framework, people))
    assert [(each.question, each.agreement) for each in listed] == [("d.b", -1), ("d.a", 0)]
    assert [(each.lowest, each.highest) for each in listed] == [(0, 4), (0, 4)]


def test_what_is_not_asked_here_is_no_disagreement() -> None:
    framework = one(
        level("a"),
        level("b"),
        profiles=[{"id": "p", "title": "P", "leave_out": ["d.b"]}],
    )
    people = [{"d.a": 2, "d.b": given} for given in (0, 4, 0, 4)]
    exercise = answered(framework, people, profile="p")
    assert disagreements(exercise, scored(framework, people, profile="p")) == ()
