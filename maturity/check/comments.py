"""Stage 2: `# maturity: ignore[rule] reason`, read from a file's comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maturity.check.subject import FileSubject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.finding import Finding
    from maturity.errors import Problem
    from maturity.load.positions import Document, Node

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*maturity:[ \t]*ignore\[([^\]\n]*)\][ \t]*(.*)", re.M)


@dataclass
class Ignore:
    """One such comment; it speaks of its own line, and alone on a line of the next one."""

    start: int
    end: int
    line: int
    """The line that it speaks of."""
    words: list[tuple[str, int]]
    """The rules named, each with where its name begins in the text."""
    reason: str
    used: set[str] = field(default_factory=set)
    """The names that some finding matched."""


class CommentsSubject(FileSubject):
    """A file's comments after the findings were matched with them."""

    def __init__(self, document: Document, ignores: list[Ignore], known: frozenset[str]) -> None:
        super().__init__(document, "comments")
        self.ignores = ignores
        self.known = known
        """The codes and names of the rules that ran."""

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
        if _is_in_value(document.root, match.start(), text):
            continue
        line = document.source.line(match.start())
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        words, start = [], match.start(1)
        for part in match[1].split(","):
            lead = len(part) - len(part.lstrip())
            words.append((part.strip(), start + lead))
            start += len(part) + 1
        speaks_of = line if before.strip() else line + 1
        reason = match[2].strip()
        found.append(Ignore(match.start(), match.end(), speaks_of, words, reason))
    return found


def _is_in_value(root: Node | None, index: int, text: str) -> bool:
    node = root
    while node is not None and node.children is not None:
        node = next((child for child in _children(node) if child.start <= index < child.end), None)
    if node is None:
        return False
    # The line on which a block text is announced (`ask: >-`) may end with a comment.
    return not (text[node.start] in "|>" and "\n" not in text[node.start : index])


def _children(node: Node) -> Iterator[Node]:
    children = node.children
    yield from children.values() if isinstance(children, dict) else children or ()


def ignored_by(finding: Finding, ignores: list[Ignore]) -> Ignore | None:
    """Find the comment that ignores a finding, and mark it used."""
    if not finding.rule.may_be_ignored:
        return None
    for ignore in ignores:
        if ignore.line != finding.location.line:
            continue
        for word, _ in ignore.words:
            if word in (finding.rule.name, finding.rule.code):
                ignore.used.add(word)
                return ignore
    return None
