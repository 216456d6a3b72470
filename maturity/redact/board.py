"""Stage 6: what a board may see: what the answers came to, and nobody's answer by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.provenance import Withheld
from maturity.redact.groups import without_lone_people
from maturity.redact.parts import all_questions, change, each_question

if TYPE_CHECKING:
    from maturity.model.result import Disagreement, LeftOut, Result
    from maturity.model.scored import QuestionResult

ANSWERS = Withheld(
    what="single answers, notes and evidence, and respondents’ reasons why questions do not apply",
    why="this version shows what they came to",
)


def for_board(whole: Result) -> Result:
    """Give a Result without single answers.

    A role or unit of which one person answered has figures that are that person's answers. Why a
    question does not apply is told where that was settled together, in the words of none alone.
    """
    result = each_question(whole, _without_answers)
    shown = {question.id: question for question in all_questions(result)}

    def differing(entry: Disagreement) -> Disagreement:
        known = shown.get(entry.question)
        return entry if known is None else change(entry, by_role=known.by_role)

    def omitted(entry: LeftOut) -> LeftOut:
        known = shown.get(entry.question)
        if entry.state != "not-applicable" or known is None:
            return entry
        return change(entry, reason=known.reason or "")

    return change(
        result,
        disagreements=tuple(differing(entry) for entry in result.disagreements),
        left_out=tuple(omitted(entry) for entry in result.left_out),
    )


def _without_answers(question: QuestionResult) -> QuestionResult:
    told = any(answer.agreed and answer.reason == question.reason for answer in question.answers)
    changes: dict[str, object] = {"answers": ()}
    if question.state == "not-applicable" and not told:
        changes["reason"] = None  # respondents' own words
    return without_lone_people(change(question, **changes))
