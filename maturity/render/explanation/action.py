"""Stage 6: what an action brings, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.explanation.numbers import exact_text, score_on_scale, short_text
from maturity.render.screen.blocks import Columns, Heading, Paragraph, Points
from maturity.render.words.numbers import days_text, month_numbers, plain, signed_text
from maturity.render.words.sentences import stopped

if TYPE_CHECKING:
    from maturity.model.explained import Explanation
    from maturity.model.explained_action import ActionDetail, ActionLink, Raise
    from maturity.render.screen.blocks import Block


def action_blocks(e: Explanation, a: ActionDetail) -> list[Block]:
    """Write what an action raises and brings, and why it stands where it does, or does not."""
    blocks: list[Block] = []
    if a.planned:
        blocks.append(Paragraph(e.statement))
    else:
        blocks.append(Paragraph(f"{e.statement} {stopped(f'Why not: {_lower(a.reason)}')}"))
    return [*blocks, *_facts(a), *_raises(a), *_moves(e, a), *_gap(e, a), *_links(a)]


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _facts(a: ActionDetail) -> list[Block]:
    effort = days_text(a.effort_days.low, a.effort_days.high)
    parts = [f"Effort: {effort}"]
    if a.effort_days.low != a.effort_days.high:
        parts[0] += f", planned as {plain(a.effort_days.planned)}"
    if a.start_month is not None and a.finish_month is not None:
        first, last = month_numbers(a.start_month, a.finish_month)
        months = f"month {first}" if first == last else f"months {first} to {last}"
        parts.append(f"{months} ({a.horizon})")
    if a.status:
        parts.append(f"tracked as {a.status}")
    return [Paragraph("; ".join(parts) + ".")]


def _raises(a: ActionDetail) -> list[Block]:
    return [Heading("What it raises"), Points(tuple(_raise(a, one) for one in a.raises))]


def _raise(a: ActionDetail, one: Raise) -> str:
    to = exact_text(one.to)
    says = stopped(f" Level {to} says: {one.text}") if one.text else ""
    if one.changes:
        start = exact_text(one.before) if one.today or one.before else "no answer"
        text = f"{one.question}: {start} to {to}"
        if one.today is not None and one.before != one.today:
            text += f" (today {exact_text(one.today)}; an earlier action raises it)"
        return f"{text}.{says}"
    if one.today is None:
        return f"{one.question}: to {to}, but it has no level today."
    at_turn = one.before if a.planned and one.before is not None else one.today
    if a.planned:
        return f"{one.question}: to {to}, but it is at {exact_text(at_turn)} by then."
    return f"{one.question}: to {to}; today it is at {exact_text(one.today)}.{says}"


def _moves(e: Explanation, a: ActionDetail) -> list[Block]:
    if not a.moves:
        return []
    rows = tuple(
        (
            move.id,
            score_on_scale(e, move.before),
            score_on_scale(e, move.after),
            exact_text(move.before),
            exact_text(move.after),
            short_text(move.rise),
        )
        for move in a.moves
    )
    headers = ("Score", "Before", "After", "Exact before", "Exact after", "Rise")
    blocks: list[Block] = [
        Heading("What that brings, in the plan's order"),
        Columns(headers, rows, frozenset(range(1, len(headers)))),
    ]
    return [*blocks, *_alone(a)]


def _alone(a: ActionDetail) -> list[Block]:
    if a.uplift_alone is None or a.uplift is None or a.uplift_alone == a.uplift:
        return []
    text = f"Done alone, today, it would bring {signed_text(a.uplift_alone)}"
    if a.uplift_alone < a.uplift:
        text += (
            f" and not {signed_text(a.uplift)}: a ceiling, a ladder or the weakest part holds the "
            "score until other actions are done"
        )
    return [Paragraph(f"{text}.")]


def _gap(e: Explanation, a: ActionDetail) -> list[Block]:
    if not a.planned:
        return []
    if not e.terms:
        text = "By itself it closes no gap here: it is there for what comes with it or after it."
        return [] if e.exact is None else [Paragraph(text)]
    rows = tuple(
        (term.id, short_text(term.weight_exact), short_text(term.exact), term.note)
        for term in e.terms
    )
    headers = ("Gap of", "Weight", "Falls by", "Note")
    shown = len(headers) if any(term.note for term in e.terms) else len(headers) - 1
    return [
        Heading("Gap closed"),
        Columns(headers[:shown], tuple(row[:shown] for row in rows), frozenset((1, 2))),
        Paragraph(f"Sum: {e.arithmetic}"),
        Paragraph(f"For each day of work: {a.gap_per_day_arithmetic}"),
    ]


def _links(a: ActionDetail) -> list[Block]:
    blocks: list[Block] = []
    if a.caps_released:
        blocks.append(Paragraph(f"Ceilings lifted: {', '.join(a.caps_released)}."))
    if a.needs:
        blocks.append(Paragraph(f"Needs first: {_listed(a.needs)}."))
    if a.needed_by:
        blocks.append(Paragraph(f"Needed by: {_listed(a.needed_by)}."))
    return blocks


def _listed(links: tuple[ActionLink, ...]) -> str:
    return ", ".join(
        one.id if one.place is None else f"{one.id} (number {one.place})" for one in links
    )
