"""Stage 6: what the public may see: no small groups, nothing of sensitive dimensions but scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.provenance import Withheld
from maturity.redact.groups import is_of_few, large_enough, without_groups
from maturity.redact.parts import all_questions, change, each_question

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.model.planned import PlannedAction
    from maturity.model.result import Result
    from maturity.model.scored import Node


def for_public(result: Result) -> Result:
    """Give a Result without what could point at one person, or name one."""
    people = result.respondents
    roles = large_enough([(role.count, role) for role in people.roles])
    units = large_enough([(unit.count, unit) for unit in people.units])
    single = {q.id for q in all_questions(result) if is_of_few(q)}
    result = each_question(_without_questions(result, single), without_groups)
    respondents = change(people, roles=tuple(roles), units=tuple(units))
    left_out = tuple(
        change(entry, reason="" if entry.state == "not-applicable" else entry.reason)
        for entry in result.left_out
    )
    return change(
        result,
        respondents=respondents,
        left_out=left_out,
        approvals=(),
        tracked=(),
        notes=(),
        beyond=(),
        plan=tuple(_public_action(action, single) for action in result.plan),
        disagreements=tuple(change(d, by_role=()) for d in result.disagreements),
    )


def _without_questions(result: Result, names: set[str]) -> Result:
    def walk(node: Node) -> Node:
        return change(
            node,
            questions=tuple(question for question in node.questions if question.id not in names),
            topics=tuple(walk(topic) for topic in node.topics),
            caps=tuple(cap for cap in node.caps if cap.question not in names),
        )

    return change(result, dimensions=tuple(walk(node) for node in result.dimensions))


def _public_action(action: PlannedAction, hidden: set[str]) -> PlannedAction:
    """Give an action without what is tracked here, and without answers that are hidden."""
    changes = tuple(change for change in action.changes if change.question not in hidden)
    return change(
        action,
        note="",
        due=None,
        status=None,
        owner=action.owner_role,
        changes=changes,
        caps_released=tuple(name for name in action.caps_released if name not in hidden),
    )


def without_sensitive(result: Result) -> tuple[Result, list[Withheld]]:
    """Leave of sensitive dimensions their own numbers, and nothing elsewhere that tells more."""
    sensitive = {node.id: node.title for node in result.dimensions if node.sensitive}
    if not sensitive:
        return result, []

    def inside(name: str) -> bool:
        return name.partition(".")[0] in sensitive

    hidden = {action.id for action in result.plan if _tells(action, inside)}
    plan = [action for action in result.plan if action.id not in hidden]
    # An action that is not planned says no more what it raises, so only the known are told.
    told = {"summary", *(node.id for node in result.dimensions), *(action.id for action in plan)}
    changed = change(
        result,
        dimensions=tuple(_outline(node, inside) for node in result.dimensions),
        commentary={
            name: text
            for name, text in result.commentary.items()
            if name in told and name not in sensitive
        },
        plan=tuple(change(a, needs=tuple(n for n in a.needs if n not in hidden)) for a in plan),
        unknowns=tuple(entry for entry in result.unknowns if not inside(entry.question)),
        disagreements=tuple(e for e in result.disagreements if not inside(e.question)),
        left_out=tuple(entry for entry in result.left_out if not inside(entry.question)),
        lenses=tuple(
            change(lens, question_ids=tuple(q for q in lens.question_ids if not inside(q)))
            for lens in result.lenses
        ),
    )
    titles = ", ".join(sensitive.values())
    what = f"questions, ceilings, actions and commentary of: {titles}"
    why = "the framework marks them as sensitive; their scores are shown"
    return changed, [Withheld(what=what, why=why)]


def _outline(node: Node, inside: Callable[[str], bool]) -> Node:
    """Give a sensitive dimension's numbers alone; another one without sensitive ceilings."""
    if node.sensitive:
        return change(node, questions=(), topics=(), caps=(), pending=(), uncapped=None)
    return change(
        node,
        caps=tuple(cap for cap in node.caps if not inside(cap.question)),
        pending=tuple(cap for cap in node.pending if not inside(cap.question)),
    )


def _tells(action: PlannedAction, inside: Callable[[str], bool]) -> bool:
    return any(inside(question) for question in action.raises)
