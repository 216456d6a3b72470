"""The one place for question types: what an author writes, and what an answer is worth.

Each type has `parse` (is this an answer?), `level` (what is it worth on the scale, exactly?) and
`possible_levels` (what could it be worth?), so no other stage asks for the type of a question.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from maturity.errors import AnswerError, nearest
from maturity.model.base import (
    Exact,
    FullId,
    Id,
    Many,
    Model,
    OneOrMany,
    Text,
    Weight,
    YesNo,
)
from maturity.model.checklist import Item, Rule, level_by_count, level_by_rules, possible_by_rules
from maturity.model.condition import Ceiling, Condition
from maturity.model.levels import PossibleLevels, Scale, possible, show

if TYPE_CHECKING:
    from collections.abc import Mapping

AnswerValue = Fraction | str | tuple[str, ...]
"""A number (level, number), an id or text (choice, yes-no, text), item ids (checklist)."""
Combine = Literal["median", "mean", "min", "max"]
MAX_SUMS = 10_000


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
    def is_scored(self) -> bool:
        """Whether its answers have a level."""
        return True


class LevelQuestion(QuestionBase):
    """One observable statement a level; the answer is the level whose statement is true."""

    type: Literal["level"]
    levels: dict[Exact, Text]
    """Level → statement; a question may skip levels."""

    def parse(self, value: object) -> AnswerValue:
        """Take a level that the question offers."""
        number = _number(value, f"the level, one of {_shown(self.levels)}")
        if number not in self.levels:
            raise AnswerError(
                f"level must be one of {_shown(self.levels)}; found {show(number)}",
                f"the nearest is {show(min(self.levels, key=lambda k: abs(k - number)))}",
            )
        return number

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give the level itself."""
        return value if isinstance(value, Fraction) else None

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the levels that have a statement."""
        return possible(self.levels)


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
            raise AnswerError(f"{_found(value)} is no option of this question", _near(value, ids))
        return value

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give the chosen option's level."""
        return next((option.level for option in self.options if option.id == value), None)

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the levels of the options."""
        return possible(option.level for option in self.options)


class ChecklistQuestion(QuestionBase):
    """Several items that are there or not, scored by share, by count or by rules.

    By share, 3 of 4 equal items on a scale of 0 to 4 are level 3.
    """

    type: Literal["checklist"]
    items: Many[Item]
    """What may be there."""
    count: dict[Exact, int] | None = None
    """Level → how many items it needs."""
    rules: Many[Rule] | None = None
    """The first rule whose keys all hold gives the level; else it is the lowest."""

    @property
    def is_by_share(self) -> bool:
        """Whether the weighted share of items decides."""
        return self.count is None and self.rules is None

    def parse(self, value: object) -> AnswerValue:
        """Take a list of item ids; an empty list is none of them."""
        ids = [item.id for item in self.items]
        if not isinstance(value, list | tuple):
            raise AnswerError(
                f"a list of items is needed; found {_found(value)}", f"one or more of {_shown(ids)}"
            )
        for entry in value:
            if entry not in ids:
                raise AnswerError(f"{_found(entry)} is no item here", _near(entry, ids))
        if len(set(value)) != len(value):
            raise AnswerError("an item is listed twice", "list each item once")
        return tuple(item for item in ids if item in value)

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give the level of the chosen items."""
        if not isinstance(value, tuple):
            return None
        if self.count is not None:
            return level_by_count(self.count, len(value), scale)
        if self.rules is not None:
            return level_by_rules(self.rules, frozenset(value), self._ids(), scale)
        total = sum((item.weight for item in self.items), Fraction(0))
        chosen = sum((item.weight for item in self.items if item.id in value), Fraction(0))
        return scale.at_share(chosen / total)

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the levels that some choice of items reaches."""
        if self.count is not None:
            numbers = range(len(self.items) + 1)
            return possible(level_by_count(self.count, number, scale) for number in numbers)
        if self.rules is not None:
            return possible(possible_by_rules(self.rules, self._ids(), scale))
        total = sum((item.weight for item in self.items), Fraction(0))
        return possible(scale.at_share(reached / total) for reached in self.weight_sums())

    def weight_sums(self) -> set[Fraction]:
        """Give every sum of weights that a choice can reach, at most `MAX_SUMS` and one step."""
        sums = {Fraction(0)}
        for item in self.items:
            if len(sums) > MAX_SUMS:
                break
            sums |= {reached + item.weight for reached in sums}
        return sums

    def _ids(self) -> frozenset[str]:
        return frozenset(item.id for item in self.items)


class NumberQuestion(QuestionBase):
    """A number with a unit: straight over the scale, or by bands.

    Straight, 30 between `min` 0 and `max` 40 on a scale of 0 to 4 is level 3.
    """

    type: Literal["number"]
    unit: Text
    """What is counted: percent, days, people."""
    min: Exact | None = None
    """The smallest number that can be true; below it is an error."""
    max: Exact | None = None
    """The largest number that can be true; above it is an error."""
    bands: dict[Exact, Exact] | None = None
    """Level → its lower edge, inclusive; with `lower_is_better`, its upper edge."""
    lower_is_better: YesNo = False
    """Whether a smaller number is worth more."""

    def parse(self, value: object) -> AnswerValue:
        """Take a number within the range."""
        number = _number(value, f"a number of {self.unit}")
        low, high = self.limits
        if low is not None and number < low:
            raise AnswerError(
                f"{show(number)} {self.unit} is below {show(low)}", f"{show(low)} or more"
            )
        if high is not None and number > high:
            raise AnswerError(
                f"{show(number)} {self.unit} is above {show(high)}", f"{show(high)} or less"
            )
        return number

    @property
    def limits(self) -> tuple[Fraction | None, Fraction | None]:
        """The range of answers: what the author states, else where the bands begin."""
        low, high = self.min, self.max
        if self.bands and self.lower_is_better and high is None:
            high = max(self.bands.values())
        if self.bands and not self.lower_is_better and low is None:
            low = min(self.bands.values())
        return low, high

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give the level of a number."""
        if not isinstance(value, Fraction):
            return None
        if self.bands is not None:
            return self._band(value, scale)
        low, high = self.min or Fraction(0), self.max or Fraction(0)
        share = (value - low) / (high - low)
        return scale.at_share(1 - share if self.lower_is_better else share)

    def _band(self, value: Fraction, scale: Scale) -> Fraction:
        bands = self.bands or {}
        if self.lower_is_better:
            reached = [level for level, edge in bands.items() if value <= edge]
        else:
            reached = [level for level, edge in bands.items() if value >= edge]
        return max(reached, default=scale.bottom)

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the levels of the bands, or all of the scale when straight."""
        if self.bands is not None:
            return possible(self.bands)
        return PossibleLevels((scale.bottom, scale.top), continuous=True)


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
            raise AnswerError(f"yes or no is needed; found {_found(value)}", "write yes or no")
        return value

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give what the answer is worth."""
        return self.level_if_yes if value == "yes" else self.level_if_no

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the two levels."""
        return possible((self.level_if_no, self.level_if_yes))


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
            raise AnswerError(f"a text is needed; found {_found(value)}", "put it in quotes")
        return value

    def level(self, value: AnswerValue, scale: Scale) -> Fraction | None:
        """Give nothing: a text has no level."""
        return None

    def possible_levels(self, scale: Scale) -> PossibleLevels:
        """Give the bottom of the scale; nothing reads it, for a text leaves every sum."""
        return possible((scale.bottom,))


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


def _number(value: object, what: str) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise AnswerError(f"{_found(value)} is no number", f"write {what}")
    return Fraction(value)


def _found(value: object) -> str:
    return show(Fraction(value)) if isinstance(value, int | Fraction) else f"'{str(value)[:60]}'"


def _near(value: object, ids: list[str]) -> str:
    return nearest(str(value)[:60], ids)


def _shown(choices: Mapping[Fraction, object] | list[str]) -> str:
    return ", ".join(show(c) if isinstance(c, Fraction) else c for c in choices)
