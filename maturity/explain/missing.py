"""Stage 4 told again: the missing answers under a group, and what each of them would do."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.probe import Probe
from maturity.explain.terms import MISSING
from maturity.model.explained_group import MissingAnswer
from maturity.model.levels import as_number

if TYPE_CHECKING:
    from maturity.explain.parts import Parts, Place
    from maturity.model.scored import QuestionResult
    from maturity.score.aggregate import Value
    from maturity.score.tree import Branch


def missing_under(parts: Parts, place: Place) -> list[QuestionResult]:
    """Give the questions whose missing answers bear on a group, by its sum or by a ceiling."""
    below = parts.questions_of(place)
    if place.kind == "dimension":
        capping = {name for name, _ in parts.rescorer.critical.get(place.id, ())}
        capping -= {question.id for question in below}
        below += [question for name, question in parts.questions.items() if name in capping]
    return [question for question in below if question.state in MISSING]


def missing_answers(parts: Parts, place: Place, branch: Branch) -> tuple[MissingAnswer, ...]:
    """Describe each missing answer, the one that moves the range furthest first."""
    rescorer = parts.rescorer
    missing = missing_under(parts, place)
    if not missing:
        return ()
    now = Probe(rescorer, branch, rescorer.values)
    ends = (
        Probe(rescorer, branch, rescorer.ends[True]),
        Probe(rescorer, branch, rescorer.ends[False]),
    )
    found = [_describe(parts, question, now, ends) for question in missing]
    return tuple(sorted(found, key=lambda answer: (-answer.spread, answer.question)))


def _describe(
    parts: Parts, question: QuestionResult, now: Probe, ends: tuple[Probe, Probe]
) -> MissingAnswer:
    low, high = (parts.rescorer.ends[upper][question.id] for upper in (False, True))
    stands = parts.rescorer.values[question.id]
    # At the upper end every missing answer is the highest, so this one moves to the lowest.
    upper, lower = ends
    spread = max(upper.distance(question.id, low), lower.distance(question.id, high))
    return MissingAnswer(
        question=question.id,
        title=question.ask,
        state="unknown" if question.state == "unknown" else "unanswered",
        critical=bool(question.critical),
        counts_as=_text(stands),
        lowest=question.low,
        highest=question.high,
        score_if_lowest=_text(now.moved(question.id, low)),
        score_if_highest=_text(now.moved(question.id, high)),
        spread=as_number(spread),
        answered_by=question.answered_by,
    )


def _text(value: Value) -> str | None:
    return str(value) if isinstance(value, Fraction) else None
