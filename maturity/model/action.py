"""An action: a step that an organisation can take."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field

from maturity.model.base import Exact, FullId, Id, Many, Model, Positive, Text, Weight


class Effort(Model):
    """Working days, as a range; one number is a range of no width."""

    low: Positive
    """At the least."""
    high: Positive
    """At the most."""

    @property
    def midpoint(self) -> Fraction:
        """What the plan counts with: 25 for 10 to 40."""
        return (self.low + self.high) / 2


def _as_range(value: object) -> object:
    return value if isinstance(value, dict) else {"low": value, "high": value}


class Cost(Model):
    """Pounds, a typical figure."""

    one_off: Weight = Fraction(0)
    """Once."""
    yearly: Weight = Fraction(0)
    """Each year."""


class Action(Model):
    """A step that an organisation can take, and what it raises."""

    id: Id
    """Unique in the whole framework."""
    title: Text
    """An imperative."""
    detail: str = ""
    """The first step, and what done looks like."""
    raises: dict[FullId, Exact] = Field(min_length=1)
    """Question → the level that it then has at least."""
    needs: Many[Id] = ()
    """Actions that must come first."""
    effort_days: Annotated[Effort, BeforeValidator(_as_range)]
    """Working days."""
    months: Weight = Fraction(0)
    """How long it takes from start to finish, whatever the effort."""
    cost: Cost | None = None
    """A typical cost, beside the effort."""
    owner: str = ""
    """The role that answers for it."""
    sources: Many[Id] = ()
    """Where the advice comes from."""
