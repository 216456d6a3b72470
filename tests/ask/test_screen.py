from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from ask.asking import session_of

from maturity.ask.layout import Look, heading, wrap
from maturity.ask.progress import Pace, progress_of
from maturity.ask.screen import help_lines, list_lines, prompt_for, question_lines
from maturity.ask.steps import Moved
from maturity.model.answers import Answer, Evidence
from maturity.printed import columns_of

if TYPE_CHECKING:
    from maturity.model.framework import Framework

ANSWER = Answer("answered", Fraction(1), note="Bo disagrees", evidence=(Evidence(title="Report"),))


def look(columns: int = 80, *, plain: bool = False, styled: bool = False) -> Look:
    return Look(lambda: columns, styled, plain)


def test_a_question_at_eighty_columns(framework: Framework) -> None:
    step = session_of(framework, {"people.training": ANSWER}).take("b")
    assert isinstance(step, Moved)
    session = step.session
    pace = Pace().and_one(60).and_one(60).and_one(60)
    assert question_lines(session, pace, look()) == [
        "",
        "People, question 1 of 3                        1 of 7 answered, about 6 min left",
        "",
        "people.training",
        "Are staff trained every year?",
        "",
        "  0  Absent       Nobody is.",
        "* 1  Ad hoc       Some are, on their own initiative, in a few of the teams that",
        "                  asked for it first.",
        "  2  Developing   Most are.",
        "  3  Established  All are.",
        "",
        "Current answer: 1 Ad hoc; note: Bo disagrees; 1 piece of evidence.",
    ]
    assert prompt_for(session, look(), is_first=True) == ("Level 0 to 3, Enter keeps it, ? help > ")


def test_a_question_read_aloud(framework: Framework) -> None:
    session = replace(session_of(framework, {"people.training": ANSWER}), at=0)
    assert question_lines(session, Pace(), look(plain=True)) == [
        "",
        "Question 1 of 7. People, 1 of 3.",
        "1 of 7 answered.",
        "people.training.",
        "Are staff trained every year?",
        "0. Absent. Nobody is.",
        "1. Ad hoc. Some are, on their own initiative, in a few of the teams that asked for it "
        "first. Chosen now.",
        "2. Developing. Most are.",
        "3. Established. All are.",
        "Current answer: 1 Ad hoc; note: Bo disagrees; 1 piece of evidence.",
    ]
    assert prompt_for(session, look(plain=True), is_first=True) == "Level 0 to 3 (? for help): "
    assert prompt_for(session, look(plain=True), is_first=False) == "Level 0 to 3: "


@pytest.mark.parametrize("columns", [20, 40, 64, 80, 120, 300])
def test_no_line_is_wider_than_the_terminal(framework: Framework, columns: int) -> None:
    session = replace(session_of(framework, {"people.training": ANSWER}), at=0)
    narrow = look(columns)
    lines = question_lines(session, Pace(), narrow) + help_lines(session, narrow)
    lines += list_lines(session, session.open_ids, "Open", narrow)[2:]
    assert max(map(columns_of, lines)) <= min(columns, 100)
    said = " ".join(" ".join(lines).split())
    assert "in a few of the teams that asked for it first." in said or columns < 64
    assert "Level 0 or below holds people at 1 at most" in said


def test_only_bold_and_dim_are_sent(framework: Framework) -> None:
    lines = question_lines(session_of(framework), Pace(), look(styled=True))
    bare = question_lines(session_of(framework), Pace(), look())
    for code in ("\x1b[1m", "\x1b[2m", "\x1b[22m"):
        assert any(code in line for line in lines)
        lines = [line.replace(code, "") for line in lines]
    assert lines == bare


def test_progress_counts_the_dimension_and_everything(framework: Framework) -> None:
    session = session_of(framework, {"people.owner": Answer("unknown")})
    progress = progress_of(replace(session, at=3, skipped=frozenset({"people.checks"})))
    assert (progress.dimension, progress.place, progress.of) == ("Tools", 1, 4)
    assert (progress.answered, progress.total, progress.skipped) == (1, 7, 1)
    assert progress.number == 4


def test_the_pace() -> None:
    pace = Pace().and_one(30).and_one(30)
    assert pace.minutes_for(10) is None, "two answers say nothing yet"
    pace = pace.and_one(30).and_one(30)
    assert pace.minutes_for(5) == 3, "150 seconds"
    assert pace.minutes_for(0) is None
    assert Pace().and_one(9e9).and_one(0).and_one(-5).seconds == 600


def test_a_heading_that_does_not_fit_takes_two_lines() -> None:
    assert heading("left", "right", look(20)) == ["left" + " " * 11 + "right"]
    assert heading("left and more", "right", look(20)) == ["left and more  right"]
    assert heading("left and more.", "right", look(20)) == ["left and more.", "right"]


def test_words_that_are_too_long_are_broken() -> None:
    assert wrap("a " + "b" * 30, 20) == ["a " + "b" * 18, "b" * 12]
    assert columns_of("日本") == 4
