"""Stage 2, rule R222: a text that `maturity new` wrote to be replaced.

A new file is meant to hold it, and nothing is wrong yet; in a finished one it would be printed in
front of a board.

Bad:

    organisation:
      name: Name of your organisation

Good:

    organisation:
      name: Borough of Example
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.check.values import values_like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FileSubject
    from maturity.errors import Problem

CODE = "R222"
NAME = "text-of-new-file"
SEVERITY = "info"
ON = "file"

_TEXTS = re.compile(
    r"(Replace\s+this\s+with\b|Name\s+of\s+(?:your\s+organisation|the\s+board)$"
    r"|What\s+readers\s+should\s+know\s+about\s+this\s+report$)"
)
_BEGIN = frozenset({"Re", "Na", "Wh"})


def check(subject: FileSubject) -> Iterator[Problem]:
    """Look for the texts as they were written."""
    for path, found in values_like(subject.document.data, _TEXTS, _BEGIN):
        message = f"'{' '.join(found[1].split())}' is the text of a new file"
        yield subject.at(path, message, "write your own")
