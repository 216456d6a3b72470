"""Stage 6: with which reservations the scores stand, each in a sentence or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.questions import reason_text
from maturity.render.words.numbers import amount_text, percent_text, plain
from maturity.render.words.sentences import stopped

if TYPE_CHECKING:
    from maturity.model.result import Result, Unknown
    from maturity.model.scored import CapInfo, Node
    from maturity.render.report.context import Context

MOST_UNKNOWNS = 5
"""How many missing answers are named."""


def find_limits(c: Context) -> list[str]:
    """Say what holds scores down or makes them provisional, dimension by dimension."""
    found: list[str] = []
    for node in (c.result.overall, *c.result.dimensions):
        name = name_of(c.result, node)
        found += [_cap(c, node, cap) for cap in node.caps]
        found += [
            f"{name} is provisional: {pending.question} is critical and not answered. "
            f"At its lowest it caps the score at {plain(pending.cap)}: {stopped(pending.because)}"
            for pending in node.pending
        ]
        if node.provisional and (node.coverage or 0) < c.result.parameters.min_coverage:
            needed = percent_text(c.result.parameters.min_coverage)
            found.append(f"{name} is provisional: {c.coverage(node)} answered, {needed} needed.")
        if node.standard_score is not None and node.standard_score != node.score:
            standard = c.value(node.standard_score)
            found.append(f"{name} would be {standard} without the local weights.")
    return [*found, *_assumed(c)]


def name_of(result: Result, node: Node) -> str:
    """Name a score at the beginning of a sentence."""
    return "The overall score" if node is result.overall else node.title


def _cap(c: Context, node: Node, cap: CapInfo) -> str:
    if cap.binding:
        text = f"{node.title} is capped at {plain(cap.cap)}, from {c.value(node.uncapped)}"
    else:
        text = f"{node.title} would otherwise be capped at {plain(cap.cap)}"
    text += f", because {cap.question} is at {c.value(cap.value)}: {stopped(cap.because)}"
    if cap.released_at is None:
        return text
    return f"{text} At {plain(cap.released_at)} the cap is lifted."


def _assumed(c: Context) -> list[str]:
    facts = [f for f in c.result.organisation.facts if f.assumed]
    assumed = ", ".join(f"{fact.id} is {fact.value}" for fact in facts)
    return [f"Nobody said, so it is assumed: {assumed}."] if facts else []


def name_left_out(c: Context) -> list[str]:
    """Name every critical question that left the sum, with its reason where that is told."""
    found = []
    for left in c.result.left_out:
        if left.critical:
            said = f"{left.question}, {left.state.replace('-', ' ')}"
            reason = reason_text(c, left.state, left.reason)
            found.append(stopped(f"{said}: {reason}" if reason else said))
    return found


def name_unknowns(c: Context) -> list[str]:
    """Name the missing answers that widen the overall range most, and count the rest."""
    unknowns = c.result.unknowns
    shown = [_unknown(c, unknown) for unknown in unknowns[:MOST_UNKNOWNS]]
    rest = len(unknowns) - len(shown)
    return [*shown, f"and {rest} more"] if rest else shown


def _unknown(c: Context, unknown: Unknown) -> str:
    parts = ["don't know" if unknown.state == "unknown" else "not answered"]
    if unknown.critical:
        parts.append("critical")
    if unknown.spread:
        parts.append(f"moves the overall score by up to {amount_text(unknown.spread)}")
    return f"{unknown.question} ({', '.join(parts)}): {c.ask(unknown.question)}"
