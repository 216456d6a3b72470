"""Which question of the earlier Result is which of the later one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.compared import Renamed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def follow(old: str, renamed: Mapping[str, tuple[str, ...]], now: Collection[str]) -> list[str]:
    """Follow `renamed` from an old id to the ids of today, chains included."""
    if old in now:
        return [old]
    found: list[str] = []
    seen, ahead = {old}, list(renamed.get(old, ()))
    while ahead:
        name = ahead.pop(0)
        if name in now and name not in found:
            found.append(name)
        elif name not in seen:
            ahead = [*renamed.get(name, ()), *ahead]
        seen.add(name)
    return found


def match(
    before: Collection[str], after: Collection[str], renamed: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, str], list[Renamed]]:
    """Pair the questions of two Results.

    Returns:
        Later id → earlier id, for questions that are one to one; and every question renamed or
        split. Parts of a split stand apart: a half is not like the whole.
    """
    pairs: dict[str, str] = {}
    changed: list[Renamed] = []
    for old in before:
        ids = follow(old, renamed, after)
        if ids and ids != [old]:
            changed.append(Renamed(from_=old, to=tuple(ids)))
        if len(ids) == 1 and (ids[0] not in pairs or ids[0] == old):
            pairs[ids[0]] = old
    order = {name: place for place, name in enumerate(after)}
    return dict(sorted(pairs.items(), key=lambda pair: order[pair[0]])), changed
