"""Stage 2, rule Q409: a question of more than 25 words.

Readers lose the beginning before they reach the end, and answer what they remember.

Bad:

    ask: >-
      How do you, together with all your suppliers, partners and sponsoring bodies, make sure
      that every system which holds personal data is backed up, and restores are tested?

Good:

    ask: How widely are restores from backup tested?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q409"
NAME = "long-question"
SEVERITY = "warning"
ON = "questionnaire"

MOST_WORDS = 25


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Count the words."""
    for asked in subject.asked:
        count = len(asked.wording.words)
        if count > MOST_WORDS:
            message = f"the question has {count} words"
            hint = f"use {MOST_WORDS} at the most; details belong in why or in the levels"
            yield subject.at((*asked.path, "ask"), message, hint)
