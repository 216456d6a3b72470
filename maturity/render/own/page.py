"""Stage 6: what the blocks of a page hold is read tag by tag, and refused at what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from maturity.render.own.elements import (
    KNOWN,
    SHAPES,
    VOID,
    is_within,
    knows,
    remedy,
    takes_text,
)
from maturity.render.own.markup import FlawError, Tag, Text, pieces, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = ("header", "contents", "main", "footer")
"""The parts of a page that blocks fill, in their order."""
OF_THE_FRAME = frozenset({"skip", "marking", "head", "columns", "foot", "draft"})
"""Classes of what is in no block."""
OF_HEADERS = frozenset({
    "tags", "framework", "lead", "sub", "quiet", "line", "logo", "head-facts", "facts", "figures",
    "large", "items", "notice", "open", "notice-title", "quote", "quote-title", "number",
    "sentence", "total",
})  # fmt: skip
"""Classes of the style sheet that leave what stands beside them in a header in its place."""
_DEEPEST = 60
_UNKNOWN = "take it out; docs/themes.md says what there is"


class Event(NamedTuple):
    """A tag or a text, and the elements that it is in, the outermost first."""

    around: tuple[Tag, ...]
    what: Tag | Text


@dataclass(frozen=True, slots=True)
class Hole:
    """A part of a page that blocks fill, and what its rules need to know."""

    place: str
    start: int
    end: int
    classes: frozenset[str]
    """Those that the style sheet has rules for."""
    logo: str
    """The address of the theme's logo, which is its data; empty for none."""


def read(page: str, hole: Hole) -> Iterator[Event]:
    """Read a part of a page.

    Raises:
        FlawError: Something in it may not be there, or stands where readers would move it.
    """
    around: list[Tag] = []
    bare: set[int] = set()
    for one in pieces(page, hole.start, hole.end):
        if isinstance(one, Text):
            _check_text(one, around)
        elif one.kind == "end":
            _end(one, around)
            continue
        else:
            _check_tag(one, around, hole)
            _check_list(one, around[-1:], bare)
        yield Event(tuple(around), one)
        if isinstance(one, Tag) and one.kind == "start" and one.name not in VOID:
            around.append(one)
    if around:
        raise _flaw(around[-1], f"<{around[-1].name}> is not ended", f"add </{around[-1].name}>")


def _check_text(text: Text, around: list[Tag]) -> None:
    if around and not takes_text(around[-1].name) and text.text.strip():
        message = f"no text may stand right within <{around[-1].name}>"
        near = text.text.strip()
        at = text.at + text.text.index(near)
        raise FlawError(f"{message}: {shown(near)}", "put it in an element", at, near)


def _end(tag: Tag, around: list[Tag]) -> None:
    if not around or around[-1].name != tag.name:
        inner = f"<{around[-1].name}> is to be ended first" if around else "nothing is open there"
        raise _flaw(tag, f"</{shown(tag.name)}> ends nothing: {inner}", "end what was begun last")
    around.pop()


def _check_tag(tag: Tag, around: list[Tag], hole: Hole) -> None:
    name = shown(tag.name)
    if tag.name not in KNOWN:
        raise _flaw(tag, f"<{name}> is not possible in a report's templates", _UNKNOWN)
    if tag.kind == "alone" and tag.name not in VOID | SHAPES:
        raise _flaw(tag, f"<{name}/> ends nothing in HTML", f"write <{name}></{name}>")
    names = [one.name for one in around]
    if not is_within(tag.name, names):
        inner = "a" if tag.name == "a" in names else (names or [""])[-1]
        where = f"within <{inner}>" if inner else "there"
        hint = "end what is open before it, or put it in another element"
        raise _flaw(tag, f"<{name}> may not stand {where}", hint)
    if len(around) >= _DEEPEST:
        raise _flaw(tag, f"there are {_DEEPEST} elements within one another", "use fewer")
    for attribute, value in tag.attributes.items():
        _check_attribute(tag, attribute, value, hole.logo)
    for word in tag.words():
        _check_class(tag, word, hole)


def _check_list(tag: Tag, around: list[Tag], bare: set[int]) -> None:
    """The end of <dd> is left out in the end, and a <div> right after it would come into it.

    `bare` are the lists that hold <dt> or <dd> in no <div>.
    """
    if around and around[0].name == "dl":
        if tag.name != "div":
            bare.add(around[0].at)
        elif around[0].at in bare:
            message = "<div> may not stand beside <dt> and <dd>"
            raise _flaw(tag, message, "put each <dt> with its <dd> in a <div>, or none")


def _check_attribute(tag: Tag, attribute: str, value: str, logo: str) -> None:
    if not knows(tag.name, attribute):
        raise _flaw(tag, f"'{shown(attribute)}' is not possible on <{tag.name}>", _UNKNOWN)
    hint = remedy(tag.name, attribute, value, logo)
    if hint:
        message = f"'{attribute}' of <{tag.name}> cannot be {shown(value) or 'empty'}"
        raise _flaw(tag, message, hint)


def _check_class(tag: Tag, word: str, hole: Hole) -> None:
    is_kept = word in OF_THE_FRAME
    if word == "contents":
        is_kept = hole.place != "contents"
    elif word == "tags":
        is_kept = hole.place != "header" or tag.name != "ul"
    elif hole.place == "header":
        is_kept = is_kept or (word in hole.classes and word not in OF_HEADERS)
    if is_kept:
        message = f"the class '{shown(word)}' may not be used on <{tag.name}> in this place"
        raise _flaw(tag, message, "use another class, or none; the page has its own use for it")


def _flaw(tag: Tag, message: str, hint: str) -> FlawError:
    return FlawError(message, hint, tag.at, tag.source)
