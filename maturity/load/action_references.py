"""Stage 1: do actions raise and need what exists, in an order that can begin?"""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from maturity.model.levels import show
from maturity.model.question import LevelQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from maturity.load.findings import Findings, Path
    from maturity.model.action import Action
    from maturity.model.framework import Framework
    from maturity.model.question import Question

    Wrong = tuple[str, str, str]
    """What is wrong, what would be right, and the rule."""


MOST_WAITED_FOR = 200
"""So many others an action may wait for, directly or not."""


def check_actions(
    actions: Mapping[str, tuple[Action, Path, Findings]],
    framework: Framework,
    known: set[str],
) -> None:
    """Note actions that raise or need what is not there, or wait for one another in a circle."""
    sources = {source.id for source in framework.file.sources}
    highest: dict[str, Fraction | None] = {}
    for action, path, findings in actions.values():
        for full_id, level in action.raises.items():
            wrong = _no_question(full_id, framework, findings)
            wrong = wrong or _wrong_level(full_id, level, framework, highest)
            if wrong is not None:
                place = (*path, "raises", _as_written(full_id, path, findings))
                findings.at(place, *wrong, key=full_id not in framework.questions)
        for index, need in enumerate(action.needs):
            findings.unknown((*path, "needs", index), "action", need, known)
        for index, source in enumerate(action.sources):
            findings.unknown((*path, "sources", index), "source", source, sources)
        if action.effort_days.low > action.effort_days.high:
            place = (*path, "effort_days")
            findings.at(place, "low is above high", "swap them", "invalid-value")
    _check_order(actions)


def _as_written(full_id: str, path: Path, findings: Findings) -> str:
    """Give the id as the file has it: short where it is the file's own question."""
    node = findings.document.root
    for part in (*path, "raises"):
        node = node.child(part) if node is not None else None
    short = full_id.partition(".")[2]
    return short if node is not None and node.child(short) is not None else full_id


def _no_question(full_id: str, framework: Framework, findings: Findings) -> Wrong | None:
    if full_id in framework.questions:
        return None
    hint = findings.nearest(full_id, framework.questions)
    return f"'{full_id}' is no question", hint, "unknown-reference"


def _wrong_level(
    full_id: str, level: Fraction, framework: Framework, highest: dict[str, Fraction | None]
) -> Wrong | None:
    """Say why an action cannot raise a question so far; `highest` is what was worked out before."""
    question = framework.questions[full_id]
    if isinstance(question, LevelQuestion) and level in question.levels:
        return None  # most are so, and to put all levels in order takes ten times longer
    if not question.is_scored:
        hint = "raise a question that has levels"
        return f"'{full_id}' is a text, which has no level", hint, "invalid-value"
    if full_id not in highest:
        highest[full_id] = _highest(question, framework)
    most = highest[full_id]
    if most is None or level <= most:
        return None
    message = f"'{full_id}' has no level {show(level)} or above"
    return message, f"its highest is {show(most)}", "invalid-value"


def _highest(question: Question, framework: Framework) -> Fraction | None:
    try:
        levels = question.possible_levels(framework.scale)
    except (ArithmeticError, IndexError):
        return None  # the question itself is wrong, and said to be
    return levels.highest if levels.values else None


def _check_order(actions: Mapping[str, tuple[Action, Path, Findings]]) -> None:
    """Note a circle of needs, and an action that waits for more others than any plan needs."""
    needs = {
        name: [need for need in action.needs if need in actions]
        for name, (action, _, _) in actions.items()
    }
    try:
        order = list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        members: list[str] = list(reversed(error.args[1]))
        _, path, findings = actions[members[0]]
        message = f"these actions wait for one another: {' → '.join(members)}"
        hint = "take one of the needs away"
        findings.at((*path, "needs"), message, hint, "action-cycle")
        return
    waits_for: dict[str, frozenset[str]] = {}
    for name in order:
        waits_for[name] = frozenset(needs[name]).union(*(waits_for[need] for need in needs[name]))
        if len(waits_for[name]) > MOST_WAITED_FOR:
            _, path, findings = actions[name]
            message = f"this action waits for more than {MOST_WAITED_FOR} others"
            hint = "name only what it cannot begin without"
            findings.at((*path, "needs"), message, hint, "too-many-values")
            waits_for[name] = frozenset()  # what waits for it is not told as well
