"""Stage 2, rule R215: a ceiling that can never lower a score.

Either the question cannot give such a level, or with it the score is under the ceiling anyway.
Readers are told of a limit that does not exist.

Bad:

    critical:
      - {at_most: 1, cap: 4, because: One stolen password opens everything.}

Good:

    critical:
      - {at_most: 1, cap: 2, because: One stolen password opens everything.}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R215"
NAME = "idle-ceiling"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Put the question where the ceiling applies and all others at their highest."""
    for full_id, (part, path) in subject.places.items():
        question = subject.framework.questions[full_id]
        asked = any(subject.reach.askable(question, p) for p in subject.reach.profiles)
        for index, ceiling in enumerate(question.critical if asked else ()):
            if not subject.reach.bites(question, ceiling):
                message = f"the ceiling of {show(ceiling.cap)} never lowers a score"
                hint = "lower it, raise at_most, or remove it"
                yield part.at((*path, "critical", index, "cap"), message, hint)
