"""Stage 2, rule Q407: a question with `regularly`, `adequate` or the like and no measure.

Regularly is every week to one reader and every other year to another. A period, a number or a
named test makes the answers alike.

Bad:

    ask: Do you regularly test restores from backup?

Good:

    ask: Do you test restores from backup at least once a year?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q407"
NAME = "vague-quantifier"
SEVERITY = "warning"
ON = "questionnaire"

VAGUE = words_of(
    """
    adequate adequately appropriate appropriately effective effectively frequent frequently
    generally normally occasionally often periodic periodically rarely reasonable reasonably
    regular regularly seldom sometimes sufficient sufficiently suitable suitably timely
    typically usually
    """
)
ASKED_AFTER = frozenset(
    {"often", "frequently", "regularly", "effective", "effectively", "adequate"}
)
"""After `how` these ask for the measure itself."""
MEASURED = words_of(
    """
    annual annually daily day days fortnight hour hours hourly month monthly months once
    quarter quarterly twice week weekly weeks year yearly years
    """
)


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for vague words in questions that name no period or number."""
    for asked in subject.asked:
        words = asked.wording.word_set
        if not words & VAGUE:
            continue
        if words & MEASURED or any(word[0].isdigit() for word in words):
            continue
        found = next(word for word in asked.wording.words if word in VAGUE)
        if found in ASKED_AFTER and asked.wording.phrase((f"how {found}", f"when and how {found}")):
            continue
        message = f"'{found}' means something else to each reader"
        hint = "say how often, how many or by which test"
        yield subject.at((*asked.path, "ask"), message, hint)
