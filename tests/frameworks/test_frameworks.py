"""Frameworks as their owners publish them, written as data, score as their owners score them.

Each folder is a framework with answers and the numbers to expect, as exact fractions; its
expected.yaml says where the rule comes from.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.load.yaml_reader import read_file
from maturity.model.levels import as_number
from maturity.model.result import Result
from maturity.model.scored import Node, QuestionResult

HERE = Path(__file__).parent
SHAPES = sorted(path.parent.name for path in HERE.glob("*/expected.yaml"))


def parts(result: Result) -> dict[str, Node | QuestionResult]:
    """Everything in a result that has a score, by its full id."""
    found: dict[str, Node | QuestionResult] = {"overall": result.overall}

    def add(node: Node) -> None:
        found[node.id] = node
        found.update({question.id: question for question in node.questions})
        for topic in node.topics:
            add(topic)

    for node in (*result.dimensions, *result.lenses):
        add(node)
    return found


def told(part: Node | QuestionResult, field: str) -> object:
    """A field of a result; the score as its exact fraction."""
    if field == "score":
        return None if part.exact is None else Fraction(part.exact)
    return getattr(part, field)


def expected(field: str, written: object) -> object:
    """The number as a result has it: the score exact, all else as a plain number."""
    if written is None or isinstance(written, bool):
        return written
    exact = Fraction(str(written))
    return exact if field == "score" else as_number(exact)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_framework_scores_as_its_owners_do(shape: str) -> None:
    result = evaluate(load_assessment([HERE / shape / "answers.yaml"]))
    wanted = read_file(HERE / shape / "expected.yaml").data
    assert isinstance(wanted, dict)
    found = parts(result)
    for name, fields in wanted.items():
        for field, number in fields.items():
            assert told(found[name], field) == expected(field, number), f"{name}: {field}"


def test_there_are_all_the_shapes() -> None:
    assert len(SHAPES) == 13
