"""An answer file: what one respondent, or a meeting, says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from maturity.model.base import Day, Exact, FullId, Id, Model, OneOrMany, Text, Version
from maturity.model.question_base import AnswerValue

AnswerState = Literal["answered", "unknown", "not-applicable", "unanswered"]


class FrameworkRef(Model):
    """Which framework a file was written for: its id and version, or where it lies."""

    id: Id | None = None
    """The framework's id."""
    version: Version | None = None
    """The version that was answered."""
    path: Text | None = None
    """The framework's folder, from the file that names it."""

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if self.id is None and self.path is None:
            raise PydanticCustomError("framework_named", "name the framework by id, or by path")
        return self


class Organisation(Model):
    """Who is assessed."""

    name: Text
    """What a person reads."""
    profile: Id | None = None
    """The kind of organisation."""
    facts: dict[Id, str | Exact | None] = {}
    """What is true of it; blank and `unknown` are not known."""


class Respondent(Model):
    """Who answers."""

    id: Id | None = None
    """Stands for the person in every result; made from the file's name if absent."""
    role: Id | None = None
    """The kind of respondent; without one, every answer counts."""
    unit: str | None = Field(default=None, min_length=1, max_length=200)
    """Department, site or faculty."""
    name: str | None = Field(default=None, min_length=1, max_length=200)
    """The person's name; shown to the audience `full` only."""


class Evidence(Model):
    """What a respondent points at."""

    title: Text
    """What it is."""
    ref: str = Field(default="", max_length=2_000)
    """Where it is."""
    date: Day | None = None
    """When it was made."""
    strength: Literal["said", "shown", "tested"] | None = None
    """Whether it was told, seen, or tried."""


def _as_evidence(value: object) -> object:
    return {"title": value} if isinstance(value, str) else value


def _or_none_yet(value: object) -> object:
    return {} if value is None else value


def _as_record(value: object) -> object:
    return value if isinstance(value, dict) else {"answer": value}


class AnswerRecord(Model):
    """An answer with its note and evidence; a bare value is the answer alone."""

    answer: Any = None
    """The value as written; `unknown`; or nothing, which is unanswered."""
    not_applicable: Text | None = None
    """The reason for leaving the question out."""
    note: str = Field(default="", max_length=20_000)
    """The respondent's words."""
    evidence: OneOrMany[Annotated[Evidence, BeforeValidator(_as_evidence)]] = ()
    """What shows that the answer is true; one piece or a list."""


class AnswersFile(Model):
    """One respondent's answers, or those settled together."""

    format: Literal["answers/1"]
    """The kind of file."""
    framework: FrameworkRef
    """What was answered."""
    organisation: Organisation | None = None
    """Who is assessed; may be left to the assessment."""
    respondent: Respondent = Respondent()
    """Who answers."""
    kind: Literal["individual", "agreed"] = "individual"
    """One person's answers, or answers settled in a meeting."""
    scope: Literal["full", "quick"] = "full"
    """Every question, or the short version."""
    date: Day | None = None
    """When the answers were given."""
    answers: Annotated[
        dict[FullId, Annotated[AnswerRecord, BeforeValidator(_as_record)]],
        BeforeValidator(_or_none_yet),
    ] = {}
    """Question → answer."""
    retired: dict[FullId, Any] = {}
    """Answers to questions that no longer exist, kept and never scored."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that its question can take, or the reason why there is none."""

    state: AnswerState
    """Given, don't know, left out with a reason, or nothing."""
    value: AnswerValue | None = None
    """What was answered, as its question reads it."""
    reason: str = ""
    """Why it was left out."""
    note: str = ""
    """The respondent's words."""
    evidence: tuple[Evidence, ...] = ()
    """What shows that the answer is true."""

    def canonical(self) -> list[object]:
        """Give everything that was said in one fixed form, for a digest."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        shown = str(value) if isinstance(value, Fraction) else value
        evidence = [piece.model_dump(mode="json") for piece in self.evidence]
        return [self.state, shown, self.reason, self.note, evidence]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """One answer file after its answers were read against the framework."""

    path: str
    """The file, for messages."""
    respondent: str
    """The respondent's id; empty on an agreed sheet."""
    answers: dict[str, Answer]
    """Question → answer, for every question that the file mentions."""
    role: str | None = None
    """The respondent's role."""
    unit: str | None = None
    """The respondent's unit."""
    name: str | None = None
    """The respondent's name."""
    agreed: bool = False
    """Whether the answers were settled together."""
    date: datetime.date | None = None
    """When they were given."""

    def canonical(self) -> list[object]:
        """Give everything but the file's name in one fixed form, for a digest."""
        answers = [[name, self.answers[name].canonical()] for name in sorted(self.answers)]
        date = self.date.isoformat() if self.date else None
        return [self.respondent, self.role, self.unit, self.name, self.agreed, date, answers]
