"""Stage 6: the questions of a dimension or topic as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.charts.heat import SHADES, shade
from maturity.render.report.blocks import Cell, Column, Row, Shades, Table
from maturity.render.report.context import exact_score
from maturity.render.report.scale import are_weighed, weight_text
from maturity.render.words.clean import clean
from maturity.render.words.numbers import NONE, exactly
from maturity.render.words.stored import ANSWERS

if TYPE_CHECKING:
    from maturity.model.scored import Node, QuestionResult
    from maturity.render.report.context import Context


def question_table(c: Context, node: Node, anchor: str) -> Table:
    """List the questions directly under a node."""
    weighed = are_weighed(node)
    columns = (
        Column(c.say("Question"), wide=True),
        Column(c.say("Score"), numeric=True),
        Column(c.say("Level reached")),
        Column(c.say("Lowest to highest"), numeric=True),
        Column(c.say("Answers")),
        Column(c.say("What the next level looks like"), wide=True),
    )
    caption = c.say("Questions on {title}", title=node.title)
    rows = tuple(_row(c, one, weighed=weighed) for one in node.questions)
    return Table(anchor, caption, columns, rows)


def _row(c: Context, question: QuestionResult, *, weighed: bool) -> Row:
    cells = (
        Cell(question.ask, lines=_about(c, question, weighed=weighed)),
        Cell(c.score(question), heat=_heat(c, question)),
        Cell(question.level_name or NONE),
        Cell(_spread(c, question)),
        Cell(state_text(c, question), lines=_counts(c, question)),
        Cell(_next_level(c, question), lines=_now(c, question)),
    )
    return Row(cells, c.anchor("question", question.id))


def _heat(c: Context, question: QuestionResult) -> int | None:
    score, scale = exact_score(question), c.result.parameters.scale
    return None if score is None else shade(score, scale.bottom, scale.top)


def shades_key(c: Context) -> Shades:
    """Say what the shades of the scores mean."""
    scale = c.result.parameters.scale
    step = (exactly(scale.top) - exactly(scale.bottom)) / (SHADES - 1)
    starts = [exactly(scale.bottom) + step * number for number in range(SHADES)]
    shown = [c.plain(round(float(start), 2)) for start in starts]
    return Shades(
        c.say("The stronger the shade of a score, the higher it is:"),
        tuple(
            (number, start if number == SHADES - 1 else c.say("from {level}", level=start))
            for number, start in enumerate(shown)
        ),
    )


def _about(c: Context, question: QuestionResult, *, weighed: bool) -> tuple[str, ...]:
    """Say what sets a question apart: its weight, a ceiling, a target of its own."""
    lines = []
    if weighed and question.weight not in (0, 1) and question.state != "text":
        lines.append(c.say("weight {weight}", weight=weight_text(c, question.weight)))
    if question.state == "not-applicable" and clean(question.reason or ""):
        lines.append(c.say("does not apply: {reason}", reason=question.reason))
    if question.critical:
        lines.append(c.say("critical: a low answer sets a ceiling"))
    if question.target is not None:
        target = c.say(
            "own target {target}, gap {gap}", target=c.target(question), gap=c.gap(question)
        )
        because = clean(question.target_because)
        lines.append(f"{target}: {because}" if because else target)
    if question.rung is not None:
        lines.append(c.say("belongs to level {level}", level=c.plain(question.rung)))
    if not question.weight and question.state != "text":
        lines.append(c.say("shown, but without weight"))
    if c.commentary(question.id):
        text = c.commentary(question.id)
        lines.append(c.say("From the authors of the assessment: {text}", text=text))
    return tuple(lines)


def _spread(c: Context, question: QuestionResult) -> str:
    return c.words.range(question.lowest, question.highest, c.levels)


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
    return words[question.state]


def reason_text(c: Context, state: str, reason: str) -> str:
    """Give why a question is left out: in a person's words, or the engine's for not asking.

    Where a person's words are withheld, say so.
    """
    if state == "not-asked":
        return c.again(reason)
    if clean(reason) or c.result.audience not in ("board", "public"):
        return reason
    return c.say("in respondents’ own words, which this version leaves out")


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
        lines.append(c.say("counted as {level}", level=c.plain(question.stands_at)))
    return tuple(lines)


def _now(c: Context, question: QuestionResult) -> tuple[str, ...]:
    """Give the answer beside the next level, where there is room for it."""
    given = sole_answer(c, question)
    return (c.say("Now: {answer}", answer=given),) if given else ()


def sole_answer(c: Context, question: QuestionResult) -> str:
    """Give the answer itself where one answer set the score and it is more than a level."""
    counted = [one for one in question.answers if one.counted and clean(one.answer)]
    agreed = [one for one in counted if one.agreed] or counted
    if question.type in ("level", "text") or len(agreed) != 1:
        return ""
    return engine_text(c, question, clean(agreed[0].answer))


def engine_text(c: Context, question: QuestionResult, text: str) -> str:
    """Say an answer or a level's text that the engine worded, not the author of the question."""
    if question.type in ("level", "choice", "text"):
        return next((one.text for one in question.levels if one.text == text), text)
    return c.again(text, ANSWERS)


def _next_level(c: Context, question: QuestionResult) -> str:
    step = question.next_level
    if step is None:
        return c.say("no higher level") if question.state == "scored" else NONE
    text = engine_text(c, question, step.text)
    return c.say("{level}: {text}", level=c.plain(step.level), text=text)
