"""Stage 6: what would give withheld answers away, by taking what is shown from a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.redact.parts import all_questions, dimension_of, questions_under

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from maturity.model.result import Result
    from maturity.model.scored import Node, QuestionResult

NUMBERS = (
    "score", "exact", "level", "level_name", "low", "high", "coverage", "target", "gap",
    "uncapped", "standard_score",
)  # fmt: skip
"""The numbers of a node that go together; without them only its name is left."""
BLANK: dict[str, object] = {**dict.fromkeys(NUMBERS), "provisional": False}


def with_company(result: Result, few: Collection[str]) -> tuple[set[str], set[str]]:
    """Say which questions to hide, and which topics to leave without numbers.

    The mean of a group and all its parts but one give that one. So where one question alone of a
    group is hidden, a second goes with it: the one that fewest answered; a critical one, or one
    settled together, only where there is no other. A topic that has no second one shows no
    numbers, and another topic of its dimension keeps it company in the same way. A dimension
    always shows its score.
    """
    hidden, blank = set(few), set[str]()
    for node in result.dimensions:
        _cover(node, hidden, blank)
        if not node.questions and len(_unknown(node, hidden, blank)) == 1:
            blank.discard(node.id)
            _add_topic(node, hidden, blank)
        blank.discard(node.id)
    return hidden, blank


def closed_dimensions(result: Result, hidden: Collection[str]) -> set[str]:
    """Name the dimensions of which the public sees their own numbers alone.

    Those are the sensitive ones, and each that a withheld question may hold down, whether it does
    or not: three questions at 4 beside a score of 2 would tell of a ceiling. What is withheld by
    that may hold down others in turn.
    """
    closed = {node.id for node in result.dimensions if node.sensitive}
    capping = {q.id: {one.dimension for one in q.critical} for q in all_questions(result)}
    while True:
        reached = (
            dimensions
            for name, dimensions in capping.items()
            if name in hidden or dimension_of(name) in closed
        )
        more = set().union(*reached) - closed
        if not more:
            return closed
        closed |= more


def _cover(node: Node, hidden: set[str], blank: set[str]) -> None:
    for topic in node.topics:
        _cover(topic, hidden, blank)
    if len(_unknown(node, hidden, blank)) != 1:
        return
    told = [q for q in node.questions if q.score is not None and q.id not in hidden]
    if told:
        hidden.add(min(told, key=_dearness).id)
    else:
        blank.add(node.id)


def _unknown(node: Node, hidden: Collection[str], blank: Collection[str]) -> list[str]:
    """Name the parts of a node that are in its sum and not told."""
    questions = [q.id for q in node.questions if q.score is not None and q.id in hidden]
    return questions + [topic.id for topic in node.topics if topic.id in blank]


def _add_topic(node: Node, hidden: set[str], blank: set[str]) -> None:
    """Hide one question of another topic of a dimension, and the numbers of what holds it."""
    others = [topic for topic in node.topics if topic.id not in blank]
    below = [q for topic in others for q in questions_under(topic) if q.score is not None]
    if not below:
        return
    least = min(below, key=lambda one: (one.id not in hidden, _dearness(one))).id
    hidden.add(least)
    blank.update(group.id for topic in others for group in _holders(topic, least))


def _holders(node: Node, question: str) -> Iterator[Node]:
    """Give a node and those below it that hold a question, however deep."""
    if any(one.id == question for one in questions_under(node)):
        yield node
        for topic in node.topics:
            yield from _holders(topic, question)


def _dearness(question: QuestionResult) -> tuple[bool, bool, int]:
    answered = question.tally.answered if question.tally else 0
    return bool(question.critical), question.agreed, answered
