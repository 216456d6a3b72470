"""Stage 1: what the reader refuses although it is YAML, each with its place and a remedy.

Aliases and merge keys are refused because a few lines of them can stand for gigabytes, and a
place in the file would no longer be one; tags because they ask the reader for other types.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from maturity.errors import Problem

if TYPE_CHECKING:
    from maturity.load.source import Source

_PROPERTY = re.compile(r"&[\w-]+|!<[^>\s]*>|![^\s,\[\]{}]*")
_GAP = re.compile(r"(?:\s|#[^\r\n]*)*")


class Stop(Exception):  # noqa: N818 - not an error: its problem is already noted
    """Reading cannot go on."""


class Refusals:
    """The problems of a file so far, in the order of the file."""

    def __init__(self, source: Source, most: int) -> None:
        self.source = source
        self.most = most
        self.problems: list[Problem] = []

    def add(self, rule: str, message: str, hint: str, start: int, end: int) -> None:
        """Note a problem; stops the reading when there are too many of them."""
        self.problems.append(Problem(message, hint, self.source.location(start, end), rule))
        if len(self.problems) >= self.most:
            message = f"there are {self.most} problems up to here: the rest of the file is not read"
            here = self.source.location(end, end)
            self.problems.append(Problem(message, "mend these first", here, "unreadable-file"))
            raise Stop

    def properties(self, event: Any) -> None:
        """Refuse the anchor (`&name`) and the tag (`!!str`) that stand before a value."""
        position = event.start_mark.index
        text = self.source.text
        for _ in range((event.anchor is not None) + (event.tag is not None)):
            found = _PROPERTY.match(text, position)
            end = found.end() if found else position + 1
            written = text[position:end]
            if written.startswith("&"):
                message = f"the anchor '{written}' is not allowed"
                hint = "delete it, or put a text that begins with '&' in quotes"
                self.add("alias", message, hint, position, end)
            else:
                message = f"the tag '{written}' is not allowed"
                hint = "delete it, or put a text that begins with '!' in quotes"
                self.add("unsupported-tag", message, hint, position, end)
            gap = _GAP.match(text, end)
            position = gap.end() if gap else end

    def alias(self, start: int, end: int) -> None:
        """Refuse a copy of something that stands elsewhere (`*name`)."""
        message = f"the alias '{self.source.text[start:end]}' is not allowed"
        hint = "write the value out here, or put a text that begins with '*' in quotes"
        self.add("alias", message, hint, start, end)

    def merge_key(self, start: int, end: int) -> None:
        """Refuse `<<`, which copies the keys of another mapping."""
        message = "the merge key '<<' is not allowed"
        self.add("alias", message, "write the keys out here", start, end)

    def bad_key(self, what: str, start: int, end: int) -> None:
        """Refuse a key that is neither text nor number."""
        message = f"{what} cannot be a key: a key is a text or a number"
        self.add("bad-key", message, "put it in quotes if a text is meant", start, end)

    def duplicate_key(self, first: int, start: int, end: int) -> None:
        """Refuse a key that stands in the same mapping at `first` already."""
        written = self.source.text[start:end]
        message = f"the key {written} stands here already, at line {self.source.line(first)}"
        self.add("duplicate-key", message, "keep one of the two, or rename one", start, end)

    def second_entry(self, start: int, end: int) -> None:
        """Refuse the keys of a list's next entry where they stand in the entry before it."""
        message = "this begins a second entry of the list"
        self.add("duplicate-key", message, "put '- ' before it", start, end)

    def too_deep(self, most: int, start: int) -> None:
        """Refuse lists and mappings in each other without end."""
        message = f"lists and mappings are nested more than {most} deep"
        self._stop("too-deep", message, "check the brackets and the indentation", start)

    def too_many_values(self, most: int, start: int) -> None:
        """Refuse a file that would fill the memory."""
        message = f"the file holds more than {most:,} values"
        self._stop("too-many-values", message, "split it into several files", start)

    def second_document(self, start: int, end: int) -> None:
        """Refuse what follows a second `---`."""
        hint = "delete the '---', or make what follows it a file of its own"
        self.add("document-count", "a second document begins here", hint, start, end)

    def empty(self) -> None:
        """Refuse a file without any value."""
        hint = "begin it with its kind, such as 'format: questionnaire/1'"
        self.add("document-count", "the file is empty", hint, 0, 0)

    def _stop(self, rule: str, message: str, hint: str, start: int) -> None:
        self.add(rule, message, hint, start, start + 1)
        raise Stop
