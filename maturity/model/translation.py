"""A translation of a framework's texts, under the same ids; what is silent stays as it is."""

from __future__ import annotations

from typing import Literal

from maturity.model.base import Exact, FullId, Id, Many, Model, Text, Version
from maturity.model.language import LanguageCode

Words = Text | None
"""A text in this language; blank until somebody has translated it."""


class TranslatedFramework(Model):
    """Which framework it is a translation of."""

    id: Id
    """The framework's id."""
    version: Version
    """The version whose texts were translated."""


class LevelWords(Model):
    """A step of the scale."""

    name: Words = None
    """What it is called."""
    description: Words = None
    """What an organisation at this level looks like."""


class TitleWords(Model):
    """A profile, lens, dimension or topic."""

    title: Words = None
    """What a person reads."""
    summary: Words = None
    """What it is about."""


class FactWords(Model):
    """A fact."""

    ask: Words = None
    """The question."""
    unit: Words = None
    """What a number counts."""
    options: dict[Id, Words] = {}
    """Option → its label."""


class QuestionWords(Model):
    """A question."""

    ask: Words = None
    """The question."""
    why: Words = None
    """Why it matters."""
    unit: Words = None
    """What a number counts."""
    levels: dict[Exact, Words] = {}
    """Level → statement."""
    options: dict[Id, Words] = {}
    """Option → its label."""
    items: dict[Id, Words] = {}
    """Item → its label."""
    critical: Many[Words] = ()
    """The reason of each ceiling, in the order of the original."""
    expects: Many[Words] = ()
    """What would count as evidence, in the order of the original."""


class ActionWords(Model):
    """An action."""

    title: Words = None
    """An imperative."""
    detail: Words = None
    """The first step, and what done looks like."""
    owner: Words = None
    """The role that answers for it."""


class Translation(Model):
    """One language of a framework: `translations/<language>.yaml` beside framework.yaml."""

    format: Literal["translation/1"]
    """The kind of file."""
    framework: TranslatedFramework
    """What it is a translation of."""
    language: LanguageCode
    """The language of these texts: `cy`; also the file's name."""
    title: Words = None
    """The framework's title."""
    summary: Words = None
    """What the framework is for."""
    levels: dict[Exact, LevelWords] = {}
    """Level → its name and description."""
    roles: dict[Id, Words] = {}
    """Role → its title."""
    facts: dict[Id, FactWords] = {}
    """Fact → its words."""
    profiles: dict[Id, TitleWords] = {}
    """Profile → its words."""
    lenses: dict[Id, TitleWords] = {}
    """Lens → its words."""
    dimensions: dict[Id, TitleWords] = {}
    """Dimension → its words."""
    topics: dict[FullId, TitleWords] = {}
    """Topic, by its full id → its words."""
    questions: dict[FullId, QuestionWords] = {}
    """Question, by its full id → its words."""
    actions: dict[Id, ActionWords] = {}
    """Action → its words."""
