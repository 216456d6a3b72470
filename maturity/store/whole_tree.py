"""Store: all that stands in a YAML text, the author's own `x-` keys included, with its places.

The loader leaves those keys out because nothing is made of them; a change must keep them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from maturity.load import yaml_syntax
from maturity.load.positions import Node
from maturity.load.scalars import Scalar, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.load.scalars import Key

Data = Scalar | list["Data"] | dict["Key", "Data"]


@dataclass(frozen=True, slots=True)
class Tree:
    """A text with its data and, for each value, a node with its place."""

    text: str
    data: Data
    root: Node


@lru_cache(maxsize=4)  # a change looks at the old text and the new one several times
def read_tree(text: str) -> Tree:
    """Read a text that the loader has read without a problem; the tree is not to be changed."""
    parser: Any = yaml_syntax.PARSER(text)
    try:
        events = iter(parser.get_event, None)
        while not isinstance(next(events), yaml.DocumentStartEvent):
            pass
        data, root = _Reading(text, events).value()
    finally:
        parser.dispose()
    return Tree(text, data, root)


def same(one: object, other: object) -> bool:
    """Whether two values are alike: 2 is 4/2, but a truth value is no number."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other and isinstance(one, bool) == isinstance(other, bool)


class _Reading:
    def __init__(self, text: str, events: Iterator[Any]) -> None:
        self.text = text
        self.events = events
        self.end = 0
        """Where the last value ended; a mapping or list without brackets ends there too."""

    def value(self, event: Any = None, key_start: int = -1, key_end: int = -1) -> tuple[Data, Node]:
        event = event or next(self.events)
        start: int = event.start_mark.index
        node = Node(start, start, key_start, key_end, None)
        end: int = event.end_mark.index
        data: Data
        if isinstance(event, yaml.ScalarEvent):
            data = event.value if event.style else resolve(event.value)
            self.end = end
            if event.style in {"|", ">"}:  # its end is the beginning of a later line
                self.end = start + len(self.text[start:end].rstrip())
        elif isinstance(event, yaml.MappingStartEvent):
            data = self._mapping(node)
        else:
            data = self._list(node)
        node.end = self.end
        return data, node

    def _mapping(self, node: Node) -> dict[Key, Data]:
        data: dict[Key, Data] = {}
        node.children = children = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            start, end = event.start_mark.index, event.end_mark.index
            key: Any = event.value if event.style else resolve(event.value)
            data[key], children[key] = self.value(None, start, end)
        self._close(node, event)
        return data

    def _list(self, node: Node) -> list[Data]:
        data: list[Data] = []
        node.children = children = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            value, child = self.value(event)
            data.append(value)
            children.append(child)
        self._close(node, event)
        return data

    def _close(self, node: Node, event: Any) -> None:
        if self.text[node.start] in "[{":
            self.end = event.end_mark.index
