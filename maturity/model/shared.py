"""What a framework's files share: levels, roles, facts, profiles, lenses and sources."""

from __future__ import annotations

from typing import Literal

from maturity.model.base import Exact, FullId, Id, Many, Model, Text, Weight


class Level(Model):
    """A step of the scale."""

    level: Exact
    """The score at which it is reached."""
    name: Text
    """What it is called."""
    description: str = ""
    """What an organisation at this level looks like."""


class Role(Model):
    """A kind of respondent."""

    id: Id
    """What answer files and `answered_by` hold."""
    title: Text
    """What a person reads."""


class FactOption(Model):
    """A value of a fact of type choice."""

    id: Id
    """What answer files hold."""
    label: Text
    """What a person reads."""


class Fact(Model):
    """Something true of the organisation; asked first, never scored."""

    id: Id
    """What conditions and answer files hold."""
    ask: Text
    """The question."""
    type: Literal["yes-no", "number", "choice"]
    """What kind of value it has."""
    unit: str = ""
    """What a number counts."""
    options: Many[FactOption] = ()
    """What a choice is out of."""
    if_unknown: str | Exact | None = None
    """What is taken to be true when nobody said."""


class Profile(Model):
    """A kind of organisation, with what is worth aiming for there."""

    id: Id
    """What answer files hold."""
    title: Text
    """What a person reads."""
    summary: str = ""
    """What the targets mean and which rules apply."""
    targets: dict[Id, Exact] = {}
    """Dimension → target, in levels."""
    weights: dict[FullId, Weight] = {}
    """Dimension or question → what its weight is multiplied by."""
    leave_out: Many[FullId] = ()
    """Questions not asked of this kind of organisation."""


class Lens(Model):
    """A theme that cuts across dimensions."""

    id: Id
    """What questions name."""
    title: Text
    """What a person reads."""
    summary: str = ""
    """What the theme is about."""


class Source(Model):
    """Where something comes from, and how far that was checked."""

    id: Id
    """What questions and actions name."""
    title: Text
    """The document's title."""
    publisher: str = ""
    """Who published it."""
    url: str = ""
    """Where it can be read."""
    date: str = ""
    """When it was published."""
    checked: Literal["official", "secondary", "no"] = "no"
    """Whether the official text was read, a report of it, or neither."""
