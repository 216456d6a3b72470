from __future__ import annotations

import io

import pytest

from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points
from maturity.render.screen.terminal import Look, draw, look_of

TABLE = Columns(
    ("Dimension", "Score", "Level", "Gap"),
    (("Digital skills", "2.0", "Developing", "0.5"), ("Data", "10.0", "", "")),
    frozenset({1, 3}),
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_columns() -> None:
    assert draw([TABLE], Look()).splitlines() == [
        "Dimension       Score  Level       Gap",
        "Digital skills    2.0  Developing  0.5",
        "Data             10.0",
    ]


def test_a_name_is_wrapped_before_anything_else() -> None:
    assert draw([TABLE], Look(width=33)).splitlines() == [
        "Dimension  Score  Level       Gap",
        "Digital      2.0  Developing  0.5",
        "skills",
        "Data        10.0",
    ]


STACKED = [
    "Digital skills",
    "  score 2.0, level Developing, gap 0.5",
    "Data",
    "  score 10.0",
]


def test_the_widest_column_gives_way() -> None:
    table = Columns(("A", "B"), (("one two", "one two three"), ("", "")))
    assert draw([table], Look(width=20)).splitlines()[:2] == [
        "A        B",
        "one two  one two",
    ]


def test_a_table_that_does_not_fit_is_read_out() -> None:
    assert draw([TABLE], Look(width=30)).splitlines() == [
        "Digital skills",
        "  score 2.0, level Developing,",
        "  gap 0.5",
        "Data",
        "  score 10.0",
    ]


def test_a_table_is_read_out_on_request() -> None:
    assert draw([TABLE], Look(stacked=True)).splitlines() == STACKED


def test_blocks_stand_apart_but_a_heading_holds_to_what_follows() -> None:
    blocks: list[Block] = [
        Paragraph("First."),
        Heading("Limits"),
        Points(("one two three four five", "six")),
        Paragraph("Last."),
    ]
    assert draw(blocks, Look(width=20)).splitlines() == [
        "First.",
        "",
        "Limits",
        "- one two three four",
        "  five",
        "- six",
        "",
        "Last.",
    ]


def test_prose_is_no_wider_than_it_can_be_read() -> None:
    words = Paragraph("word " * 40)
    for block in (words, Points(("word " * 40,))):
        lines = draw([block], Look(width=200)).splitlines()
        assert 80 < max(map(len, lines)) <= 88


def test_plain_output_has_neither_escape_codes_nor_lines() -> None:
    plain = draw([Heading("A"), TABLE], Look())
    assert "\x1b" not in plain
    assert "─" not in plain


def test_styled_output_is_the_same_words_with_a_line_and_bold_headers() -> None:
    styled = draw([Heading("A"), TABLE], Look(styled=True))
    assert styled.startswith("\x1b[1mA\x1b[0m\n")
    assert "──────────────" in styled
    assert "\x1b[3" not in styled, "there is no colour that some could not see"


@pytest.mark.parametrize("styled", [True, False])
def test_nobodys_text_acts_on_the_terminal_or_is_taken_for_markup(styled: bool) -> None:
    hostile = "[red]x[/red] :smile: \x1b[2J\x07\x9b1m\r\u202ey\nz"
    blocks: list[Block] = [
        Heading(hostile),
        Paragraph(hostile),
        Points((hostile,)),
        Columns((hostile, "b"), ((hostile, hostile),)),
    ]
    for stacked in (True, False):
        drawn = draw(blocks, Look(width=200, styled=styled, stacked=stacked))
        for code in ("\x1b[1m", "\x1b[0m"):
            drawn = drawn.replace(code, "")
        assert not set(drawn) & set("\x1b\x07\x9b\r\u202e")
        assert "[red]x[/red] :smile: [2J" in drawn
        assert "y z" in drawn


def test_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert look_of(Terminal(), {"TERM": "xterm"}) == Look(40, styled=True)
    assert look_of(Terminal(), {"TERM": "dumb"}) == Look(40)
    assert look_of(Terminal(), {"NO_COLOR": "1"}) == Look(40)
    assert look_of(Terminal(), {"NO_COLOR": ""}) == Look(40, styled=True)
    assert look_of(Terminal(), {"ACCESSIBLE": "1"}) == Look(40, styled=True, stacked=True)
    assert look_of(io.StringIO(), {"FORCE_COLOR": "1", "GITHUB_ACTIONS": "1"}) == Look(40)
    assert look_of(None, {}) == Look(40)


@pytest.mark.parametrize(("columns", "width"), [("3", 20), ("0", 80), ("wide", 80), ("120", 120)])
def test_any_number_of_columns(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.__stdout__", None)  # else it is the terminal that runs the tests
    assert look_of(None, {}).width == width
