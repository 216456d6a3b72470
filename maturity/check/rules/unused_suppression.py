"""Stage 2, rule X901: a comment that ignores a rule which finds nothing there.

The text was mended and the comment stayed; it would hide the next mistake on its line.

Bad:

    ask: How are restores tested?  # maturity: ignore[Q402] quoted from the standard

Good:

    ask: How are restores tested?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.comments import CommentsSubject
    from maturity.errors import Problem

CODE = "X901"
NAME = "unused-suppression"
SEVERITY = "warning"
ON = "comments"


def check(subject: CommentsSubject) -> Iterator[Problem]:
    """Look at the names that matched no finding, of rules that ran."""
    from maturity.check.selection import find_rule  # it knows this rule too

    for ignore in subject.ignores:
        for word, start in ignore.words:
            rule = find_rule(word)
            if rule in subject.ran and rule.may_be_ignored and word not in ignore.used:
                message = f"'{word}' finds nothing on line {ignore.line}"
                yield subject.span(start, start + len(word), message, "delete it")
