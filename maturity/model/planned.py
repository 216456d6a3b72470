"""Parts of a Result: the plan."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from maturity.model.part import FrameworkText, Many, Number, Part


class Change(Part):
    """A question that an action raises."""

    question: str
    from_: Number | None = Field(default=None, alias="from")
    to: Number


class CostInfo(Part):
    """Pounds."""

    one_off: Number
    yearly: Number


class EffortInfo(Part):
    """Working days."""

    low: Number
    high: Number
    planned: Number
    """What the plan counts with."""


class PlannedAction(Part):
    """An action in its place, with what it buys and when."""

    id: str
    title: FrameworkText
    detail: FrameworkText = ""
    dimension: str
    owner: str = ""
    """Who answers for it: as tracked here, else the framework's role."""
    owner_role: FrameworkText = ""
    """The framework's role alone, which names nobody."""
    effort_days: EffortInfo
    months: Number
    cost: CostInfo | None = None
    start_month: Number
    finish_month: Number
    horizon: Literal["now", "next", "later"]
    needs: Many[str] = ()
    raises: dict[str, Number]
    changes: Many[Change] = ()
    caps_released: Many[str] = ()
    """Questions whose ceiling no longer applies."""
    uplift: Number | None
    """The rise of the overall score where it stands; of its dimension where there is none."""
    uplift_alone: Number | None
    """The same if it were done alone, today."""
    gap_closed: Number
    overall_after: Number | None
    status: str | None = None
    due: str | None = None
    note: str = ""
    sources: Many[str] = ()


class BeyondAction(Part):
    """An action that closes no gap to the target."""

    id: str
    title: FrameworkText
    dimension: str
    effort_days: EffortInfo
    raises: dict[str, Number]
    reason: str


class Tracking(Part):
    """An action that is tracked, planned or not."""

    id: str
    title: FrameworkText
    status: str
    owner: str = ""
    due: str | None = None
    note: str = ""
