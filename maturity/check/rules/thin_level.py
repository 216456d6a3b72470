"""Stage 2, rule D505: a level described in fewer than four words.

Three words leave the reader to guess where this level ends. A level that only judges has a rule of
its own, judgement-only-level.

Bad:

    levels:
      2: Partly done.

Good:

    levels:
      2: Restores of critical systems are tested every year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.rules.judgement_only_level import judges
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "D505"
NAME = "thin-level"
SEVERITY = "warning"
ON = "questionnaire"

FEWEST_WORDS = 4


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Count the words of each statement."""
    for _, path, statements in subject.statements:
        for level, text in statements:
            count = len(text.split())
            if count < FEWEST_WORDS and not judges(text):
                message = f"level {show(level)} has {count} word{'s' if count > 1 else ''}"
                yield subject.at((*path, "levels", level), message, "say what a visitor would see")
