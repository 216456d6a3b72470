"""Plain numbers of a Result become the exact ones that they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score.builders import F

from maturity.errors import MaturityError
from maturity.explain.exact import known, read_exact
from maturity.model.levels import as_number, from_number


@pytest.mark.parametrize(
    ("plain", "exact"),
    [(2, F(2)), (2.25, F(9, 4)), (1 / 3, F(1, 3)), (0.1, F(1, 10)), (-8 / 3, F(-8, 3))],
)
def test_an_exact_number_comes_back(plain: float, exact: F) -> None:
    assert from_number(plain) == exact


def test_a_long_decimal_is_taken_as_it_is_written() -> None:
    assert from_number(0.123456789) == F(123456789, 10**9)


@given(st.fractions(-1000, 1000, max_denominator=10_000))
def test_every_short_fraction_survives_being_a_plain_number(exact: F) -> None:
    assert from_number(as_number(exact)) == exact


@given(st.decimals(0, 1000, places=6))
def test_every_short_decimal_survives_being_a_plain_number(decimal: F) -> None:
    assert from_number(as_number(F(decimal))) == F(decimal)


def test_text_is_read_exactly() -> None:
    assert read_exact("9/4") == F(9, 4)
    assert read_exact("-2.5") == F(-5, 2)
    assert known(None) is None
    assert known("1/3") == F(1, 3)
    assert read_exact("4e-06") == F(4, 10**6)


@pytest.mark.parametrize("text", ["", "a", "1/0", "1e999999", "nan", "٣", "1/2/3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(MaturityError, match="where a number is needed"):
        read_exact(text)
