"""Store: two people, or two windows, changed one file: what fits together, and what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem
from maturity.store.edits import Put, read_text
from maturity.store.splice import shown
from maturity.store.whole_tree import read_tree, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.store.edits import Edit
    from maturity.store.emit import Value
    from maturity.store.splice import Path
    from maturity.store.whole_tree import Data


class Conflict(MaturityError):  # noqa: N818 - it is a question to the person, not a fault
    """Somebody else changed the same value meanwhile; nothing was written.

    `mine` is the value that was to be set and `theirs` the one in the file, None where there is
    none; `current` is the whole file, the `base` for whoever wants to set theirs all the same.
    """

    def __init__(
        self, problem: Problem, path: Path, mine: Value, theirs: Data, current: bytes
    ) -> None:
        super().__init__(problem)
        self.path = path
        self.mine = mine
        self.theirs = theirs
        self.current = current


def check_conflicts(base: bytes, current: bytes, edits: Sequence[Edit], name: str) -> None:
    """Make sure that what the edits change is as it was, or as they would have it.

    Raises:
        Conflict: It is something else now.
        MaturityError: The file can no longer be read.
    """
    before = read_tree(read_text(base, name)).data
    now = read_tree(read_text(current, name)).data
    for edit in edits:
        mine = edit.value if isinstance(edit, Put) else None
        was, theirs = _at(before, edit.path), _at(now, edit.path)
        if not same(was, theirs) and not same(theirs, mine):
            message = f"{shown(edit.path)} was changed in {name} meanwhile"
            hint = "look at what it is now, and decide which one is right"
            raise Conflict(Problem(message, hint), edit.path, mine, theirs, current)


def _at(data: Data, path: Path) -> Data:
    """Find the value at a path; None where there is none."""
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data
