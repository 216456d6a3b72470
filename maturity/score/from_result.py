"""Stage 4: the tree and the values of a Result, to score a part of it again like for like."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.condition import Ceiling
from maturity.model.levels import from_number
from maturity.score.aggregate import Gap, Value
from maturity.score.engine import OVERALL, Critical, Engine
from maturity.score.tree import Branch, Leaf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from maturity.model.part import Number
    from maturity.model.result import Result
    from maturity.model.scored import Node, QuestionResult


def exactly(number: Number | None) -> Fraction:
    """Read a plain number back; nothing is 0."""
    return Fraction(0) if number is None else from_number(number)


def questions_of(node: Node) -> Iterator[QuestionResult]:
    """Give every question below a node, in order."""
    yield from node.questions
    for topic in node.topics:
        yield from questions_of(topic)


def all_questions(result: Result) -> dict[str, QuestionResult]:
    """Give every question of a Result by its full id."""
    return {q.id: q for node in result.dimensions for q in questions_of(node)}


def engine_from(result: Result, only: Collection[str]) -> Engine:
    """Rebuild the weights and ceilings of a Result, for some of its questions alone."""
    parameters = result.parameters
    steps = tuple(exactly(level.level) for level in parameters.scale.levels)
    tree = Branch(
        OVERALL,
        Fraction(1),
        parameters.aggregate,
        tuple(_branch(node, only, steps) for node in result.dimensions),
        None,
        exactly(parameters.pass_),
        steps,
    )
    return Engine(tree, _critical(result, only))


def _branch(node: Node, only: Collection[str], steps: tuple[Fraction, ...]) -> Branch:
    leaves = [
        Leaf(q.id, exactly(q.weight), None if q.rung is None else exactly(q.rung))
        for q in node.questions
        if q.id in only and q.state != "text"
    ]
    topics = [_branch(topic, only, steps) for topic in node.topics]
    return Branch(
        node.id,
        exactly(node.weight),
        node.aggregate,
        (*leaves, *topics),
        None if node.rung is None else exactly(node.rung),
        exactly(node.pass_),
        steps,
    )


def _critical(result: Result, only: Collection[str]) -> Critical:
    found: Critical = {node.id: [] for node in result.dimensions}
    for question in all_questions(result).values():
        if question.id not in only:
            continue
        by_dimension: dict[str, list[Ceiling]] = {}
        for entry in sorted(question.critical, key=lambda entry: entry.at_most):
            ceiling = Ceiling(
                at_most=exactly(entry.at_most), cap=exactly(entry.cap), because=entry.because
            )
            by_dimension.setdefault(entry.dimension, []).append(ceiling)
        for dimension, ceilings in by_dimension.items():
            if dimension in found:  # a Result that somebody changed may name any
                found[dimension].append((question.id, ceilings))
    return found


def values_from(result: Result) -> dict[str, Value]:
    """Give the value of every question as it counted; a question without one is out."""
    return {name: _value(question, result) for name, question in all_questions(result).items()}


def _value(question: QuestionResult, result: Result) -> Value:
    if question.exact is not None:
        return Fraction(question.exact)
    if question.stands_at is not None:
        return exactly(question.stands_at)
    missing = question.state in ("unknown", "unanswered")
    return Gap.BLOCKED if missing and result.parameters.missing == "block" else Gap.OUT
