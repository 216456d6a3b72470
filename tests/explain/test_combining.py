"""Several answers to one level, written out, against the scoring stage and by hand."""

from __future__ import annotations

import pytest
from explain.hand import result
from hypothesis import given
from hypothesis import strategies as st
from score.builders import F

from maturity.explain.combining import WAYS, agreement_of, combine_line, counts_of
from maturity.score.agreement import agreement
from maturity.score.combine import combine

COUNTS = st.lists(st.integers(0, 40), min_size=3, max_size=6).map(
    lambda heights: {F(level, 2): count for level, count in enumerate(heights)}
)


@pytest.mark.parametrize(
    ("way", "line"),
    [
        ("median", "median of 1, 2, 4, 4 = (2 + 4) / 2 = 3"),
        ("mean", "mean of 1, 2, 4, 4 = (1 + 2 + 2 × 4) / 4 = 2.75"),
        ("min", "min of 1, 2, 4, 4 = 1"),
        ("max", "max of 1, 2, 4, 4 = 4"),
    ],
)
def test_four_answers(way: str, line: str) -> None:
    assert combine_line(counts_of({"0": 0, "1": 1, "2": 1, "3": 0, "4": 2}), way) == line


def test_the_middle_of_an_odd_number_needs_no_sum() -> None:
    assert combine_line(counts_of({"1": 1, "2": 1, "4": 1}), "median") == "median of 1, 2, 4 = 2"


def test_many_answers_are_counted() -> None:
    line = combine_line(counts_of({"0": 0, "1": 30, "2": 31}), "median")
    assert line == "median of 30 × level 1, 31 × level 2 = 2"


def test_no_answers_no_line() -> None:
    assert combine_line(counts_of({"0": 0, "1": 0}), "median") == ""


def test_levels_are_in_order_whatever_the_text() -> None:
    assert list(counts_of({"10": 1, "2": 1, "1/3": 1})) == [F(1, 3), F(2), F(10)]


@given(COUNTS, st.sampled_from(list(WAYS)))
def test_every_combination_can_be_done_again(counts: dict[F, int], way: str) -> None:
    level = combine(counts, WAYS[way])
    line = combine_line(counts, way)
    assert (result(line) if line else None) == level


def test_agreement_layer_by_layer() -> None:
    found = agreement_of({F(0): 0, F(1): 1, F(2): 2, F(3): 1, F(4): 0})
    assert found is not None
    # Three answers over three of five levels: 1 - 2/4; one on a single level: 1.
    assert found.arithmetic == "(3 × 0.5 + 1 × 1) / 4 = 0.625"
    assert (found.exact, found.value, found.meaning) == ("5/8", 0.625, "much alike")


@pytest.mark.parametrize(
    ("heights", "meaning"),
    [
        ((0, 3, 0, 0, 0), "all alike"),
        ((2, 2, 2, 2, 2), "spread evenly"),
        ((3, 0, 0, 0, 3), "in two camps"),
        ((1, 1, 1, 1, 0), "far apart"),
    ],
)
def test_what_an_agreement_means(heights: tuple[int, ...], meaning: str) -> None:
    found = agreement_of({F(level): count for level, count in enumerate(heights)})
    assert found is not None
    assert found.meaning == meaning


@given(COUNTS)
def test_every_agreement_can_be_done_again(counts: dict[F, int]) -> None:
    found, value = agreement_of(counts), agreement(counts)
    if found is None:
        assert value is None
    else:
        assert result(found.arithmetic) == value == F(found.exact)
