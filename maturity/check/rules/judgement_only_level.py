"""Stage 2, rule D503: a level that judges and describes nothing.

What one person calls good another calls poor. Say what a visitor would see.

Bad:

    levels:
      4: Excellent and very effective process.

Good:

    levels:
      4: Restores are tested monthly, and the results go to the board.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.wording import words_of
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "D503"
NAME = "judgement-only-level"
SEVERITY = "warning"
ON = "questionnaire"

MOST_WORDS = 10
JUDGING = words_of(
    """
    acceptable adequate advanced approach average bad basic best capability class effective
    excellent fair fairly full good great high highly immature level limited low mature
    maturity medium mostly optimal optimised outstanding partial partly poor practice
    process processes proficient quite reasonable satisfactory some somewhat state strong
    sufficient very weak well world
    """
)
JOINING = words_of(
    """
    a an and are at for in is it no not of on or our the there this to with
    """
)


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for statements in which every word judges, or only joins."""
    for _, path, statements in subject.statements:
        for level, text in statements:
            if judges(text):
                message = f"level {show(level)} judges and describes nothing"
                yield subject.at((*path, "levels", level), message, "say what a visitor would see")


def judges(text: str) -> bool:
    """Say whether a statement does nothing but judge, as `Good and effective` does."""
    words = {word.strip(".,;:()") for word in text.lower().split()} - JOINING
    return len(words) <= MOST_WORDS and bool(words) and words <= JUDGING
