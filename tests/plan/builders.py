"""Actions and plans for tests, written in a few words; frameworks are those of the score tests."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from score.builders import Data, answered, dimension, framework, sheet

from maturity.load.framework import full_id
from maturity.model.action import Action
from maturity.model.assessment import Assessment, Tracked
from maturity.plan import Plan, PlanOptions, make_plan
from maturity.score import Scores, score

if TYPE_CHECKING:
    from maturity.model.framework import Framework
    from maturity.model.planned import PlannedAction


def action(
    name: str, raises: dict[str, int | Fraction], days: int | Fraction | Data = 10, **keys: Any
) -> Data:
    """An action of so many days; short ids are those of its own dimension."""
    return {"id": name, "title": name.title(), "raises": raises, "effort_days": days, **keys}


def acting(*children: Data, actions: list[Data], **keys: Any) -> Framework:
    """A framework of the single dimension `d` with actions; `keys` are those of the dimension."""
    return framework(dimension("d", *children, actions=actions, **keys))


def local(name: str, raises: dict[str, int | Fraction], **keys: Any) -> Action:
    """An action of the assessment's own; ids are full, or of the dimension `d`."""
    full = {full_id(question, "d"): level for question, level in raises.items()}
    return Action.model_validate(action(name, full, **keys))


def tracked(**statuses: str) -> dict[str, Tracked]:
    """Action → its status; `_` stands for the hyphen."""
    return {
        name.replace("_", "-"): Tracked.model_validate({"status": status})
        for name, status in statuses.items()
    }


def plan_of(exercise: Assessment, days_per_month: Fraction | None = None) -> Plan:
    """Score and plan an assessment."""
    return make_plan(exercise, score(exercise), PlanOptions(days_per_month))


def planned(of: Framework, answers: Data | list[Data], **keys: Any) -> Plan:
    """Plan from one respondent's answers, or from those of several."""
    return plan_of(answered(of, answers, **keys))


def ids(plan: Plan) -> list[str]:
    """The plan's sequence."""
    return [part.id for part in plan.planned]


def part(plan: Plan, name: str) -> PlannedAction:
    """One action of a plan."""
    return next(part for part in plan.planned if part.id == name)


def reason(plan: Plan, name: str) -> str:
    """Why an action is not planned."""
    return next(part.reason for part in plan.beyond if part.id == name)


def shown_changes(part: PlannedAction) -> list[tuple[str, object, object]]:
    """What an action raises: question, from, to."""
    return [(change.question, change.from_, change.to) for change in part.changes]


def done_in_answers(exercise: Assessment, plan: Plan) -> Scores:
    """Score again with all that the plan promises settled together in the answers."""
    final = {
        change.question: Fraction(change.to) for part in plan.planned for change in part.changes
    }
    settled = sheet(final, of=exercise.framework, agreed=True)
    fields = {name: getattr(exercise, name) for name in exercise.__dataclass_fields__}
    return score(Assessment(**{**fields, "sheets": (*exercise.sheets, settled)}))
