"""Asking: the file that keeps the answers: each is on disk before anything else is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.ask.record import record_of
from maturity.ask.session import UNANSWERED
from maturity.store.change import change_file
from maturity.store.edits import Put, read_text
from maturity.store.whole_tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from maturity.model.answers import Answer
    from maturity.store.emit import Value
    from maturity.store.whole_tree import Data

Answers = dict[str, "Answer"]


@dataclass
class Keeper:
    """One answer file, as it was when it was last read or written."""

    path: Path
    data: bytes
    """The file's bytes: what others changed since then is found by comparing."""
    read: Callable[[bytes], Answers]
    """Reads the answers again; raises MaturityError where the file is wrong by now."""

    def save(self, name: str, after: Answer, before: Mapping[str, Answer]) -> Answers | None:
        """Save one answer; once this returns it is on disk.

        Args:
            name: The question.
            after: The answer.
            before: All answers as the person sees them.

        Returns:
            All answers, where somebody else had changed some of them meanwhile; else None.

        Raises:
            Conflict: Somebody else answered the same question meanwhile; nothing was written.
            MaturityError: It could not be saved; says where it is kept.
        """
        old = _find(self._content(), ("answers", name))
        value = record_of(after, before.get(name, UNANSWERED), old)
        return self.put(("answers", name), value)

    def put(self, path: tuple[str, ...], value: Value) -> Answers | None:
        """Save any value of the file; as `save`."""
        is_as_before = self._is_as_before()
        self.data = change_file(self.path, [Put(path, value)], base=self.data)
        return None if is_as_before else self.read(self.data)

    def overrule(self, current: bytes, path: tuple[str, ...], value: Value) -> Answers:
        """Save a value although somebody else changed it: `current` is what the person saw."""
        self.data = change_file(self.path, [Put(path, value)], base=current)
        return self.read(self.data)

    def accept(self, current: bytes) -> Answers:
        """Take what somebody else saved."""
        answers = self.read(current)
        self.data = current
        return answers

    def _content(self) -> Data:
        return read_tree(read_text(self.data, str(self.path))).data

    def _is_as_before(self) -> bool:
        try:
            return self.path.read_bytes() == self.data
        except OSError:  # whatever it is, the change itself will say so
            return False


def _find(data: Data, path: tuple[str, ...]) -> Data:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data
