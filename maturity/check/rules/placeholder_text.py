"""Stage 2, rule R219: a text that was left to be written.

It would be printed in front of a board as it stands.

Bad:

    why: TBC

Good:

    why: One stolen password is enough to get in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FileSubject
    from maturity.errors import Problem
    from maturity.load.positions import Node

CODE = "R219"
NAME = "placeholder-text"
SEVERITY = "warning"
ON = "file"

PARTS = ("TB", "TODO", "psum", "???")
PARTS_WITH_X = ("FIXME", "XXX")
_PLACEHOLDER = re.compile(r"\b(?:TBC|TBD|TODO|FIXME|XXX)\b|[Ll]orem [Ii]psum|\?\?\?")


def check(subject: FileSubject) -> Iterator[Problem]:
    """Search the whole text once; what is found counts only inside a value."""
    text = subject.document.source.text
    # Many times quicker than the pattern, and an X quicker still.
    parts = PARTS if "X" not in text else PARTS + PARTS_WITH_X
    if not any(part in text for part in parts):
        return
    for found in _PLACEHOLDER.finditer(text):
        if _is_in_value(subject.document.root, found.start(), text):
            place = subject.document.source.location(found.start(), found.end())
            yield Problem(f"'{found[0]}' stands for a text to come", "write the text", place)


def _is_in_value(root: Node | None, index: int, text: str) -> bool:
    """Say whether a value covers the index; comments and keys do not count."""
    node = root
    while node is not None and node.children is not None:
        children = node.children
        inner = children.values() if isinstance(children, dict) else children
        node = next((child for child in inner if child.start <= index < child.end), None)
    if node is None:
        return False
    return text[node.start] not in "|>" or "\n" in text[node.start : index]
