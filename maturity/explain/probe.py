"""Stage 4 told again: what a score becomes when one question has another value."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.score.aggregate import Gap, aggregate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.explain.rescore import Rescorer
    from maturity.score.aggregate import Value
    from maturity.score.tree import Branch


class Probe:
    """One group at some values of its questions, for changes of single ones.

    The overall score is made again from its dimensions, of which only those are scored again that
    the question could move.
    """

    def __init__(self, rescorer: Rescorer, branch: Branch, values: Mapping[str, Value]) -> None:
        self._rescorer = rescorer
        self._branch = branch
        self._values = dict(values)
        self._is_whole = branch is rescorer.tree
        self._dimensions = {
            child.id: rescorer.score(rescorer.branches[child.id], values)
            for child in (branch.children if self._is_whole else ())
        }
        self.score = self._of(self._values, self._dimensions)

    def moved(self, question: str, value: Value) -> Value:
        """Score the group with another value of one question."""
        values = {**self._values, question: value}
        return self._of(values, self._moved_dimensions(question, values))

    def distance(self, question: str, value: Value) -> Fraction:
        """Give how far that moves the score; of a matrix, the dimension that moves furthest."""
        if self._branch.aggregate != "none":
            return _apart(self.score, self.moved(question, value))
        moved = self._moved_dimensions(question, {**self._values, question: value})
        changes = (_apart(score, moved[name]) for name, score in self._dimensions.items())
        return max(changes, default=Fraction(0))

    def _moved_dimensions(self, question: str, values: Mapping[str, Value]) -> dict[str, Value]:
        touched = self._rescorer.touched(question) & self._dimensions.keys()
        scored = {
            name: self._rescorer.score(self._rescorer.branches[name], values) for name in touched
        }
        return {**self._dimensions, **scored}

    def _of(self, values: Mapping[str, Value], dimensions: Mapping[str, Value]) -> Value:
        if not self._is_whole:
            return self._rescorer.score(self._branch, values)
        return aggregate(self._branch, [dimensions[child.id] for child in self._branch.children])


def _apart(one: Value, other: Value) -> Fraction:
    if isinstance(one, Gap) or isinstance(other, Gap):
        return Fraction(0)
    return abs(one - other)
