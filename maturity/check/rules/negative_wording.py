"""Stage 2, rule Q405: a question asked in the negative.

To a question with `not` in it, both yes and no can mean the same thing.

Bad:

    ask: Which systems are not backed up?

Good:

    ask: How widely are systems backed up?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q405"
NAME = "negative-wording"
SEVERITY = "warning"
ON = "questionnaire"

NEGATIVE = frozenset({"not", "cannot"})
HARMLESS = ("or not", "whether or not", "not only", "if not", "not just", "but not")
LEADING = frozenset({"don't", "isn't", "aren't", "wouldn't", "shouldn't", "haven't"})
"""These open a leading question, which has a rule of its own."""


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for `not` and its short forms, but for the phrases that deny nothing."""
    for asked in subject.asked:
        words = asked.wording.word_set
        found = next((w for w in asked.wording.words if w in NEGATIVE or w.endswith("n't")), None)
        if found is None or asked.wording.phrase(HARMLESS) or words & LEADING:
            continue
        message = f"'{found}' makes the question negative"
        hint = "ask for what is done, not for what is not"
        yield subject.at((*asked.path, "ask"), message, hint)
