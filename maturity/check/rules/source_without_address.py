"""Stage 2, rule R218: a source without a web address or without a date.

Readers cannot find it, or cannot tell whether it is the edition that was meant.

Bad:

    sources:
      - {id: caf4, title: Cyber Assessment Framework}

Good:

    sources:
      - {id: caf4, title: Cyber Assessment Framework, url: https://www.ncsc.gov.uk/, date: 2025-08}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R218"
NAME = "source-without-address"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Look at every source's address and date."""
    for index, source in enumerate(subject.framework.file.sources):
        missing = []
        if not source.url.startswith(("https://", "http://")):
            missing.append("web address")
        if not source.date.strip():
            missing.append("date")
        if missing:
            message = f"the source '{source.id}' has no {' and no '.join(missing)}"
            hint = "add 'url:' and 'date:'"
            yield subject.at(("sources", index, "id"), message, hint)
