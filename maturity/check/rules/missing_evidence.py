"""Stage 2, rule D504: a question that says nothing of what would count as evidence.

Without it the highest level is a matter of confidence.

Bad:

    levels:
      0: …
      4: …

Good:

    levels:
      0: …
      4: …
    expects: [Restore test report]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "D504"
NAME = "missing-evidence"
SEVERITY = "info"
ON = "questionnaire"


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for questions of type level without `expects`."""
    for question, path in subject.level_questions:
        if not question.expects:
            message = f"'{question.id}' does not say what would count as evidence"
            yield subject.at((*path, "levels"), message, "add 'expects:'", key=True)
