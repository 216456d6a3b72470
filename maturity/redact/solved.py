"""Stage 6: which withheld scores can be solved for from the means that are shown."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.provenance import Withheld
from maturity.model.scored import Node
from maturity.redact.given_away import BLANK
from maturity.redact.parts import all_nodes, all_questions, change, questions_under

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from maturity.model.result import Result
    from maturity.model.scored import Lensed, QuestionResult

Row = dict[str, Fraction]
"""A shown mean: the share that each withheld question has in it."""
ONE = Fraction(1)
FINEST = 10**6
"""Weights are written with so few digits that 1.3333333333333333 can only be 4/3."""
THEMES = Withheld(
    what="scores of themes that are withheld for half or more, and of themes and ranges from which "
    "a withheld score could be worked out",
    why="they would give withheld scores away",
)


def solved(rows: list[Row]) -> set[str]:
    """Name the unknowns that equations give; a + b + c and a + b give c."""
    reduced: dict[str, Row] = {}
    for row in rows:
        rest = _less(row, reduced)
        if not rest:
            continue
        pivot = next(iter(rest))
        rest = {name: share / rest[pivot] for name, share in rest.items()}
        reduced = {name: _less(old, {pivot: rest}) for name, old in reduced.items()}
        reduced[pivot] = rest
    return {pivot for pivot, row in reduced.items() if len(row) == 1}


def _less(row: Row, known: Mapping[str, Row]) -> Row:
    """Take from a row what is known of its unknowns."""
    left = dict(row)
    for pivot in row.keys() & known.keys():
        for name, share in known[pivot].items():
            left[name] = left.get(name, Fraction(0)) - row[pivot] * share
    return {name: share for name, share in left.items() if share}


def without_telling(
    whole: Result, cut: Result, closed: Collection[str]
) -> tuple[Result, list[Withheld]]:
    """Take out of what is left of a `whole` result what a withheld score can be solved from.

    Scores of dimensions and topics stay. Scores without local weights are second means of the
    same questions, so none stands where one is withheld. A theme of which half the weight or more
    is withheld is a score of what is withheld in all but name. Then each range and each theme that
    would give one more score is left out.

    A dimension that is `closed` may be held down by a ceiling, which nobody can see. So all is
    tried twice: as if its score were the mean of its questions, and as if that mean were one more
    thing that is withheld.
    """
    known = {question.id for question in all_questions(cut)}
    hidden = {q.id for q in all_questions(whole) if q.score is not None} - known
    old = {node.id: node for node in all_nodes(whole)}
    shown = [node for node in all_nodes(cut) if node.score is not None]
    rows = {node.id: _only(_shares(old[node.id], ranged=False), hidden) for node in shown}
    means = {name: {name: -ONE} if name in closed else {} for name in rows}
    systems = [*rows.values()], [row | means[name] for name, row in rows.items()]
    vague = set[str]()
    for node in shown:
        _take(systems, _only(_shares(old[node.id], ranged=True), hidden), node.id, vague)
    weights = {q.id: _weight(q) for q in all_questions(whole) if q.score is not None}
    blank = {lens.id for lens in cut.lenses if _is_mostly(lens, weights, hidden)}
    for lens in cut.lenses:
        if lens.id not in blank:
            row = {name: weights[name] for name in lens.question_ids if name in hidden}
            _take(systems, row, lens.id, blank)
    lacking = {node.id for node in all_nodes(whole) if _lacks(node, known)}
    told = change(
        cut,
        dimensions=tuple(_vaguer(node, old, hidden, vague, lacking) for node in cut.dimensions),
        overall=_overall(cut.overall, hidden, vague, is_cut=bool(lacking)),
        lenses=tuple(_theme(lens, known, hidden, blank) for lens in cut.lenses),
    )
    return told, [THEMES] if blank or vague else []


def _take(systems: tuple[list[Row], ...], row: Row, name: str, told: set[str]) -> None:
    """Add an equation that gives no more than the others; name it where it gives more."""
    if row and any(solved([*rows, row]) - solved(rows) for rows in systems):
        told.add(name)
    elif row:
        for rows in systems:
            rows.append(row)


def _is_mostly(lens: Lensed, weights: Mapping[str, Fraction], hidden: Collection[str]) -> bool:
    counted = [name for name in lens.question_ids if name in weights]
    kept_back = sum((weights[name] for name in counted if name in hidden), Fraction(0))
    return bool(kept_back) and 2 * kept_back >= sum(weights[name] for name in counted)


def _lacks(node: Node, known: Collection[str]) -> bool:
    return any(question.id not in known for question in questions_under(node))


def _only(shares: Row, names: Collection[str]) -> Row:
    return {name: share for name, share in shares.items() if name in names and share}


def _weight(part: Node | QuestionResult) -> Fraction:
    return Fraction(str(part.weight)).limit_denominator(FINEST)


def _counts(part: Node | QuestionResult, *, ranged: bool) -> bool:
    if ranged:
        return part.low is not None
    return part.score is not None or getattr(part, "stands_at", None) is not None


def _shares(node: Node, *, ranged: bool) -> Row:
    """Give each question's share in a node's mean; `ranged` in the mean of lowest or highest."""
    parts: tuple[Node | QuestionResult, ...] = (*node.questions, *node.topics)
    kept = [part for part in parts if _counts(part, ranged=ranged)]
    total = sum((_weight(part) for part in kept), Fraction(0))
    shares: Row = {}
    for part in kept if total else ():
        share = _weight(part) / total
        below = {part.id: Fraction(1)}
        if isinstance(part, Node):
            below = _shares(part, ranged=ranged)
        shares |= {name: share * inner for name, inner in below.items()}
    return shares


def _vaguer(
    node: Node,
    old: Mapping[str, Node],
    hidden: Collection[str],
    vague: Collection[str],
    lacking: Collection[str],
) -> Node:
    changes: dict[str, object] = {"cut": node.id in lacking}
    if any(question.id in hidden for question in questions_under(old[node.id])):
        changes["standard_score"] = None
    if node.id in vague:
        changes |= {"low": None, "high": None}
    topics = tuple(_vaguer(topic, old, hidden, vague, lacking) for topic in node.topics)
    return change(node, topics=topics, **changes)


def _overall(
    overall: Node, hidden: Collection[str], vague: Collection[str], *, is_cut: bool
) -> Node:
    changes: dict[str, object] = {"low": None, "high": None} if vague else {}
    if hidden:
        changes["standard_score"] = None
    return change(overall, cut=is_cut, **changes)


def _theme(
    lens: Lensed, known: Collection[str], hidden: Collection[str], blank: Collection[str]
) -> Lensed:
    changes: dict[str, object] = dict(BLANK) if lens.id in blank else {}
    if any(name in hidden for name in lens.question_ids):
        changes["standard_score"] = None
    shown = tuple(name for name in lens.question_ids if name in known)
    changes["cut"] = len(shown) < len(lens.question_ids)
    return change(lens, question_ids=shown, **changes)
