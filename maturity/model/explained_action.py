"""Parts of an Explanation: what an action raises, what that brings, and why it stands there."""

from __future__ import annotations

from typing import Literal

from maturity.model.base import Many
from maturity.model.part import Number, Part
from maturity.model.planned import EffortInfo


class Raise(Part):
    """A question that an action raises."""

    question: str
    title: str
    today: str | None
    """Its level today, exact; None where an answer is missing or it is left out."""
    before: str | None
    """Its level when the action's turn comes, a missing one at its lowest where it counts so."""
    to: str
    """The level that it then has at least."""
    changes: bool
    """Whether it is raised at the action's turn; else it is there already, or has no value."""
    text: str = ""
    """What that level says."""


class Move(Part):
    """A score before and after an action, in the plan's sequence."""

    id: str
    title: str
    before: str
    after: str
    rise: str


class ActionLink(Part):
    """Another action."""

    id: str
    title: str
    place: int | None = None
    """Its place in the plan."""


class ActionDetail(Part):
    """Everything that speaks for an action's place, or against it."""

    planned: bool
    place: int | None = None
    of: int = 0
    """How many actions are planned."""
    reason: str = ""
    """Why it is not planned."""
    status: str | None = None
    """What became of it, where it is tracked."""
    detail: str = ""
    dimension: str
    effort_days: EffortInfo
    months: Number | None = None
    start_month: Number | None = None
    finish_month: Number | None = None
    horizon: Literal["now", "next", "later"] | None = None
    raises: Many[Raise] = ()
    moves: Many[Move] = ()
    """The overall score and those of dimensions, where they change."""
    caps_released: Many[str] = ()
    gap_per_day: str | None = None
    """The gap that it closes a working day, exact."""
    gap_per_day_arithmetic: str = ""
    uplift: Number | None = None
    uplift_alone: Number | None = None
    needs: Many[ActionLink] = ()
    needed_by: Many[ActionLink] = ()
