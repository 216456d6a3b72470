"""Store: change what stands in braces: `{answer: 2, note: …}`, or the whole of a JSON file.

A comment within the braces is never taken out: where one is in the way there is no change.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.store.emit import key_of, text_of
from maturity.store.lines import break_near, colon_end, comments, line_end, line_start

if TYPE_CHECKING:
    from maturity.load.positions import Node
    from maturity.store.emit import Value

_COMMA = re.compile(r"\s*,")
_REST_OF_LINE = re.compile(r"[ \t]*(#.*)?")


def replace(text: str, node: Node, value: Value) -> str | None:
    """Write a value in place of another; None where a comment is in the way."""
    new = text_of(value, in_flow=True)
    if node.start == node.end:  # the key has no value, and perhaps no colon
        colon = colon_end(text, node)
        return f"{text[: node.key_end]}: {new}{text[colon or node.key_end :]}"
    if comments(text, node, node.start, node.end):
        return None
    return text[: node.start] + new + text[node.end :]


def delete(text: str, parent: Node, node: Node) -> str | None:
    """Take out a key with its value and one comma; None where a comment is in the way."""
    siblings = _children(parent)
    place = siblings.index(node)
    if place + 1 < len(siblings):
        start, end = node.key_start, siblings[place + 1].key_start
    else:
        start, end = _end(text, siblings[place - 1]), _end(text, node)
    return None if comments(text, node, start, end) else text[:start] + text[end:]


def add(text: str, parent: Node, key: str, value: Value) -> str:
    """Add a key behind the last one: on a line of its own where that one has one."""
    entry = f"{key_of(key)}: {text_of(value, in_flow=True)}"
    last = _children(parent)[-1]
    end = _end(text, last)
    comma = _COMMA.match(text, end)
    start = line_start(text, last.key_start)
    margin = text[start : last.key_start]
    rest = comma.end() if comma else end
    eol = line_end(text, rest)
    if margin.strip() or start <= parent.start or not _REST_OF_LINE.fullmatch(text, rest, eol):
        return f"{text[:end]}, {entry}{text[end:]}"
    line = break_near(text, start) + margin + entry + ("," if comma else "")
    return text[:end] + ("" if comma else ",") + text[end:eol] + line + text[eol:]


def _children(parent: Node) -> list[Node]:
    return list(parent.children.values()) if isinstance(parent.children, dict) else []


def _end(text: str, node: Node) -> int:
    """Give where a key with its value ends, before the comma."""
    if node.start < node.end:
        return node.end
    return colon_end(text, node) or node.key_end
