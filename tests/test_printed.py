"""Texts on a terminal and in a build log: harmless, and as wide as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.printed import columns_of, cut, inert, printable, underlined


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("a\n  ::error file=b::x", "a\n  : :error file=b::x"),
        ("##[add-mask]x", "## [add-mask]x"),
        ("a ##[x] ##[y]", "a ## [x] ## [y]"),
        ("a::b, std::vector", "a::b, std::vector"),
        ("### [x]", "### [x]"),
    ],
)
def test_a_build_log_takes_nothing_for_a_command(text: str, shown: str) -> None:
    assert inert(text) == shown


@given(st.text(alphabet=" \n:#[]ax", max_size=40))
def test_no_text_stays_a_command(text: str) -> None:
    lines = inert(text).split("\n")
    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    assert inert(text).replace(" ", "") == text.replace(" ", "")


def test_nothing_acts_on_a_terminal() -> None:
    assert printable("a\x1b[31m\x9b\u202e\u200f\u061cb\tc\n") == "a[31mb\tc\n"
    assert printable("\x07x", "?") == "?x"


def test_letters_have_their_width() -> None:
    assert [columns_of(text) for text in ("ab", "日本", "e\u0301", "")] == [2, 4, 1, 0]


@given(
    st.text(alphabet="a日e\u0301 ", min_size=1, max_size=60), st.integers(0, 60), st.integers(8, 40)
)
def test_what_is_cut_fits_and_holds_its_place(text: str, index: int, room: int) -> None:
    shown, at = cut(text, index, room)
    assert columns_of(shown) <= room
    if index < len(text):
        assert shown[at] == text[index]


def test_marks_stand_under_the_place() -> None:
    assert underlined("a: no", 3, 2, 80) == ("a: no", "   ^^")
    assert underlined("  ", 0, 1, 80) is None
