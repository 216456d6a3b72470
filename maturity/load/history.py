"""Stage 1: where answers to old question ids belong now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maturity.model.framework import Framework


def current_ids(name: str, framework: Framework) -> tuple[str, ...] | None:
    """Follow `renamed` from an id to the questions of today.

    Returns:
        The ids in order, the id itself if it is one of today; empty if every chain ends in a
        retired id; None if the framework never had it.
    """
    file = framework.file
    if name in framework.questions:
        return (name,)
    if name in file.retired:
        return ()
    if name not in file.renamed:
        return None
    found: list[str] = []
    seen, ahead = {name}, list(file.renamed[name])
    while ahead:
        new = ahead.pop(0)
        if new in framework.questions:
            found.append(new)
        elif new not in seen:
            ahead = [*file.renamed.get(new, ()), *ahead]
        seen.add(new)
    return tuple(dict.fromkeys(found))


def same_major(version: str, framework: Framework) -> bool:
    """Say whether a version belongs with the framework's, so that answers combine."""
    return version.partition(".")[0] == framework.file.version.partition(".")[0]
