"""Stage 4: the lists that a Result carries: what is unknown, disputed, left out."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.framework import dimension_of
from maturity.model.levels import as_number
from maturity.model.result import Disagreement, LeftOut, Unknown
from maturity.score.engine import number
from maturity.score.question_results import agreement_of, question_result

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment
    from maturity.model.question import Question
    from maturity.score import Scores
    from maturity.score.aggregate import Value
    from maturity.score.engine import Engine

DISPUTED_BELOW = Fraction(1, 2)
"""Answers agree less than this where a conversation is worth its time."""


def unknowns(assessment: Assessment, scores: Scores) -> tuple[Unknown, ...]:
    """List the missing answers, widest effect on the range first."""
    ends = [
        _RangeEnd(scores, upper=True),
        _RangeEnd(scores, upper=False),
    ]
    found = []
    for question in assessment.framework.questions.values():
        standing = scores.standings[question.id]
        if standing.state in ("unknown", "unanswered"):
            spread = max(end.change(question) for end in ends)
            found.append(
                Unknown(
                    question=question.id,
                    state="unknown" if standing.state == "unknown" else "unanswered",
                    critical=bool(question.critical),
                    spread=as_number(spread),
                    answered_by=question.answered_by,
                )
            )
    return tuple(sorted(found, key=lambda unknown: (-unknown.spread, unknown.question)))


class _RangeEnd:
    """One end of the range, and how far one answer at the other extreme would move it."""

    def __init__(self, scores: Scores, *, upper: bool) -> None:
        self._engine: Engine = scores.engine
        self._other = {q: s.low if upper else s.high for q, s in scores.standings.items()}
        self._values = {q: s.high if upper else s.low for q, s in scores.standings.items()}
        self._dimensions = {
            name: self._engine.dimension(name, self._values) for name in self._engine.dimensions
        }

    def change(self, question: Question) -> Fraction:
        values = {**self._values, question.id: self._other[question.id]}
        touched = {dimension_of(question.id)} | {c.dimension for c in question.critical} - {None}
        moved = dict(self._dimensions)
        for name in sorted(name for name in touched if name is not None):
            moved[name] = self._engine.dimension(name, values)
        if self._engine.tree.aggregate == "none":
            changes = [_apart(self._dimensions[name], moved[name]) for name in moved]
            return max(changes, default=Fraction(0))
        return _apart(self._engine.overall(self._dimensions), self._engine.overall(moved))


def _apart(one: Value, other: Value) -> Fraction:
    first, second = number(one), number(other)
    return Fraction(0) if first is None or second is None else abs(first - second)


def disagreements(assessment: Assessment, scores: Scores) -> tuple[Disagreement, ...]:
    """List the questions on which respondents differ most, least agreement first."""
    found = []
    for question in assessment.framework.questions.values():
        tally = scores.tallies.get(question.id)
        agreed = agreement_of(question, tally)
        standing = scores.standings[question.id]
        if tally is None or agreed is None or agreed >= DISPUTED_BELOW:
            continue
        if standing.state in ("not-asked", "not-applicable"):
            continue
        result = question_result(question, assessment, standing, tally, question.weight)
        found.append(
            Disagreement(
                question=question.id,
                agreement=agreed,
                lowest=result.lowest if result.lowest is not None else 0,
                highest=result.highest if result.highest is not None else 0,
                by_role=result.by_role,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.agreement, one.question)))


def left_out(assessment: Assessment, scores: Scores) -> tuple[LeftOut, ...]:
    """List the questions that left the sum and why, critical ones first."""
    found = [
        LeftOut(
            question=name,
            state="not-asked" if standing.state == "not-asked" else "not-applicable",
            reason=standing.reason,
            critical=bool(assessment.framework.questions[name].critical),
        )
        for name, standing in scores.standings.items()
        if standing.state in ("not-asked", "not-applicable")
    ]
    return tuple(sorted(found, key=lambda one: not one.critical))
