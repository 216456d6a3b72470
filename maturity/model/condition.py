"""What a question may carry: ceilings on its dimension, conditions on the organisation."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pydantic import Field

from maturity.model.base import Exact, Id, Many, Model, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

FactValue = Fraction | str
"""What is true of the organisation: a number, `yes`, `no` or an option's id."""


class Ceiling(Model):
    """A cap on a dimension while a critical question is at `at_most` or below."""

    at_most: Exact
    """The highest level of the question at which the cap still applies."""
    cap: Exact
    """The highest score that the dimension can then have."""
    because: Text
    """The reason, in a sentence."""
    dimension: Id | None = None
    """The dimension that is capped; silent, the question's own."""


class Condition(Model):
    """Something that must be true of the organisation for a question to be asked."""

    fact: Id
    """The fact that decides."""
    is_: str | Exact | None = Field(default=None, alias="is")
    """The value it must have."""
    any_of: Many[str | Exact] | None = None
    """The values, one of which it must have."""
    at_least: Exact | None = None
    """The smallest number it may be."""
    at_most: Exact | None = None
    """The largest number it may be."""

    def holds(self, facts: Mapping[str, FactValue]) -> bool:
        """Say whether the facts meet the condition."""
        value = facts[self.fact]
        if self.is_ is not None and value != self.is_:
            return False
        if self.any_of is not None and value not in self.any_of:
            return False
        if self.at_least is None and self.at_most is None:
            return True
        if isinstance(value, str):
            return False
        return (self.at_least is None or value >= self.at_least) and (
            self.at_most is None or value <= self.at_most
        )
