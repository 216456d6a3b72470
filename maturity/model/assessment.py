"""An assessment: the whole exercise, as written in assessment.yaml and as settled for scoring."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator

from maturity.model.action import Action
from maturity.model.answers import AnswerSheet, FrameworkRef, Organisation
from maturity.model.base import Day, Exact, FullId, Id, Many, Model, Positive, Text, Weight
from maturity.model.framework import Framework
from maturity.model.shared import Profile, Role
from maturity.model.theme import ThemeInfo

if TYPE_CHECKING:
    import datetime

    from maturity.model.condition import FactValue

Scope = Literal["full", "quick"]
Status = Literal["draft", "final"]
ActionStatus = Literal["planned", "started", "done", "rejected"]


class Approval(Model):
    """Somebody's word for the answers as they then were."""

    by: Text
    """Who approves."""
    date: Day
    """When."""
    digest: Text
    """The digest of the answers that were approved; another digest voids it."""


class Target(Model):
    """A target of one's own for a dimension or a question."""

    level: Exact
    """The level to reach."""
    because: str = ""
    """Why it differs."""
    agreed_by: str = ""
    """Who settled it."""
    date: Day | None = None
    """When."""


class LocalWeight(Model):
    """A local view of how much something counts, multiplied on the profile's."""

    weight: Weight
    """The multiplier."""
    because: Text
    """Why it differs."""


class Capacity(Model):
    """What the organisation can put into actions."""

    days_per_month: Positive = Fraction(20)
    """Working days a month."""
    day_rate: Weight | None = None
    """Pounds a working day."""


class Tracked(Model):
    """What became of an action."""

    status: ActionStatus
    """`done` meets needs and sets no level; `rejected` removes what needs it."""
    owner: str = ""
    """Who answers for it here."""
    due: Day | None = None
    """When it should be finished."""
    note: str = ""
    """Anything else."""


class Actions(Model):
    """The actions as this organisation sees them."""

    tracked: dict[Id, Tracked] = {}
    """Action → what became of it."""
    local: Many[Action] = ()
    """Actions of one's own."""


def _as_weight(value: object) -> object:
    return value if isinstance(value, dict) else {"weight": value}


def _as_target(value: object) -> object:
    return value if isinstance(value, dict) else {"level": value}


class AssessmentFile(Model):
    """assessment.yaml: what it says outranks the answer files beside it."""

    format: Literal["assessment/1"]
    """The kind of file."""
    framework: FrameworkRef
    """What is answered."""
    organisation: Organisation
    """Who is assessed."""
    date: Day | None = None
    """The result's date; silent, the latest answer file's."""
    scope: Scope = "full"
    """Every question, or the short version."""
    status: Status = "draft"
    """Whether answers may still change."""
    approvals: Many[Approval] = ()
    """Who stands behind the answers."""
    roles: Many[Role] = ()
    """Kinds of respondent beside the framework's."""
    targets: dict[FullId, Annotated[Target, BeforeValidator(_as_target)]] = {}
    """Dimension or question → its own target."""
    weights: dict[FullId, Annotated[LocalWeight, BeforeValidator(_as_weight)]] = {}
    """Dimension or question → its local weight."""
    capacity: Capacity = Capacity()
    """What can be put into actions."""
    actions: Actions = Actions()
    """Tracking and local actions."""
    commentary: dict[FullId, Text] = {}
    """`summary`, a dimension or an action → the author's words."""
    theme: Text | None = None
    """The file with the report's look."""


@dataclass(frozen=True)
class Assessment:
    """Everything that scoring needs, settled: one framework, one organisation, all answers."""

    framework: Framework
    organisation: str
    profile: Profile | None
    facts: dict[str, FactValue]
    """Every fact of the framework with the value that conditions see."""
    assumed: tuple[str, ...]
    """The facts that nobody gave, taken at `if_unknown`."""
    date: datetime.date | None
    scope: Scope
    status: Status
    approvals: tuple[Approval, ...]
    roles: tuple[Role, ...]
    targets: dict[str, Target]
    weights: dict[str, LocalWeight]
    capacity: Capacity
    tracked: dict[str, Tracked]
    local_actions: tuple[Action, ...]
    commentary: dict[str, str]
    sheets: tuple[AnswerSheet, ...]
    notes: tuple[str, ...] = ()
    """What a reader of the result should know about how the files were read."""
    theme: ThemeInfo | None = None
    """The look of reports."""

    @cached_property
    def answers_digest(self) -> str:
        """SHA-256 of all answers in canonical form; an approval names it.

        File names, order and comments change nothing; a changed answer, note or fact does.
        """
        sheets = [json.dumps(sheet.canonical()) for sheet in self.sheets]
        facts = {key: str(value) for key, value in self.facts.items()}
        whole: dict[str, Any] = {
            "framework": self.framework.file.id,
            "facts": facts,
            "profile": self.profile.id if self.profile else None,
            "scope": self.scope,
            "sheets": sorted(sheets),
        }
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    @cached_property
    def actions(self) -> dict[str, Action]:
        """The framework's actions and the local ones, by id."""
        return {**self.framework.actions, **{a.id: a for a in self.local_actions}}
