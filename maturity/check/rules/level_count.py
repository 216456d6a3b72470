"""Stage 2, rule R208: a question with one level, or with more than seven.

With one level there is nothing to answer; among more than seven, two people rarely choose the
same. Four to six work best.

Bad:

    levels:
      0: Nobody is named.

Good:

    levels:
      0: Nobody is named as answerable for it.
      2: One person is named as answerable for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "R208"
NAME = "level-count"
SEVERITY = "warning"
ON = "questionnaire"

MOST = 7
"""Among more levels, two people rarely choose the same."""


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Count the statements of each question of type level."""
    for question, path in subject.level_questions:
        count = len(question.levels)
        if not 1 < count <= MOST:
            message = f"'{question.id}' has {count} level{'s' if count > 1 else ''}"
            hint = f"describe from 2 to {MOST}; 4 to 6 work best"
            yield subject.at((*path, "levels"), message, hint, key=True)
