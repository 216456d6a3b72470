"""Stage 1: entries of a list that run on into one another, because a '- ' was forgotten.

The second one's keys stand in the first one again. They are taken apart, so that what other places
say of the second entry is not found to be wrong as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from maturity.load.positions import Node

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_DASH = re.compile(r" *(?:- +)+")


class NoKey:
    """Stands where a key would that is not kept; each is equal to itself alone."""


def begins_second(key: object, places: dict[Any, Node], text: str) -> bool:
    """Say whether a key that is there already is the first one of a list's next entry.

    It is if another key stands between, and the first stands behind a dash.
    """
    if len(places) < 2 or next(iter(places)) != key or str(key).startswith("x-"):
        return False
    first = places[key].key_start
    line = max(text.rfind("\n", 0, first), text.rfind("\r", 0, first)) + 1
    return _DASH.fullmatch(text, line, first) is not None


def take_apart(
    run_on: Mapping[int, tuple[dict[Any, object], dict[Any, Node]]],
    data: object,
    root: Node,
    text: str,
) -> None:
    """Make entries of its list of all that ran on into an entry; `run_on` has those by identity."""
    for values, nodes in _lists_with(run_on, data, root):
        for index in range(len(values) - 1, -1, -1):  # from the end, for entries come in behind it
            if id(values[index]) in run_on:
                moved = list(_moved(*run_on[id(values[index])], text))
                values[index + 1 : index + 1] = [entry for entry, _ in moved]
                nodes[index + 1 : index + 1] = [_node(children) for _, children in moved]


def _node(children: dict[Any, Node]) -> Node:
    inner = list(children.values())
    return Node(inner[0].key_start, inner[-1].end, -1, -1, children)


def _moved(
    mapping: dict[Any, object], places: dict[Any, Node], text: str
) -> list[tuple[dict[Any, object], dict[Any, Node]]]:
    """Take the keys of the later entries out of a mapping: each begins with its first key again."""
    entries: list[tuple[dict[Any, object], dict[Any, Node]]] = []
    first = next(iter(places))
    for key in list(places)[1:]:
        node = places[key]
        name = text[node.key_start : node.key_end].strip("'\"") if isinstance(key, NoKey) else key
        if name == first:
            entries.append(({}, {}))
        if entries:
            value, node = mapping.pop(key), places.pop(key)
            if name != "<<" and not str(name).startswith("x-"):
                entries[-1][0][name], entries[-1][1][name] = value, node
    return entries


def _lists_with(
    run_on: Collection[int], data: object, root: Node
) -> Iterator[tuple[list[object], list[Node]]]:
    """Give the lists that have one of these among their entries."""
    waiting: list[tuple[Any, Any]] = [(data, root.children)]
    while waiting:
        values, nodes = waiting.pop()
        keys = range(len(values)) if isinstance(values, list) else values
        waiting += [(values[k], nodes[k].children) for k in keys if nodes[k].children is not None]
        if isinstance(values, list) and any(id(value) in run_on for value in values):
            yield values, nodes
