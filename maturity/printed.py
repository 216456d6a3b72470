"""Texts as a terminal or a build log shows them: harmless, and how wide they are there."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls move the cursor, rename the window or worse; the marks of direction turn
# what stands behind them round. Tab and line feed are what they seem.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# GitHub's runner takes a line that begins with `::`, and `##[` wherever it stands, for a command.
_LOG_COMMAND = re.compile(r"^(\s*:)(?=:)|(##)(?=\[)", re.MULTILINE)


def printable(text: str, instead: str = "") -> str:
    r"""Take out what a terminal would obey, not show: "\x1b[31mred" becomes "[31mred"."""
    return _CONTROL.sub(instead, text)


def inert(text: str) -> str:
    """Part what a build log would take for a command: "::error::x" becomes ": :error::x"."""
    if ":" not in text and "##[" not in text:
        return text
    return _LOG_COMMAND.sub(lambda found: f"{found[0]} ", text)


def columns_of(text: str) -> int:
    """Count the columns that a text takes: 2 for 日, 0 for an accent of its own."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def cut(text: str, index: int, room: int) -> tuple[str, int]:
    """Give the part of a line around an index that fits so many columns, and the index in it."""
    index = min(index, len(text))
    if columns_of(text) <= room:
        return text, index
    room -= 2  # for a mark at each end
    first = last = index
    while first and columns_of(text[first - 1 : index]) <= room // 2:
        first -= 1
    while last < len(text) and columns_of(text[first : last + 1]) <= room:
        last += 1
    while first and columns_of(text[first - 1 : last]) <= room:
        first -= 1
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"{before}{text[first:last]}{after}", index - first + len(before)


def underlined(text: str, index: int, count: int, room: int) -> tuple[str, str] | None:
    """Give a line cut to fit, and below it marks under `count` characters; None for a blank line.

    "a: no" with index 3 and count 2 is "a: no" and "   ^^".
    """
    shown, start = cut(text.rstrip(), index, room)
    if not shown.strip():
        return None
    end = start + max(1, min(count, len(shown) - start))
    return shown, " " * columns_of(shown[:start]) + "^" * max(1, columns_of(shown[start:end]))
