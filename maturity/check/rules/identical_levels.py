"""Stage 2, rule D501: two neighbouring levels that say the same.

Nobody can tell which of the two is true, so the score is chance.

Bad:

    levels:
      1: Restores are tested now and then by the team.
      2: Restores are tested now and then by the team.

Good:

    levels:
      1: One restore was tested in the last two years.
      2: Restores of critical systems are tested every year.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "D501"
NAME = "identical-levels"
SEVERITY = "warning"
ON = "questionnaire"

ALIKE = 0.9
"""The share of words in common above which two statements say the same."""


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Compare each statement with the next by the words they share."""
    for _, path, statements in subject.statements:
        bags = [(level, _bag(text)) for level, text in statements]
        for (lower, before), (level, bag) in pairwise(bags):
            both = len(before & bag)
            if both > ALIKE * (len(before) + len(bag) - both):
                message = f"level {show(level)} says the same as level {show(lower)}"
                hint = f"say what is there at {show(level)} and not at {show(lower)}"
                yield subject.at((*path, "levels", level), message, hint)


def _bag(text: str) -> frozenset[str]:
    """Give the words of a statement without the marks at their ends."""
    return frozenset(word.strip(".,;:()") for word in text.lower().split())
