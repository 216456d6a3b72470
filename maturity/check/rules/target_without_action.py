"""Stage 2, rule A306: a level below some profile's target that no action raises.

An organisation at this level is told that it is short of its target, and is offered nothing to do
about it. So it is where no action raises the question at all, or none raises it far enough.

Bad:

    levels: {0: …, 2: …, 4: …}
    # a target of 3, and the only action: raises: {mfa: 2}

Good:

    levels: {0: …, 2: …, 4: …}
    # a target of 3, and an action: raises: {mfa: 4}
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.check.figures import figure, has_end
from maturity.model.framework import dimension_of
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem
    from maturity.model.shared import Profile

CODE = "A306"
NAME = "target-without-action"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Compare each question's levels below the highest target with the highest action."""
    possible = subject.framework.possible_levels
    raised = _raised(subject)
    for full_id, (part, path) in subject.places.items():
        target, profile = _target(full_id, subject)
        if full_id not in possible or profile is None or _is_for_information(full_id, subject):
            continue
        levels = possible[full_id]
        there = levels.at_least(raised.get(full_id, levels.lowest))
        if there is not None and there < target:
            beyond = levels.at_least(target)
            if beyond is None and there == levels.highest:
                continue
            message = (
                f"'{full_id}' at level {figure(there)} is below the target {show(target)} "
                f"of '{profile.id}', and no action raises it"
            )
            goal = beyond or levels.highest
            hint = f"add an action that raises it to {show(goal if has_end(goal) else target)}"
            yield part.at((*path, "id"), message, hint)


def _is_for_information(full_id: str, subject: FrameworkSubject) -> bool:
    """Say whether a question moves no score: it weighs 0 and has no ceiling."""
    question = subject.framework.questions[full_id]
    return not question.weight and not question.critical


def _raised(subject: FrameworkSubject) -> dict[str, Fraction]:
    """Give the highest level to which any action raises each question."""
    found: dict[str, Fraction] = {}
    for action, _, _ in subject.actions.values():
        for question, level in action.raises.items():
            found[question] = max(level, found.get(question, level))
    return found


def _target(full_id: str, subject: FrameworkSubject) -> tuple[Fraction, Profile | None]:
    """Give the highest target of the profiles that are asked the question."""
    question, dimension = subject.framework.questions[full_id], dimension_of(full_id)
    asked = [
        (profile.targets[dimension], profile)
        for profile in subject.framework.file.profiles
        if dimension in profile.targets and subject.reach.askable(question, profile)
    ]
    return max(asked, key=lambda pair: pair[0], default=(Fraction(0), None))
