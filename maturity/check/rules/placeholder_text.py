"""Stage 2, rule R219: a text that was left to be written.

It would be printed in front of a board as it stands. TBC and the like count wherever they stand;
words such as `to do` only as the whole text or before a colon, for they are normal English too.

Bad:

    why: TBC

Good:

    why: One stolen password is enough to get in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.check.values import value_at, values_like
from maturity.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FileSubject

CODE = "R219"
NAME = "placeholder-text"
SEVERITY = "warning"
ON = "file"

# To look for such a part is many times quicker than a pattern, which then looks at that place only.
PARTS = ("tb", "xxx", "lorem", "???")
PARTS_IN_CAPITALS = ("TODO", "FIXME")
_SHORT_FORM = re.compile(
    r"\b(?:TBC|TBD|TODO|FIXME|XXX)\b|(?<![\w-])(?i:tbc|tbd|x{3,}|lorem(?: ipsum)?)(?![\w-])"
    r"|(?<!\?)\?{3,}"
)
# Two patterns, since one whose first letter is sure is found at once.
_GAPS = tuple(
    re.compile(rf"{before}(?i:insert|enter|fill in|describe|your) [^{after}\n]{{1,60}}{after}")
    for before, after in ((r"\[", r"\]"), ("<", ">"))
)
_WHOLE = re.compile(
    r"(?i)\s*((?:to[\s-]?do|to\s+be\s+(?:added|agreed|completed|confirmed|decided|determined|written)"
    r"|to\s+follow|coming\s+soon|placeholder)(?=\s?:|[.…!\s]*$))"
)
_SMALL = {ord(letter): letter.lower() for letter in "TBCDXLOREM"}
_BEGIN = frozenset(
    begun for word in ("to", "co", "pl") for begun in (word, word.capitalize(), word.upper())
)


def check(subject: FileSubject) -> Iterator[Problem]:
    """Search the whole text for short forms, then look at how every value begins."""
    for start, end in _short_forms(subject):
        place = subject.document.source.location(start, end)
        written = subject.document.source.text[start:end]
        yield Problem(f"'{written}' stands for a text to come", "write the text", place)
    for path, found in values_like(subject.document.data, _WHOLE, _BEGIN):
        if not _SHORT_FORM.match(found[1]):
            message = f"'{' '.join(found[1].split())}' stands for a text to come"
            yield subject.at(path, message, "write the text")


def _short_forms(subject: FileSubject) -> Iterator[tuple[int, int]]:
    """Give where short forms and gaps to fill stand; they count only inside a value."""
    text = subject.document.source.text
    small = text.lower()
    if len(small) != len(text):
        small = text.translate(_SMALL)  # some letters are two in small, which would shift the rest
    starts = [start for part in PARTS for start in _starts(part, small)]
    for part in PARTS_IN_CAPITALS:
        starts += _starts(part, text)
    found = [_SHORT_FORM.match(text, start) for start in starts]
    found += [match for pattern in _GAPS for match in pattern.finditer(text)]
    for match in filter(None, found):
        if value_at(subject.document.root, match.start(), text) is not None:
            yield match.span()


def _starts(part: str, text: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)
