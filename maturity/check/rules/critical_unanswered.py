"""Stage 2, rule N603: a critical question without an answer.

Until it is answered its dimension is provisional.

Bad:

    answers:
      security.backups: 3          # and nothing for security.mfa, which is critical

Good:

    answers:
      security.mfa: 2
      security.backups: 3
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import AnswersSubject
    from maturity.errors import Problem

CODE = "N603"
NAME = "critical-unanswered"
SEVERITY = "info"
ON = "answers"


def check(subject: AnswersSubject) -> Iterator[Problem]:
    """Look for critical questions that the file does not mention, or leaves blank."""
    given = {n for n, a in subject.sheet.answers.items() if a.state != "unanswered"}
    out = set(subject.profile.leave_out) if subject.profile else set()
    missing = [
        question.id
        for question in subject.framework.questions.values()
        if question.critical
        and question.id not in given
        and question.id not in out
        and not question.ask_if
        and (not question.answered_by or subject.sheet.role in (None, *question.answered_by))
    ]
    if missing:
        message = f"without an answer, and critical: {listed(missing)}"
        yield subject.at(("answers",), message, "answer them, or write unknown", key=True)
