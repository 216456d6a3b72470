"""Stage 2, rule N602: a critical question that was left out as not applicable.

Its ceiling then never applies. The report lists it on the first page; be sure that the reason
holds.

Bad:

    answers:
      security.mfa: {not_applicable: We use passwords}

Good:

    answers:
      security.mfa: 1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import AnswersSubject
    from maturity.errors import Problem

CODE = "N602"
NAME = "critical-not-applicable"
SEVERITY = "warning"
ON = "answers"


def check(subject: AnswersSubject) -> Iterator[Problem]:
    """Look at the critical questions among those left out."""
    for name, record in subject.file.answers.items():
        question = subject.framework.questions.get(name)
        if question is not None and question.critical and record.not_applicable:
            message = f"'{name}' is critical and was left out"
            hint = "answer it, or write unknown"
            yield subject.at(("answers", name), message, hint, key=True)
