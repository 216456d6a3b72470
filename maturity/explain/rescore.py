"""Stage 4 told again: a Result scored again from its own tree, for any values of its questions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.errors import fail
from maturity.model.framework import dimension_of
from maturity.model.levels import from_number
from maturity.score.aggregate import Gap, Value, evaluate
from maturity.score.engine import OVERALL
from maturity.score.from_result import all_questions, engine_from, values_from
from maturity.score.resolve import Standing
from maturity.score.tree import Branch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maturity.model.result import Result
    from maturity.model.scored import Lensed, QuestionResult


class Rescorer:
    """A Result's tree with the values of its questions, for the score and both ends of its range.

    Raises:
        MaturityError: A weight is below 0, so somebody changed the result by hand.
    """

    def __init__(self, result: Result) -> None:
        questions = all_questions(result)
        self._engine = engine_from(result, questions)
        self.tree = self._engine.tree
        self.critical = self._engine.critical
        self.values: dict[str, Value] = values_from(result)
        """Question → what the score uses."""
        self._standings = {q.id: _standing(q, self.values[q.id]) for q in questions.values()}
        self.ends = {
            upper: {
                name: standing.high if upper else standing.low
                for name, standing in self._standings.items()
            }
            for upper in (False, True)
        }
        """Whether it is the upper end → question → what that end of the range uses."""
        self.branches = {branch.id: branch for branch in _branches(self.tree)}
        """Overall, dimensions and topics."""
        self.lenses = {lens.id: self._lens(lens) for lens in result.lenses}

    def _lens(self, lens: Lensed) -> Branch:
        wanted = set(lens.question_ids)
        leaves = tuple(leaf for leaf in self.tree.leaves() if leaf.id in wanted)
        return Branch("", Fraction(1), "mean", leaves)

    def score(self, branch: Branch, values: Mapping[str, Value]) -> Value:
        """Score one group; a dimension, and what is made of dimensions, under its ceilings."""
        if branch is self.tree:
            return self.scores(values)[OVERALL]
        if self._engine.dimensions.get(branch.id) is branch:
            return self._engine.dimension(branch.id, values)
        return evaluate(branch, values, lambda _, score: score, {})

    def scores(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """Score every group, dimensions under their ceilings."""
        return self._engine.scores(values)

    def range_end(self, *, upper: bool) -> dict[str, Value]:
        """Score every group with each missing answer at one end, stretched to hold the score."""
        return self._engine.range_end(self._standings, self.scores(self.values), upper=upper)

    def touched(self, question: str) -> set[str]:
        """Give the dimensions whose score a question could move."""
        capped = {
            dimension
            for dimension, critical in self.critical.items()
            if any(name == question for name, _ in critical)
        }
        return {dimension_of(question), *capped}


def _standing(question: QuestionResult, value: Value) -> Standing:
    """Give where a question stands, as the scoring stage had it."""
    low = high = value
    if question.exact is None:
        low = Gap.OUT if question.low is None else from_number(question.low)
        high = Gap.OUT if question.high is None else from_number(question.high)
    return Standing(question.state, value, low, high)


def _branches(branch: Branch) -> Iterator[Branch]:
    """Give a group and every group below it."""
    for child in branch.children:
        if child.weight < 0:
            raise fail(
                f"the result gives {child.id} a weight below 0",
                "make it again: maturity report ANSWERS -o result.json",
            )
        if isinstance(child, Branch):
            yield from _branches(child)
    yield branch
