"""The one place for question types: what an author writes, and what an answer is worth.

Each type has `parse` (is this an answer?), `level` (what is it worth on the scale, exactly?),
`possible_levels` (what could it be worth?), `statements` (what does each level say?) and `words`
(what does a person read?), so scoring and planning never ask for the type of a question. Where one
is asked for, as in asking and translating, mypy says which type is left out (`assert_never`).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from maturity.errors import AnswerError
from maturity.model.base import Exact, Id, Many, Model, Text
from maturity.model.levels import PossibleLevels, Scale, possible, show
from maturity.model.question_base import (
    AnswerValue,
    QuestionBase,
    Statement,
    found,
    listed,
    near,
    needed_number,
)
from maturity.model.question_counted import ChecklistQuestion, NumberQuestion


class LevelQuestion(QuestionBase):
    """One observable statement a level; the answer is the level whose statement is true."""

    type: Literal["level"]
    levels: dict[Exact, Text]
    """Level → statement; a question may skip levels."""

    def parse(self, value: object) -> AnswerValue:
        """Take a level that the question offers."""
        number = needed_number(value, "the number of a level")
        if number not in self.levels:
            raise AnswerError(
                f"level must be one of {listed(self.levels)}; found {show(number)}",
                f"the nearest is {show(min(self.levels, key=lambda k: abs(k - number)))}",
            )
        return number

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give the level itself."""
        return value if isinstance(value, Fraction) else None

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the levels that have a statement."""
        return possible(self.levels)

    def statements(self, scale: Scale) -> tuple[Statement, ...]:
        """Give each level's statement."""
        return tuple(sorted(self.levels.items()))

    def words(self, value: AnswerValue) -> str:
        """Say which level it is."""
        return f"level {show(value)}" if isinstance(value, Fraction) else ""


class Option(Model):
    """One of the things to choose from."""

    id: Id
    """What the answer file holds."""
    label: Text
    """What a person reads."""
    level: Exact
    """What choosing it is worth; fractions are allowed."""


class ChoiceQuestion(QuestionBase):
    """One option out of several, each worth a level of its own."""

    type: Literal["choice"]
    options: Many[Option]
    """What to choose from."""

    def parse(self, value: object) -> AnswerValue:
        """Take the id of an option."""
        ids = [option.id for option in self.options]
        if not isinstance(value, str) or value not in ids:
            raise AnswerError(f"{found(value)} is no option of this question", near(value, ids))
        return value

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give the chosen option's level."""
        return next((option.level for option in self.options if option.id == value), None)

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the levels of the options."""
        return possible(option.level for option in self.options)

    def statements(self, scale: Scale) -> tuple[Statement, ...]:
        """Give each option's label at its level."""
        return tuple(sorted((option.level, option.label) for option in self.options))

    def words(self, value: AnswerValue) -> str:
        """Give the chosen option's label."""
        return next((option.label for option in self.options if option.id == value), "")


class YesNoQuestion(QuestionBase):
    """A plain yes or no, each worth a level."""

    type: Literal["yes-no"]
    level_if_yes: Exact
    """What `yes` is worth."""
    level_if_no: Exact
    """What `no` is worth."""

    def parse(self, value: object) -> AnswerValue:
        """Take `yes` or `no`."""
        if not isinstance(value, str) or value not in ("yes", "no"):
            raise AnswerError(f"yes or no is needed; found {found(value)}", "write yes or no")
        return value

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give what the answer is worth."""
        return self.level_if_yes if value == "yes" else self.level_if_no

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the two levels."""
        return possible((self.level_if_no, self.level_if_yes))

    def statements(self, scale: Scale) -> tuple[Statement, ...]:
        """Give what yes and no are worth."""
        return tuple(sorted([(self.level_if_no, "no"), (self.level_if_yes, "yes")]))

    def words(self, value: AnswerValue) -> str:
        """Give the answer itself."""
        return str(value)


class TextQuestion(QuestionBase):
    """An open question; shown in the report and never scored."""

    type: Literal["text"]

    @property
    def is_scored(self) -> bool:
        """A text has no level."""
        return False

    def parse(self, value: object) -> AnswerValue:
        """Take a text with something in it."""
        if not isinstance(value, str) or not value.strip():
            raise AnswerError(f"a text is needed; found {found(value)}", "put it in quotes")
        return value

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give nothing: a text has no level."""
        return None

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the bottom of the scale; nothing reads it, for a text leaves every sum."""
        return possible((scale.bottom,))

    def statements(self, scale: Scale) -> tuple[Statement, ...]:
        """Give nothing: a text has no levels."""
        return ()

    def words(self, value: AnswerValue) -> str:
        """Give the text itself."""
        return str(value)


Question = Annotated[
    LevelQuestion
    | ChoiceQuestion
    | ChecklistQuestion
    | NumberQuestion
    | YesNoQuestion
    | TextQuestion,
    Field(discriminator="type"),
]
"""Any question; `type` says which."""
