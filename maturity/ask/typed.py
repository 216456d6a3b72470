"""Asking: how each type of question is put, and how what is typed becomes its answer. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from maturity.errors import AnswerError, nearest
from maturity.model.levels import show
from maturity.model.question import ChoiceQuestion, LevelQuestion, TextQuestion, YesNoQuestion
from maturity.model.question_counted import ChecklistQuestion, NumberQuestion

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from maturity.model.checklist import Item
    from maturity.model.framework import Framework
    from maturity.model.question import Option, Question
    from maturity.model.question_base import AnswerValue

_NUMBER = re.compile(r"-?(\d+|\d{1,3}([, ]\d{3})+)(\.\d+)?", re.ASCII)
_MOST_DIGITS = 15
_NONE, _ALL = {"none", "0", "-"}, {"all"}
_LEFT_OUT = {"not_applicable", "not-applicable", "not applicable", "n/a", "na"}
_SIGNS = {"percent": "%", "pounds": "£"}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be typed, and what it means."""

    key: str
    text: str
    name: str = ""
    """The level's name on the scale; empty where there is none."""
    is_chosen: bool = False
    """Whether the present answer holds it."""


def choices_of(question: Question, framework: Framework, value: AnswerValue | None) -> list[Choice]:
    """Give what to choose from; nothing where a number, a yes or a text is typed."""
    if isinstance(question, LevelQuestion):
        names = {level.level: level.name for level in framework.file.levels}
        return [
            Choice(show(level), text, names.get(level, ""), value == level)
            for level, text in sorted(question.levels.items())
        ]
    if isinstance(question, ChoiceQuestion):
        return _numbered(question.options, (value,))
    if isinstance(question, ChecklistQuestion):
        return _numbered(question.items, value if isinstance(value, tuple) else ())
    if isinstance(question, NumberQuestion | YesNoQuestion | TextQuestion):
        return []
    assert_never(question)


def _numbered(offered: Sequence[Option | Item], chosen: Collection[object]) -> list[Choice]:
    return [
        Choice(str(number), one.label, is_chosen=one.id in chosen)
        for number, one in enumerate(offered, 1)
    ]


def what_to_type(question: Question) -> str:
    """Name what answers a question: `Level 0 to 4`."""
    if isinstance(question, LevelQuestion):
        return f"Level {_span([show(level) for level in sorted(question.levels)])}"
    if isinstance(question, ChoiceQuestion):
        return f"Number {_span([str(n) for n in range(1, len(question.options) + 1)])}"
    if isinstance(question, ChecklistQuestion):
        return "Numbers of all that are there, such as 1 3, or none"
    if isinstance(question, NumberQuestion):
        low, high = question.limits
        if low is not None and high is not None:
            return f"Number of {question.unit}, {show(low)} to {show(high)}"
        limit = f", {show(low)} or more" if low is not None else ""
        limit = f", {show(high)} or less" if high is not None else limit
        return f"Number of {question.unit}{limit}"
    if isinstance(question, TextQuestion):
        return "Your words"
    if isinstance(question, YesNoQuestion):
        return "yes or no"
    assert_never(question)


def _span(keys: Sequence[str]) -> str:
    """Write keys as a range where they follow one another: 0 to 4, else 0, 25, 50."""
    follow = all(key.isdigit() for key in keys) and len(keys) > 2
    if follow and [int(key) for key in keys] == list(range(int(keys[0]), int(keys[-1]) + 1)):
        return f"{keys[0]} to {keys[-1]}"
    return ", ".join(keys)


def read_answer(question: Question, text: str) -> AnswerValue:
    """Read what was typed.

    Raises:
        AnswerError: It is no answer to this question; says what would be one.
    """
    if isinstance(question, LevelQuestion):
        return question.parse(_number(text, what_to_type(question)))
    if isinstance(question, NumberQuestion):
        return question.parse(_number(_without_unit(text, question.unit), what_to_type(question)))
    if isinstance(question, ChoiceQuestion):
        return _chosen(text, [option.id for option in question.options])
    if isinstance(question, ChecklistQuestion):
        return question.parse(_several(text, [item.id for item in question.items]))
    if isinstance(question, TextQuestion):
        return _text(question, text)
    if isinstance(question, YesNoQuestion):
        words = {"y": "yes", "yes": "yes", "n": "no", "no": "no"}
        return question.parse(words.get(text.strip().lower(), text))
    assert_never(question)


def _number(text: str, wanted: str) -> Fraction:
    if not _NUMBER.fullmatch(text) or len(text) > _MOST_DIGITS:
        hint = "write decimals with a point: 2.5" if re.fullmatch(r"\d+,\d{1,2}", text) else ""
        raise AnswerError(f"'{text[:60]}' is no answer here", hint or f"{wanted}; ? shows the keys")
    return Fraction(text.replace(",", "").replace(" ", ""))


def _without_unit(text: str, unit: str) -> str:
    """Leave out the unit, however it is written: 45 %, £1,200, 3 people."""
    rest = text.strip()
    for word in (unit, _SIGNS.get(unit, unit)):
        if rest.lower().endswith(word.lower()):
            rest = rest[: -len(word)].strip()
        rest = rest.removeprefix(word).strip()
    return rest


def _chosen(text: str, ids: list[str]) -> str:
    """Take an option's number, or its id."""
    word = text.strip()
    if word in ids:
        return word
    if word.isdecimal() and word.isascii() and len(word) < 6 and 1 <= int(word) <= len(ids):
        return ids[int(word) - 1]
    hint = f"Number {_span([str(n) for n in range(1, len(ids) + 1)])}; ? shows the keys"
    if word.isascii() and word.replace("-", "").isalpha() and len(word) > 2:
        hint = f"{hint}; by id, {nearest(word, ids)}"
    raise AnswerError(f"'{word[:60]}' is none of the choices", hint)


def _several(text: str, ids: list[str]) -> list[str]:
    """Take numbers or ids of items with blanks or commas between them, `none` or `all`."""
    word = text.strip().lower()
    if word in _NONE:
        return []
    if word in _ALL:
        return list(ids)
    found = [_chosen(part, ids) for part in re.split(r"[\s,;]+", text.strip()) if part]
    return list(dict.fromkeys(found))


def _text(question: TextQuestion, text: str) -> AnswerValue:
    """Take a text that a file would not read as something else."""
    word = text.strip().lower()
    if word in _LEFT_OUT:
        raise AnswerError(f"'{word}' alone is no text", "x leaves the question out, with a reason")
    if word == "unknown":
        raise AnswerError("'unknown' alone is no text", "d stands for don't know")
    return question.parse(text)
