"""Stage 2, rule Q406: a clause that denies twice.

Readers have to turn it round in their heads, and many turn it the wrong way.

Bad:

    ask: How often is no system left without an owner?

Good:

    ask: How widely do systems have a named owner?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q406"
NAME = "double-negative"
SEVERITY = "warning"
ON = "questionnaire"

DENYING = frozenset(
    {"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without"}
)
HARMLESS = ("or not", "whether or not", "not only", "neither", "no longer")


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Count the words that deny, clause by clause."""
    for asked in subject.asked:
        if len(asked.wording.word_set & DENYING) < 1 or asked.wording.phrase(HARMLESS):
            continue
        for clause in asked.wording.clauses():
            found = [word for word in clause if word in DENYING or word.endswith("n't")]
            if len(found) > 1:
                message = f"{listed(found[:2])} deny the same thing twice"
                yield subject.at((*asked.path, "ask"), message, "say it once, in the positive")
                break
