"""Stage 5: which actions come with an action, and in which order they are done."""

from __future__ import annotations

from graphlib import TopologicalSorter
from heapq import heapify, heappop, heappush
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
    waiting = {name: {need for need in needs[name] if need in members} for name in members}
    wanted_by: dict[str, list[str]] = {}
    for name, left in waiting.items():
        for need in left:
            wanted_by.setdefault(need, []).append(name)
    ready = [name for name, left in waiting.items() if not left]
    heapify(ready)
    ordered: list[str] = []
    while ready:
        ordered.append(heappop(ready))
        for name in wanted_by.get(ordered[-1], ()):
            waiting[name].discard(ordered[-1])
            if not waiting[name]:
                heappush(ready, name)
    return ordered
