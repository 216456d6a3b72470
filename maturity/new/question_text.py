"""New files: one question as comments, with what can be written as its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from maturity.model.levels import show
from maturity.model.question import ChoiceQuestion, LevelQuestion, TextQuestion, YesNoQuestion
from maturity.model.question_counted import ChecklistQuestion, NumberQuestion
from maturity.new.yaml_text import comment, word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from maturity.model.condition import Condition
    from maturity.model.framework import Framework
    from maturity.model.question import Question

INDENT = 2


def question_lines(question: Question, framework: Framework) -> list[str]:
    """Write a question, its possible answers and its key with no answer yet."""
    lines = comment(question.ask, indent=INDENT)
    for condition in question.ask_if:
        lines += comment(f"Asked only where {_condition(condition)}.", indent=INDENT)
    hint, choices = _what_to_write(question, framework)
    lines += comment(hint, indent=INDENT)
    for name, text in choices:
        lines += comment(text, indent=INDENT, lead=f"  {name}: ")
    if not question.not_applicable:
        lines += comment("It applies to everyone, so it may not be left out.", indent=INDENT)
    return [*lines, f"{' ' * INDENT}{word(question.id)}:"]


def _what_to_write(
    question: Question, framework: Framework
) -> tuple[str, Sequence[tuple[str, str]]]:
    """Give what to write, and the choices with what each means."""
    statements = [(show(at), text) for at, text in question.statements(framework.scale)]
    if isinstance(question, LevelQuestion):
        return "Write the number of the level that is true:", statements
    if isinstance(question, ChoiceQuestion):
        return "Write one of these words:", [(word(o.id), o.label) for o in question.options]
    if isinstance(question, ChecklistQuestion):
        ids = ", ".join(word(item.id) for item in question.items[:2])
        hint = f"Write a list of what is there, such as [{ids}], or [] for nothing:"
        return hint, [(word(item.id), item.label) for item in question.items]
    if isinstance(question, NumberQuestion):
        reached = [(f"level {level}", text) for level, text in statements]
        return f"Write a number of {question.unit}{_range(question)}.", reached
    if isinstance(question, TextQuestion):
        return "Write a text between quotation marks.", ()
    if isinstance(question, YesNoQuestion):
        return "Write yes or no.", ()
    assert_never(question)


def _range(question: NumberQuestion) -> str:
    low, high = question.limits
    if low is not None and high is not None:
        return f" from {show(low)} to {show(high)}"
    if low is not None:
        return f", {show(low)} or more"
    return "" if high is None else f", {show(high)} or less"


def _condition(condition: Condition) -> str:
    """Write a condition: `staff is 50 or more`."""
    allowed = [condition.is_] if condition.is_ is not None else list(condition.any_of or ())
    parts = [" or ".join(map(_value, allowed))] if allowed else []
    if condition.at_least is not None:
        parts.append(f"{show(condition.at_least)} or more")
    if condition.at_most is not None:
        parts.append(f"{show(condition.at_most)} or less")
    return f"{condition.fact} is {' and '.join(parts)}"


def _value(value: str | Fraction) -> str:
    return value if isinstance(value, str) else show(value)
