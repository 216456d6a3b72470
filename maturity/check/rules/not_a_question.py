"""Stage 2, rule Q413: a question without a question mark, or with two.

One question mark is one question.

Bad:

    ask: Backups are tested.

Good:

    ask: How often are backups tested?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q413"
NAME = "not-a-question"
SEVERITY = "info"
ON = "questionnaire"


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Count the question marks."""
    for asked in subject.asked:
        marks = asked.wording.text.count("?")
        if marks != 1:
            message = "there is no question mark" if not marks else f"there are {marks} questions"
            yield subject.at((*asked.path, "ask"), message, "ask one question, with one mark")
