"""The groups of one organisation side by side: its units, or its roles."""

from __future__ import annotations

from typing import Literal

from maturity.model.base import Many
from maturity.model.part import Number, Part
from maturity.model.provenance import Withheld

By = Literal["unit", "role"]


class GroupScore(Part):
    """A number of one group."""

    score: Number | None
    exact: str | None
    """The score as a fraction, or None where there is none."""
    coverage: Number | None = None
    """Weight answered of weight asked, from 0 to 1."""
    provisional: bool = False
    """Whether too little is answered, or a ceiling is pending."""
    answered: int | None = 0
    """How many of the group answered something that counts here; None where it is withheld."""


class Group(Part):
    """The people of one unit or role, scored by themselves."""

    id: str | None
    """The unit or the role's id; None for those who name none."""
    title: str
    respondents: int
    dimensions: dict[str, GroupScore]
    overall: GroupScore


class DimensionTitle(Part):
    """A dimension, in the framework's order."""

    id: str
    title: str


class ByGroup(Part):
    """Each group scored from its own people's answers alone."""

    format: Literal["by/1"] = "by/1"
    by: By
    framework: str
    version: str
    organisation: str
    audience: str = "full"
    withheld: Many[Withheld] = ()
    agreed_left_out: int = 0
    """How many sheets of answers settled together belong to no group."""
    dimensions: Many[DimensionTitle]
    groups: Many[Group]
