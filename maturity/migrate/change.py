"""Migrate: a file, and what is to change in it; all are checked before the first is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from maturity.model.answers import AnswersFile
from maturity.model.assessment import AssessmentFile
from maturity.model.migrated import MigratedFile
from maturity.store.change import change_file, writable
from maturity.store.edits import Put, changed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from maturity.errors import Location
    from maturity.model.framework import Framework
    from maturity.store.edits import Edit

F = TypeVar("F", AnswersFile, AssessmentFile)
Follow = Callable[[str], tuple[str, ...] | None]
"""Old id → the ids of today; empty for a retired one, None for one that never was."""
Locate = Callable[[tuple[str, ...]], "Location"]
"""The keys that lead to a value → the place of the last key in the file."""


@dataclass(frozen=True)
class Source(Generic[F]):
    """A file as it was read."""

    path: Path
    base: bytes
    file: F
    locate: Locate


@dataclass(frozen=True)
class Change:
    """What is to change in a file, and what that does."""

    path: Path
    base: bytes
    edits: tuple[Edit, ...]
    done: MigratedFile

    @classmethod
    def none(cls, source: Source[AnswersFile] | Source[AssessmentFile]) -> Change:
        """Give the change of a file that stays as it is."""
        version = source.file.framework.version
        done = MigratedFile(str(source.path), version, is_current=True)
        return cls(source.path, source.base, (), done)


def version_edits(named: str | None, edits: Sequence[Edit], framework: Framework) -> list[Edit]:
    """Give the edit that names the version; a file that named none gets one if it changes."""
    version = framework.file.version
    if named == version or (named is None and not edits):
        return []
    return [Put(("framework", "version"), version)]


def check(change: Change) -> None:
    """Make sure that a change can be made, without writing it.

    Raises:
        MaturityError: The file is written in a way that cannot be changed here.
    """
    changed(change.base, change.edits, str(change.path))


def write(changes: Sequence[Change]) -> None:
    """Write all changes; before the first, every file is tried.

    Raises:
        MaturityError: A file cannot be written, or somebody changed it meanwhile. Files that were
            written before it are whole, and migrating again goes on with the rest.
    """
    wanted = [change for change in changes if change.edits]
    for change in wanted:
        writable(change.path)
    for change in wanted:
        change_file(change.path, change.edits, base=change.base)
