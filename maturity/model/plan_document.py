"""The plan on its own: what the plan command prints for programs, and what its pages are made from.

Its actions are those of the Result, with what only a plan on its own says of them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from maturity.model.base import Many
from maturity.model.part import Number, Part
from maturity.model.planned import BeyondAction, CostInfo, EffortInfo, PlannedAction
from maturity.model.provenance import FrameworkInfo, ProfileInfo, Tool, Withheld

Place = Literal["now", "next", "later", "beyond"]


class Sure(Part):
    """When an action would run if what is not known were known; beyond: not at all."""

    lowest: Place
    """If every missing answer were the lowest that its question can give."""
    highest: Place
    """If every missing answer were the highest."""


class PlacedAction(PlannedAction):
    """An action of a plan, with what hangs on it and how sure its place is."""

    needed_by: Many[str] = ()
    """The planned actions that wait for it."""
    sure: Sure | None = None
    """None where the plan was read from a result."""


class Rise(Part):
    """A dimension that rises."""

    dimension: str
    title: str
    from_: Number = Field(alias="from")
    to: Number


class Pounds(Part):
    """What effort costs at the day rate."""

    low: Number
    high: Number
    planned: Number


class Totals(Part):
    """What actions take together."""

    actions: int
    effort_days: EffortInfo
    effort_pounds: Pounds | None
    """None without a day rate."""
    cost: CostInfo
    """Typical outlays beside the effort."""


class First(Part):
    """The first actions of a plan, and what they bring together."""

    actions: Many[str]
    totals: Totals
    rises: Many[Rise]
    overall_from: Number | None
    overall_to: Number | None


class PlanDocument(Part):
    """The plan; `maturity plan --format json` prints it."""

    format: Literal["plan/1"] = "plan/1"
    tool: Tool
    framework: FrameworkInfo
    organisation: str
    profile: ProfileInfo | None
    date: str | None
    scope: Literal["full", "quick"]
    status: Literal["draft", "final"]
    answers_digest: str
    audience: Literal["full", "team", "board", "public"]
    withheld: Many[Withheld]
    days_per_month: Number
    day_rate: Number | None
    only: str | None = None
    """The one dimension that it is for."""
    excluded: Many[str] = ()
    """The actions that it was made without."""
    overall: Number | None
    """The overall score today."""
    first: First
    totals: Totals
    plan: Many[PlacedAction]
    plan_note: str
    """Why there is no plan, where there is none; else which targets it does not reach."""
    beyond: Many[BeyondAction]
