"""Parts of a Result: where the numbers come from and who gave them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from maturity.model.part import FrameworkText, Many, Number, Part


class ScaleLevel(Part):
    """A level of the scale."""

    level: Number
    name: FrameworkText
    description: FrameworkText = ""


class FrameworkInfo(Part):
    """Which framework was used, and its digest."""

    id: str
    version: str
    title: FrameworkText
    summary: FrameworkText = ""
    language: str = "en-GB"
    digest: str
    renamed: dict[str, Many[str]] = {}
    """Old question id → the ids that took its place, so that years can be compared."""


class ScaleInfo(Part):
    """The scale that scores lie on."""

    levels: Many[ScaleLevel]
    bottom: Number
    top: Number


class CapacityInfo(Part):
    """What the organisation can put into actions."""

    days_per_month: Number
    day_rate: Number | None = None


class RoleTitle(Part):
    """What a role is called, whether or not anybody who answered has it."""

    id: str
    title: FrameworkText


class Parameters(Part):
    """How the numbers were made."""

    scale: ScaleInfo
    aggregate: str
    pass_: Number | None = Field(default=None, alias="pass")
    """In a ladder of dimensions, what each must reach."""
    missing: str
    min_coverage: Number
    combine: str
    capacity: CapacityInfo
    roles: Many[RoleTitle] = ()
    """The roles that questions may be asked of; silent in older results."""


class FactValueShown(Part):
    """A fact with the value that conditions saw."""

    id: str
    ask: FrameworkText
    value: FrameworkText
    assumed: bool
    """Whether nobody gave it."""


class OrganisationInfo(Part):
    """Who was assessed."""

    name: str
    facts: Many[FactValueShown] = ()


class ProfileInfo(Part):
    """The kind of organisation."""

    id: str
    title: FrameworkText
    summary: FrameworkText = ""


class RoleCount(Part):
    """How many respondents have a role."""

    id: str
    title: FrameworkText
    count: int


class UnitCount(Part):
    """How many respondents are of a unit."""

    unit: str
    count: int


class RespondentInfo(Part):
    """A respondent, for the audience that may see names."""

    id: str
    role: str | None = None
    unit: str | None = None
    name: str | None = None


class Respondents(Part):
    """Who answered."""

    count: int
    agreed: int = 0
    """How many sheets hold answers settled together."""
    roles: Many[RoleCount] = ()
    units: Many[UnitCount] = ()
    people: Many[RespondentInfo] = ()


class Approved(Part):
    """An approval, and whether it is for these answers."""

    by: str
    date: str
    valid: bool
    """False when an answer changed since."""


class SourceInfo(Part):
    """Where content comes from, and how far that was checked."""

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    date: str = ""
    checked: str


class Tool(Part):
    """What computed the result."""

    name: Literal["maturity"] = "maturity"
    version: str


class Withheld(Part):
    """Something that this audience does not get."""

    what: str
    why: str
