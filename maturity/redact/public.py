"""Stage 6: what the public may see: no small groups, nothing of sensitive dimensions but scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from maturity.model.provenance import RoleCount, UnitCount, Withheld
from maturity.redact.given_away import BLANK, closed_dimensions, with_company
from maturity.redact.groups import GROUPS, is_of_few, large_enough, without_groups
from maturity.redact.parts import all_nodes, all_questions, change, dimension_of, each_question
from maturity.redact.solved import without_telling

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from maturity.model.planned import PlannedAction
    from maturity.model.result import Result
    from maturity.model.scored import Node

C = TypeVar("C", RoleCount, UnitCount)
OWN_WORDS = Withheld(
    what="who approved, how actions are followed up, notes on how the files were read, and why "
    "questions do not apply",
    why="they name people or are in their words",
)
DIGEST = Withheld(
    what="the fingerprint of the answers", why="guesses at the answers could be tried against it"
)
BEYOND = Withheld(
    what="actions that are not in the plan", why="the reasons tell how single questions stand"
)
NOTHING_BELOW: dict[str, object] = dict.fromkeys(("questions", "topics", "caps", "pending"), ())
ACTIONS = Withheld(
    what="actions that bear on what is withheld, and the overall score after each action",
    why="what they bring would give withheld scores away",
)


def for_public(whole: Result) -> tuple[Result, list[Withheld]]:
    """Give a Result without what could point at one person, or tell what is withheld; say it."""
    few = {question.id for question in all_questions(whole) if is_of_few(question)}
    single, blank = with_company(whole, few)
    closed = closed_dimensions(whole, single)

    def is_hidden(question: str) -> bool:
        return question in single or dimension_of(question) in closed

    result = each_question(_without_questions(whole, is_hidden, blank, closed), without_groups)
    bears = {q.id for q in all_questions(whole) if any(c.dimension in closed for c in q.critical)}
    result = _without_entries(result, is_hidden, bears)
    result = _without_words(result)
    result, actions = _without_loose_ends(whole, result)
    result, themes = without_telling(whole, result, closed)
    beyond = [BEYOND] if whole.beyond else []
    return result, [OWN_WORDS, DIGEST, GROUPS, *_closed(whole, closed), *beyond, *actions, *themes]


def _closed(whole: Result, closed: Collection[str]) -> list[Withheld]:
    """Say of which dimensions only their own numbers are shown."""
    sensitive = ", ".join(node.title for node in whole.dimensions if node.sensitive)
    others = ", ".join(n.title for n in whole.dimensions if n.id in closed and not n.sensitive)
    said = []
    if sensitive:
        entry = Withheld(
            what="questions (and which are left out), ceilings, actions, commentary and the reason "
            f"for the target of: {sensitive}",
            why="the framework marks them as sensitive; their scores are shown",
        )
        said.append(entry)
    if others:
        entry = Withheld(
            what=f"questions (and which are left out), ceilings and actions of: {others}",
            why="a withheld answer could hold their scores down; their scores are shown",
        )
        said.append(entry)
    return said


def _without_questions(
    whole: Result, is_hidden: Callable[[str], bool], blank: set[str], closed: Collection[str]
) -> Result:
    def walk(node: Node) -> Node:
        if node.id in closed:
            because = "" if node.sensitive else node.target_because
            return change(node, target_because=because, uncapped=None, **NOTHING_BELOW)
        node = _without_ceilings(node, is_hidden)
        return change(
            node,
            questions=tuple(q for q in node.questions if not is_hidden(q.id)),
            topics=tuple(walk(topic) for topic in node.topics),
            **(BLANK if node.id in blank else {}),
        )

    return change(whole, dimensions=tuple(walk(node) for node in whole.dimensions))


def _without_ceilings(node: Node, is_hidden: Callable[[str], bool]) -> Node:
    """Take out the ceilings of hidden questions.

    Where one of them is what sets the score, no other explains it, and the score before it would
    say that there is one.
    """
    caps = tuple(cap for cap in node.caps if not is_hidden(cap.question))
    pending = tuple(cap for cap in node.pending if not is_hidden(cap.question))
    if any(cap.binding and is_hidden(cap.question) for cap in node.caps):
        return change(node, caps=(), pending=pending, uncapped=None)
    return change(node, caps=caps, pending=pending)


def _without_entries(
    result: Result, is_hidden: Callable[[str], bool], bears: Collection[str]
) -> Result:
    """Take out of the lists what names a hidden question, or an action that bears on one.

    What an action brings that lifts a ceiling on a dimension tells the score before the ceiling.
    """
    return change(
        result,
        plan=tuple(
            _public_action(action)
            for action in result.plan
            if not any(is_hidden(question) or question in bears for question in action.raises)
        ),
        unknowns=tuple(entry for entry in result.unknowns if not is_hidden(entry.question)),
        disagreements=tuple(
            change(entry, by_role=())
            for entry in result.disagreements
            if not is_hidden(entry.question)
        ),
        left_out=tuple(
            change(entry, reason="" if entry.state == "not-applicable" else entry.reason)
            for entry in result.left_out
            if not is_hidden(entry.question)
        ),
    )


def _public_action(action: PlannedAction) -> PlannedAction:
    """Give an action without what is tracked here."""
    return change(action, note="", due=None, status=None, owner=action.owner_role)


def _without_words(result: Result) -> Result:
    """Take out who did what, what people wrote, and what could be tried against guesses."""
    people = result.respondents
    roles = _told_counts(people.roles, people.count)
    units = _told_counts(people.units, people.count)
    return change(
        result,
        respondents=change(people, roles=tuple(roles), units=tuple(units)),
        answers_digest="",
        approvals=(),
        tracked=(),
        notes=(),
        beyond=(),
    )


def _told_counts(groups: Sequence[C], people: int) -> list[C]:
    nameless = max(0, people - sum(group.count for group in groups))
    return large_enough([(group.count, group) for group in groups], nameless)


def _without_loose_ends(whole: Result, cut: Result) -> tuple[Result, list[Withheld]]:
    """Take out what points at parts of the `whole` that are left out.

    What the overall score is after each action holds what those bring that come before it.
    """
    shown = {node.id for node in all_nodes(cut) if not node.sensitive}
    shown |= {question.id for question in all_questions(cut)} | {a.id for a in cut.plan}
    commentary = {n: text for n, text in cut.commentary.items() if n in {"summary", *shown}}
    cut = change(cut, commentary=commentary)
    gone = {action.id for action in whole.plan} - {action.id for action in cut.plan}
    if not gone:
        return cut, []
    plan = tuple(
        change(
            action,
            needs=tuple(name for name in action.needs if name not in gone),
            caps_released=tuple(name for name in action.caps_released if name in shown),
            overall_after=None,
        )
        for action in cut.plan
    )
    return change(cut, plan=plan), [ACTIONS]
