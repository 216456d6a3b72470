"""Asking: a few things before the questions, one after the other, with a way back."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.ask.layout import choice_lines, paragraph, title
from maturity.ask.typed import Choice
from maturity.errors import AnswerError, nearest
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maturity.ask.terminal import Dialogue
    from maturity.model.condition import FactValue
    from maturity.model.shared import Fact

BACK, QUIT = ("b", "back"), ("q", "quit")
MOST_NAME = 200


@dataclass(frozen=True, slots=True)
class Field:
    """Something to be known; its value is a text, a number, or None where it stays open."""

    name: str
    ask: str
    prompt: str
    read: Callable[[str], FactValue | None]
    """Reads what was typed; raises AnswerError."""
    choices: tuple[Choice, ...] = ()
    now: str = ""
    """What the value is, for a person; Enter keeps it."""
    is_needed: bool = False
    """Whether Enter alone is no answer."""


def ask_fields(
    fields: Sequence[Field],
    dialogue: Dialogue,
    done: Callable[[str, FactValue | None], None] | None = None,
) -> dict[str, FactValue | None]:
    """Ask for each; `b` goes back to the one before, `q` ends.

    Args:
        fields: What to ask, in order.
        dialogue: Who is asked.
        done: Called with each value as soon as it is given.

    Returns:
        The values that were given; what Enter kept is not among them.

    Raises:
        EOFError: The person does not want to go on.
    """
    given: dict[str, FactValue | None] = {}
    at = 0
    while at < len(fields):
        field = fields[at]
        dialogue.show(_field_lines(field, dialogue))
        text = _typed(field, dialogue)
        if text.lower() in BACK:
            at = max(0, at - 1)
            continue
        if text.lower() in QUIT:
            raise EOFError
        if text or not field.now:
            given[field.name] = field.read(text) if text else None
            if done is not None:
                done(field.name, given[field.name])
        at += 1
    return given


def _field_lines(field: Field, dialogue: Dialogue) -> list[str]:
    look = dialogue.look
    lines = ["", *title(field.ask, look)]
    lines += choice_lines(field.choices, look)
    return [*lines, *(paragraph(f"Now: {field.now}.", look) if field.now else [])]


def _typed(field: Field, dialogue: Dialogue) -> str:
    """Ask until what is typed can be read, or is nothing where that is allowed."""
    while True:
        text = dialogue.ask(f"{field.prompt}: ").strip()
        if text.lower() in (*BACK, *QUIT):
            return text
        if not text:
            if field.now or not field.is_needed:
                return text
            dialogue.refuse("this has to be known", "type it, or q to end here")
            continue
        try:
            field.read(text)
        except AnswerError as error:
            dialogue.refuse(str(error), error.hint)
        else:
            return text


def text_field(name: str, ask: str, *, is_needed: bool = False, now: str = "") -> Field:
    """Make a field for a name."""
    prompt = "Name" if is_needed else "Enter leaves it open"
    return Field(name, ask, prompt, _read_name, now=now, is_needed=is_needed)


def _read_name(text: str) -> str:
    if not text.isprintable():
        raise AnswerError("there is a character in it that cannot be shown", "type it again")
    if len(text) > MOST_NAME:
        raise AnswerError(f"it is longer than {MOST_NAME} characters", "type a shorter one")
    return text


def choice_field(
    name: str, ask: str, options: Sequence[tuple[str, str]], *, prompt: str, now: str = ""
) -> Field:
    """Make a field for one of some ids, each with its label, chosen by number or id."""
    ids = [one for one, _ in options]
    choices = tuple(Choice(str(n), label) for n, (_, label) in enumerate(options, 1))

    def read(text: str) -> str:
        return _chosen(text, ids)

    return Field(name, ask, prompt, read, choices, now)


def _chosen(text: str, ids: Sequence[str]) -> str:
    if text in ids:
        return text
    if text.isdecimal() and text.isascii() and 1 <= int(text[:9]) <= len(ids):
        return ids[int(text) - 1]
    hint = f"type a number from 1 to {len(ids)}"
    if text.isdecimal():
        raise AnswerError(f"'{text[:60]}' is none of the numbers", hint)
    raise AnswerError(f"'{text[:60]}' is none of the choices", f"{hint}; {nearest(text, ids)}")


def fact_field(fact: Fact, value: FactValue | None) -> Field:
    """Make a field for a fact about the organisation."""
    assumed = fact.if_unknown
    is_needed = assumed is None and value is None
    if value is not None:
        rest = "Enter keeps it, d if not known"
    elif assumed is None:
        rest = "it has to be known"
    else:
        rest = f"Enter if not known; {fact_text(fact, assumed)} is assumed then"
    wanted = {"yes-no": "yes or no", "number": f"Number of {fact.unit or 'units'}"}
    prompt = f"{wanted.get(fact.type, 'Number')} ({rest})"
    options = fact.options if fact.type == "choice" else ()
    choices = tuple(Choice(str(n), option.label) for n, option in enumerate(options, 1))

    def read(text: str) -> FactValue | None:
        return _fact(fact, text)

    now = "" if value is None else fact_text(fact, value)
    return Field(fact.id, fact.ask, prompt, read, choices, now, is_needed)


def _fact(fact: Fact, text: str) -> FactValue | None:
    if text.lower() in ("d", "don't know", "unknown"):
        if fact.if_unknown is None:
            raise AnswerError("this has to be known", "the questions depend on it")
        return None
    if fact.type == "choice":
        return _chosen(text, [option.id for option in fact.options])
    if fact.type == "yes-no":
        words = {"y": "yes", "yes": "yes", "n": "no", "no": "no"}
        if text.lower() not in words:
            raise AnswerError(f"'{text[:60]}' is neither yes nor no", "type y or n")
        return words[text.lower()]
    digits = text.replace(",", "").replace(" ", "")
    if not digits.removeprefix("-").isdecimal() or not digits.isascii() or len(digits) > 15:
        raise AnswerError(f"'{text[:60]}' is no whole number", "write digits alone: 1200")
    return Fraction(digits)


def fact_text(fact: Fact, value: FactValue) -> str:
    """Say the value of a fact."""
    if isinstance(value, Fraction):
        return f"{show(value)} {fact.unit}".strip()
    return next((option.label for option in fact.options if option.id == value), value)
