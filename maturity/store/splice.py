"""Store: change one value in a YAML text, and no other line. Pure: text in, text out.

Everything else survives byte for byte: order, comments, empty lines, indentation, quotes, line
breaks. A comment on a line that goes away becomes a line of its own in the same place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from maturity.errors import fail
from maturity.store import block, flow
from maturity.store.emit import key_of
from maturity.store.lines import is_flow, layout_of
from maturity.store.whole_tree import Data, Tree, read_tree, same

if TYPE_CHECKING:
    from maturity.load.positions import Node
    from maturity.load.scalars import Key
    from maturity.store.emit import Value

Path = tuple[str, ...]
"""The keys that lead to a value: ("answers", "security.mfa")."""

OWN = "x-"
"""What the author's own keys begin with."""


def put(text: str, path: Path, value: Value) -> str:
    """Set the value at a path; missing mappings on the way are made, a missing key goes last.

    A mapping is changed key by key, so that what is the same stays as it was written; keys that
    the new one lacks are deleted, but for the author's own (`x-…`).

    Raises:
        MaturityError: The path leads through something that is no mapping, or the text is
            written in a way that cannot be changed line by line.
    """
    tree = read_tree(text)
    parent, node, data = tree.root, tree.root, tree.data
    for depth, key in enumerate(path):
        if data is not None and not isinstance(data, dict):
            raise fail(f"{shown(path[:depth])} is no mapping", "make it one by hand")
        if not data:
            return _replace(tree, parent, node, path[:depth], nested(path[depth:], value))
        if key not in data or not isinstance(node.children, dict):
            return _add(tree, node, path[: depth + 1], nested(path[depth + 1 :], value))
        parent, node, data = node, node.children[key], data[key]
    if isinstance(data, dict) and data and isinstance(value, Mapping):
        return _put_each(text, path, data, value)
    return text if same(data, value) else _put_other(tree, parent, node, path, (data, value))


def _put_other(tree: Tree, parent: Node, node: Node, path: Path, values: tuple[Data, Value]) -> str:
    """Set a value that differs; where a list only grows, its lines stay as they are."""
    old, new = values
    if isinstance(old, list) and isinstance(new, list | tuple) and not is_flow(tree.text, node):
        kept, more = new[: len(old)], new[len(old) :]
        if old and same(old, kept):
            return block.extend(tree.text, node, more, layout_of(tree.text, parent, tree.root))
    if own := _own_key(old):
        message = f"{shown(path)} holds a key of the author's own, '{own}', that would be lost"
        raise fail(message, "move it, or change the value in an editor")
    return _replace(tree, parent, node, path, new)


def nested(path: Path, value: Value) -> Value:
    """Wrap a value in mappings: `("a", "b")` and 1 make {"a": {"b": 1}}."""
    for key in reversed(path):
        value = {key: value}
    return value


def shown(path: Path) -> str:
    """Write a path for a person: 'answers: security.mfa'."""
    return f"'{': '.join(path)}'" if path else "the file"


def _own_key(data: Data) -> str:
    """Find a key of the author's own in a value; empty where there is none."""
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    names = [key for key in data if str(key).startswith(OWN)] if isinstance(data, dict) else []
    return next((str(name) for name in (*names, *map(_own_key, parts)) if name), "")


def _put_each(text: str, path: Path, old: dict[Key, Data], new: Mapping[str, Value]) -> str:
    for key, part in new.items():
        text = put(text, (*path, key), part)
    for name in old:
        if isinstance(name, str) and name not in new and not name.startswith(OWN):
            text = delete(text, (*path, name))
    return text


def delete(text: str, path: Path) -> str:
    """Take out a key with its value; a mapping that has no other becomes `{}`.

    Raises:
        MaturityError: The text is written in a way that cannot be changed line by line.
    """
    tree, parent, node = _find(text, path)
    if node is None:
        return text
    if isinstance(parent.children, dict) and len(parent.children) == 1 and len(path) > 1:
        _, grandparent, _ = _find(text, path[:-1])
        return _replace(tree, grandparent, parent, path[:-1], {})
    change = flow.delete if is_flow(text, parent) else block.delete
    return _changed(change(text, parent, node), path)


def rename(text: str, path: Path, key: str) -> str:
    """Give a key another name in its place.

    Raises:
        MaturityError: There is a key of that name already.
    """
    _, parent, node = _find(text, path)
    if node is None:
        return text
    if isinstance(parent.children, dict) and key in parent.children:
        raise fail(f"{shown((*path[:-1], key))} is there already", "keep one of the two")
    return text[: node.key_start] + key_of(key) + text[node.key_end :]


def _find(text: str, path: Path) -> tuple[Tree, Node, Node | None]:
    """Find the value at a path, and the mapping it stands in."""
    tree = read_tree(text)
    parent, node = tree.root, tree.root
    for key in path:
        children = node.children
        if not isinstance(children, dict) or key not in children:
            return tree, parent, None
        parent, node = node, children[key]
    return tree, parent, node


def _replace(tree: Tree, parent: Node, node: Node, path: Path, value: Value) -> str:
    if is_flow(tree.text, parent):
        return _changed(flow.replace(tree.text, node, value), path)
    layout = layout_of(tree.text, parent, tree.root)
    return _changed(block.replace(tree.text, node, value, layout), path)


def _add(tree: Tree, parent: Node, path: Path, value: Value) -> str:
    if is_flow(tree.text, parent):
        return flow.add(tree.text, parent, path[-1], value)
    layout = layout_of(tree.text, parent, tree.root)
    return _changed(block.add(tree.text, parent, path[-1], value, layout), path)


def _changed(text: str | None, path: Path) -> str:
    if text is None:
        message = f"{shown(path)} is written in a way that cannot be changed here"
        raise fail(message, "change it in an editor")
    return text
