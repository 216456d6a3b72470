"""What numbers read like; every expectation worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.words.numbers import (
    amount_text,
    days_text,
    gap_text,
    half_up,
    month_numbers,
    percent_text,
    plain,
    pounds_text,
    range_text,
    score_text,
    signed_text,
    target_text,
    whole_years,
)

LEVELS = (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("9/4", "2.3"), (2.24, "2.2"), ("74/25", "2.9"), (3, "3.0"), (0.96, "0.9"), (None, "–")],
)
def test_a_score_never_shows_a_level_it_does_not_reach(value: float | str, shown: str) -> None:
    assert score_text(value, LEVELS) == shown


def test_a_score_never_shows_a_target_it_does_not_reach() -> None:
    assert score_text(2.48, (*LEVELS, 2.5)) == "2.4"
    assert score_text(2.48, LEVELS) == "2.5"


@pytest.mark.parametrize(
    ("target", "score", "reached", "shown"),
    [
        (3, "2.1", False, "3"),
        (2.75, "2.7", False, "2.75"),
        (2.5333333333333332, "2.5", False, "2.6"),
        (2.5333333333333332, "2.5", True, "2.5"),
        (2.5833333333333335, "2.5", False, "2.6"),
        (2.5833333333333335, "–", False, "2.6"),
        (None, "2.5", False, "–"),
    ],
)
def test_a_target_reads_above_a_score_that_does_not_reach_it(
    target: float | None, score: str, reached: bool, shown: str
) -> None:
    assert target_text(target, score, reached=reached) == shown


@given(st.fractions(0, 4), st.fractions(0, 4))
def test_score_target_and_gap_never_contradict_each_other(
    score: Fraction, target: Fraction
) -> None:
    gap = max(target - score, Fraction(0))
    shown = score_text(str(score), (float(target),) if gap else ())
    goal = target_text(float(target), shown, reached=not gap)
    if gap:
        assert float(shown) < float(goal)
        assert gap_text(float(gap)) != "0.0"
    elif target * 100 == int(target * 100):
        assert half_up(score) >= half_up(target)


@pytest.mark.parametrize(
    ("value", "gap", "amount", "signed"),
    [
        (0, "0.0", "0", "0"),
        (0.25, "0.3", "0.3", "+0.3"),
        (0.1, "0.1", "0.1", "+0.1"),
        (0.016, "0.1", "0.02", "+0.02"),
        (0.001, "0.1", "0.01", "+0.01"),
        (0.0996, "0.1", "0.10", "+0.10"),
    ],
)
def test_small_amounts_do_not_vanish(value: float, gap: str, amount: str, signed: str) -> None:
    assert (gap_text(value), amount_text(value), signed_text(value)) == (gap, amount, signed)


def test_a_fall_has_a_minus() -> None:
    assert signed_text(-0.25) == "−0.3"


def test_missing_numbers_are_a_dash() -> None:
    missing = (gap_text, amount_text, signed_text, percent_text, plain)
    assert [show(None) for show in missing] == ["–"] * 5
    assert range_text(None, 3, LEVELS) == "–"


def test_ranges() -> None:
    assert range_text(1.8, 2.96, LEVELS) == "1.8–2.9"
    assert range_text(2, 2, LEVELS) == "2.0"
    assert range_text(2.01, 2.04, LEVELS) == "2.0–2.0"


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, "0%"), (1, "100%"), (0.996, "99%"), (0.001, "1%"), (0.125, "13%"), (0.6, "60%")],
)
def test_only_all_is_a_hundred_per_cent(share: float, shown: str) -> None:
    assert percent_text(share) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(3, "3"), (2.50, "2.5"), (1_200_000, "1,200,000"), (1e6, "1,000,000")]
)
def test_stated_numbers_keep_their_digits(value: float, shown: str) -> None:
    assert plain(value) == shown


def test_effort_cost_and_time() -> None:
    assert days_text(1, 1) == "1 day"
    assert days_text(20, 20) == "20 days"
    assert days_text(10, 40) == "10–40 days"
    assert pounds_text(4500, 18000) == "£4,500–£18,000"
    assert pounds_text(9000, 9000) == "£9,000"


@pytest.mark.parametrize(
    ("start", "finish", "first", "last"),
    [
        (0, 2, 1, 2),
        (0, 3, 1, 3),
        (0, 3.125, 1, 4),
        (2, 3, 3, 3),
        (2.55, 3.04, 3, 4),
        (0, 0.2, 1, 1),
        (11, 12.01, 12, 13),
        (2, 2, 3, 3),
    ],
)
def test_months_are_whole_and_rounded_outward(
    start: float, finish: float, first: int, last: int
) -> None:
    assert month_numbers(start, finish) == (first, last)


@pytest.mark.parametrize(("months", "years"), [(24, 2), (29, 2), (30, 3), (45, 4), (131, 11)])
def test_far_months_are_counted_in_years(months: int, years: int) -> None:
    assert whole_years(months) == years
