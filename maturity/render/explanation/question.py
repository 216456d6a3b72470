"""Stage 6: how a question got its level, block by block."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.render.explanation.group import level_text, rounding_text, target_lines
from maturity.render.explanation.numbers import exact_text, share_text, short_text
from maturity.render.screen.blocks import Columns, Heading, Paragraph, Points
from maturity.render.words.numbers import plain
from maturity.render.words.sentences import stopped

if TYPE_CHECKING:
    from maturity.model.explained import Explanation
    from maturity.model.explained_question import (
        CeilingState,
        Membership,
        QuestionDetail,
        RoleTally,
    )
    from maturity.model.scored import AnswerShown
    from maturity.render.screen.blocks import Block

MOST_ANSWERS = 12
"""How many single answers are listed."""


def question_blocks(e: Explanation, q: QuestionDetail) -> list[Block]:
    """Write a question's derivation: answers, how they are combined, what it counts for."""
    blocks: list[Block] = [Paragraph(e.title), Paragraph(_standing(e, q))]
    if e.arithmetic:
        blocks.append(Paragraph(f"Level: {e.arithmetic}"))
    if q.individual:
        blocks.append(Paragraph(f"The single answers would come to: {q.individual}"))
    return [
        *blocks,
        *_range(e),
        *_shown(e, q),
        *_respondents(q),
        *_answers(q),
        *_ceilings(q),
        *_part_of(q),
    ]


def _standing(e: Explanation, q: QuestionDetail) -> str:
    """Say where the question stands, and by which rule."""
    if q.state != "scored":
        return q.standing
    return e.statement if q.agreed else f"{q.standing} {e.statement}"


def _range(e: Explanation) -> list[Block]:
    if e.range is None:
        return []
    low, high = exact_text(e.range.low.exact), exact_text(e.range.high.exact)
    return [Paragraph(f"An answer could give anything from level {low} to level {high}.")]


def _shown(e: Explanation, q: QuestionDetail) -> list[Block]:
    if e.rounding is None:
        return []
    lines = [rounding_text(e.rounding)]
    lines += [] if e.level is None else [level_text(e)]
    lines += [stopped(f"What it says: {q.text}")] if q.text else []
    if q.next_level is not None:
        lines.append(stopped(f"Level {plain(q.next_level.level)} says: {q.next_level.text}"))
    return [Heading("What is shown"), Points((*lines, *target_lines(e)))]


def _respondents(q: QuestionDetail) -> list[Block]:
    if q.type == "text" or q.state == "not-asked":
        return []
    asked = ", ".join(q.asked_roles)
    who = f"Asked: {asked}, and anybody without a role." if asked else "Everybody's answers count."
    counts = [
        (q.answered, "gave a level"),
        (q.unknown, "did not know"),
        (q.not_applicable, "said that it does not apply"),
        (q.unanswered, "did not answer"),
        (q.not_counted, "answered in another role, which is shown and not counted"),
    ]
    said = ", ".join(f"{number} {what}" for number, what in counts if number)
    blocks: list[Block] = [Heading("Who answered")]
    blocks.append(Paragraph(f"{who} {said}." if said else who))
    rows = tuple(_role(role) for role in q.by_role if role.levels or role.unknown)
    if rows:
        blocks.append(Columns(("Role", "Levels", "Don't know", "Mean"), rows, frozenset((2, 3))))
    if q.agreement is not None:
        blocks.append(
            Paragraph(
                f"Agreement, from -1 (two camps) over 0 (evenly spread) to 1 (all alike): "
                f"{q.agreement.arithmetic}, {q.agreement.meaning}. The tally is taken apart into "
                "layers of equal height, and each counts with the answers in it."
            )
        )
    return blocks


def _role(role: RoleTally) -> tuple[str, ...]:
    levels = ", ".join(
        exact_text(one.level) if one.count == 1 else f"{one.count} × {exact_text(one.level)}"
        for one in role.levels
    )
    name = role.title if role.counted else f"{role.title} (not counted)"
    return name, levels, str(role.unknown or ""), short_text(role.mean) if role.mean else ""


def _answers(q: QuestionDetail) -> list[Block]:
    entries = [_answer(answer) for answer in q.answers[:MOST_ANSWERS]]
    if len(q.answers) > MOST_ANSWERS:
        entries.append(f"And {len(q.answers) - MOST_ANSWERS} more.")
    return [Heading("Answers"), Points(tuple(entries))] if entries else []


def _answer(answer: AnswerShown) -> str:
    place = ", ".join(part for part in (answer.role, answer.unit) if part)
    who = "settled together" if answer.agreed else answer.respondent or "a respondent"
    who += f" ({place})" if place else ""
    states = {"unknown": "don't know", "unanswered": "no answer, but a note"}
    said = states.get(answer.state, answer.answer)
    if answer.state == "not-applicable":
        said = f"not applicable: {answer.reason}" if answer.reason else "not applicable"
    if answer.level is not None and said != f"level {plain(answer.level)}":
        said = f"level {short_text(str(Fraction(str(answer.level))))}, {said}"
    return stopped(f"{who}: {said}{'' if answer.counted else ' (not counted)'}")


def _ceilings(q: QuestionDetail) -> list[Block]:
    entries = tuple(_ceiling(one) for one in q.ceilings)
    return [Heading("Ceilings that it can set"), Points(entries)] if entries else []


def _ceiling(state: CeilingState) -> str:
    one = state.ceiling
    now = "This applies now. " if state.applies else ""
    return (
        f"At {plain(one.at_most)} or below, {one.dimension} may be no more than {plain(one.cap)}. "
        f"{now}{stopped(one.because)}"
    )


def _part_of(q: QuestionDetail) -> list[Block]:
    entries = tuple(_membership(one) for one in q.part_of)
    return [Heading("What it counts for"), Points(entries)] if entries else []


def _membership(one: Membership) -> str:
    name = f"the theme {one.id}" if one.kind == "lens" else one.id
    text = f"In {name}, {one.part} has weight {plain(one.weight)}"
    if one.share is None:
        return f"{text} and no share of a sum."
    return f"{text}, {share_text(Fraction(one.share))} of the sum."
