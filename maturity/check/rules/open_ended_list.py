"""Stage 2, rule Q411: a question with `etc.` or `e.g.`.

Where a list stays open, each reader ends it in another place.

Bad:

    ask: How are backups, archives, etc. protected?

Good:

    ask: How are backups and archives protected?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q411"
NAME = "open-ended-list"
SEVERITY = "info"
ON = "questionnaire"

OPEN = frozenset({"etc", "etcetera"})
PHRASES = ("e . g", "and so on", "and so forth", "and the like", "or similar", "such like")


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for the words that leave a list open."""
    for asked in subject.asked:
        found = [word for word in asked.wording.words if word in OPEN]
        phrase = asked.wording.phrase(PHRASES)
        if found or phrase:
            written = asked.wording.written(found[0] if found else phrase or "")
            message = f"'{written}' leaves the list open"
            yield subject.at((*asked.path, "ask"), message, "name all that counts")
