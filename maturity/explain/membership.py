"""Stage 4 told again: the sums that a question is a part of, from its group up to the whole."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.explain.parts import Place
from maturity.explain.terms import children_of, kept
from maturity.model.explained_question import Membership
from maturity.model.levels import as_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.explain.parts import Parts
    from maturity.model.scored import QuestionResult


def part_of(parts: Parts, question: QuestionResult) -> tuple[Membership, ...]:
    """Give every sum above a question, the nearest first, then those of its themes.

    A sum of which this audience does not get every part is left out: no share of it is known.
    """
    themes = [
        (Place("lens", lens.id), question.id)
        for lens in parts.lenses.values()
        if question.id in lens.question_ids
    ]
    pairs = [*_above(parts, question.id), *themes]
    whole = (pair for pair in pairs if not parts.lacks_parts(pair[0]))
    return tuple(_membership(parts, place, part) for place, part in whole)


def _above(parts: Parts, name: str) -> Iterator[tuple[Place, str]]:
    """Give each group above something, with the part of it on the way up."""
    while name in parts.parent:
        group = parts.parent[name]
        yield Place(parts.kind_of(group), group), name
        name = group


def _membership(parts: Parts, place: Place, part: str) -> Membership:
    children = children_of(parts, place)
    child = next(child for child in children if child.id == part)
    pairs = kept(children)
    total = sum((one.weight for one, _ in pairs), Fraction(0))
    is_mean = parts.node(place).aggregate == "mean"
    share = child.weight / total if is_mean and any(one is child for one, _ in pairs) else None
    return Membership(
        kind=place.kind,
        id=place.id,
        title=parts.node(place).title,
        part=part,
        weight=as_number(child.weight),
        share=None if share is None else str(share),
    )
