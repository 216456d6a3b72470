"""Stage 4: what a Result says of one question: its answers, their tally and what they came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import fail
from maturity.model.framework import dimension_of
from maturity.model.levels import MOST_BITS, as_number, show
from maturity.model.scored import (
    AnswerShown,
    CriticalInfo,
    EvidenceShown,
    LevelText,
    QuestionResult,
    RoleMean,
    TallyGroup,
)
from maturity.model.scored import Tally as TallyShown
from maturity.score.agreement import agreement
from maturity.score.combine import mean
from maturity.score.engine import number
from maturity.score.tally import counts_towards

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from maturity.model.answers import Answer, AnswerSheet
    from maturity.model.assessment import Assessment
    from maturity.model.part import Number
    from maturity.model.question import Question
    from maturity.score.resolve import Standing
    from maturity.score.tally import Tally


def question_result(
    question: Question,
    assessment: Assessment,
    standing: Standing,
    tally: Tally | None,
    weight: Fraction,
) -> QuestionResult:
    """Describe a question; a text has answers and no tally."""
    framework = assessment.framework
    score = number(standing.value) if standing.state == "scored" else None
    level = framework.level_at(score) if score is not None else None
    target = assessment.targets.get(question.id)
    gap = max(target.level - score, target.level * 0) if target and score is not None else None
    statements = question.statements(framework.scale)
    ahead = next((s for s in statements if score is not None and s[0] > score), None)
    given = [value for value, count in tally.counts.items() if count] if tally else []
    stands = number(standing.value) if standing.is_missing else None
    shown = _tally_shown(tally) if tally else None
    return QuestionResult(
        id=question.id,
        ask=question.ask,
        why=question.why,
        type=question.type,
        unit=getattr(question, "unit", None),
        weight=as_number(weight),
        rung=optional(question.rung),
        state=standing.state,
        reason=standing.reason or None,
        score=optional(score),
        exact=exact_text(score) if score is not None else None,
        level=as_number(level.level) if level else None,
        level_name=level.name if level else None,
        low=optional(number(standing.low)),
        high=optional(number(standing.high)),
        stands_at=optional(stands),
        target=as_number(target.level) if target else None,
        target_because=target.because if target else "",
        gap=optional(gap),
        levels=tuple(LevelText(level=as_number(at), text=text) for at, text in statements),
        next_level=LevelText(level=as_number(ahead[0]), text=ahead[1]) if ahead else None,
        lowest=as_number(min(given)) if given else None,
        highest=as_number(max(given)) if given else None,
        combine=question.combine or framework.file.combine,
        agreed=standing.agreed,
        critical=_ceilings(question),
        tally=shown,
        by_role=_means(shown, tally.by_role) if tally and shown else (),
        answers=tuple(_answers(question, assessment)),
        agreement=agreement_of(question, tally),
        expects=question.expects,
        answered_by=question.answered_by,
        lenses=question.lenses,
        sources=question.sources,
    )


def agreement_of(question: Question, tally: Tally | None) -> Number | None:
    """Give the agreement of the counted answers; None where levels cannot be listed."""
    if tally is None or not question.is_listed:
        return None
    return optional(agreement(tally.counts))


def exact_text(score: Fraction) -> str:
    """Write a score as a fraction.

    Raises:
        MaturityError: Its weights are so fine that the fraction has thousands of digits.
    """
    if score.denominator.bit_length() > MOST_BITS:
        raise fail(
            "the weights are too fine to be added exactly", "give them fewer digits after the point"
        )
    return str(score)


def optional(value: Fraction | None) -> Number | None:
    """Turn an exact number into a plain one, nothing into nothing."""
    return None if value is None else as_number(value)


def _ceilings(question: Question) -> tuple[CriticalInfo, ...]:
    own = dimension_of(question.id)
    return tuple(
        CriticalInfo(
            at_most=as_number(ceiling.at_most),
            cap=as_number(ceiling.cap),
            because=ceiling.because,
            dimension=ceiling.dimension or own,
        )
        for ceiling in question.critical
    )


def _tally_shown(tally: Tally) -> TallyShown:
    return TallyShown(
        levels=_levels(tally.counts),
        answered=tally.answered,
        unknown=tally.unknown,
        not_applicable=tally.not_applicable,
        unanswered=tally.unanswered,
        not_counted=tally.not_counted,
        by_role=_groups(tally.by_role),
        by_unit=_groups(tally.by_unit),
    )


def _levels(counts: Mapping[Fraction, int]) -> dict[str, int]:
    return {show(level): counts[level] for level in sorted(counts)}


def _groups(parts: Mapping[str, Tally]) -> tuple[TallyGroup, ...]:
    return tuple(
        TallyGroup(
            id=key,
            levels=_levels(part.counts),
            mean=optional(mean(part.counts)),
            unknown=part.unknown,
            not_applicable=part.not_applicable,
            unanswered=part.unanswered,
        )
        for key, part in sorted(parts.items())
    )


def _means(shown: TallyShown, parts: Mapping[str, Tally]) -> tuple[RoleMean, ...]:
    return tuple(
        RoleMean(role=group.id, mean=group.mean, count=parts[group.id].answered)
        for group in shown.by_role
        if group.mean is not None
    )


def _answers(question: Question, assessment: Assessment) -> list[AnswerShown]:
    ordered = sorted(assessment.sheets, key=lambda sheet: (not sheet.agreed, sheet.respondent))
    shown = []
    for sheet in ordered:
        answer = sheet.answers.get(question.id)
        if answer is not None and (answer.state != "unanswered" or answer.note or answer.evidence):
            shown.append(_answer(question, answer, sheet, assessment))
    return shown


def _answer(
    question: Question, answer: Answer, sheet: AnswerSheet, assessment: Assessment
) -> AnswerShown:
    value = answer.value
    level = None if value is None else question.level(value, assessment.framework.scale)
    return AnswerShown(
        respondent=None if sheet.agreed else sheet.respondent,
        role=sheet.role,
        unit=sheet.unit,
        agreed=sheet.agreed,
        counted=sheet.agreed or counts_towards(question, sheet.role),
        state=answer.state,
        answer="" if value is None else question.words(value),
        level=optional(level),
        reason=answer.reason,
        note=answer.note,
        evidence=tuple(
            EvidenceShown(
                title=piece.title,
                ref=piece.ref,
                date=piece.date.isoformat() if piece.date else None,
                strength=piece.strength,
            )
            for piece in answer.evidence
        ),
    )
