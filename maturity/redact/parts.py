"""Stage 6: how a Result is changed without touching the original."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maturity.model.part import Part
    from maturity.model.result import Result
    from maturity.model.scored import Node, QuestionResult

P = TypeVar("P", bound="Part")


def change(part: P, **changes: object) -> P:
    """Give a copy of a part in which some fields differ."""
    return part.model_copy(update=changes)


def dimension_of(question_id: str) -> str:
    """Give the dimension of a full id: `security` for `security.mfa`."""
    return question_id.partition(".")[0]


def all_nodes(result: Result) -> Iterator[Node]:
    """Give every dimension and topic of a Result, the outer one first."""
    ahead = list(result.dimensions)
    while ahead:
        node = ahead.pop(0)
        yield node
        ahead = [*node.topics, *ahead]


def all_questions(result: Result) -> Iterator[QuestionResult]:
    """Give every question of a Result."""
    for node in all_nodes(result):
        yield from node.questions


def questions_under(node: Node) -> Iterator[QuestionResult]:
    """Give every question of a node and of the topics below it."""
    yield from node.questions
    for topic in node.topics:
        yield from questions_under(topic)


def each_question(result: Result, cut: Callable[[QuestionResult], QuestionResult]) -> Result:
    """Give a Result in which every question is cut in the same way."""

    def walk(node: Node) -> Node:
        questions = tuple(cut(question) for question in node.questions)
        topics = tuple(walk(topic) for topic in node.topics)
        return change(node, questions=questions, topics=topics)

    return change(result, dimensions=tuple(walk(node) for node in result.dimensions))
