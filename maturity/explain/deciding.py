"""Stage 4 told again: which answers decide a score's level."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from maturity.explain.exact import read_exact
from maturity.explain.probe import Probe
from maturity.model.explained_group import Deciding
from maturity.model.levels import from_number

if TYPE_CHECKING:
    from maturity.explain.parts import Parts, Place
    from maturity.model.provenance import ScaleLevel
    from maturity.model.scored import QuestionResult
    from maturity.score.tree import Branch

Direction = Literal["up", "down"]
DIRECTIONS: tuple[Direction, ...] = ("up", "down")


def deciding_answers(parts: Parts, place: Place, branch: Branch) -> tuple[Deciding, ...]:
    """Give, for each answer that can move the score a level alone, its smallest such change.

    Changes upwards come first, then the smallest. Missing answers are not among them: they are to
    be found out, not changed.
    """
    probe = Probe(parts.rescorer, branch, parts.rescorer.values)
    found = [
        change
        for direction in DIRECTIONS
        for question in _scored(parts, place)
        if (change := _smallest(parts, probe, question, direction)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.direction == "down", _size(one), one.question)))


def _size(change: Deciding) -> Fraction:
    return abs(Fraction(change.to) - Fraction(change.from_))


def _scored(parts: Parts, place: Place) -> list[QuestionResult]:
    """Give the scored questions that bear on the group, by its sum or by a ceiling."""
    names = {question.id for question in parts.questions_of(place)}
    if place.kind == "dimension":
        names |= {name for name, _ in parts.rescorer.critical.get(place.id, ())}
    return [q for name, q in parts.questions.items() if name in names and q.exact is not None]


def _smallest(
    parts: Parts, probe: Probe, question: QuestionResult, direction: Direction
) -> Deciding | None:
    value = read_exact(question.exact or "")
    levels = possible_levels(parts, question)
    nearest_first = sorted(level for level in levels if level > value)
    if direction == "down":
        nearest_first = sorted((level for level in levels if level < value), reverse=True)
    now = _level(parts, probe.score)
    # Scores never fall as an answer rises: where the furthest moves no level, no nearer one does.
    if not nearest_first or _level(parts, probe.moved(question.id, nearest_first[-1])) == now:
        return None
    tried = ((level, probe.moved(question.id, level)) for level in nearest_first)
    to, score = next((to, score) for to, score in tried if _level(parts, score) != now)
    then = _level(parts, score)
    return Deciding(
        question=question.id,
        title=question.ask,
        direction=direction,
        from_=str(value),
        to=str(to),
        open_ended=not is_listed(question),
        score=str(score),
        level=then.level if then else None,
        level_name=then.name if then else None,
    )


def _level(parts: Parts, score: object) -> ScaleLevel | None:
    return parts.level_at(score) if isinstance(score, Fraction) else None


def is_listed(question: QuestionResult) -> bool:
    """Say whether the Result holds every level that the question can give.

    A checklist by share and a straight number can give too many: they have no statements, and
    their tally holds no zeros.
    """
    zeros = question.tally is not None and 0 in question.tally.levels.values()
    return zeros or bool(question.levels)


def possible_levels(parts: Parts, question: QuestionResult) -> set[Fraction]:
    """Give the levels that a question can give; those of the scale where they are not listed."""
    levels = {from_number(known.level) for known in question.levels}
    if question.tally is not None:
        levels |= {read_exact(text) for text in question.tally.levels}
    if not is_listed(question):
        scale = parts.result.parameters.scale
        levels |= {from_number(step.level) for step in scale.levels} | {from_number(scale.top)}
    return levels
