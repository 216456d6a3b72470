"""The question types that count: checklists and numbers."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Literal

from maturity.errors import AnswerError
from maturity.model.base import Exact, Many, Text, YesNo
from maturity.model.checklist import Item, Rule, level_by_count, level_by_rules, possible_by_rules
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

MAX_SUMS = 2_000
"""So many different sums the weights of one checklist may have: 13 items of weight 1 have 14."""


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
                f"a list of items is needed; found {found(value)}", f"one or more of {listed(ids)}"
            )
        for index, entry in enumerate(value):
            if entry not in ids:
                raise AnswerError(f"{found(entry)} is no item here", near(entry, ids), index)
            if entry in value[:index]:
                raise AnswerError("an item is listed twice", "list each item once", index)
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
        sums, parts = self.weight_sums()
        return possible(scale.at_share(Fraction(reached, parts) / total) for reached in sums)

    @property
    def is_listed(self) -> bool:
        """By share there can be as many levels as choices."""
        return not self.is_by_share

    def statements(self, scale: Scale) -> tuple[Statement, ...]:
        """Give how many items each level needs; nothing where shares or rules decide."""
        counts = sorted((self.count or {}).items())
        return tuple((level, f"{n} of {len(self.items)} items") for level, n in counts)

    def words(self, value: AnswerValue) -> str:
        """Give the chosen items' labels."""
        chosen = [
            item.label for item in self.items if isinstance(value, tuple) and item.id in value
        ]
        return "; ".join(chosen) if chosen else "none of the items"

    def weight_sums(self) -> tuple[set[int], int]:
        """Give every sum of weights that a choice can reach, at most `MAX_SUMS` and one step.

        Returns:
            The sums as whole numbers of parts, and the parts in 1: for weights of 1 and 1/2 the
            sums are 0, 1, 2 and 3 halves.
        """
        parts = lcm(*(item.weight.denominator for item in self.items))
        sums = {0}
        for item in self.items:
            if len(sums) > MAX_SUMS:
                break
            weight = int(item.weight * parts)
            sums |= {reached + weight for reached in sums}
        return sums, parts

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
        number = needed_number(value, f"a number of {self.unit}")
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

    @property
    def is_listed(self) -> bool:
        """A straight number can give any level."""
        return self.bands is not None

    def statements(self, scale: Scale) -> tuple[Statement, ...]:
        """Give where each band begins; nothing for a straight number."""
        end = "or less" if self.lower_is_better else "or more"
        bands = sorted((self.bands or {}).items())
        return tuple((level, f"{show(edge)} {self.unit} {end}") for level, edge in bands)

    def words(self, value: AnswerValue) -> str:
        """Give the number with its unit."""
        return f"{show(value)} {self.unit}" if isinstance(value, Fraction) else ""
