"""Stage 2, rule X902: a comment that ignores a rule which does not exist, or may not be ignored.

It has no effect, nor has one that begins with `# maturity:` and is not written as it must be. A
comment names single rules, no families. What every other command refuses cannot be ignored.

Bad:

    ask: How are restores tested?  # maturity: ignore[Q999] we like it

Good:

    ask: How are restores tested?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.comments import CommentsSubject
    from maturity.errors import Problem

CODE = "X902"
NAME = "unknown-rule"
SEVERITY = "warning"
ON = "comments"

FORM = "write: # maturity: ignore[rule] reason"


def check(subject: CommentsSubject) -> Iterator[Problem]:
    """Look for names that mean no rule, or one that holds whatever a comment says."""
    from maturity.check.selection import find_rule, means_several, nearest_rule  # they know this

    for ignore in subject.ignores:
        if not ignore.words:
            message = "this comment has no effect"
            yield subject.span(ignore.start, ignore.end, message, FORM)
        for word, start in ignore.words:
            rule, end = find_rule(word), start + max(1, len(word))
            if not word:
                yield subject.span(start, end, "no rule is named", FORM)
            elif rule is None and means_several(word):
                message = f"'{word}' means more than one rule"
                yield subject.span(start, end, message, "name the one that is meant")
            elif rule is None:
                message = f"there is no rule '{word}'"
                yield subject.span(start, end, message, nearest_rule(word))
            elif not rule.may_be_ignored:
                message = f"'{word}' cannot be ignored"
                yield subject.span(start, end, message, "mend what it finds")
