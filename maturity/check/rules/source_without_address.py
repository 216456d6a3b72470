"""Stage 2, rule R218: a source without a web address or without a date.

Readers cannot find it, or cannot tell whether it is the edition that was meant. An address that
does not begin with https:// (or http://) is no link.

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
        url, date, place = source.url.strip(), source.date.strip(), ("sources", index)
        missing = {"'url:'": "web address"} if not url else {}
        if not date:
            missing["'date:'"] = "date"
        if missing:
            message = f"the source '{source.id}' has no {' and no '.join(missing.values())}"
            yield subject.at((*place, "id"), message, f"add {' and '.join(missing)}")
        if url and not url.startswith(("https://", "http://")):
            message = f"the address of the source '{source.id}' is not whole"
            yield subject.at((*place, "url"), message, "begin it with https://")
