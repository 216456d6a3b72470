"""Stage 6: the questions of a dimension or topic as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Cell, Column, Row, Table
from maturity.render.words.clean import clean
from maturity.render.words.numbers import NONE, plain, range_text

if TYPE_CHECKING:
    from maturity.model.scored import Node, QuestionResult
    from maturity.render.report.context import Context


def question_table(c: Context, node: Node, anchor: str) -> Table:
    """List the questions directly under a node."""
    columns = (
        Column(c.say("Question"), wide=True),
        Column(c.say("Score"), numeric=True),
        Column(c.say("Level reached")),
        Column(c.say("Lowest to highest"), numeric=True),
        Column(c.say("Answers")),
        Column(c.say("What the next level looks like"), wide=True),
    )
    caption = c.say("Questions on {title}", title=node.title)
    return Table(anchor, caption, columns, tuple(_row(c, one) for one in node.questions))


def _row(c: Context, question: QuestionResult) -> Row:
    name = Cell(question.ask, lines=_about(c, question))
    cells = (
        name,
        Cell(c.score(question)),
        Cell(question.level_name or NONE),
        Cell(_spread(c, question)),
        Cell(state_text(c, question), lines=_counts(c, question)),
        Cell(_next_level(c, question)),
    )
    return Row(cells, c.anchor("question", question.id))


def _about(c: Context, question: QuestionResult) -> tuple[str, ...]:
    """Say what sets a question apart: a ceiling, a target of its own, no weight."""
    lines = []
    if question.critical:
        lines.append(c.say("critical: a low answer sets a ceiling"))
    if question.target is not None:
        target = c.say(
            "own target {target}, gap {gap}", target=c.target(question), gap=c.gap(question)
        )
        because = clean(question.target_because)
        lines.append(f"{target}: {because}" if because else target)
    if question.rung is not None:
        lines.append(c.say("belongs to level {level}", level=plain(question.rung)))
    if not question.weight and question.state != "text":
        lines.append(c.say("shown, but without weight"))
    if c.commentary(question.id):
        lines.append(c.say("Commentary: {text}", text=c.commentary(question.id)))
    return tuple(lines)


def _spread(c: Context, question: QuestionResult) -> str:
    return range_text(question.lowest, question.highest, c.levels)


def state_text(c: Context, question: QuestionResult) -> str:
    """Say where a question stands."""
    if question.state == "scored":
        return c.say("agreed together") if question.agreed else _how_many(c, question)
    words = {
        "unknown": c.say("don’t know"),
        "unanswered": c.say("not answered"),
        "not-applicable": c.say("does not apply"),
        "not-asked": c.say("not asked"),
        "text": c.say("in words, not scored"),
    }
    reason = clean(question.reason or "")
    state = words[question.state]
    return c.say("{state}: {reason}", state=state, reason=reason) if reason else state


def _how_many(c: Context, question: QuestionResult) -> str:
    if question.tally is None or question.tally.answered < 1:
        return c.say("answered")
    return c.count(question.tally.answered, "one answer", "{n} answers")


def _counts(c: Context, question: QuestionResult) -> tuple[str, ...]:
    """Say how many do not know or are not counted, and what a missing answer counts as."""
    lines = []
    tally = question.tally
    if tally is not None:
        if tally.unknown and question.state != "unknown":
            lines.append(c.count(tally.unknown, "one doesn’t know", "{n} don’t know"))
        if tally.not_counted:
            lines.append(c.count(tally.not_counted, "one more not counted", "{n} more not counted"))
    if question.stands_at is not None:
        lines.append(c.say("counted as {level}", level=plain(question.stands_at)))
    given = sole_answer(question)
    return (*lines, given) if given else tuple(lines)


def sole_answer(question: QuestionResult) -> str:
    """Give the answer itself where one answer set the score and it is more than a level."""
    counted = [one for one in question.answers if one.counted and clean(one.answer)]
    agreed = [one for one in counted if one.agreed] or counted
    if question.type in ("level", "text") or len(agreed) != 1:
        return ""
    unit = f" {question.unit}" if question.unit else ""
    return f"{clean(agreed[0].answer)}{unit}"


def _next_level(c: Context, question: QuestionResult) -> str:
    step = question.next_level
    if step is None:
        return c.say("no higher level") if question.state == "scored" else NONE
    return c.say("{level}: {text}", level=plain(step.level), text=step.text)
