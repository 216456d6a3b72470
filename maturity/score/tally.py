"""Stage 4: count the answers to each question, level by level.

The tally is all that scoring sees of respondents, so anything that can count can feed it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from maturity.model.answers import Answer, AnswerSheet
    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework
    from maturity.model.question import Question

FEW = 8
"""Fewer answers are quicker added one by one than counted first."""
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
    agreed = [sheet for sheet in assessment.sheets if sheet.agreed]
    groups: dict[tuple[str | None, str | None], list[dict[str, Answer]]] = {}
    for sheet in assessment.sheets:
        if not sheet.agreed:
            groups.setdefault((sheet.role, sheet.unit), []).append(sheet.answers)
    found = {}
    for question in framework.questions.values():
        if question.is_scored:
            tally = found[question.id] = _tally(question, framework, groups)
            _settle(question, framework, tally, agreed)
    return found


def _tally(
    question: Question,
    framework: Framework,
    groups: Mapping[tuple[str | None, str | None], list[dict[str, Answer]]],
) -> Tally:
    slots = _Slots(question, framework)
    whole = _Count()
    by_role: dict[str, _Count] = {}
    by_unit: dict[str, _Count] = {}
    not_counted = 0
    for (role, unit), members in groups.items():
        counted = counts_towards(question, role)
        parts = [] if role is None else [by_role.setdefault(role, _Count())]
        if counted:
            parts += [whole] if unit is None else [whole, by_unit.setdefault(unit, _Count())]
        for answer, number in _alike([answers.get(question.id) for answers in members]):
            for part in parts:
                part.add(answer, number, slots)
            if not counted and answer is not None and answer.state != "unanswered":
                not_counted += number
    tally = whole.tally(slots)
    tally.not_counted = not_counted
    tally.by_role = {role: part.tally(slots) for role, part in by_role.items()}
    tally.by_unit = {unit: part.tally(slots) for unit, part in by_unit.items()}
    return tally


def _alike(answers: list[Answer | None]) -> list[tuple[Answer | None, int]]:
    """Count the same answers together; those read alike are one object."""
    if len(answers) < FEW:
        return [(answer, 1) for answer in answers]
    objects = dict(zip(map(id, answers), answers, strict=True))
    return [(objects[key], number) for key, number in Counter(map(id, answers)).items()]


def _settle(
    question: Question, framework: Framework, tally: Tally, agreed: list[AnswerSheet]
) -> None:
    for sheet in agreed:
        answer = sheet.answers.get(question.id)
        if answer is not None and answer.state != "unanswered":
            tally.agreed = answer
            value = answer.value
            if value is not None:
                tally.agreed_level = question.level(value, framework.scale)


def counts_towards(question: Question, role: str | None) -> bool:
    """Say whether a respondent of this role is asked; one without a role always is."""
    return not question.answered_by or role is None or role in question.answered_by


class _Slots:
    """The levels of one question, numbered, so that counting hashes no fraction twice."""

    def __init__(self, question: Question, framework: Framework) -> None:
        self._question = question
        self._scale = framework.scale
        self.is_listed = question.is_listed
        self.levels: list[Fraction] = []
        if self.is_listed:
            self.levels += framework.possible_levels[question.id].values
        self._by_answer: dict[int, int | None] = {}

    def slot(self, answer: Answer) -> int | None:
        """Give the number of an answer's level; None for a text."""
        key = id(answer)
        if key not in self._by_answer:
            value = answer.value
            level = None if value is None else self._question.level(value, self._scale)
            if level is not None and level not in self.levels:
                self.levels.append(level)
            self._by_answer[key] = None if level is None else self.levels.index(level)
        return self._by_answer[key]


class _Count:
    """A tally while it is counted."""

    def __init__(self) -> None:
        self._slots: dict[int, int] = {}
        self._states = {"unknown": 0, "not-applicable": 0, "unanswered": 0}
        self._reasons: list[str] = []

    def add(self, answer: Answer | None, number: int, slots: _Slots) -> None:
        state = "unanswered" if answer is None else answer.state
        if state != "answered" or answer is None:
            self._states[state] += number
            if answer is not None and answer.reason and answer.reason not in self._reasons:
                self._reasons.append(answer.reason)
            return
        slot = slots.slot(answer)
        if slot is not None:
            self._slots[slot] = self._slots.get(slot, 0) + number

    def tally(self, slots: _Slots) -> Tally:
        listed = slots.is_listed
        return Tally(
            {
                level: self._slots.get(slot, 0)
                for slot, level in enumerate(slots.levels)
                if listed or slot in self._slots
            },
            unknown=self._states["unknown"],
            not_applicable=self._states["not-applicable"],
            unanswered=self._states["unanswered"],
            reasons=self._reasons,
        )
