"""Stage 2, rule Q410: a question that needs years at university to read.

Long words and long sentences together cost readers most. The grade is that of Flesch and Kincaid,
for English only: years of school that a reader needs.

Bad:

    ask: >-
      How comprehensively does organisational infrastructure facilitate transformational
      capability interoperability?

Good:

    ask: How well do your systems work together?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q410"
NAME = "hard-to-read"
SEVERITY = "info"
ON = "questionnaire"

FEWEST_WORDS = 8
HARDEST = 16
VOWELS = re.compile("[aeiouy]+")


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Work out the reading grade of questions with enough words to have one."""
    for asked in subject.asked:
        words = [word for word in asked.wording.words if word[0].isalpha()]
        if len(words) < FEWEST_WORDS:
            continue
        grade = 0.39 * len(words) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59
        if grade > HARDEST:
            message = f"the question needs {grade:.0f} years of school to read"
            hint = "use shorter words, or fewer of them"
            yield subject.at((*asked.path, "ask"), message, hint)


def _syllables(word: str) -> int:
    """Count groups of vowels, without a silent e: 4 for `capability` is close enough."""
    groups = len(VOWELS.findall(word.removesuffix("e")))
    return max(1, groups)
