"""Stage 4: an assessment becomes exact scores. Pure: no files, no clock, no rounding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maturity.score.aggregate import Value
from maturity.score.caps import Cap, applying
from maturity.score.engine import OVERALL, Engine, number
from maturity.score.lenses import LensScore, lens_score
from maturity.score.resolve import Standing, resolve
from maturity.score.tally import Tally, tally_answers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from maturity.model.assessment import Assessment


@dataclass(frozen=True, slots=True)
class NodeScore:
    """A group's numbers, exact; None where there is none."""

    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    provisional: bool
    """Whether too little is answered, or a ceiling is pending."""
    uncapped: Fraction | None = None
    """The score before the ceilings, where one bit."""
    standard: Fraction | None = None
    """The score without local weights, where there are any."""
    caps: tuple[Cap, ...] = ()
    """The ceilings below the score before them, lowest first."""
    pending: tuple[Cap, ...] = ()
    """The ceilings that unanswered critical questions could still set."""


@dataclass(frozen=True)
class Scores:
    """Everything that scoring found."""

    engine: Engine
    tallies: Mapping[str, Tally]
    standings: Mapping[str, Standing]
    nodes: Mapping[str, NodeScore]
    """Overall, dimensions and topics by full id."""
    lenses: Mapping[str, LensScore]


def score(assessment: Assessment, tallies: Mapping[str, Tally] | None = None) -> Scores:
    """Score an assessment, from its own answers or from tallies counted elsewhere.

    Worked: mfa 1 (weight 2), backups 3, patching 4, training unanswered and dropped have the
    mean (2·1 + 3 + 4) / 4 = 9/4; mfa at level 1 caps at 2, so the score is 2, its range 9/5 to
    2 and its coverage 4/5.
    """
    engine = Engine.of(assessment)
    tallies = tally_answers(assessment) if tallies is None else tallies
    standings = resolve(assessment, tallies, frozenset(engine.tree.in_ladders()))
    nodes = _nodes(assessment, engine, standings)
    return Scores(engine, tallies, standings, nodes, _lenses(assessment, engine, standings))


def _nodes(
    assessment: Assessment, engine: Engine, standings: Mapping[str, Standing]
) -> dict[str, NodeScore]:
    values = {question: standing.value for question, standing in standings.items()}
    scores = engine.scores(values)
    low = engine.range_end(standings, scores, upper=False)
    high = engine.range_end(standings, scores, upper=True)
    coverage = engine.coverage(standings)
    standard: Mapping[str, Value] = {}
    if assessment.weights:
        standard = Engine.of(assessment, with_local_weights=False).scores(values)
    found = {}
    for node, value in scores.items():
        exact, share = number(value), coverage[node]
        caps, before = _biting(engine, node, values)
        pending = _pending(engine, node, standings)
        thin = share is not None and share < assessment.framework.file.min_coverage
        found[node] = NodeScore(
            score=exact,
            low=number(low[node]),
            high=number(high[node]),
            coverage=share,
            provisional=bool(pending) or (exact is not None and thin),
            uncapped=before if caps else None,
            standard=number(standard[node]) if standard else None,
            caps=caps,
            pending=pending,
        )
    return found


def _biting(
    engine: Engine, node: str, values: Mapping[str, Value]
) -> tuple[tuple[Cap, ...], Fraction | None]:
    """Give the ceilings below a dimension's score, lowest first, and the score before them."""
    if node not in engine.dimensions:
        return (), None
    before = number(engine.uncapped(node, values))
    if before is None:
        return (), None
    caps = [cap for cap in engine.caps(node, values) if cap.cap < before]
    return tuple(sorted(caps, key=lambda cap: cap.cap)), before


def _pending(engine: Engine, node: str, standings: Mapping[str, Standing]) -> tuple[Cap, ...]:
    """Give the ceilings that would apply if unanswered critical questions were at their lowest."""
    lowest = {q: s.low for q, s in standings.items() if s.pending}
    return tuple(applying(engine.critical.get(node, []), lowest))


def _lenses(
    assessment: Assessment, engine: Engine, standings: Mapping[str, Standing]
) -> dict[str, LensScore]:
    members: dict[str, set[str]] = {lens.id: set() for lens in assessment.framework.file.lenses}
    for question in assessment.framework.questions.values():
        for lens in question.lenses:
            members[lens].add(question.id)
    found = {lens: lens_score(engine, ids, standings) for lens, ids in members.items()}
    if assessment.weights:
        standard = Engine.of(assessment, with_local_weights=False)
        for lens, ids in members.items():
            plain = lens_score(standard, ids, standings).score
            found[lens] = replace(found[lens], standard=plain)
    return found


__all__ = ["OVERALL", "LensScore", "NodeScore", "Scores", "score"]
