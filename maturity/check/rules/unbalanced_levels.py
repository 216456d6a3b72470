"""Stage 2, rule D502: a level more than five times as long as another.

The long one is read as the one that was meant, or it holds more than one condition.

Bad:

    levels:
      0: Nothing.
      4: Every team, with its partners and suppliers, tests restores from backup every month.

Good:

    levels:
      0: No team has tested a restore in the last year.
      4: Every team tests restores every month.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "D502"
NAME = "unbalanced-levels"
SEVERITY = "info"
ON = "questionnaire"

RATIO = 5


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Compare the longest statement with the shortest."""
    for _, path, statements in subject.statements:
        lengths = [(len(text.split()), level) for level, text in statements]
        shortest, longest = min(lengths, default=(1, 0)), max(lengths, default=(1, 0))
        if longest[0] > RATIO * shortest[0]:
            message = f"the longest statement has {longest[0]} words, the shortest {shortest[0]}"
            hint = "say about as much at each level"
            yield subject.at((*path, "levels", longest[1]), message, hint)
