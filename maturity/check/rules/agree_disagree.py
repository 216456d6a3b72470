"""Stage 2, rule Q403: a question that asks whether somebody agrees.

People say yes to please. A question about what is done gives a firmer answer.

Bad:

    ask: Do you agree that leaders support digital work?

Good:

    ask: How did leaders decide on digital work in the last year?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q403"
NAME = "agree-disagree"
SEVERITY = "info"
ON = "questionnaire"

AGREEING = (
    "do you agree",
    "does everyone agree",
    "agree or disagree",
    "to what extent do you agree",
    "how far do you agree",
    "how strongly do you agree",
)


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for the words of agreement."""
    for asked in subject.asked:
        found = asked.wording.phrase(AGREEING)
        if found:
            hint = "ask what is done, and how widely"
            yield subject.at((*asked.path, "ask"), f"'{found}' asks for agreement", hint)
