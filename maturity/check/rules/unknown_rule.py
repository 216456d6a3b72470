"""Stage 2, rule X902: a comment that ignores a rule which does not exist, or may not be ignored.

It has no effect. What every other command refuses cannot be ignored.

Bad:

    ask: How are restores tested?  # maturity: ignore[Q999] we like it

Good:

    ask: How are restores tested?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.comments import CommentsSubject
    from maturity.errors import Problem

CODE = "X902"
NAME = "unknown-rule"
SEVERITY = "warning"
ON = "comments"


def check(subject: CommentsSubject) -> Iterator[Problem]:
    """Look for names that mean no rule, or one that holds whatever a comment says."""
    from maturity.check.selection import BY_WORD  # it knows this rule too

    for ignore in subject.ignores:
        for word, start in ignore.words:
            rule = BY_WORD.get(word)
            if rule is None:
                message = f"there is no rule '{word}'"
                hint = nearest(word, BY_WORD, most=3)
                yield subject.span(start, start + max(1, len(word)), message, hint)
            elif not rule.may_be_ignored:
                message = f"'{word}' cannot be ignored"
                yield subject.span(start, start + len(word), message, "mend what it finds")
