"""Stage 2, rule D506: a level described only by another one.

Who reads it has to keep the other in mind, and is none the wiser what is there.

Bad:

    levels:
      3: Better than level 2.

Good:

    levels:
      3: Restores of all systems are tested every year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "D506"
NAME = "comparative-level"
SEVERITY = "info"
ON = "questionnaire"

_OTHERS = "(?:level|previous|below|above)"
POINTING = re.compile(
    rf"(?i)\b(?:(?:better|more|less|worse|higher|same) (?:than|as) (?:at |in |the )*{_OTHERS}"
    rf"|as (?:in |at )?(?:the )?(?:level|previous)|(?:as|like) above|see level)\b"
)


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for the phrases that point at another level."""
    for _, path, statements in subject.statements:
        for level, text in statements:
            found = POINTING.search(text)
            if found:
                message = f"'{found[0]}' describes level {show(level)} by another"
                yield subject.at((*path, "levels", level), message, "say what is there")
