"""Stage 2, rule A305: a question that no action raises.

A low answer leads nowhere: the report shows a gap and offers nothing to do.

Bad:

    questions:
      - {id: mfa, …}
    actions: []

Good:

    questions:
      - {id: mfa, …}
    actions:
      - {id: enforce-mfa, raises: {mfa: 3}, …}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "A305"
NAME = "low-level-without-action"
SEVERITY = "info"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Find the scored questions that stand in no action's `raises`."""
    raised = {q for action, _, _ in subject.actions.values() for q in action.raises}
    for full_id, (part, path) in subject.places.items():
        question = subject.framework.questions[full_id]
        if question.is_scored and full_id not in raised:
            message = f"no action raises '{full_id}'"
            yield part.at((*path, "id"), message, "add an action that does")
