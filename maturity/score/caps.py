"""Stage 4: the ceilings that critical questions set on dimensions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.framework import dimension_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maturity.model.condition import Ceiling
    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.score.aggregate import Value


@dataclass(frozen=True, slots=True)
class Cap:
    """A ceiling that applies: the question at `value` allows its dimension no more than `cap`."""

    question: str
    value: Fraction
    cap: Fraction
    because: str
    at_most: Fraction


def ceilings_by_dimension(framework: Framework) -> dict[str, list[tuple[str, list[Ceiling]]]]:
    """Give, for each dimension, the critical questions that can cap it and how.

    A question's ceilings are sorted by `at_most`, so that the first that applies is the one.
    """
    found: dict[str, list[tuple[str, list[Ceiling]]]] = {
        group.id: [] for group in framework.questionnaires
    }
    for question in framework.questions.values():
        for dimension, ceilings in _by_dimension(question).items():
            found[dimension].append((question.id, ceilings))
    return found


def _by_dimension(question: Question) -> dict[str, list[Ceiling]]:
    found: dict[str, list[Ceiling]] = {}
    for ceiling in sorted(question.critical, key=lambda ceiling: ceiling.at_most):
        found.setdefault(ceiling.dimension or dimension_of(question.id), []).append(ceiling)
    return found


def applying(
    critical: Iterable[tuple[str, list[Ceiling]]], values: Mapping[str, Value]
) -> list[Cap]:
    """Give the ceilings on one dimension; at most one a question, by its smallest `at_most`.

    With entries at 0 (cap 1) and 1 (cap 2), a value of 1/2 takes the second and 3/2 neither.
    A question that was left out has no value and never caps.
    """
    caps = []
    for question, ceilings in critical:
        value = values.get(question)
        if isinstance(value, Fraction):
            entry = next((entry for entry in ceilings if entry.at_most >= value), None)
            if entry is not None:
                caps.append(Cap(question, value, entry.cap, entry.because, entry.at_most))
    return caps
