"""Parts of an Explanation: the sum behind a group's score, and what could move it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from maturity.model.base import Many
from maturity.model.part import Number, Part


class Term(Part):
    """One part of a sum."""

    id: str
    title: str
    weight: Number
    weight_exact: str
    value: Number
    exact: str
    """Its value."""
    share: Number | None = None
    """Its weight of all weights, from 0 to 1; None where weights decide nothing."""
    contribution: str | None = None
    """What it adds, exact; all of them together are the score before ceilings."""
    note: str = ""


class Omitted(Part):
    """A part that is in no sum, and why."""

    id: str
    title: str
    reason: str


class RungPart(Part):
    """A part of a rung."""

    id: str
    title: str
    exact: str
    passes: bool


class Rung(Part):
    """A rung of a ladder."""

    rung: Number
    parts: Many[RungPart]
    holds: bool
    """Whether every part passes."""
    reached: bool
    """Whether it and every rung below hold."""


class CapStep(Part):
    """A ceiling that was applied to a score."""

    question: str
    title: str
    value: Number
    """The level of the question."""
    cap: Number
    because: str
    binding: bool
    before: str
    """The score before it, exact."""
    after: str
    released_at: Number | None = None
    """The smallest level of the question that lifts it."""


class Rounding(Part):
    """The one rounding: from the exact score to what is shown."""

    exact: str
    decimals: str
    """The exact score with more decimals than are shown."""
    not_reached: Many[Number] = ()
    """The levels and the target above the score, which it must not seem to reach."""
    shown: str | None = None
    """What a reader sees; whoever renders the explanation fills it in."""


class End(Part):
    """One end of a range."""

    exact: str
    value: Number
    arithmetic: str
    steps: Many[str] = ()
    """What happened to it after the sum: a ceiling, or a stretch to hold the score."""


class Range(Part):
    """How far the missing answers could move a score."""

    low: End
    high: End


class MissingAnswer(Part):
    """A missing answer, and what it would do."""

    question: str
    title: str
    state: Literal["unknown", "unanswered"]
    critical: bool = False
    counts_as: str | None = None
    """The level that it stands at meanwhile; None where it leaves the sum, or blocks it."""
    lowest: Number | None = None
    highest: Number | None = None
    """The levels that an answer could give."""
    score_if_lowest: str | None = None
    score_if_highest: str | None = None
    """The score if this alone were answered so."""
    spread: Number
    """How far it moves an end of this range, at the most."""
    answered_by: Many[str] = ()
    """The roles to ask; empty for everyone."""


class CoverageSum(Part):
    """Which share of the weight is answered."""

    exact: str
    value: Number
    arithmetic: str
    needed: Number
    """Under this share a score is provisional."""


class Aim(Part):
    """A target, where it comes from, and how far off it is."""

    target: Number
    exact: str
    arithmetic: str = ""
    """How it was computed, where nobody stated it."""
    because: str = ""
    gap: str | None = None
    """The gap, exact."""
    gap_arithmetic: str = ""


class Deciding(Part):
    """The smallest change of one question alone that moves the score to another level."""

    question: str
    title: str
    direction: Literal["up", "down"]
    from_: str = Field(alias="from")
    to: str
    open_ended: bool = False
    """Whether its levels cannot be listed, so that less than `to` may be enough."""
    score: str
    """The score then, exact."""
    level: Number | None
    level_name: str | None
