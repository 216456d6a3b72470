"""Sums written out, against sums worked by hand."""

from __future__ import annotations

import pytest
from explain.hand import result, values
from hypothesis import given
from hypothesis import strategies as st
from score.builders import F

from maturity.explain.arithmetic import (
    decimals,
    less_line,
    mean_line,
    part_line,
    pick_line,
    sum_line,
)

WEIGHTS = st.fractions(F(1, 10), 10, max_denominator=10)
NUMBERS = st.fractions(-5, 5, max_denominator=30)
WEIGHTED = st.lists(st.tuples(WEIGHTS, NUMBERS), min_size=1, max_size=6)


def test_a_mean() -> None:
    line = mean_line([(F(2), F(1)), (F(1), F(3)), (F(1), F(4))])
    assert line == "(2 × 1 + 3 + 4) / 4 = 9 / 4 = 2.25"


def test_a_fraction_gets_its_first_decimals() -> None:
    assert mean_line([(F(1), F(1)), (F(2), F(2))]) == "(1 + 2 × 2) / 3 = 5 / 3 = 5/3, about 1.6667"


def test_fractions_stand_in_brackets_where_they_are_divided() -> None:
    line = mean_line([(F(1, 3), F(1)), (F(1, 3), F(2))])
    assert line == "(1/3 × 1 + 1/3 × 2) / (2/3) = 1 / (2/3) = 1.5"


def test_nothing_is_said_twice() -> None:
    assert mean_line([(F(1), F(3))]) == "3"
    assert mean_line([(F(2), F(3))]) == "(2 × 3) / 2 = 6 / 2 = 3"
    assert sum_line([(F(1), F(3))]) == "3"


def test_other_lines() -> None:
    assert sum_line([(F(3, 2), F(2)), (F(1), F(1))]) == "1.5 × 2 + 1 = 4"
    assert pick_line("min", [F(3), F(1), F(4)], F(1)) == "min(3, 1, 4) = 1"
    assert less_line(F(3), F(9, 4)) == "3 - 2.25 = 0.75"
    assert less_line(F(3), F(-1)) == "3 - (-1) = 4"
    assert part_line(F(27, 2), F(31, 2)) == "13.5 / 15.5 = 27/31, about 0.8710"


@pytest.mark.parametrize(
    ("exact", "shown"),
    [(F(41, 27), "1.5185"), (F(1, 20_000), "0.0001"), (F(-1, 3), "-0.3333"), (F(2), "2.0000")],
)
def test_decimals(exact: F, shown: str) -> None:
    assert decimals(exact) == shown


@given(WEIGHTED)
def test_every_mean_can_be_done_again(pairs: list[tuple[F, F]]) -> None:
    total = sum(weight for weight, _ in pairs)
    assert result(mean_line(pairs)) == sum(weight * value for weight, value in pairs) / total


@given(WEIGHTED)
def test_every_sum_can_be_done_again(pairs: list[tuple[F, F]]) -> None:
    assert result(sum_line(pairs)) == sum(weight * value for weight, value in pairs)


@given(NUMBERS, NUMBERS)
def test_every_difference_can_be_done_again(first: F, second: F) -> None:
    assert result(less_line(first, second)) == first - second


def test_the_hand_finds_a_wrong_line() -> None:
    assert values("(1 + 2) / 2 = 1.4") == [F(3, 2), F(7, 5)]
    with pytest.raises(AssertionError):
        result("median of 1, 2 = 2")
    with pytest.raises(AssertionError):
        result("5/3, about 1.6")
