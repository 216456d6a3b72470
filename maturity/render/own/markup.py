"""Stage 6: HTML taken apart into tags and texts by rules so strict that every reader agrees.

HTML says what a browser makes of any text at all, and readers differ where it is broken. So what is
broken is refused: each `<` begins a whole tag, each value ends in its own quotes, and there are no
comments.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAME = "[A-Za-z][A-Za-z0-9-]*"
_VALUE = r"""(?:"[^"<>]*"|'[^'<>]*'|[A-Za-z0-9_-]+(?=[ \t\n>]|\Z))"""
_ATTRIBUTE = re.compile(f"({_NAME})=({_VALUE})")
_TAG = re.compile(rf"<(/?)({_NAME})((?:[ \t\n]+{_NAME}={_VALUE})*)[ \t\n]*(/?)>")
_BEGUN = re.compile(r"<[^<>\n]*>?")
_ENTITY = "[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}"
_STRAY = re.compile(f"&(?!(?:{_ENTITY});)(?=[A-Za-z0-9#])")
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]")
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; names are in small letters, and of values the entities are read."""

    name: str
    kind: Literal["start", "end", "alone"]
    attributes: Mapping[str, str]
    at: int
    """Where it begins in the text."""
    source: str
    """The tag as it is written."""

    def words(self) -> list[str]:
        """Give its classes."""
        return self.attributes.get("class", "").split()


@dataclass(frozen=True, slots=True)
class Text:
    """What stands between two tags, its entities read."""

    text: str
    at: int


class FlawError(Exception):
    """Something in a finished text that may not be there; `at` is where, `source` what."""

    def __init__(self, message: str, hint: str, at: int, source: str) -> None:
        super().__init__(message)
        self.message, self.hint, self.at, self.source = message, hint, at, source


def pieces(page: str, start: int, end: int) -> Iterator[Tag | Text]:
    """Take a part of a page apart.

    Raises:
        FlawError: Something in it is neither a whole tag nor text.
    """
    at = start
    while at < end:
        if page[at] == "<":
            tag = _tag(page, at, end)
            yield tag
            at += len(tag.source)
        else:
            after = page.find("<", at, end)
            after = after if after >= 0 else end
            yield Text(_read(page[at:after], at), at)
            at = after


def shown(source: str) -> str:
    """Shorten a piece of a page to what a message can hold."""
    line = " ".join(_CONTROL.sub(" ", source).split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


def _tag(page: str, at: int, end: int) -> Tag:
    found = _TAG.match(page, at, end)
    if found is None:
        source = _BEGUN.findall(page[at : min(end, at + _LONGEST_SHOWN)])[0]
        hint = "write < as &lt; in a text, and tags with their values in quotes; no comments"
        raise FlawError(f"this is not a whole tag: {shown(source)}", hint, at, source)
    is_end, name, inner, is_alone = found.groups()
    if is_end and (inner or is_alone):
        message = f"an end tag is a name alone, unlike {shown(found[0])}"
        raise FlawError(message, f"write </{name.lower()}>", at, found[0])
    kind: Literal["start", "end", "alone"] = "end" if is_end else "alone" if is_alone else "start"
    return Tag(name.lower(), kind, _attributes(inner, at, found[0]), at, found[0])


def _attributes(inner: str, at: int, source: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(inner):
        if name.lower() in known:
            message = f"'{shown(name)}' is there twice: {shown(source)}"
            raise FlawError(message, "write each attribute once", at, source)
        known[name.lower()] = _read(value[1:-1] if value[0] in "\"'" else value, at, source)
    return known


def _read(text: str, at: int, source: str = "") -> str:
    control = _CONTROL.search(text)
    if control is not None:
        message = f"the sign U+{ord(control[0]):04X} cannot be shown"
        raise FlawError(message, "take it out", at + control.start(), source or control[0])
    if "&" not in text:
        return text
    stray = _STRAY.search(text)
    if stray is not None:
        place = at if source else at + stray.start()
        near = text[stray.start() :][:_LONGEST_SHOWN]
        message = f"this begins an entity and does not end it: {shown(near)}"
        raise FlawError(message, "write & as &amp;", place, source or near)
    return html.unescape(text)
