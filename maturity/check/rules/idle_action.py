"""Stage 2, rule A302: an action that raises nothing beyond what its needs raise.

When its needs are done, every question that it raises is already there: it costs days and changes
nothing.

Bad:

    actions:
      - {id: plan-restores, raises: {backups: 2}, …}
      - {id: test-restores, needs: [plan-restores], raises: {backups: 2}, …}

Good:

    actions:
      - {id: plan-restores, raises: {backups: 2}, …}
      - {id: test-restores, needs: [plan-restores], raises: {backups: 3}, …}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem
    from maturity.model.action import Action

CODE = "A302"
NAME = "idle-action"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Compare what each action raises with the lowest level and with its needs, near and far."""
    possible = subject.framework.possible_levels
    for action, part, path in subject.actions.values():
        before: dict[str, Fraction] = {q: possible[q].lowest for q in action.raises}
        for need in _needs(action, subject):
            for question, level in need.raises.items():
                there = possible[question].at_least(level)
                if question in before and there is not None:
                    before[question] = max(before[question], there)
        reached = {q: possible[q].at_least(level) for q, level in action.raises.items()}
        if all((level or before[q]) <= before[q] for q, level in reached.items()):
            message = f"'{action.id}' raises nothing"
            hint = "its needs do it already" if action.needs else "every answer is there already"
            yield part.at((*path, "raises"), message, f"{hint}; raise higher", key=True)


def _needs(action: Action, subject: FrameworkSubject) -> list[Action]:
    found: dict[str, Action] = {}
    ahead = list(action.needs)
    while ahead:
        need = subject.actions[ahead.pop()][0]
        if need.id not in found:
            found[need.id] = need
            ahead += need.needs
    return list(found.values())
