"""Stage 2, rule Q404: a question with `always`, `never`, `all` or the like.

One exception makes the answer no. At the highest level such a word may be meant; then this
finding can be left.

Bad:

    ask: Do all teams always test their backups?

Good:

    ask: How widely do teams test their backups?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.wording import listed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q404"
NAME = "absolute-word"
SEVERITY = "info"
ON = "questionnaire"

ABSOLUTE = words_of(
    """
    all always any completely entirely every everyone fully never none
    """
)


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for the words that leave no room."""
    for asked in subject.asked:
        found = [word for word in asked.wording.words if word in ABSOLUTE]
        if found:
            message = f"{listed(found[:2])} leaves no room for an exception"
            hint = "ask how widely or how often"
            yield subject.at((*asked.path, "ask"), message, hint)
