"""Stage 1: what reading a file gives: its data, and where in the file each part of it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from maturity.errors import Location, Problem
    from maturity.load.scalars import Key
    from maturity.load.source import Source


class Node:
    """Where a value and its key are, as indexes into the text; an end is after the last character.

    `children` mirrors the data: a dict for a mapping, a list for a list, None for a scalar.
    A list item and the whole document have no key: `key_start` and `key_end` are -1.
    """

    __slots__ = ("children", "end", "key_end", "key_start", "start")

    def __init__(
        self,
        start: int,
        end: int,
        key_start: int,
        key_end: int,
        children: dict[Key, Node] | list[Node] | None,
    ) -> None:
        self.start = start
        self.end = end
        self.key_start = key_start
        self.key_end = key_end
        self.children = children

    def child(self, part: str | int | Fraction) -> Node | None:
        """Find the value under a key or at an index; None where there is none.

        A number key is also found by its text, as checkers of data write it.
        """
        children = self.children
        if isinstance(children, dict):
            if part in children or not isinstance(part, str):
                return children.get(part)
            numbers = (key for key in children if not isinstance(key, str))
            return next((children[key] for key in numbers if part in (str(key), repr(key))), None)
        if children and isinstance(part, int) and 0 <= part < len(children):
            return children[part]
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its data (None where reading had to stop) and what is wrong with it."""

    source: Source
    data: object
    root: Node | None
    problems: tuple[Problem, ...]

    def locate(self, path: Sequence[str | int | Fraction], *, key: bool = False) -> Location:
        r"""Place the value at `path`, or with `key` the key it stands under.

        Parts that are not in the document are skipped, so the place of something missing is
        that of its owner. A list item has no key: its own place is given.
        Example: in "a:\n  - b: 1", ("a", 0, "c") is 2:5, and ("a",) with `key` is 1:1.
        """
        node = self.root
        if node is None:
            return self.source.location(0, 0)
        for part in path:
            node = node.child(part) or node
        if key and node.key_start >= 0:
            return self.source.location(node.key_start, node.key_end)
        return self.source.location(node.start, node.end)
