"""Stage 6: a Result on one screen: the score in a sentence, the dimensions, what limits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.context import Context
from maturity.render.screen.audience import audience_blocks
from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points
from maturity.render.screen.reservations import find_limits, name_left_out, name_unknowns
from maturity.render.screen.standing import standing_text
from maturity.render.words.numbers import plain

if TYPE_CHECKING:
    from maturity.model.result import Result
    from maturity.model.scored import Node

_HEADERS = ("Dimension", "Score", "Range", "Level", "Target", "Gap", "Answered")
_NUMBERS = frozenset({1, 2, 4, 5, 6})


def summarise(result: Result) -> list[Block]:
    """Say what a person wants to know first, in an order that can be read aloud."""
    c = Context(result)
    blocks: list[Block] = [Paragraph(overall_sentence(c)), Paragraph(_basis(c)), _dimensions(c)]
    for title, entries in (
        ("What limits the scores", find_limits(c)),
        ("Critical questions left out", name_left_out(c)),
        ("Missing answers, widest effect first", name_unknowns(c)),
        ("Notes", result.notes),
    ):
        if entries:
            blocks += [Heading(title), Points(tuple(entries))]
    return [*blocks, *audience_blocks(result.audience, result.withheld)]


def overall_sentence(c: Context) -> str:
    """Say the overall score with its level and gap, and what the missing answers could change."""
    name, node = c.result.organisation.name, c.result.overall
    if node.score is None:
        return f"{name} has no overall score{_why_no_score(c.result)}."
    so_far = " so far" if node.provisional else ""
    text = f"{name} scores{so_far} {c.score(node)} out of {plain(c.result.parameters.scale.top)}"
    text += standing_text(c, node)
    if node.provisional:
        text += f". That is provisional: {c.coverage(node)} is answered"
    return f"{text}."


def _why_no_score(result: Result) -> str:
    if result.parameters.aggregate == "none":
        return ": this framework shows each dimension for itself"
    without = [node.title for node in result.dimensions if node.score is None and node.weight]
    return f", for want of answers in: {', '.join(without)}" if without else ""


def _basis(c: Context) -> str:
    """Say what the numbers are made from."""
    result, count = c.result, c.result.respondents.count
    parts = [f"{result.framework.title} {result.framework.version}"]
    if result.profile is not None:
        parts.append(result.profile.title)
    parts += [c.words.day(result.date), result.status]
    if result.scope == "quick":
        parts.append("short version, not to be compared with a full one")
    parts.append(f"{count} respondent{'' if count == 1 else 's'}")
    if result.overall.coverage is not None:
        parts.append(f"{c.coverage(result.overall)} answered")
    return f"{'; '.join(parts)}."


def _dimensions(c: Context) -> Columns:
    rows = [_row(c, node) for node in c.result.dimensions]
    flags = [_flags(node) for node in c.result.dimensions]
    if not any(flags):
        return Columns(_HEADERS, tuple(rows), _NUMBERS)
    flagged = tuple((*row, flag) for row, flag in zip(rows, flags, strict=True))
    return Columns((*_HEADERS, "Flag"), flagged, _NUMBERS)


def _row(c: Context, node: Node) -> tuple[str, ...]:
    return (
        node.title,
        "none" if node.score is None else c.score(node),
        c.range(node),
        node.level_name or "",
        "" if node.target is None else c.target(node),
        "" if node.gap is None else c.gap(node),
        c.coverage(node),
    )


def _flags(node: Node) -> str:
    flags = ["capped"] if node.uncapped is not None else []
    return ", ".join([*flags, "provisional"] if node.provisional else flags)
