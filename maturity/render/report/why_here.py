"""Stage 6: why an action that brings nothing by itself is planned, and what to find out first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.outcome import is_cut
from maturity.render.words.foreign import together

if TYPE_CHECKING:
    from maturity.model.planned import PlannedAction
    from maturity.model.scored import QuestionResult
    from maturity.render.report.context import Context

_MISSING = ("unknown", "unanswered")


def why_here(c: Context, action: PlannedAction) -> str:
    """Say why an action stands in the plan that brings nothing by itself; nothing for others."""
    if action.gap_closed or action.uplift:
        return ""
    waiting = [one.title for one in c.result.plan if action.id in one.needs]
    if waiting:
        titles = _quoted(c, waiting)
        return c.count(
            len(waiting),
            "Brings nothing by itself, but {titles} needs it",
            "Brings nothing by itself, but {titles} need it",
            titles=titles,
        )
    return "" if is_cut(c) else c.say("Brings nothing by itself, but more with other actions")


def missing_answers(c: Context, action: PlannedAction) -> list[QuestionResult]:
    """Give the questions that an action raises and nobody could answer yet."""
    raised = (c.questions.get(name) for name in action.raises)
    return [one for one in raised if one is not None and one.state in _MISSING]


def ask_first(c: Context, action: PlannedAction) -> str:
    """Say what to find out before an action begins; nothing where every answer is known."""
    missing = missing_questions(c, action)
    return c.say("Ask first what is not known yet: {asks}", asks=missing) if missing else ""


def missing_questions(c: Context, action: PlannedAction) -> str:
    """Name the questions that an action raises and nobody could answer yet."""
    return _quoted(c, [one.ask for one in missing_answers(c, action)])


def _quoted(c: Context, texts: list[str]) -> str:
    return c.words.listed([together("", ("“", text, "”")) for text in texts])
