"""Stage 2, rule A301: an action that raises only questions which nobody is asked.

It can never be part of a plan.

Bad:

    raises: {old-register: 3}       # and every profile leaves old-register out

Good:

    raises: {asset-register: 3}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "A301"
NAME = "action-never-triggered"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Find the questions that are asked, then the actions that raise none of them."""
    reach = subject.reach
    asked = {
        question.id
        for question in subject.framework.questions.values()
        if any(reach.askable(question, profile) for profile in reach.profiles)
    }
    for action, part, path in subject.actions.values():
        if not asked & action.raises.keys():
            message = f"'{action.id}' raises only questions that are never asked"
            yield part.at((*path, "raises"), message, "raise another, or remove it", key=True)
