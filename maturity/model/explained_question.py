"""Parts of an Explanation: how the answers to one question became its level."""

from __future__ import annotations

from maturity.model.base import Many
from maturity.model.part import Number, Part
from maturity.model.scored import AnswerShown, CriticalInfo, LevelText, State


class LevelCount(Part):
    """How many of the answers that count gave a level."""

    level: str
    count: int
    text: str = ""
    """What the level says."""


class RoleTally(Part):
    """The answers of one role."""

    role: str
    title: str
    counted: bool
    """Whether the question asks this role."""
    levels: Many[LevelCount] = ()
    unknown: int = 0
    mean: str | None = None
    """The mean of its answers, exact."""
    arithmetic: str = ""


class Agreement(Part):
    """How alike the answers are."""

    exact: str
    value: Number
    arithmetic: str
    meaning: str


class CeilingState(Part):
    """A ceiling that the question can set, and whether it does."""

    ceiling: CriticalInfo
    applies: bool


class Membership(Part):
    """A sum that the question, or a group that holds it, is a part of."""

    kind: str
    id: str
    """The group or theme whose sum it is."""
    title: str
    part: str
    """The part of that sum: the question, or the group that holds it."""
    weight: Number
    share: str | None = None
    """The part's weight of all weights in that sum, exact; None where it is in no sum."""


class QuestionDetail(Part):
    """Everything between the answers and the level."""

    type: str
    state: State
    standing: str
    """What the state means for the score, in a sentence."""
    why: str = ""
    text: str = ""
    """What the level that was reached says."""
    next_level: LevelText | None = None
    combine: str
    agreed: bool = False
    """Whether an answer settled together set the level."""
    individual: str = ""
    """What the single answers come to, where an agreed one outranks them."""
    asked_roles: Many[str] = ()
    """The roles whose answers count; empty for everyone's."""
    answered: int = 0
    unknown: int = 0
    not_applicable: int = 0
    unanswered: int = 0
    not_counted: int = 0
    levels: Many[LevelCount] = ()
    by_role: Many[RoleTally] = ()
    agreement: Agreement | None = None
    answers: Many[AnswerShown] = ()
    ceilings: Many[CeilingState] = ()
    part_of: Many[Membership] = ()
