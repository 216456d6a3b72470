"""Stage 6: a finished text is checked whole, and what is wrong is found again in its template."""

from __future__ import annotations

import re
from collections import deque
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from maturity.render.formats.slim import slim_page
from maturity.render.own.draft import is_shown
from maturity.render.own.marked import check_markdown, says_draft
from maturity.render.own.markup import FlawError, Tag, pieces
from maturity.render.own.page import PLACES, Hole, read
from maturity.render.own.rules import TemplateError
from maturity.render.words.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)", re.ASCII)
_MOST_AROUND = 200


def finished_page(
    text: str, holes: Sequence[tuple[int, int]], data: Mapping[str, Any], main: str
) -> str:
    """Check a page, and leave out what it does not need.

    Raises:
        FlawError: Something in what blocks fill may not be there.
        TemplateError: It is a draft and does not say so.
    """
    report = data["report"]
    classes = frozenset(_CLASS.findall(data["style"]))
    logo = ((report["brand"] or {}).get("logo") or {}).get("source", "")
    places = [Hole(place, *hole, classes, logo) for place, hole in zip(PLACES, holes, strict=True)]
    header = list(read(text, places[0]))
    for place in places[1:]:
        deque(read(text, place), maxlen=0)
    word = _draft_word(report)
    if word and not is_shown(header, word, classes):
        raise _not_shown(word, main)
    slim = slim_page(text)
    if any(one != other for one, other in zip_longest(_tags(slim), _tags(text))):
        message = "the page is another one without the signs that it does not need"
        raise TemplateError(message, "write plain tags, with their values in double quotes", main)
    return slim


def finished_markdown(text: str, data: Mapping[str, Any], main: str) -> str:
    """Check a report in Markdown.

    Raises:
        FlawError: Something in it may not be there.
        TemplateError: It is a draft and does not say so.
    """
    check_markdown(text)
    word = _draft_word(data["report"])
    if word and not says_draft(text, word):
        raise _not_shown(word, main)
    return text


def origin(flaw: FlawError, text: str, texts: Mapping[str, str], main: str) -> tuple[str, int]:
    """Find the template and line that wrote what is wrong: where most around it is the same.

    The beginning of the main template, if none has it.
    """
    before = text[max(0, flaw.at - _MOST_AROUND) : flaw.at][::-1]
    for wanted in (flaw.source, *flaw.source.split()[:1]):
        best, place = 0, (main, 1)
        for name, source in texts.items():
            for at in (found.start() for found in re.finditer(re.escape(wanted), source)):
                same = 1 + _same(before, source[max(0, at - _MOST_AROUND) : at][::-1])
                if same > best:
                    best, place = same, (name, source.count("\n", 0, at) + 1)
        if best:
            return place
    return main, 1


def _same(one: str, other: str) -> int:
    length = min(len(one), len(other))
    return next((n for n in range(length) if one[n] != other[n]), length)


def _draft_word(report: Mapping[str, Any]) -> str:
    return str(report["warnings"][0]) if report["is_draft"] and report["warnings"] else ""


def _not_shown(word: str, main: str) -> TemplateError:
    shown = clean(word).strip(" \t*_#>-")
    message = f"the report is a draft, and the template does not show '{shown}' above it"
    return TemplateError(message, "show each of report.warnings in the block 'warnings'", main, 1)


def _tags(page: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Give the tags of a page's body, but for end tags."""
    for one in pieces(page, page.index("<body"), len(page)):
        if isinstance(one, Tag) and one.kind != "end":
            yield one.name, one.attributes
