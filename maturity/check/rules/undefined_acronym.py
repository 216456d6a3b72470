"""Stage 2, rule Q408: a short form in capitals that nobody explains.

Who does not know it guesses, or leaves the question out. Write it in full once, with the short
form in brackets; `acronyms` in the settings names those that your readers know.

Bad:

    ask: How widely do suppliers meet their SLAs?

Good:

    ask: How widely do suppliers meet their service level agreements (SLAs)?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.check.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q408"
NAME = "undefined-acronym"
SEVERITY = "warning"
ON = "questionnaire"

ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,7}")
BRACKETED = re.compile(r"\(([A-Z][A-Z0-9&]{1,7}s?)\)")
KNOWN = words_of(
    """
    BBC CD CEO CV DIY DNA GP HR ID IT NHS OK PC PDF PIN TV UK US USB VAT UN EU AM PM
    """
)
"""Short forms that need no explaining in the United Kingdom."""


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for words in capitals that no bracket in the file, or in framework.yaml, explains."""
    known = KNOWN | subject.options.acronyms
    explained: set[str] | None = None
    for asked in subject.asked:
        for token in asked.wording.tokens:
            if not (len(token) > 1 and token[:2].isupper() and token[0].isalpha()):
                continue
            short = _singular(token)
            if short is None or short in known:
                continue
            if explained is None:
                explained = _explained(subject)
            if short not in explained:
                message = f"'{short}' is not explained"
                hint = f"write it in full once, with ({short}) after it"
                yield subject.at((*asked.path, "ask"), message, hint)
                break


def _singular(token: str) -> str | None:
    """Give the short form without a plural or possessive ending; None if it is none."""
    bare = token.replace("’", "'").removesuffix("'s").removesuffix("s")
    return bare if ACRONYM.fullmatch(bare) else None


def _explained(subject: QuestionnaireSubject) -> set[str]:
    text = subject.document.source.text
    if subject.framework is not None:
        file = subject.framework.file
        text += " ".join([file.summary, *(fact.ask for fact in file.facts)])
    return {found.removesuffix("s") for found in BRACKETED.findall(text)}
