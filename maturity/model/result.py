"""The Result: all that the engine computed and all that any report needs.

Scores stand twice: as a plain number for programs and as an exact fraction in text. Every output
is made from this object alone, so a report can be made again without the answers.
"""

from __future__ import annotations

from typing import Literal

from maturity.model.part import Many, Number, Part
from maturity.model.planned import BeyondAction, PlannedAction, Tracking
from maturity.model.provenance import (
    Approved,
    FrameworkInfo,
    OrganisationInfo,
    Parameters,
    ProfileInfo,
    Respondents,
    SourceInfo,
    Tool,
    Withheld,
)
from maturity.model.scored import Lensed, Node, RoleMean
from maturity.model.theme import ThemeInfo
from maturity.model.untranslated import Untranslated


class Unknown(Part):
    """A missing answer, and how far it widens the range of the overall score."""

    question: str
    state: Literal["unknown", "unanswered"]
    critical: bool = False
    spread: Number
    answered_by: Many[str] = ()


class Disagreement(Part):
    """A question on which respondents differ."""

    question: str
    agreement: Number
    lowest: Number
    highest: Number
    by_role: Many[RoleMean] = ()


class LeftOut(Part):
    """A question that left the sum, and why."""

    question: str
    state: Literal["not-applicable", "not-asked"]
    reason: str
    critical: bool = False


class Result(Part):
    """The whole result; `score --format json` prints it."""

    format: Literal["result/1"] = "result/1"
    tool: Tool
    framework: FrameworkInfo
    parameters: Parameters
    organisation: OrganisationInfo
    profile: ProfileInfo | None = None
    date: str | None = None
    scope: Literal["full", "quick"]
    status: Literal["draft", "final"]
    approvals: Many[Approved] = ()
    answers_digest: str
    """Empty where it is withheld."""
    audience: Literal["full", "team", "board", "public"] = "full"
    withheld: Many[Withheld] = ()
    respondents: Respondents
    overall: Node
    dimensions: Many[Node]
    lenses: Many[Lensed] = ()
    plan: Many[PlannedAction] = ()
    plan_note: str = ""
    """Why there is no plan, where there is none; else which targets it does not reach."""
    beyond: Many[BeyondAction] = ()
    tracked: Many[Tracking] = ()
    unknowns: Many[Unknown] = ()
    disagreements: Many[Disagreement] = ()
    left_out: Many[LeftOut] = ()
    commentary: dict[str, str] = {}
    notes: Many[str] = ()
    """What a reader should know about how the files were read."""
    sources: Many[SourceInfo] = ()
    theme: ThemeInfo | None = None
    """The look of its reports; None for the look that reports have. JSON leaves it out then."""
    untranslated: Untranslated | None = None
    """What a translation of the framework lacks; None where none does, and JSON leaves it out."""
