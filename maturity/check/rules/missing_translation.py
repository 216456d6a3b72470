"""Stage 2, rule T802: texts of the framework that a translation does not say again.

They stay in the framework's own language, so a report mixes two. Where that is meant, as for the
name of a scheme, write the text again as it is.

Bad:

    # the question has a 'why' of its own
    questions:
      security.mfa:
        ask: Pa mor eang y gorfodir dilysu aml-ffactor?

Good:

    questions:
      security.mfa:
        ask: Pa mor eang y gorfodir dilysu aml-ffactor?
        why: Un cyfrinair wedi'i ddwyn sy'n agor popeth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.load.translation import missing_texts, place_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import TranslationSubject
    from maturity.errors import Problem

CODE = "T802"
NAME = "missing-translation"
SEVERITY = "info"
ON = "translation"
MOST_NAMED = 3


def check(subject: TranslationSubject) -> Iterator[Problem]:
    """Count the texts that are missing, and name the first."""
    missing = missing_texts(subject.framework, subject.translation)
    if not missing:
        return
    named = ", ".join(place_words(path) for path in missing[:MOST_NAMED])
    more = f" and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
    count = "1 text has" if len(missing) == 1 else f"{len(missing)} texts have"
    message = f"{count} no translation: {named}{more}"
    yield subject.at(("language",), message, "add them; until then the original stands there")
