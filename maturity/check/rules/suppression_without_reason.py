"""Stage 2, rule X903: a comment that ignores a rule and does not say why.

In a year nobody knows whether it still holds.

Bad:

    ask: Don't you agree?  # maturity: ignore[Q402]

Good:

    ask: Don't you agree?  # maturity: ignore[Q402] quoted from the standard
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.comments import CommentsSubject
    from maturity.errors import Problem

CODE = "X903"
NAME = "suppression-without-reason"
SEVERITY = "warning"
ON = "comments"


def check(subject: CommentsSubject) -> Iterator[Problem]:
    """Look for comments without a reason."""
    for ignore in subject.ignores:
        if ignore.words and not ignore.reason:
            hint = "add the reason after the bracket"
            yield subject.span(ignore.start, ignore.end, "the reason is missing", hint)
