"""Stage 2, rule Q402: a question that puts the answer into the respondent's mouth.

People tend to agree with what a question seems to want, and the score shows the question.

Bad:

    ask: Don't you agree that backups are tested often enough?

Good:

    ask: How often are restores from backup tested?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q402"
NAME = "leading-question"
SEVERITY = "warning"
ON = "questionnaire"

LEADING = (
    "don't you",
    "isn't it",
    "aren't you",
    "wouldn't you",
    "shouldn't",
    "haven't you",
    "surely",
    "obviously",
    "of course",
    "as everyone knows",
    "would you not",
    "do you not agree",
    "is it not",
)


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for the phrases that ask for agreement."""
    for asked in subject.asked:
        found = asked.wording.phrase(LEADING)
        if found:
            message = f"'{found}' suggests the answer"
            hint = "ask how, how often or how widely it is done"
            yield subject.at((*asked.path, "ask"), message, hint)
