"""What every question has, whatever its type."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from maturity.errors import AnswerError, nearest
from maturity.model.base import Exact, FullId, Id, Many, Model, OneOrMany, Text, Weight, YesNo
from maturity.model.condition import Ceiling, Condition
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Mapping

AnswerValue = Fraction | str | tuple[str, ...]
"""A number (level, number), an id or text (choice, yes-no, text), item ids (checklist)."""
Combine = Literal["median", "mean", "min", "max"]
Statement = tuple[Fraction, str]
"""A level, and what an answer worth that level says."""


class QuestionBase(Model):
    """What every question has, whatever its type."""

    id: FullId
    """The short id in the file; `dimension.question` once the framework is loaded."""
    ask: Text
    """The question."""
    why: str = ""
    """Why it matters, in a sentence or two."""
    weight: Weight = Fraction(1)
    """How much it counts beside its neighbours; 0 is shown and leaves every sum."""
    quick: YesNo = False
    """Whether the short version asks it."""
    answered_by: Many[Id] = ()
    """The roles whose answers count; silent, everyone's."""
    critical: Many[Ceiling] = ()
    """The ceilings that a low answer sets."""
    not_applicable: YesNo = True
    """Whether it may be left out with a reason."""
    ask_if: OneOrMany[Condition] = ()
    """Facts that must hold; else it is not asked."""
    expects: Many[Text] = ()
    """What would count as evidence."""
    sources: Many[Id] = ()
    """Where the question comes from."""
    lenses: Many[Id] = ()
    """The themes across dimensions that it is counted in."""
    combine: Combine | None = None
    """How several respondents become one value; silent, as the framework says."""
    rung: Exact | None = None
    """The level it belongs to in a ladder."""

    @property
    def is_listed(self) -> bool:
        """Whether it gives few enough levels to list them all."""
        return True

    @property
    def is_scored(self) -> bool:
        """Whether its answers have a level."""
        return True


def needed_number(value: object, what: str) -> Fraction:
    """Take a number, or say what was needed."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise AnswerError(f"{found(value)} is no number", f"write {what}")
    return Fraction(value)


def found(value: object) -> str:
    """Show a value as it was given, in a few characters."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return show(Fraction(value)) if isinstance(value, int | Fraction) else f"'{str(value)[:60]}'"


def near(value: object, ids: list[str]) -> str:
    """Say which id was meant, or which there are."""
    return nearest(str(value)[:60], ids)


def listed(choices: Mapping[Fraction, object] | list[str]) -> str:
    """Write choices one after the other."""
    return ", ".join(show(c) if isinstance(c, Fraction) else c for c in choices)
