"""Stage 4 told again: what goes into a group's score, and what is left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.exact import read_exact
from maturity.model.explained_group import Omitted, Rung, RungPart, Term
from maturity.model.levels import as_number, from_number
from maturity.score.aggregate import Gap, Value

if TYPE_CHECKING:
    from maturity.explain.parts import Parts, Place
    from maturity.model.scored import Node, QuestionResult

MISSING = {"unknown": "don't know", "unanswered": "not answered"}
"""States in which an answer could still come."""


@dataclass(frozen=True, slots=True)
class Child:
    """A part of a group."""

    id: str
    title: str
    weight: Fraction
    value: Value
    rung: Fraction | None = None
    note: str = ""
    """What to know about its value."""
    reason: str = ""
    """Why it is in no sum, where it is in none."""


def children_of(parts: Parts, place: Place) -> list[Child]:
    """Give the parts of a group in order: its dimensions, or its questions and topics."""
    if place.kind == "overall":
        return [_group(parts, node) for node in parts.result.dimensions]
    if place.kind == "lens":
        return [_question(parts, question) for question in parts.questions_of(place)]
    node = parts.node(place)
    questions = [_question(parts, question) for question in node.questions]
    return [*questions, *(_group(parts, topic) for topic in node.topics)]


def _group(parts: Parts, node: Node) -> Child:
    value: Value = Gap.OUT
    if node.exact is not None:
        value = read_exact(node.exact)
    elif parts.result.parameters.missing == "block":
        value = parts.rescorer.scores(parts.rescorer.values)[node.id]
    return Child(
        id=node.id,
        title=node.title,
        weight=from_number(node.weight),
        value=value,
        rung=None if node.rung is None else from_number(node.rung),
        note="capped" if node.caps else "",
        reason="" if isinstance(value, Fraction) else _why_no_group(value),
    )


def _why_no_group(value: Value) -> str:
    if value is Gap.BLOCKED:
        return "it has no score while answers are missing"
    return "nothing in it is scored"


def _question(parts: Parts, question: QuestionResult) -> Child:
    value = parts.rescorer.values.get(question.id, Gap.OUT)
    state = MISSING.get(question.state, "")
    counted = isinstance(value, Fraction)
    return Child(
        id=question.id,
        title=question.ask,
        weight=from_number(question.weight),
        value=value,
        rung=None if question.rung is None else from_number(question.rung),
        note=f"{state}, so it counts as its lowest" if state and counted else "",
        reason="" if counted else why_out(question, value),
    )


def why_out(question: QuestionResult, value: Value) -> str:
    """Say why a question without a value is in no sum."""
    if question.state in MISSING:
        ending = "there is no score" if value is Gap.BLOCKED else "it leaves the sum"
        return f"{MISSING[question.state]}, so {ending}"
    if question.state == "not-asked":
        return question.reason or "not asked"
    if question.state == "not-applicable":
        return f"not applicable: {question.reason}" if question.reason else "not applicable"
    return "answered in words, never scored"


def kept(children: list[Child]) -> list[tuple[Child, Fraction]]:
    """Give the children that are in the sum, with their values."""
    return [(c, c.value) for c in children if c.weight and isinstance(c.value, Fraction)]


def terms_of(children: list[Child], aggregate: str) -> tuple[Term, ...]:
    """Describe the children in the sum; only a mean has shares and contributions."""
    pairs = kept(children)
    total = sum((child.weight for child, _ in pairs), Fraction(0))
    lowest = min((value for _, value in pairs), default=None)
    terms = []
    for child, value in pairs:
        share = child.weight / total if aggregate == "mean" else None
        weakest = "the weakest" if aggregate == "min" and value == lowest else ""
        terms.append(
            Term(
                id=child.id,
                title=child.title,
                weight=as_number(child.weight),
                weight_exact=str(child.weight),
                value=as_number(value),
                exact=str(value),
                share=None if share is None else as_number(share),
                contribution=None if share is None else str(share * value),
                note="; ".join(note for note in (child.note, weakest) if note),
            )
        )
    return tuple(terms)


def left_out_of(children: list[Child]) -> tuple[Omitted, ...]:
    """Describe the children that are in no sum."""
    found = []
    for child in children:
        reason = child.reason
        if not reason and not child.weight:
            reason = "its weight is 0: it is shown and counts for nothing"
        if reason:
            found.append(Omitted(id=child.id, title=child.title, reason=reason))
    return tuple(found)


def rungs_of(children: list[Child], pass_level: Fraction) -> tuple[Rung, ...]:
    """Describe a ladder rung by rung; one holds when every part of it reaches the pass level."""
    by_rung: dict[Fraction, list[RungPart]] = {}
    for child, value in kept(children):
        if child.rung is not None:
            part = RungPart(
                id=child.id, title=child.title, exact=str(value), passes=value >= pass_level
            )
            by_rung.setdefault(child.rung, []).append(part)
    found = []
    reached = True
    for rung in sorted(by_rung):
        holds = all(part.passes for part in by_rung[rung])
        reached = reached and holds
        found.append(
            Rung(rung=as_number(rung), parts=tuple(by_rung[rung]), holds=holds, reached=reached)
        )
    return tuple(found)
