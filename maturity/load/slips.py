"""Stage 1: what comes into a file from elsewhere and breaks its YAML: marks, quotes and spaces."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from maturity.errors import Problem

if TYPE_CHECKING:
    from maturity.load.source import Source

RULE = "yaml-syntax"
CONFLICT = "<" * 7
"""How a merge conflict begins."""

_MARK = re.compile(r"(?<![^\r\n])([<=>|])\1{6}(?=[ \t\r\n]|\Z)")
_ALL_MARKS = {"<", "=", ">"}
CURLY = "\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"
_CURLY_VALUE = re.compile(rf"(?:^\s*|[:,-]\s+|[\[{{]\s*)([{CURLY}])")
_ODD = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_ODD_PLACE = re.compile(rf" *(?:- +)*(?:-|[\w\"'-]+:)?([{_ODD}])")


def conflict_in(source: Source, *, whole: bool) -> Problem | None:
    """Say where a merge conflict begins; with `whole`, only if all of its marks are there."""
    marks = list(_MARK.finditer(source.text))
    if not marks or (whole and not {mark[1] for mark in marks} >= _ALL_MARKS):
        return None
    first = next((mark for mark in marks if mark[1] == "<"), marks[0])
    message = "this is not valid YAML: an unresolved merge conflict begins here"
    hint = "keep one of the two versions and delete the marks"
    if first[1] != "<":
        message = "this is not valid YAML: a mark of a merge conflict was left here"
        hint = "delete the line"
    return Problem(message, hint, source.location(*first.span()), RULE)


def slip_near(source: Source, stop: int) -> Problem | None:
    """Name an odd space or a curly quote where the parser stopped, or a space in the line above."""
    start, line = _line_at(source.text, stop)
    curly = _CURLY_VALUE.search(line)
    above = _line_at(source.text, max(0, start - 2))
    for first, text in ((start, line), above):
        odd = _ODD_PLACE.match(text)
        if odd:
            message = f"{odd_space(odd[1])} stands here"
            return _slip(source, first + odd.start(1), message, "write a plain space in its place")
    if curly is None:
        return None
    message = f"'{curly[1]}' is no quotation mark of YAML"
    return _slip(source, start + curly.start(1), message, "begin and end the text with \" or '")


def _slip(source: Source, place: int, message: str, hint: str) -> Problem:
    at = source.location(place, place + 1)
    return Problem(f"this is not valid YAML: {message}", hint, at, RULE)


def odd_space(text: str) -> str:
    """Name a space that only looks like one; empty where there is none.

    Example: "a no-break space (U+00A0)".
    """
    found = re.search(f"[{_ODD}]", text)
    if found is None:
        return ""
    return f"a {unicodedata.name(found[0], 'space').lower()} (U+{ord(found[0]):04X})"


def _line_at(text: str, place: int) -> tuple[int, str]:
    start = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    ends = [end for end in (text.find("\n", start), text.find("\r", start)) if end >= 0]
    return start, text[start : min(ends, default=len(text))]
