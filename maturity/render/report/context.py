"""Stage 6: what every part of a report needs: the names of things and their shown numbers."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from maturity.model.language_code import base_language
from maturity.render.report.blocks import Cell
from maturity.render.words.clean import clean
from maturity.render.words.numbers import exactly, gap_text
from maturity.render.words.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maturity.model.part import Number, Part
    from maturity.model.result import Result
    from maturity.model.scored import Node, QuestionResult
    from maturity.model.untranslated import Untranslated

P = TypeVar("P", bound="Part")


def questions_under(node: Node) -> Iterator[QuestionResult]:
    """Give every question under a node, in order."""
    yield from node.questions
    for topic in node.topics:
        yield from questions_under(topic)


def nodes_under(node: Node) -> Iterator[Node]:
    """Give every topic under a node, in order, the outer one first."""
    for topic in node.topics:
        yield topic
        yield from nodes_under(topic)


def exact_score(part: Node | QuestionResult) -> Fraction | None:
    """Give a score as the engine computed it, None where there is none."""
    if part.exact is not None:
        return exactly(part.exact)
    return None if part.score is None else exactly(part.score)


def dimension_of(question_id: str) -> str:
    """Give the dimension of a full id: `security` for `security.mfa`."""
    return question_id.partition(".")[0]


def marked(part: P, page: str, language: str, untranslated: Untranslated | None) -> P:
    """Mark the framework's texts where they are in another language than the report's words."""
    if base_language(language) == base_language(page) and untranslated is None:
        return part
    from maturity.render.words.framework_texts import Marker  # rare, and needs the models

    marker = Marker(page, language, untranslated)
    return marker.mark(part) if marker.is_needed else part


class Context:
    """A Result with its names at hand."""

    def __init__(self, result: Result, words: Words | None = None) -> None:
        self.words = words = words or Words()
        language, untranslated = result.framework.language, result.untranslated
        self.result = result = marked(result, words.code, language, untranslated)
        self.say, self.count, self.again = words.say, words.count, words.again
        self.plain, self.span, self.percent = words.plain, words.span, words.percent
        self.amount, self.signed = words.amount, words.signed
        self.pounds = words.pounds
        self.questions = {q.id: q for node in result.dimensions for q in questions_under(node)}
        self.dimensions = {node.id: node for node in result.dimensions}
        self.levels = [level.level for level in result.parameters.scale.levels]
        self.roles = {role.id: role.title for role in result.parameters.roles}
        self.roles |= {role.id: role.title for role in result.respondents.roles}
        self.people = {person.id: person for person in result.respondents.people}
        self.sources = {source.id: source for source in result.sources}
        self._actions = {one.id: one.title for one in result.tracked}
        self._actions |= {one.id: one.title for one in result.beyond}
        self._actions |= {one.id: one.title for one in result.plan}
        self._anchors = self._all_anchors()

    @cached_property
    def plan_closes(self) -> Fraction:
        """How much of the gap the whole plan closes."""
        return sum((exactly(one.gap_closed) for one in self.result.plan), Fraction(0))

    @property
    def is_cut(self) -> bool:
        """Whether questions are withheld from this audience."""
        return self.result.overall.cut

    def _all_anchors(self) -> dict[tuple[str, str], str]:
        wanted: list[tuple[str, str]] = []
        for node in self.result.dimensions:
            wanted.append(("dimension", node.id))
            wanted += [("topic", topic.id) for topic in nodes_under(node)]
        wanted += [("question", question) for question in self.questions]
        wanted += [("action", action.id) for action in self.result.plan]
        anchors: dict[tuple[str, str], str] = {}
        taken: set[str] = set()
        for kind, name in wanted:
            slug = f"{kind}-{re.sub('[^a-z0-9]+', '-', name.lower())}"
            while slug in taken:
                slug += "-x"
            taken.add(slug)
            anchors[kind, name] = slug
        return anchors

    def anchor(self, kind: str, name: str) -> str:
        """Give the place of a dimension, topic, question or action on the page."""
        return self._anchors[kind, name]

    def link(self, kind: str, name: str) -> str:
        """Give a link to that place; nothing where there is none."""
        anchor = self._anchors.get((kind, name))
        return f"#{anchor}" if anchor else ""

    def dimension(self, dimension_id: str) -> str:
        """Give a dimension's title."""
        node = self.dimensions.get(dimension_id)
        return node.title if node else dimension_id

    def ask(self, question_id: str) -> str:
        """Give a question's wording; its id where the result does not hold it."""
        question = self.questions.get(question_id)
        return question.ask if question else question_id

    def ask_cell(self, question_id: str, *lines: str) -> Cell:
        """Name a question in a table, pointing at its row."""
        return Cell(self.ask(question_id), self.link("question", question_id), lines)

    def action(self, action_id: str) -> str:
        """Give an action's title."""
        return self._actions.get(action_id, action_id)

    def role(self, role_id: str) -> str:
        """Give a role's title."""
        return self.roles.get(role_id, role_id)

    def commentary(self, name: str) -> str:
        """Give what the report's author wrote about something."""
        text = self.result.commentary.get(name, "")
        return text if clean(text) else ""

    def level_description(self, level: Number | None) -> str:
        """Describe a level of the scale."""
        known = self.result.parameters.scale.levels
        return next((clean(one.description) for one in known if one.level == level), "")

    def value(self, value: Number | str | None, more: Iterable[Number | None] = ()) -> str:
        """Show a score that is on the scale."""
        return self.words.score(value, (*self.levels, *more))

    def score(self, part: Node | QuestionResult) -> str:
        """Show a score: 2.25 is 2.3, 2.96 below level 3 is 2.9."""
        exact = part.exact if part.exact is not None else part.score
        return self.value(exact, self._unreached(part))

    def _unreached(self, part: Node | QuestionResult) -> tuple[Number | None, ...]:
        return (part.target,) if part.gap else ()

    def range(self, part: Node | QuestionResult) -> str:
        """Show how far the missing answers could move a score."""
        return self.words.range(part.low, part.high, (*self.levels, *self._unreached(part)))

    def target(self, part: Node | QuestionResult) -> str:
        """Show a target."""
        exact = part.exact if part.exact is not None else part.score
        marks = (*self.levels, *self._unreached(part))
        return self.words.target(part.target, exact, marks, reached=not part.gap)

    def gap(self, part: Node | QuestionResult) -> str:
        """Show a gap."""
        return self.words.figure(gap_text(part.gap))

    def coverage(self, node: Node) -> str:
        """Show which share of the weight is answered."""
        return self.percent(node.coverage)

    def is_open(self, part: Node | QuestionResult) -> bool:
        """Say whether missing answers leave a range of some width."""
        return part.low is not None and part.high is not None and part.low != part.high
