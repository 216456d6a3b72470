from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from maturity.ask.keys import Key, read_key
from maturity.ask.typed import Choice, choices_of, read_answer, what_to_type
from maturity.errors import AnswerError

if TYPE_CHECKING:
    from maturity.model.framework import Framework
    from maturity.model.question_base import AnswerValue


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("people.training", "3", Fraction(3)),
        ("people.training", "2.0", Fraction(2)),
        ("people.owner", "2", "board"),
        ("people.owner", "nobody", "nobody"),
        ("people.checks", "1 3", ("plan", "review")),
        ("people.checks", "3,1", ("plan", "review")),
        ("people.checks", "2, test;2", ("test",)),
        ("people.checks", "none", ()),
        ("people.checks", "0", ()),
        ("people.checks", "ALL", ("plan", "test", "review")),
        ("tools.share", "45", Fraction(45)),
        ("tools.share", "45.5 %", Fraction(91, 2)),
        ("tools.share", "45%", Fraction(45)),
        ("tools.share", "45 percent", Fraction(45)),
        ("tools.backup", "y", "yes"),
        ("tools.backup", "No", "no"),
        ("tools.words", "x marks the spot", "x marks the spot"),
    ],
)
def test_what_is_typed(framework: Framework, name: str, typed: str, value: AnswerValue) -> None:
    assert read_answer(framework.questions[name], typed) == value


@pytest.mark.parametrize(
    ("name", "typed", "message", "hint"),
    [
        ("people.training", "4", "level must be one of 0, 1, 2, 3; found 4", "the nearest is 3"),
        ("people.training", "three", "'three' is no answer here", "Level 0 to 3"),
        ("people.training", "1e3", "'1e3' is no answer here", "Level 0 to 3"),
        ("people.training", "٣", "'٣' is no answer here", "Level 0 to 3"),
        ("people.owner", "3", "'3' is none of the choices", "Number 1, 2"),
        ("people.owner", "bord", "'bord' is none of the choices", "did you mean 'board'?"),
        ("people.checks", "1 4", "'4' is none of the choices", "Number 1 to 3"),
        ("tools.share", "101", "101 percent is above 100", "100 or less"),
        ("tools.share", "-1", "-1 percent is below 0", "0 or more"),
        ("tools.share", "4,5", "'4,5' is no answer here", "2.5"),
        ("tools.backup", "maybe", "yes or no is needed", "write yes or no"),
        ("tools.words", "N/A", "'n/a' alone is no text", "x leaves the question out"),
        ("tools.words", "unknown", "'unknown' alone is no text", "d stands for"),
    ],
)
def test_what_is_no_answer(
    framework: Framework, name: str, typed: str, message: str, hint: str
) -> None:
    with pytest.raises(AnswerError) as raised:
        read_answer(framework.questions[name], typed)
    assert str(raised.value).startswith(message)
    assert hint in raised.value.hint


def test_thousands_may_be_set_apart(framework: Framework) -> None:
    question = framework.questions["tools.share"].model_copy(update={"max": None})
    assert read_answer(question, "1,200") == 1200
    assert read_answer(question, "12 000.5") == Fraction(24001, 2)
    with pytest.raises(AnswerError):
        read_answer(question, "1,20")


@pytest.mark.parametrize(
    ("name", "prompt"),
    [
        ("people.training", "Level 0 to 3"),
        ("people.owner", "Number 1, 2"),
        ("people.checks", "Numbers of all that are there, such as 1 3, or none"),
        ("tools.share", "Number of percent, 0 to 100"),
        ("tools.backup", "yes or no"),
        ("tools.words", "Your words"),
    ],
)
def test_the_prompt_says_what_to_type(framework: Framework, name: str, prompt: str) -> None:
    assert what_to_type(framework.questions[name]) == prompt


@pytest.mark.parametrize(
    ("limits", "prompt"),
    [
        ({"min": None, "max": None}, "Number of percent"),
        ({"min": Fraction(0), "max": None}, "Number of percent, 0 or more"),
        ({"min": None, "max": Fraction(0)}, "Number of percent, 0 or less"),
    ],
)
def test_the_prompt_says_one_limit(
    framework: Framework, limits: dict[str, Fraction | None], prompt: str
) -> None:
    question = framework.questions["tools.share"].model_copy(update={"bands": None, **limits})
    assert what_to_type(question) == prompt


def test_choices_show_the_level_names_and_what_is_chosen(framework: Framework) -> None:
    training = choices_of(framework.questions["people.training"], framework, Fraction(2))
    assert training[0] == Choice("0", "Nobody is.", "Absent")
    assert training[2] == Choice("2", "Most are.", "Developing", is_chosen=True)
    checks = choices_of(framework.questions["people.checks"], framework, ("test",))
    assert [choice.is_chosen for choice in checks] == [False, True, False]
    assert choices_of(framework.questions["tools.share"], framework, None) == []


@pytest.mark.parametrize(
    ("line", "question", "key"),
    [
        ("", "people.training", Key("keep")),
        ("N", "people.training", Key("note")),
        ("n two words", "people.training", Key("note", "two words")),
        ("x", "people.training", Key("leave-out")),
        ("b c", "people.training", Key("answer", "b c")),
        ("Don't know", "people.training", Key("unknown")),
        ("= b", "people.training", Key("answer", "b")),
        ("n", "tools.backup", Key("answer", "n")),
        ("note x", "tools.backup", Key("note", "x")),
        ("n", "tools.words", Key("note")),
        ("nn", "tools.words", Key("notes")),
        ("n nothing else", "tools.words", Key("answer", "n nothing else")),
        ("quit", "tools.words", Key("answer", "quit")),
        ("z", "tools.words", Key("answer", "z")),
        ("/a b", "people.owner", Key("search", "a b")),
        ("/", "people.owner", Key("search")),
    ],
)
def test_keys(framework: Framework, line: str, question: str, key: Key) -> None:
    assert read_key(line, framework.questions[question]) == key
