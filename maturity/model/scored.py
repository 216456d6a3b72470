"""Parts of a Result: every node of the tree with all that explains its number."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from maturity.model.part import FrameworkText, Many, Number, Part

State = Literal["scored", "unknown", "unanswered", "not-applicable", "not-asked", "text"]


class CapInfo(Part):
    """A ceiling that is below the score before it, or may come to be."""

    question: str
    value: Number
    """The level of the question."""
    cap: Number
    because: FrameworkText
    binding: bool
    """Whether it sets the score."""
    released_at: Number | None = None
    """The smallest level of the question at which this ceiling no longer applies."""


class PendingCap(Part):
    """A critical question without an answer, and the ceiling that it could set."""

    question: str
    cap: Number
    because: FrameworkText


class LevelText(Part):
    """What an answer means."""

    level: Number
    text: FrameworkText


class CriticalInfo(Part):
    """A ceiling as the author wrote it."""

    at_most: Number
    cap: Number
    because: FrameworkText
    dimension: str


class TallyGroup(Part):
    """How many respondents of a role or unit gave each level."""

    id: str
    levels: dict[str, int]
    mean: Number | None
    unknown: int = 0
    not_applicable: int | None = None
    """How many said that it does not apply; None in older results, as is the next."""
    unanswered: int | None = None


class Tally(Part):
    """How many respondents gave each level, zeros included, and how many none."""

    levels: dict[str, int]
    answered: int
    unknown: int
    not_applicable: int
    unanswered: int
    not_counted: int = 0
    """Answers shown, but from roles that the question does not ask."""
    by_role: Many[TallyGroup] = ()
    by_unit: Many[TallyGroup] = ()


class EvidenceShown(Part):
    """What a respondent pointed at."""

    title: str
    ref: str = ""
    date: str | None = None
    strength: str | None = None


class AnswerShown(Part):
    """One respondent's answer to one question."""

    respondent: str | None
    """None on an answer settled together."""
    role: str | None = None
    unit: str | None = None
    agreed: bool = False
    counted: bool = True
    state: str
    answer: str = ""
    """The answer in the question's own words."""
    level: Number | None = None
    reason: str = ""
    note: str = ""
    evidence: Many[EvidenceShown] = ()


class RoleMean(Part):
    """The mean level of a role's answers to a question."""

    role: str
    mean: Number
    count: int


class QuestionResult(Part):
    """A question with its answers and what they came to."""

    id: str
    ask: FrameworkText
    why: FrameworkText = ""
    type: str
    unit: FrameworkText | None = None
    weight: Number
    rung: Number | None = None
    state: State
    reason: str | None = None
    """Why it was left out or not asked."""
    score: Number | None = None
    """The combined level."""
    exact: str | None = None
    level: Number | None = None
    level_name: FrameworkText | None = None
    low: Number | None = None
    high: Number | None = None
    stands_at: Number | None = None
    """The lowest level, where a missing answer is counted as that."""
    target: Number | None = None
    target_because: str = ""
    gap: Number | None = None
    levels: Many[LevelText] = ()
    next_level: LevelText | None = None
    lowest: Number | None = None
    """The lowest level that a respondent gave."""
    highest: Number | None = None
    combine: str
    agreed: bool = False
    """Whether an answer settled together set the score."""
    critical: Many[CriticalInfo] = ()
    tally: Tally | None = None
    by_role: Many[RoleMean] = ()
    answers: Many[AnswerShown] = ()
    agreement: Number | None = None
    """From -1 (two camps) over 0 (spread evenly) to 1 (all alike)."""
    expects: Many[FrameworkText] = ()
    answered_by: Many[str] = ()
    lenses: Many[str] = ()
    sources: Many[str] = ()


class Node(Part):
    """A number with everything that explains it: overall, a dimension, a topic, a lens."""

    id: str
    title: FrameworkText
    summary: FrameworkText = ""
    weight: Number
    """Its weight as authored, times the profile's and the local one."""
    aggregate: str = "mean"
    rung: Number | None = None
    pass_: Number | None = Field(default=None, alias="pass")
    score: Number | None
    exact: str | None
    """The score as a fraction, or None where there is none."""
    level: Number | None = None
    """The highest level that the exact score reaches."""
    level_name: FrameworkText | None = None
    low: Number | None = None
    """The score if every missing answer were the lowest."""
    high: Number | None = None
    """The score if every missing answer were the highest."""
    coverage: Number | None = None
    """Weight answered of weight asked, from 0 to 1."""
    provisional: bool = False
    """Whether too little is answered, or a ceiling is pending."""
    target: Number | None = None
    target_because: str = ""
    gap: Number | None = None
    uncapped: Number | None = None
    """The score before the ceilings, where one bit."""
    standard_score: Number | None = None
    """The score without local weights, where there are any."""
    caps: Many[CapInfo] = ()
    pending: Many[PendingCap] = ()
    sensitive: bool = False
    cut: bool = False
    """Whether questions below it are withheld from this audience."""
    questions: Many[QuestionResult] = ()
    topics: Many[Node] = ()


class Lensed(Node):
    """A theme across dimensions: the mean of its questions, no ceilings."""

    question_ids: Many[str] = ()
