"""Stage 4 told again: what a question's state means for the score."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.terms import MISSING
from maturity.model.levels import show
from maturity.score.aggregate import Gap

if TYPE_CHECKING:
    from maturity.explain.parts import Parts
    from maturity.model.scored import QuestionResult


def standing_text(parts: Parts, question: QuestionResult) -> str:
    """Say in a sentence or two where a question stands and why."""
    if question.state == "scored":
        return _scored(question)
    if question.state in MISSING:
        return f"{_nobody(question)} {_missing(parts, question)}"
    if question.state == "not-asked":
        return f"Not asked: {question.reason or 'no reason is given'}."
    if question.state == "not-applicable":
        reason = question.reason or "no reason is given"
        return f"Not applicable: {reason}. It leaves the sum, and no ceiling comes of it."
    return "Answered in words; it is shown and never scored."


def _scored(question: QuestionResult) -> str:
    if question.agreed:
        return "Settled together."
    answered = question.tally.answered if question.tally else 0
    if not answered:
        return "Answered."
    return "One answer counts." if answered == 1 else f"{answered} answers count."


def _nobody(question: QuestionResult) -> str:
    if question.state == "unanswered":
        return "Nobody answered."
    if question.tally is None:
        return "It is not known."
    unknown = question.tally.unknown
    if not unknown:
        return "It was settled together that this is not known."
    who = "one respondent does" if unknown == 1 else f"{unknown} respondents do"
    return f"Nobody gave a level; {who} not know."


def _missing(parts: Parts, question: QuestionResult) -> str:
    """Say what a missing answer counts as, and by which rule."""
    value = parts.rescorer.values[question.id]
    if value is Gap.BLOCKED:
        return "This framework gives no score while an answer is missing."
    if not isinstance(value, Fraction):
        return "This framework leaves missing answers out of the sum."
    lowest = f"it counts as its lowest level, {show(value)}"
    if parts.result.parameters.missing == "lowest":
        return f"As every missing answer in this framework, {lowest}."
    if question.critical and question.state == "unknown":
        return f"A critical question that nobody can answer is no good sign, so {lowest}."
    if question.critical and parts.result.status == "final":
        return f"It is critical and the assessment is final, so {lowest}."
    return f"A ladder stands on every rung, so {lowest}."
