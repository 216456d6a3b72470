"""How wide texts are taken to be, and how they are cut to their room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.render.charts.lettering import block, block_height, cut, text_width, wrapped
from maturity.render.words.clean import clean

WORDS = st.text(alphabet="ab WM日é.i-", max_size=60)


def test_widths_by_hand() -> None:
    # At height 13: n is 0.58 of it, i 0.33, M 0.96, N 0.76, and a wide sign 1.05.
    assert text_width("n", "row-name") == pytest.approx(7.54)
    assert text_width("iM N", "row-name") == pytest.approx(13 * (0.33 + 0.96 + 0.33 + 0.76))
    assert text_width("日", "row-name") == pytest.approx(13.65)
    assert text_width("e\u0301", "row-name") == text_width("e", "row-name")
    # Bold letters are wider, larger ones in proportion.
    assert text_width("n", "band-name") == pytest.approx(7.54 * 1.08)
    assert text_width("n", "label") == pytest.approx(8.7)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Security", ["Security"]),
        # 19 letters of 8.7 and two narrow ones fit into 176, the next word does not.
        ("Legacy systems and technology", ["Legacy systems and", "technology"]),
        ("", ["–"]),
        ("x" * 60, ["x" * 20, "x" * 19 + "…"]),
        ("one " * 20, ["one one one one one", "one one one one one…"]),
        ("日本語" * 8, ["日本語日本語日本語日本", "語日本語日本語日本語…"]),
    ],
)
def test_titles_are_wrapped_to_two_lines(title: str, lines: list[str]) -> None:
    assert wrapped(title, "label", 176) == lines


def test_a_text_is_cut_at_a_word_unless_that_loses_much() -> None:
    assert cut("Short", "row-name", 100) == "Short"
    assert cut("Restore a whole system", "row-name", 110) == "Restore a…"
    assert cut("Restore everything", "row-name", 100) == "Restore everyt…"


@given(WORDS, st.integers(40, 200), st.integers(1, 3))
def test_no_line_is_wider_than_its_room(words: str, room: int, most: int) -> None:
    lines = wrapped(words, "label", room, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(one, "label") <= room for one in lines)
    whole = clean(words).replace(" ", "")
    shown = "".join(lines).replace(" ", "").removesuffix("…")
    assert whole.startswith(shown) or not whole


def test_lines_stand_around_their_middle() -> None:
    assert block_height(["one", "two"], "label") == 36
    shapes = list(block("label", 5, 100, ["one", "two"], "end"))
    assert [(one.text, dict(one.attributes)["y"]) for one in shapes] == [
        # Lines are 18 apart; letters of 15 stand 5.25 under their middle.
        ("one", "96.2"),
        ("two", "114.2"),
    ]
    assert {one.anchor for one in shapes} == {"end"}
