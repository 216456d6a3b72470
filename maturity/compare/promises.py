"""What was planned then: is it done, and can the answers show it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maturity.compare.match import follow
from maturity.model.compared import PromisedAction
from maturity.score.from_result import all_questions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.planned import PlannedAction, Tracking
    from maturity.model.result import Result
    from maturity.model.scored import QuestionResult


def promises(before: Result, after: Result) -> tuple[PromisedAction, ...]:
    """Give every action of the earlier plan with what became of it."""
    now = all_questions(after)
    tracked = {entry.id: entry for entry in after.tracked}
    return tuple(_promise(action, now, tracked.get(action.id), after) for action in before.plan)


def _promise(
    action: PlannedAction,
    now: Mapping[str, QuestionResult],
    tracked: Tracking | None,
    after: Result,
) -> PromisedAction:
    wanted = [
        (name, level)
        for old, level in action.raises.items()
        for name in follow(old, after.framework.renamed, now)
    ]
    visible = bool(wanted) and all(_reaches(now[name], level) for name, level in wanted)
    status: Literal["done", "visible", "open"] = "visible" if visible else "open"
    return PromisedAction(
        id=action.id,
        title=action.title,
        status="done" if tracked and tracked.status == "done" else status,
        visible=visible,
        followed=tracked.status if tracked else None,
        due=tracked.due if tracked else None,
        promised=action.uplift,
        questions=tuple(name for name, _ in wanted),
    )


def _reaches(question: QuestionResult, level: int | float) -> bool:
    return question.score is not None and question.score >= level
