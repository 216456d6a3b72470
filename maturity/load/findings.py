"""Stage 1: problems found while reading, each placed in its file."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.errors import Location, MaturityError, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from maturity.load.positions import Document

Path = tuple[str | int | Fraction, ...]

MOST_PROBLEMS = 200
"""After so many problems of a file the next are not gathered: a person mends some first."""
TOO_MANY = "too-many-values"
MOST_GUESSED = 20
"""For so many unknown names of a file is it worked out what was meant."""


class Findings:
    """The problems of one file, in the order found; `at` places one by its path in the data."""

    def __init__(self, document: Document, problems: Iterable[Problem] = ()) -> None:
        self.document = document
        self.problems = [*document.problems, *problems]
        self.is_full = False
        """Whether there are more problems than are gathered; the last one says so."""
        self._guesses_left = MOST_GUESSED

    def at(self, path: Path, message: str, hint: str, rule: str, *, key: bool = False) -> None:
        """Note a problem with the value at a path, or with its key, unless there are too many."""
        if len(self.problems) < MOST_PROBLEMS:
            place = self.document.locate(path, key=key)
            self.problems.append(Problem(message, hint, place, rule))
        elif not self.is_full:
            self.is_full = True
            self.problems.append(more_problems(self.document))

    def nearest(self, name: str, known: Iterable[str]) -> str:
        """Say what a name could mean; nothing after the first names, for each takes its time."""
        self._guesses_left -= 1
        return nearest(name, known) if self._guesses_left >= 0 else ""

    def unknown(
        self, path: Path, kind: str, name: str, known: Collection[str], *, key: bool = False
    ) -> None:
        """Note a name that does not exist, unless it does."""
        if name not in known:
            hint = self.nearest(name, known)
            self.at(path, f"'{name}' is no {kind}", hint, "unknown-reference", key=key)

    def unique(self, base: Path, ids: Sequence[str], kind: str) -> None:
        """Note each id that stands twice in a list of things with ids."""
        first: dict[str, int] = {}
        for index, name in enumerate(ids):
            if name in first:
                line = self.document.locate((*base, first[name])).line
                hint = f"the first is in line {line}; give one of them another id"
                message = f"the {kind} '{name}' is there twice"
                self.at((*base, index, "id"), message, hint, "duplicate-id")
            first.setdefault(name, index)


def more_problems(document: Document) -> Problem:
    """Say, at the end of a file, that it has more problems than are told."""
    source = document.source
    place = Location(source.path, source.line(len(source.text)))
    return Problem("there are more problems in this file", "mend these first", place, TOO_MANY)


def stop_if_any(*groups: Iterable[Problem]) -> None:
    """Raise all problems together, if there are any, in the order of the files' lines."""
    problems = [problem for group in groups for problem in group]
    if problems:
        raise MaturityError(*sorted(problems, key=_place))


def _place(problem: Problem) -> tuple[str, int, int]:
    place = problem.location
    return (place.path, place.line, place.column) if place else ("", 0, 0)
