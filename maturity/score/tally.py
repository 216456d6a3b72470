"""Stage 4: count the answers to each question, level by level.

The tally is all that scoring sees of respondents, so anything that can count can feed it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from maturity.model.answers import Answer, AnswerSheet
    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.model.question_base import AnswerValue

Counts = dict["Fraction", int]
Missing = Literal["unknown", "unanswered"]


@dataclass(slots=True)
class Tally:
    """How often each level was given; `counts` holds every level the question can give.

    A checklist by share and a straight number can give too many to list: theirs holds those given.
    """

    counts: Counts
    unknown: int = 0
    not_applicable: int = 0
    unanswered: int = 0
    not_counted: int = 0
    """Answers from roles that the question does not ask."""
    reasons: list[str] = field(default_factory=list)
    """Why it does not apply, each reason once."""
    by_role: dict[str, Tally] = field(default_factory=dict)
    by_unit: dict[str, Tally] = field(default_factory=dict)
    agreed: Answer | None = None
    """The answer settled together, which sets the score."""
    agreed_level: Fraction | None = None

    @property
    def answered(self) -> int:
        """How many respondents gave a level."""
        return sum(self.counts.values())


def tally_answers(assessment: Assessment) -> dict[str, Tally]:
    """Count the answers to every scored question, by its full id."""
    framework = assessment.framework
    scored = [question for question in framework.questions.values() if question.is_scored]
    return {question.id: _tally(question, framework, assessment.sheets) for question in scored}


def _tally(question: Question, framework: Framework, sheets: tuple[AnswerSheet, ...]) -> Tally:
    zeros = _zeros(question, framework)
    tally = Tally(dict(zeros))
    worth = _Worth(question, framework)
    for sheet in sheets:
        answer = sheet.answers.get(question.id)
        if sheet.agreed:
            if answer is not None and answer.state != "unanswered":
                tally.agreed, tally.agreed_level = answer, worth.level(answer)
            continue
        if not _counts(question, sheet):
            tally.not_counted += answer is not None and answer.state != "unanswered"
            _add(_part(tally.by_role, sheet.role, zeros), answer, worth)
            continue
        _add(tally, answer, worth)
        _add(_part(tally.by_role, sheet.role, zeros), answer, worth)
        _add(_part(tally.by_unit, sheet.unit, zeros), answer, worth)
    return tally


def _zeros(question: Question, framework: Framework) -> Counts:
    if not question.is_listed:
        return {}
    return dict.fromkeys(framework.possible_levels[question.id].values, 0)


def counts_towards(question: Question, role: str | None) -> bool:
    """Say whether a respondent of this role is asked; one without a role always is."""
    return not question.answered_by or role is None or role in question.answered_by


def _counts(question: Question, sheet: AnswerSheet) -> bool:
    return counts_towards(question, sheet.role)


def _part(parts: dict[str, Tally], key: str | None, zeros: Mapping[Fraction, int]) -> Tally | None:
    if key is None:
        return None
    if key not in parts:
        parts[key] = Tally(dict(zeros))
    return parts[key]


def _add(tally: Tally | None, answer: Answer | None, worth: _Worth) -> None:
    if tally is None:
        return
    if answer is None or answer.state == "unanswered":
        tally.unanswered += 1
    elif answer.state == "unknown":
        tally.unknown += 1
    elif answer.state == "not-applicable":
        tally.not_applicable += 1
        if answer.reason not in tally.reasons:
            tally.reasons.append(answer.reason)
    else:
        level = worth.level(answer)
        if level is not None:
            tally.counts[level] = tally.counts.get(level, 0) + 1


class _Worth:
    """The level of each answer to one question, worked out once."""

    def __init__(self, question: Question, framework: Framework) -> None:
        self._question = question
        self._scale = framework.scale
        self._known: dict[AnswerValue, Fraction | None] = {}

    def level(self, answer: Answer) -> Fraction | None:
        value = answer.value
        if value is None:
            return None
        if value not in self._known:
            self._known[value] = self._question.level(value, self._scale)
        return self._known[value]
