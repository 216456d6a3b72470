"""Stage 2: the values of facts that conditions tell apart: every choice, numbers at each edge."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import product
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from maturity.model.condition import FactValue
    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.model.shared import Fact


class FactValues:
    """What the facts of one framework can be, as far as its conditions tell values apart."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    def count(self, used: Collection[str]) -> int:
        """Count the combinations of some facts."""
        return prod(len(self._values[name]) for name in used)

    def combinations(self, used: Collection[str]) -> Iterator[Mapping[str, FactValue]]:
        """Give every combination of some facts."""
        names = sorted(used)
        for values in product(*(self._values[name] for name in names)):
            yield dict(zip(names, values, strict=True))

    @cached_property
    def _values(self) -> dict[str, list[FactValue]]:
        return {fact.id: list(self._values_of(fact)) for fact in self.framework.file.facts}

    def _values_of(self, fact: Fact) -> Iterator[FactValue]:
        if fact.type == "yes-no":
            yield from ("yes", "no")
        elif fact.type == "choice":
            yield from (option.id for option in fact.options)
        else:
            yield from sorted({Fraction(0), *self._edges(fact)})

    def _edges(self, fact: Fact) -> Iterator[Fraction]:
        for question in self.framework.questions.values():
            for condition in question.ask_if:
                if condition.fact == fact.id:
                    given = (condition.is_, condition.at_least, condition.at_most)
                    for value in (*given, *(condition.any_of or ())):
                        if isinstance(value, Fraction):
                            yield from (value - 1, value, value + 1)


def asks(question: Question, facts: Mapping[str, FactValue]) -> bool:
    """Say whether all conditions of a question hold."""
    return all(condition.holds(facts) for condition in question.ask_if)
