"""Stage 2: `# maturity: ignore[rule] reason`, read from a file's comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maturity.check.selection import find_rule
from maturity.check.subject import FileSubject
from maturity.check.values import value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.finding import Finding
    from maturity.check.rule import Rule
    from maturity.errors import Problem
    from maturity.load.positions import Document

# What begins like such a comment and goes on in another way is found too, so that it can be told.
_COMMENT = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*maturity:[ \t]*(?:ignore\[([^\]\n]*)\])?[ \t]*(.*)", re.M
)


@dataclass
class Ignore:
    """One such comment; it speaks of its own line, and alone on a line of the next one."""

    start: int
    end: int
    line: int
    """The line that it speaks of."""
    words: list[tuple[str, int]]
    """The rules named, each with where its name begins in the text; none where it is misspelt."""
    reason: str
    used: set[str] = field(default_factory=set)
    """The names that some finding matched."""


class CommentsSubject(FileSubject):
    """A file's comments after the findings were matched with them."""

    def __init__(self, document: Document, ignores: list[Ignore], ran: frozenset[Rule]) -> None:
        super().__init__(document, "comments")
        self.ignores = ignores
        self.ran = ran
        """The rules that ran."""

    def span(self, start: int, end: int, message: str, hint: str) -> Problem:
        """Make a problem with characters of the text."""
        from maturity.errors import Problem

        return Problem(message, hint, self.document.source.location(start, end))


def ignores_in(document: Document) -> list[Ignore]:
    """Find the comments; the same words inside a value are that value's."""
    text = document.source.text
    if "maturity:" not in text:
        return []
    found = []
    for match in _COMMENT.finditer(text):
        if value_at(document.root, match.start(), text) is not None:
            continue
        line = document.source.line(match.start())
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        speaks_of = line if before.strip() else line + 1
        words = [] if match[1] is None else list(_words(match[1], match.start(1)))
        reason = match[2].strip()
        found.append(Ignore(match.start(), match.end(), speaks_of, words, reason))
    return found


def _words(named: str, start: int) -> Iterator[tuple[str, int]]:
    for part in named.split(","):
        yield part.strip(), start + len(part) - len(part.lstrip())
        start += len(part) + 1


def ignored_by(finding: Finding, ignores: list[Ignore]) -> Ignore | None:
    """Find the comment that ignores a finding, and mark it used."""
    if not finding.rule.may_be_ignored:
        return None
    for ignore in ignores:
        if ignore.line != finding.location.line:
            continue
        for word, _ in ignore.words:
            if find_rule(word) is finding.rule:
                ignore.used.add(word)
                return ignore
    return None
