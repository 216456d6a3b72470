"""Store: the lines of a YAML text: where they begin and end, comments, how they are indented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.store.emit import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.load.positions import Node

# The parser breaks lines at all of these; editors only at the first three.
_BREAKS = ("\n", "\r", "\x85", "\u2028", "\u2029")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_EDITORS_BREAK = re.compile("\r\n|[\n\r]")
_COMMENT_LINE = re.compile("([ \t]*)#")
_HEADER = re.compile("[|>][-+0-9]*")
COLON = re.compile("[ \t]*:")
"""What stands behind a key."""


def line_start(text: str, index: int) -> int:
    """Give where the line that holds `index` begins."""
    return max(text.rfind(letter, 0, index) for letter in _BREAKS) + 1


def line_end(text: str, index: int) -> int:
    """Give where the line ends, before its break."""
    found = _BREAK.search(text, index)
    return found.start() if found else len(text)


def next_line(text: str, index: int) -> int:
    """Give where the next line begins; the end of the text where there is none."""
    found = _BREAK.search(text, index)
    return found.end() if found else len(text)


def column(text: str, index: int) -> int:
    """Count the characters of the line before `index`."""
    return index - line_start(text, index)


def ends_line(text: str) -> bool:
    """Whether a text ends with a line break; one without any character does, too."""
    return not text or text.endswith(_BREAKS)


def break_near(text: str, index: int) -> str:
    """Give the line break in use at a place: of the line before it, else of the file."""
    before = [found[0] for found in _EDITORS_BREAK.finditer(text[max(0, index - 2) : index])]
    if before and ends_line(text[:index]):
        return before[-1]
    found = _EDITORS_BREAK.search(text)
    return found[0] if found else "\n"


def is_flow(text: str, node: Node) -> bool:
    """Whether a value stands in brackets or braces."""
    return text[node.start : node.start + 1] in ("[", "{")


def block_header(text: str, node: Node) -> int:
    """Give where the header of a block text (`|-`) ends; 0 where the value is none."""
    is_value = node.children is None and node.start < node.end
    found = _HEADER.match(text, node.start) if is_value else None
    return found.end() if found else 0


def colon_end(text: str, node: Node) -> int | None:
    """Give where the colon behind a value's key ends; None where there is none."""
    found = COLON.match(text, node.key_end)
    return found.end() if found else None


def last_line(text: str, node: Node) -> int:
    """Give where the line after a value begins.

    Empty lines below a text under `|+` are part of it.
    """
    while node.children and not is_flow(text, node):
        children = node.children
        *_, node = children.values() if isinstance(children, dict) else children
    header = block_header(text, node)
    after = next_line(text, max(node.end, header, node.key_end))
    if header and "+" in text[node.start : header]:
        while after < len(text) and not text[after : line_end(text, after)].strip():
            after = next_line(text, after)
    return after


def after_comments(text: str, index: int, least: int) -> int:
    """Pass over the comment lines from `index` on that are indented by `least` or more."""
    while (found := _COMMENT_LINE.match(text, index)) and len(found[1]) >= least:
        index = next_line(text, index)
    return index


def comments(text: str, node: Node, start: int, end: int) -> list[str]:
    """Give the comments between two places around a value, without what they stand behind."""
    found = []
    position = start
    for first, last in (*_spans(text, node), (end, end)):
        while (hash_at := text.find("#", position, min(first, end))) >= 0:
            position = line_end(text, hash_at)
            found.append(text[hash_at:position].rstrip())
        position = max(position, last)
    return found


def _spans(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Give the places of all keys and single values under a node, in which no comment can be."""
    if node.key_start >= 0:
        yield node.key_start, node.key_end
    children = node.children
    if children is None:
        header = block_header(text, node)
        if header:
            yield node.start, header
            yield line_end(text, header), node.end
        elif node.start < node.end:
            yield node.start, node.end
        return
    for child in children.values() if isinstance(children, dict) else children:
        yield from _spans(text, child)


def layout_of(text: str, *nodes: Node) -> Layout:
    """Find how a file is indented, from the first of the nodes that shows it."""
    usual = Layout()
    steps = (step for node in nodes for step in _offsets(text, node, dict))
    dashes = (dash for node in nodes for dash in _offsets(text, node, list))
    return Layout(next(steps, usual.step), next(dashes, usual.dash))


def _offsets(text: str, node: Node, kind: type) -> Iterator[int]:
    """Give how far right of their keys the mappings, or lists, below a node stand."""
    if isinstance(node.children, dict) and not is_flow(text, node):
        for child in node.children.values():
            if isinstance(child.children, kind) and child.children and not is_flow(text, child):
                yield column(text, child.start) - column(text, child.key_start)
            yield from _offsets(text, child, kind)
