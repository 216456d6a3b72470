"""Stage 2: files that are checked together, with what loading them found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maturity.errors import MaturityError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.check.subject import FileSubject, FrameworkSubject
    from maturity.errors import Problem
    from maturity.load.positions import Document


@dataclass
class Checked:
    """A file that was read, and what loading found wrong with it."""

    document: Document
    problems: list[Problem]


@dataclass
class Chunk:
    """Files that say something of one another, or one that stands alone."""

    files: list[Checked] = field(default_factory=list)
    subjects: list[tuple[str, FileSubject | FrameworkSubject]] = field(default_factory=list)
    """What rules look at, and which kind of rules."""
    unreadable: list[Problem] = field(default_factory=list)
    """Problems of files that could not be read at all, each with its place."""
    notes: list[str] = field(default_factory=list)
    context: set[str] = field(default_factory=set)
    """Files that nobody named, read because others refer to them: only errors are reported."""

    @property
    def unreadable_paths(self) -> list[str]:
        """The files that could not be read at all."""
        return [problem.location.path for problem in self.unreadable if problem.location]


def placed(problems: Iterable[Problem], error: MaturityError) -> list[Problem]:
    """Give the problems, all of which have a place; else what could not be read stops the run.

    Raises:
        MaturityError: A problem has no place in a file.
    """
    found = list(problems)
    if any(problem.location is None for problem in found):
        raise error
    return found
