"""Stage 6: what the public may see: no small groups, nothing of sensitive dimensions but scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from maturity.model.provenance import RoleCount, UnitCount, Withheld
from maturity.redact.given_away import BLANK, with_company
from maturity.redact.groups import is_of_few, large_enough, without_groups
from maturity.redact.parts import all_questions, change, each_question

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from maturity.model.planned import PlannedAction
    from maturity.model.result import Result
    from maturity.model.scored import Node

C = TypeVar("C", RoleCount, UnitCount)
ACTIONS = Withheld(
    what="actions that raise what is withheld, and the overall score after each action",
    why="what they bring would give withheld scores away",
)


def for_public(result: Result) -> Result:
    """Give a Result without what could point at one person, or name one."""
    people = result.respondents
    roles = _told_counts(people.roles, people.count)
    units = _told_counts(people.units, people.count)
    single, blank = with_company(result, {q.id for q in all_questions(result) if is_of_few(q)})
    result = each_question(_without_questions(result, single, blank), without_groups)
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
        plan=tuple(
            _public_action(action) for action in result.plan if not single & action.raises.keys()
        ),
        disagreements=tuple(
            change(entry, by_role=())
            for entry in result.disagreements
            if entry.question not in single
        ),
    )


def _told_counts(groups: Sequence[C], people: int) -> list[C]:
    nameless = max(0, people - sum(group.count for group in groups))
    return large_enough([(group.count, group) for group in groups], nameless)


def _without_questions(result: Result, names: set[str], blank: set[str]) -> Result:
    def walk(node: Node) -> Node:
        node = _without_ceilings(node, names.__contains__)
        return change(
            node,
            questions=tuple(question for question in node.questions if question.id not in names),
            topics=tuple(walk(topic) for topic in node.topics),
            **(BLANK if node.id in blank else {}),
        )

    return change(result, dimensions=tuple(walk(node) for node in result.dimensions))


def _without_ceilings(node: Node, inside: Callable[[str], bool]) -> Node:
    """Take out the ceilings of hidden questions.

    Where one of them is what sets the score, no other explains it, and the score before it would
    say that there is one.
    """
    caps = tuple(cap for cap in node.caps if not inside(cap.question))
    pending = tuple(cap for cap in node.pending if not inside(cap.question))
    if any(cap.binding and inside(cap.question) for cap in node.caps):
        return change(node, caps=(), pending=pending, uncapped=None)
    return change(node, caps=caps, pending=pending)


def _public_action(action: PlannedAction) -> PlannedAction:
    """Give an action without what is tracked here."""
    return change(action, note="", due=None, status=None, owner=action.owner_role)


def without_loose_ends(whole: Result, cut: Result) -> tuple[Result, list[Withheld]]:
    """Take out what points at actions of the `whole` plan that are left out.

    What the overall score is after each action holds what those bring that come before it.
    """
    gone = {action.id for action in whole.plan} - {action.id for action in cut.plan}
    if not gone:
        return cut, []
    plan = tuple(
        change(
            action,
            needs=tuple(name for name in action.needs if name not in gone),
            caps_released=_told_here(action.caps_released, cut),
            overall_after=None,
        )
        for action in cut.plan
    )
    commentary = {name: text for name, text in cut.commentary.items() if name not in gone}
    return change(cut, plan=plan, commentary=commentary), [ACTIONS]


def _told_here(questions: Sequence[str], cut: Result) -> tuple[str, ...]:
    known: Collection[str] = {question.id for question in all_questions(cut)}
    return tuple(name for name in questions if name in known)


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
        plan=tuple(plan),
        unknowns=tuple(entry for entry in result.unknowns if not inside(entry.question)),
        disagreements=tuple(e for e in result.disagreements if not inside(e.question)),
        left_out=tuple(entry for entry in result.left_out if not inside(entry.question)),
    )
    titles = ", ".join(sensitive.values())
    what = f"questions, ceilings, actions and commentary of: {titles}"
    why = "the framework marks them as sensitive; their scores are shown"
    return changed, [Withheld(what=what, why=why)]


def _outline(node: Node, inside: Callable[[str], bool]) -> Node:
    """Give a sensitive dimension's numbers alone; another one without sensitive ceilings."""
    if node.sensitive:
        return change(node, questions=(), topics=(), caps=(), pending=(), uncapped=None)
    return _without_ceilings(node, inside)


def _tells(action: PlannedAction, inside: Callable[[str], bool]) -> bool:
    return any(inside(question) for question in action.raises)
