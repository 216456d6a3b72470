"""Stage 6: a draft says that it is one, where everybody sees it.

In HTML its word is a text of its own in the header, in plain elements, and not far down. In
Markdown it is a paragraph of its own above the first part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.own.elements import VOID, is_line
from maturity.render.own.markup import Tag, Text
from maturity.render.words.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maturity.render.own.page import Event

_PLAIN = frozenset({
    "article", "b", "blockquote", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "i", "li",
    "ol", "p", "section", "span", "strong", "ul",
})  # fmt: skip
_HARMLESS = frozenset({"class", "id", "lang", "dir", "tabindex"})
_SHOWING = frozenset({"tags", "framework", "lead", "sub", "quiet", "line", "facts", "head-facts"})
"""Classes of the style sheet in which a text is read."""
_DEEPEST = 6
_MOST_ELEMENTS, _MOST_LETTERS, _MOST_PIXELS = 60, 1500, 400
"""How much may stand before the word."""


def is_shown(header: Iterable[Event], word: str, classes: frozenset[str]) -> bool:
    """Tell whether the word for a draft is seen in a page's header.

    `classes` are those that the style sheet has rules for. Where the header has the list of the
    class `tags`, which is laid over the first printed page, the word is in that list.
    """
    events, wanted = list(header), clean(word)
    texts: dict[int, list[str]] = {}
    hidden: set[int] = set()
    for around, what in events:
        if not around:
            continue
        block = next((one for one in reversed(around) if not is_line(one.name)), around[0])
        texts.setdefault(block.at, []).append(_text(what))
        if isinstance(what, Text) and what.text.strip() and not _is_plain(around, classes):
            hidden.add(block.at)
    found = [at for at, parts in texts.items() if " ".join("".join(parts).split()) == wanted]
    lists = [what.at for _, what in events if isinstance(what, Tag) and "tags" in what.words()]
    if lists:
        found = [at for at in found if lists == _lists_around(at, events)]
    return any(at not in hidden and _is_near(at, events) for at in found)


def _text(what: Tag | Text) -> str:
    """Give a text, or a break where a tag parts what stands before it from what comes after."""
    if isinstance(what, Text):
        return what.text
    return "" if is_line(what.name) and what.name not in VOID | {"svg"} else "\n"


def _is_plain(around: Sequence[Tag], classes: frozenset[str]) -> bool:
    known = [word for tag in around for word in tag.words() if word in classes]
    return (
        len(around) <= _DEEPEST
        and len(known) <= 1
        and _SHOWING.issuperset(known)
        and all(tag.name in _PLAIN and _HARMLESS.issuperset(tag.attributes) for tag in around)
    )


def _lists_around(at: int, events: Sequence[Event]) -> list[int]:
    """Give where the lists of tags begin that are around an element."""
    around = next(event.around for event in events if event.what.at == at)
    return [one.at for one in around if "tags" in one.words()]


def _is_near(at: int, events: Sequence[Event]) -> bool:
    before = [event.what for event in events if event.what.at < at]
    tags = [what for what in before if isinstance(what, Tag)]
    letters = sum(len(" ".join(what.text.split())) for what in before if isinstance(what, Text))
    drawn = [tag for tag in tags if tag.name in ("svg", "img")]
    pixels = sum(float(tag.attributes.get("height", _MOST_PIXELS + 1)) for tag in drawn)
    return len(tags) <= _MOST_ELEMENTS and letters <= _MOST_LETTERS and pixels <= _MOST_PIXELS
