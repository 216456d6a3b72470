"""Stage 2, rule Y008: a plain word or number that other readers of YAML see as something else.

Readers of YAML 1.1, still the most common, take a plain `No` for false, `12:30` for 750 and `017`
for 15. In quotes everybody reads the same. Where the format asks for yes or no, or for a date,
the plain word is right.

Bad:

    options:
      - {id: none, label: No, level: 0}

Good:

    options:
      - {id: none, label: "No", level: 0}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from maturity.check.wording import words_of
from maturity.errors import Problem
from maturity.load.source import shown_index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FileSubject
    from maturity.load.findings import Path

CODE = "Y008"
NAME = "ambiguous-scalar"
SEVERITY = "warning"
ON = "file"

_WORDS = words_of("y Y yes Yes YES n N no No NO on On ON off Off OFF")
_YES_NO = words_of(
    """
    sensitive quick not_applicable lower_is_better if_unknown is any_of facts answers answer
    """
)
"""The keys under which yes and no are what the format asks for."""
_FREE = frozenset({"answers", "facts", "retired"})
"""The keys right under which every key is somebody's id."""
_DATES = frozenset({"date", "due"})
_QUOTES = frozenset("\"'|>")
_LONGEST = 40
# It begins with the zero, which is quick to find, and then looks back.
_ANY_ZERO = re.compile(r"0(?<=[ \[,:]0)\d")
_LEADING_ZERO = re.compile(r"[-+]?0\d")
_BEGIN = frozenset("0123456789+-.")
_FIRST = _BEGIN | {word[0] for word in _WORDS}
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
# Octal, hexadecimal, underscores, minutes and seconds, dates, infinities: other types in YAML 1.1.
_OTHER = re.compile(
    r"[-+]?(0o?[0-7]+|0x[0-9a-fA-F]+|0b[01]+|[1-9][0-9_]*_[0-9_]*|[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?"
    r"|\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?|\.(inf|Inf|INF))|\.(nan|NaN|NAN)"
)


def check(subject: FileSubject) -> Iterator[Problem]:
    """Walk all values; only those that look like something else are placed."""
    text = subject.document.source.text
    has_zeros = _ANY_ZERO.search(text) is not None
    for path, value, is_key in _suspects(subject.document.data, has_zeros=has_zeros):
        place = subject.document.locate(path, key=is_key)
        start = shown_index(place)
        written = place.text[start : start + place.width].strip()
        if written[:1] in _QUOTES:
            continue
        if isinstance(value, str):
            message = f"'{written}' is not a text to other readers"
            yield Problem(message, f'put it in quotes: "{written}"', place)
        elif _LEADING_ZERO.match(written):
            message = f"'{written}' is another number to other readers"
            yield Problem(message, f"write {value}", place)


def _suspects(data: object, *, has_zeros: bool) -> Iterator[tuple[Path, object, bool]]:
    """Give what other readers may take for something else: its path, its value, whether a key."""
    stack: list[tuple[Any, Path, str]] = [(data, (), "")] if isinstance(data, dict | list) else []
    while stack:
        value, path, field = stack.pop()
        is_free = field in _FREE and path[-1] == field
        is_list = type(value) is list
        if not is_list and not _WORDS.isdisjoint(value):
            yield from (((*path, key), key, True) for key in value if key in _WORDS)
        for key, inner in enumerate(value) if is_list else value.items():
            kind = type(inner)
            if kind is str:
                if inner[:1] in _FIRST and _looks_else(inner, _field(key, field, is_free=is_free)):
                    yield (*path, key), inner, False
            elif kind is dict or kind is list:
                inner_field = field if is_list else _field(key, field, is_free=is_free)
                stack.append((inner, (*path, key), inner_field))
            elif has_zeros and kind is int:
                yield (*path, key), inner, False


def _field(key: str | int, field: str, *, is_free: bool) -> str:
    return field if is_free or not isinstance(key, str) else key


def _looks_else(value: str, field: str) -> bool:
    if value in _WORDS:
        return field not in _YES_NO or value not in ("yes", "no")
    if len(value) > _LONGEST or value[0] not in _BEGIN:
        return False
    is_date = field in _DATES and _DATE.fullmatch(value)
    return not is_date and _OTHER.fullmatch(value) is not None
