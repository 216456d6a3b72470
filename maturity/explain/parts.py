"""Stage 4 told again: a Result with its parts at hand, found by their ids."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, fail, nearest
from maturity.explain.rescore import Rescorer
from maturity.model.levels import from_number
from maturity.score.engine import OVERALL
from maturity.score.from_result import questions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.explained import Kind
    from maturity.model.part import Number
    from maturity.model.planned import BeyondAction, PlannedAction
    from maturity.model.provenance import ScaleLevel
    from maturity.model.result import Result
    from maturity.model.scored import Lensed, Node, QuestionResult


@dataclass(frozen=True, slots=True)
class Place:
    """Something that can be explained: `lens` and `ai`."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


class Parts:
    """A Result with everything in it by id."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.dimensions: dict[str, Node] = {node.id: node for node in result.dimensions}
        self.topics: dict[str, Node] = {}
        self.questions: dict[str, QuestionResult] = {}
        self.parent: dict[str, str] = dict.fromkeys(self.dimensions, OVERALL)
        """Dimension, topic or question → the group whose sum it is in."""
        for node in result.dimensions:
            self._add(node)
        self.lenses: dict[str, Lensed] = {lens.id: lens for lens in result.lenses}
        self.planned: dict[str, PlannedAction] = {action.id: action for action in result.plan}
        self.beyond: dict[str, BeyondAction] = {action.id: action for action in result.beyond}

    def _add(self, node: Node) -> None:
        for question in node.questions:
            self.questions[question.id] = question
            self.parent[question.id] = node.id
        for topic in node.topics:
            self.topics[topic.id] = topic
            self.parent[topic.id] = node.id
            self._add(topic)

    @cached_property
    def rescorer(self) -> Rescorer:
        """The Result's tree, to be scored again."""
        return Rescorer(self.result)

    def places(self) -> Iterator[Place]:
        """Give everything that can be explained, the larger first."""
        yield Place("overall", OVERALL)
        yield from (Place("dimension", name) for name in self.dimensions)
        yield from (Place("topic", name) for name in self.topics)
        yield from (Place("question", name) for name in self.questions)
        yield from (Place("lens", name) for name in self.lenses)
        yield from (Place("action", name) for name in (*self.planned, *self.beyond))

    def kind_of(self, group: str) -> Kind:
        """Tell what a group in the tree is."""
        if group == OVERALL:
            return "overall"
        return "dimension" if group in self.dimensions else "topic"

    def node(self, place: Place) -> Node:
        """Give the group at a place."""
        known: dict[str, dict[str, Node]] = {
            "overall": {OVERALL: self.result.overall},
            "dimension": self.dimensions,
            "topic": self.topics,
            "lens": {**self.lenses},
        }
        return known[place.kind][place.id]

    def lacks_parts(self, place: Place) -> bool:
        """Say whether this audience does not get every part of a group's own sum.

        Of a dimension with withheld questions the scores of all topics may be left.
        """
        node = self.node(place)
        if place.kind == "overall" or not node.cut:
            return False
        return not node.topics or any(one.cut and one.exact is None for one in node.topics)

    def title(self, name: str) -> str:
        """Name a dimension, topic or question; the id where the Result does not hold it."""
        if name == OVERALL:
            return self.result.overall.title
        node = self.dimensions.get(name) or self.topics.get(name)
        question = self.questions.get(name)
        return node.title if node else question.ask if question else name

    def questions_of(self, place: Place) -> list[QuestionResult]:
        """Give the questions that bear on a group through its sums."""
        if place.kind == "overall":
            return list(self.questions.values())
        if place.kind == "lens":
            wanted = set(self.lenses[place.id].question_ids)
            return [question for name, question in self.questions.items() if name in wanted]
        return list(questions_of(self.node(place)))

    def level_at(self, score: Fraction) -> ScaleLevel | None:
        """Give the highest level that a score reaches; None below the first."""
        levels = self.result.parameters.scale.levels
        reached = [one for one in levels if from_number(one.level) <= score]
        return reached[-1] if reached else None

    def not_reached(self, score: Fraction, target: Number | None) -> tuple[Number, ...]:
        """Give the levels and the target above a score."""
        marks = [level.level for level in self.result.parameters.scale.levels]
        marks += [] if target is None else [target]
        return tuple(sorted({mark for mark in marks if from_number(mark) > score}))


def find(parts: Parts, name: str) -> list[Place]:
    """Find what an id means, the first first; `lens:ai` is the lens, whatever else is named ai.

    Raises:
        MaturityError: Nothing has that id.
    """
    places = list(parts.places())
    found = [place for place in places if name in (place.id, str(place))]
    if not found:
        raise _unknown(parts, name, places)
    return found


def _unknown(parts: Parts, name: str, places: list[Place]) -> MaturityError:
    message = f"the result has no dimension, topic, question, lens or action '{name[:80]}'"
    ids = [place.id for place in places]
    same_end = [known for known in ids if known.endswith(f".{name}")]
    if same_end:
        return fail(message, f"did you mean '{same_end[0]}'?")
    if get_close_matches(name, ids, n=1):
        return fail(message, nearest(name, ids))
    if parts.result.plan_note and not parts.planned and not parts.beyond:
        return fail(message, f"actions are not there: {parts.result.plan_note}")
    dimensions = ", ".join(parts.dimensions)
    return fail(message, f"overall, a dimension ({dimensions}), or a full id such as {ids[-1]}")
