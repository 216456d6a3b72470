"""Stage 1: JSON of strangers, looked through before a model is made of it.

A model says everything that is wrong with its data; what would make that endless is refused here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_VALUES = 3_000_000
"""A result with 1,000 respondents holds 1,300,000 values."""
MAX_KEYS = 10_000
"""So many keys an object may have."""
MAX_DEPTH = 64
"""So many lists and objects may stand in each other."""

Way = tuple["Way", int | str] | None
"""The way to a value: that to what it stands in, and its key or index there."""


def why_too_large(text: str) -> str | None:
    """Say that JSON holds too many values, without reading it; commas in its texts count too."""
    if sum(map(text.count, ",[{")) <= MAX_VALUES:
        return None
    return f"there are more than {MAX_VALUES:,} values in it"


def why_unfit(data: object, text: str) -> str | None:
    r"""Say where JSON is nested too deep, has too many keys, or has half a character in a text.

    Example: "a text holds half a character: organisation.name", of an escape such as "\ud800".
    """
    may_have_halves = "\\ud" in text or "\\uD" in text
    waiting: list[tuple[Any, Way, int]] = [([data], None, 0)]
    while waiting:
        value, way, depth = waiting.pop()
        if depth > MAX_DEPTH:
            return f"lists and objects are nested more than {MAX_DEPTH} deep: {place(way)}"
        if type(value) is dict and len(value) > MAX_KEYS:
            return f"an object has more than {MAX_KEYS:,} keys: {place(way) or 'the whole'}"
        for key, inner in value.items() if type(value) is dict else enumerate(value):
            kind = type(inner)
            if may_have_halves and (_has_half(key) or _has_half(inner)):
                return f"a text holds half a character: {place((way, key))}"
            if kind is dict or kind is list:
                waiting.append((inner, (way, key) if depth else None, depth + 1))
    return None


def _has_half(value: object) -> bool:
    if not isinstance(value, str) or value.isascii():
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return True
    return False


def place(way: Way) -> str:
    """Write the way to a value."""
    parts: list[int | str] = []
    while way is not None:
        way, part = way
        parts.append(part)
    return field_name(reversed(parts))


def field_name(parts: Iterable[int | str]) -> str:
    """Write the way to a field: dimensions[0].score."""
    written = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return "".join(written).lstrip(".")[:200]
