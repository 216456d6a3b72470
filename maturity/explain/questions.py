"""Stage 4 told again: one question, from its answers to its level."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.aims import aim_of, rounding_of
from maturity.explain.arithmetic import steps
from maturity.explain.combining import (
    agreement_of,
    combine_line,
    combined,
    counts_of,
    mean_working,
)
from maturity.explain.exact import known
from maturity.explain.frame import frame
from maturity.explain.membership import part_of
from maturity.explain.rules import question_rule
from maturity.explain.standing import standing_text
from maturity.explain.terms import MISSING
from maturity.model.explained import Explanation
from maturity.model.explained_group import End, Range
from maturity.model.explained_question import CeilingState, LevelCount, QuestionDetail, RoleTally
from maturity.model.levels import from_number
from maturity.score.combine import mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.explain.parts import Parts
    from maturity.model.scored import LevelText, QuestionResult, TallyGroup

NOT_THESE = (
    "The answers behind the level are withheld from this audience, or the result was changed: how "
    "they were combined cannot be shown."
)


def explain_question(parts: Parts, question: QuestionResult) -> Explanation:
    """Derive a question's level from its answers, and say what it counts for."""
    score = known(question.exact)
    counts = counts_of(question.tally.levels) if question.tally else {}
    line = combine_line(counts, question.combine)
    is_combined = question.state == "scored" and not question.agreed
    tallied = not is_combined or combined(counts, question.combine) == score
    return Explanation(
        **frame(parts),
        id=question.id,
        title=question.ask,
        kind="question",
        statement=question_rule(question),
        exact=question.exact,
        value=question.score,
        level=question.level,
        level_name=question.level_name,
        arithmetic=line if tallied and is_combined else "",
        rounding=rounding_of(parts, score, question.target),
        aim=aim_of(question, score),
        range=_range(question),
        question=_detail(parts, question, counts, line if question.agreed else ""),
        notes=() if tallied else (NOT_THESE,),
    )


def _range(question: QuestionResult) -> Range | None:
    """Give what a missing answer could turn out to be."""
    if question.state not in MISSING or question.low is None or question.high is None:
        return None
    low, high = (
        End(exact=str(from_number(end)), value=end, arithmetic="")
        for end in (question.low, question.high)
    )
    return Range(low=low, high=high)


def _detail(
    parts: Parts, question: QuestionResult, counts: Mapping[Fraction, int], individual: str
) -> QuestionDetail:
    tally = question.tally
    return QuestionDetail(
        type=question.type,
        state=question.state,
        standing=standing_text(parts, question),
        why=question.why,
        text=_reached(question),
        next_level=question.next_level,
        combine=question.combine,
        agreed=question.agreed,
        individual=individual,
        asked_roles=question.answered_by,
        answered=tally.answered if tally else 0,
        unknown=tally.unknown if tally else 0,
        not_applicable=tally.not_applicable if tally else 0,
        unanswered=tally.unanswered if tally else 0,
        not_counted=tally.not_counted if tally else 0,
        levels=_levels(counts, question.levels),
        by_role=tuple(_role(parts, question, group) for group in tally.by_role) if tally else (),
        agreement=agreement_of(counts) if question.agreement is not None else None,
        answers=question.answers,
        ceilings=_ceilings(parts, question),
        part_of=part_of(parts, question),
    )


def _reached(question: QuestionResult) -> str:
    """Give what the highest level that was reached says."""
    score = known(question.exact)
    reached = [
        one for one in question.levels if score is not None and from_number(one.level) <= score
    ]
    return max(reached, key=lambda one: one.level).text if reached else ""


def _levels(
    counts: Mapping[Fraction, int], statements: tuple[LevelText, ...] = ()
) -> tuple[LevelCount, ...]:
    texts: dict[Fraction, list[str]] = {}
    for one in statements:
        texts.setdefault(from_number(one.level), []).append(one.text)
    return tuple(
        LevelCount(level=str(level), count=count, text=" / ".join(texts.get(level, [])))
        for level, count in counts.items()
    )


def _role(parts: Parts, question: QuestionResult, group: TallyGroup) -> RoleTally:
    counts = counts_of(group.levels)
    average = mean(counts)
    titles = {role.id: role.title for role in parts.result.respondents.roles}
    return RoleTally(
        role=group.id,
        title=titles.get(group.id, group.id),
        counted=not question.answered_by or group.id in question.answered_by,
        levels=tuple(one for one in _levels(counts) if one.count),
        unknown=group.unknown,
        mean=None if average is None else str(average),
        arithmetic="" if average is None else steps(mean_working(counts), result=average),
    )


def _ceilings(parts: Parts, question: QuestionResult) -> tuple[CeilingState, ...]:
    """Tell which ceilings apply: of each dimension's the one with the smallest `at_most`."""
    value = parts.rescorer.values.get(question.id)
    taken: set[str] = set()
    found = []
    for ceiling in sorted(question.critical, key=lambda one: (one.dimension, one.at_most)):
        holds = isinstance(value, Fraction) and value <= from_number(ceiling.at_most)
        applies = holds and ceiling.dimension not in taken
        if applies:
            taken.add(ceiling.dimension)
        found.append(CeilingState(ceiling=ceiling, applies=applies))
    return tuple(found)
