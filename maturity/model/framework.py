"""A framework: what an author writes, and the whole of it with full ids, ready to ask and score."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from maturity.model.action import Action
from maturity.model.base import (
    Exact,
    FullId,
    Id,
    Many,
    Model,
    Share,
    Text,
    Version,
    Weight,
    YesNo,
)
from maturity.model.levels import PossibleLevels, Scale
from maturity.model.question import Question
from maturity.model.question_base import Combine
from maturity.model.shared import Fact, Lens, Level, Profile, Role, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

Aggregate = Literal["mean", "min", "ladder"]
Missing = Literal["drop", "lowest", "block"]


class FrameworkFile(Model):
    """framework.yaml: the scale and everything that the questionnaires share."""

    format: Literal["framework/1"]
    """The kind of file."""
    id: Id
    """What answer files name."""
    version: Version
    """Major: ids or scores change; minor: content added; patch: wording."""
    title: Text
    """What a person reads."""
    summary: str = ""
    """What it is for, and what is judgement in it."""
    language: str = "en-GB"
    """The language of its texts."""
    levels: Many[Level] = Field(min_length=2)
    """The steps of the scale, ascending."""
    top: Exact | None = None
    """Where the scale ends; silent, at the last level."""
    dimensions: Many[Id] = Field(min_length=1)
    """The questionnaires, in order; each is a file beside this one."""
    aggregate: Literal["mean", "min", "ladder", "none"] = "mean"
    """How dimensions become the overall score; none gives a matrix."""
    pass_: Exact | None = Field(default=None, alias="pass")
    """In a ladder, the level that a dimension must reach; silent, the top."""
    missing: Missing = "drop"
    """What a missing answer does: leave the sum, stand at its lowest, or leave no score."""
    min_coverage: Share = Fraction(0)
    """Under this share of answers a score is provisional."""
    combine: Combine = "median"
    """How several respondents become one value."""
    roles: Many[Role] = ()
    """The kinds of respondent."""
    facts: Many[Fact] = ()
    """What is asked of the organisation first."""
    profiles: Many[Profile] = ()
    """The kinds of organisation."""
    lenses: Many[Lens] = ()
    """The themes across dimensions."""
    sources: Many[Source] = ()
    """Where the content comes from."""
    renamed: dict[FullId, Many[FullId]] = {}
    """Old question id → the ids that took its place."""
    retired: Many[FullId] = ()
    """Question ids that must not come back."""


class Topic(Model):
    """A group of questions inside a dimension."""

    id: FullId
    """The short id in the file; `dimension.topic` once the framework is loaded."""
    title: Text
    """What a person reads."""
    summary: str = ""
    """What it is about."""
    weight: Weight = Fraction(1)
    """How much it counts beside its neighbours."""
    aggregate: Aggregate = "mean"
    """How its children become its score."""
    pass_: Exact | None = Field(default=None, alias="pass")
    """In a ladder, the level that a child must reach; silent, the top."""
    rung: Exact | None = None
    """The level it belongs to in a ladder."""
    questions: Many[Question] = ()
    """Its questions; or else its topics."""
    topics: Many[Topic] = ()
    """Topics inside it."""


class Questionnaire(Model):
    """One dimension: its questions and actions."""

    format: Literal["questionnaire/1"]
    """The kind of file."""
    id: Id
    """The dimension; also the file's name."""
    title: Text
    """What a person reads."""
    summary: str = ""
    """What it is about."""
    weight: Weight = Fraction(1)
    """How much the dimension counts in the overall score."""
    sensitive: YesNo = False
    """Whether a public report shows it at dimension level only."""
    aggregate: Aggregate = "mean"
    """How its children become its score."""
    pass_: Exact | None = Field(default=None, alias="pass")
    """In a ladder, the level that a child must reach; silent, the top."""
    rung: Exact | None = None
    """The level it belongs to in a ladder of dimensions."""
    questions: Many[Question] = ()
    """Its questions; or else its topics."""
    topics: Many[Topic] = ()
    """Groups of questions."""
    actions: Many[Action] = ()
    """What raises its questions."""


Group = Questionnaire | Topic
"""Something with children: questions, or topics."""


def questions_in(group: Group) -> Iterator[Question]:
    """Give every question under a group, in the order of the file."""
    yield from group.questions
    for topic in group.topics:
        yield from questions_in(topic)


@dataclass(frozen=True)
class Framework:
    """A whole framework with full ids: `file` and one questionnaire a dimension, in order."""

    file: FrameworkFile
    questionnaires: tuple[Questionnaire, ...]
    original: Framework | None = None
    """The framework as its author wrote it, where this one is translated."""
    untranslated: frozenset[str] = frozenset()
    """The texts that the translation lacks, and that so stand in the original's language."""

    @cached_property
    def scale(self) -> Scale:
        """The scale that all its scores lie on."""
        levels = self.file.levels
        top = levels[-1].level if self.file.top is None else self.file.top
        return Scale(levels[0].level, top)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its full id, in order."""
        return {q.id: q for group in self.questionnaires for q in questions_in(group)}

    @cached_property
    def possible_levels(self) -> dict[str, PossibleLevels]:
        """What each scored question can give, by its full id."""
        scored = (q for q in self.questions.values() if q.is_scored)
        return {q.id: q.possible_levels(self.scale) for q in scored}

    @cached_property
    def actions(self) -> dict[str, Action]:
        """Every action by its id, in order."""
        return {a.id: a for group in self.questionnaires for a in group.actions}

    @cached_property
    def action_dimensions(self) -> dict[str, str]:
        """Action → the dimension whose file it stands in."""
        return {a.id: group.id for group in self.questionnaires for a in group.actions}

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of the validated framework.

        Line endings, comments, key order and quoting in the files change nothing, nor does a
        translation.
        """
        if self.original is not None:
            return self.original.digest
        parts = [self.file, *self.questionnaires]
        data = [part.model_dump(mode="json", by_alias=True) for part in parts]
        text = json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def level_at(self, score: Fraction) -> Level | None:
        """Give the highest level that a score reaches; None below the first."""
        reached = [level for level in self.file.levels if level.level <= score]
        return reached[-1] if reached else None

    def profile(self, profile_id: str) -> Profile | None:
        """Find a profile."""
        return next((p for p in self.file.profiles if p.id == profile_id), None)


def dimension_of(full_id: str) -> str:
    """Give the dimension of a full id: `security` for `security.mfa`."""
    return full_id.partition(".")[0]
