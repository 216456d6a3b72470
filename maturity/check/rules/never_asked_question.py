"""Stage 2, rule R204: a question that no profile and no facts ever ask.

Its condition can never hold, or every profile leaves it out. It is kept up to date for nobody.

Bad:

    ask_if:
      - {fact: staff, at_least: 500}
      - {fact: staff, at_most: 100}

Good:

    ask_if: {fact: staff, at_least: 500}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R204"
NAME = "never-asked-question"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Try every profile with every set of facts that matters to the question."""
    reach = subject.reach
    for question in subject.framework.questions.values():
        if not any(reach.askable(question, profile) for profile in reach.profiles):
            part, path = subject.places[question.id]
            message = f"'{question.id}' is never asked"
            if question.ask_if and reach.askable(question, None) is False:
                hint = "no facts meet all its conditions at once"
                yield part.at((*path, "ask_if"), message, hint, key=True)
            else:
                hint = "every profile leaves it out, or no profile meets its conditions"
                yield part.at((*path, "id"), message, hint)
