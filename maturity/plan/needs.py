"""Stage 5: which actions come with an action, and in which order they are done."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Members = frozenset[str]


def with_needs(needs: Mapping[str, tuple[str, ...]]) -> dict[str, Members]:
    """Give each action together with all that it waits for, directly or not."""
    found: dict[str, Members] = {}
    for name in TopologicalSorter(needs).static_order():
        found[name] = frozenset((name,)).union(*(found[need] for need in needs[name]))
    return found


def in_order(members: Collection[str], needs: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Order actions so that each follows what it needs; of several that could be next, by id."""
    left = sorted(members)
    ordered: list[str] = []
    while left:
        waiting = set(left)
        ready = next(name for name in left if waiting.isdisjoint(needs[name]))
        left.remove(ready)
        ordered.append(ready)
    return ordered
