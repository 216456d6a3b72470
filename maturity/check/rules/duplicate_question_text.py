"""Stage 2, rule Q412: two questions of the same text.

People answer the second as they answered the first, and the score counts it twice.

Bad:

    questions:
      - {id: backups, ask: How are backups tested?, …}
      - {id: archives, ask: How are backups tested?, …}

Good:

    questions:
      - {id: backups, ask: How are backups tested?, …}
      - {id: archives, ask: How are archives tested?, …}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q412"
NAME = "duplicate-question-text"
SEVERITY = "warning"
ON = "questionnaire"


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Compare the words of every question with those before it, in other files too."""
    first: dict[str, str] = {}
    own = {asked.question.id for asked in subject.asked}
    if subject.framework is not None:
        for question in subject.framework.questions.values():
            if question.id in own:
                break
            first.setdefault(_plain(question.ask), question.id)
    for asked in subject.asked:
        same = first.setdefault(_plain(asked.question.ask), asked.question.id)
        if same != asked.question.id:
            message = f"'{same}' asks the same"
            hint = "say what is different, or drop one of the two"
            yield subject.at((*asked.path, "ask"), message, hint)


def _plain(text: str) -> str:
    return " ".join(text.lower().rstrip("?. ").split())
