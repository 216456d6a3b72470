"""Stage 2, rule T801: a translation of another version of the framework.

Texts that changed since keep their old translation, and nobody sees it. Read what changed, mend
the translation, and then raise its version.

Bad:

    # framework.yaml says version: 1.2.0
    format: translation/1
    framework: {id: public-sector, version: 1.0.0}

Good:

    format: translation/1
    framework: {id: public-sector, version: 1.2.0}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import TranslationSubject
    from maturity.errors import Problem

CODE = "T801"
NAME = "outdated-translation"
SEVERITY = "warning"
ON = "translation"


def check(subject: TranslationSubject) -> Iterator[Problem]:
    """Compare the version that was translated with the framework's."""
    translated, now = subject.translation.framework.version, subject.framework.file.version
    if translated != now:
        message = f"this is a translation of version {translated}, the framework is {now}"
        hint = f"translate what changed, then write version: {now}"
        yield subject.at(("framework", "version"), message, hint)
