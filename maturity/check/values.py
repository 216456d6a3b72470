"""Stage 2: the single values of a file: which covers a character, and which read like a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maturity.load.findings import Path
    from maturity.load.positions import Node


def value_at(root: Node | None, index: int, text: str) -> Node | None:
    """Find the single value that covers an index of the text; comments and keys are none.

    The line on which a block text is announced (`ask: >-`) may end with a comment, so it is none.
    """
    node = root
    while node is not None and node.children is not None:
        node = next((child for child in _children(node) if child.start <= index < child.end), None)
    if node is None:
        return None
    return None if text[node.start] in "|>" and "\n" not in text[node.start : index] else node


def _children(node: Node) -> Iterator[Node]:
    children = node.children
    yield from children.values() if isinstance(children, dict) else children or ()


def values_like(
    data: object, pattern: re.Pattern[str], begin: frozenset[str]
) -> Iterator[tuple[Path, re.Match[str]]]:
    """Give the texts that a pattern fits from their beginning, and their paths.

    Args:
        data: What was read of the file.
        pattern: What to look for.
        begin: The first two letters that such a text may have, which spares most of the work.
    """
    found: dict[str, re.Match[str]] = {}
    stack: list[Any] = [data] if isinstance(data, dict | list) else []
    while stack:
        value = stack.pop()
        for inner in value if type(value) is list else value.values():
            kind = type(inner)
            if kind is str:
                if inner[:2] in begin and (match := pattern.match(inner)):
                    found[inner] = match
            elif kind is dict or kind is list:
                stack.append(inner)
    for text, match in found.items():
        for path in _paths(data, text, ()):  # worked out for these alone
            yield path, match


def _paths(data: object, wanted: str, path: Path) -> Iterator[Path]:
    if data == wanted:
        yield path
    elif isinstance(data, dict | list):
        for key, inner in enumerate(data) if isinstance(data, list) else data.items():
            yield from _paths(inner, wanted, (*path, key))
