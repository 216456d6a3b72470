"""Store: change what stands on lines of its own, `key: value`; None where that cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.store.emit import item_lines, key_of, lines_of
from maturity.store.lines import (
    after_comments,
    block_header,
    break_near,
    colon_end,
    column,
    comments,
    ends_line,
    is_flow,
    last_line,
    line_end,
    line_start,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.load.positions import Node
    from maturity.store.emit import Layout, Value


def replace(text: str, node: Node, value: Value, layout: Layout) -> str | None:
    """Write a value in place of another; comments among its lines are kept."""
    colon = colon_end(text, node)
    if node.key_start < 0 or colon is None:
        return None
    at = column(text, node.key_start)
    was_in_lines = isinstance(node.children, list) and not is_flow(text, node)
    head, below = lines_of(value, at, layout, in_lines=was_in_lines)
    if head and not below and _is_inline(text, node):
        return text[: node.start] + head + text[node.end :]
    end = last_line(text, node)
    tail, kept = _comments_around(text, node, colon, end)
    if head.startswith("|"):  # what follows at once would be a part of it
        below += [" " * at + comment for comment in kept]
    else:
        below = [" " * (at + layout.step) + comment for comment in kept] + below
    line_break = break_near(text, node.key_start)
    lines = [text[:colon] + (f" {head}" if head else "") + tail, *below]
    needs_break = ends_line(text[:end]) or head.startswith("|")
    return line_break.join(lines) + (line_break if needs_break else "") + text[end:]


def _is_inline(text: str, node: Node) -> bool:
    """Whether a value is one piece of text without a comment in it."""
    if node.start == node.end or block_header(text, node):
        return False
    is_one = not node.children or is_flow(text, node)
    return is_one and not comments(text, node, node.start, node.end)


def _comments_around(text: str, node: Node, colon: int, end: int) -> tuple[str, list[str]]:
    """Give the comment on the key's line, with the blanks before it, and all further ones."""
    first_end = line_end(text, colon)
    kept = comments(text, node, first_end, end)
    on_key_line = comments(text, node, colon, first_end)
    if not on_key_line:
        return "", kept
    start = text.rindex(on_key_line[0], colon, first_end)
    before = text[colon:start]
    return before[len(before.rstrip(" \t")) :] + on_key_line[0], kept


def add(text: str, parent: Node, key: str, value: Value, layout: Layout) -> str | None:
    """Add a key behind the last one, and behind the comments that follow that one closely."""
    children = parent.children
    first = next(iter(children.values())) if isinstance(children, dict) and children else None
    if first is None or colon_end(text, first) is None:
        return None
    at = column(text, first.key_start)
    head, below = lines_of(value, at, layout)
    line = f"{' ' * at}{key_of(key)}: {head}".rstrip(" ")
    return _insert(text, after_comments(text, last_line(text, parent), at), [line, *below])


def extend(text: str, node: Node, items: Sequence[Value], layout: Layout) -> str:
    """Add items to a list behind its last one, and behind comments indented deeper than it."""
    at = column(text, node.start)
    index = after_comments(text, last_line(text, node), at + 1)
    return _insert(text, index, item_lines(items, at, layout))


def _insert(text: str, index: int, lines: Sequence[str]) -> str:
    line_break = break_near(text, index)
    opening = "" if ends_line(text[:index]) else line_break
    return text[:index] + opening + "".join(line + line_break for line in lines) + text[index:]


def delete(text: str, _parent: Node, node: Node) -> str | None:
    """Take out the lines of a key and its value; comments among them are kept."""
    start = line_start(text, node.key_start)
    margin, end = text[start : node.key_start], last_line(text, node)
    if margin.strip() or colon_end(text, node) is None:
        return None
    line_break = break_near(text, start)
    kept = "".join(margin + one + line_break for one in comments(text, node, start, end))
    return text[:start] + kept + text[end:]
