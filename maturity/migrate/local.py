"""Migrate: the questions that local actions raise; these stand in a list, out of a path's reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.store.edits import Rename
from maturity.store.emit import key_of
from maturity.store.whole_tree import Data, read_tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from maturity.migrate.change import Follow
    from maturity.model.action import Action
    from maturity.model.assessment import AssessmentFile

LOCAL = ("actions", "local")


@dataclass(frozen=True, slots=True)
class RenameRaised(Rename):
    """Give a question another name in the `raises` of one local action."""

    place: int = 0
    """The action's place in the list, from 0."""
    old: str = ""
    """The question's id until now."""

    def splice(self, text: str) -> str:
        """Change the text."""
        node = read_tree(text).root
        keys: tuple[str | int, ...] = (*self.path, self.place, "raises", self.old)
        for part in keys:
            child = node.child(part)
            if child is None:
                return text
            node = child
        return text[: node.key_start] + key_of(self.key) + text[node.key_end :]

    def expect(self, data: Data) -> Data:
        """Give the data that must then be read from it."""
        return _renamed(data, (*self.path, self.place, "raises"), self.old, self.key)


def _renamed(data: Data, path: tuple[str | int, ...], old: str, new: str) -> Data:
    if not path:
        keys = data if isinstance(data, dict) else {}
        return {new if key == old else key: value for key, value in keys.items()}
    first, *rest = path
    if isinstance(data, list):
        return [
            _renamed(part, tuple(rest), old, new) if place == first else part
            for place, part in enumerate(data)
        ]
    keys = data if isinstance(data, dict) else {}
    return {
        key: _renamed(part, tuple(rest), old, new) if key == first else part
        for key, part in keys.items()
    }


def raised_edits(
    file: AssessmentFile, questions: Collection[str], follow: Follow
) -> list[RenameRaised]:
    """Rename in local actions the questions that were renamed one to one."""
    return [
        RenameRaised(LOCAL, new, place, old)
        for place, action in enumerate(file.actions.local)
        for old, new in _renamable(action, questions, follow)
    ]


def _renamable(
    action: Action, questions: Collection[str], follow: Follow
) -> Iterator[tuple[str, str]]:
    there = set(action.raises)
    for old in action.raises:
        ids = () if old in questions else follow(old) or ()
        if len(ids) == 1 and ids[0] not in there:
            there.add(ids[0])
            yield old, ids[0]


def left_to_change(
    file: AssessmentFile,
    actions: Collection[str],
    questions: Collection[str],
    follow: Follow,
) -> Iterator[str]:
    """Say which questions and needs of local actions a person has to replace."""
    for action in file.actions.local:
        place = f"actions: local: {action.id}"
        renamed = dict(_renamable(action, questions, follow))
        for old in action.raises:
            if old not in questions and old not in renamed:
                new = " and ".join(follow(old) or ())
                yield f"{place} raises {old}; " + (f"write {new}" if new else "take it out")
        for need in action.needs:
            if need not in actions:
                yield f"{place} needs {need}, which is no longer in the framework; take it out"
