"""Stage 6: how a group's score was made, block by block."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.render.explanation.numbers import (
    exact_text,
    score_on_scale,
    share_text,
    short_text,
)
from maturity.render.explanation.still_open import deciding_blocks, missing_blocks
from maturity.render.screen.blocks import Columns, Heading, Paragraph, Points
from maturity.render.words.numbers import gap_text, half_up, percent_text, plain, target_text
from maturity.render.words.sentences import stopped

if TYPE_CHECKING:
    from maturity.model.explained import Explanation
    from maturity.model.explained_group import CapStep, Rounding, Rung, Term
    from maturity.render.screen.blocks import Block


def group_blocks(e: Explanation) -> list[Block]:
    """Write a group's derivation: parts, sum, ceilings, rounding, target, range, coverage."""
    return [
        Paragraph(e.statement),
        *_terms(e),
        *_rungs(e),
        *_left_out(e),
        *_ceilings(e),
        *_shown(e),
        *_coverage(e),
        *_range(e),
        *missing_blocks(e),
        *deciding_blocks(e),
    ]


def _terms(e: Explanation) -> list[Block]:
    if not e.terms:
        return []
    name = "What goes in" if e.arithmetic else "What has a score"
    blocks: list[Block] = [Heading(name), _term_table(e.terms)]
    if e.arithmetic:
        name = "Result" if e.rungs else "Sum"
        blocks.append(Paragraph(f"{name}: {e.arithmetic}"))
    return blocks


def _term_table(terms: tuple[Term, ...]) -> Columns:
    """Lay out the parts; shares and what they add only where there is a mean."""
    rows = [[term.id, plain(term.weight), short_text(term.exact)] for term in terms]
    headers = ["Part", "Weight", "Value"]
    if all(term.share is not None for term in terms):
        headers += ["Share", "Adds"]
        for row, term in zip(rows, terms, strict=True):
            total = Fraction(term.contribution or 0)
            row += [share_text(Fraction(term.share or 0)), short_text(str(total))]
    right = frozenset(range(1, len(headers)))
    if any(term.note for term in terms):
        headers.append("Note")
        for row, term in zip(rows, terms, strict=True):
            row.append(term.note)
    return Columns(tuple(headers), tuple(tuple(row) for row in rows), right)


def _rungs(e: Explanation) -> list[Block]:
    return [Heading("Rungs"), Points(tuple(_rung(rung) for rung in e.rungs))] if e.rungs else []


def _rung(rung: Rung) -> str:
    parts = ", ".join(
        f"{part.id} {exact_text(part.exact)}{'' if part.passes else ' (too low)'}"
        for part in rung.parts
    )
    state = "holds" if rung.holds else "does not hold"
    if rung.holds and not rung.reached:
        state = "holds, but one below does not"
    return f"Rung {plain(rung.rung)} {state}: {parts}."


def _left_out(e: Explanation) -> list[Block]:
    by_reason: dict[str, list[str]] = {}
    for part in e.left_out:
        by_reason.setdefault(part.reason, []).append(part.id)
    entries = tuple(stopped(f"{', '.join(ids)}: {reason}") for reason, ids in by_reason.items())
    name = "Left out" if e.arithmetic else "What has none, or is left out"
    return [Heading(name), Points(entries)] if entries else []


def _ceilings(e: Explanation) -> list[Block]:
    blocks: list[Block] = []
    if e.caps:
        blocks += [Heading("Ceilings"), Points(tuple(_cap(cap) for cap in e.caps))]
    if e.pending:
        pending = tuple(
            f"{cap.question} has no answer; at its lowest it would hold the score at "
            f"{plain(cap.cap)}. {stopped(cap.because)}"
            for cap in e.pending
        )
        blocks += [Heading("Ceilings that may still come"), Points(pending)]
    return blocks


def _cap(cap: CapStep) -> str:
    before, after = exact_text(cap.before), exact_text(cap.after)
    does = f"the score may be no more than {plain(cap.cap)}"
    does += f": {before} becomes {after}" if before != after else ", which it is not above now"
    text = f"{cap.question} is at {plain(cap.value)}, so {does}. {stopped(cap.because)}"
    if cap.released_at is None:
        return text
    return f"{text} At {plain(cap.released_at)} this ceiling lifts."


def _shown(e: Explanation) -> list[Block]:
    if e.rounding is None:
        return []
    lines = [rounding_text(e.rounding)]
    lines += [] if e.level is None else [level_text(e)]
    lines += target_lines(e)
    if e.standard_score is not None:
        lines.append(f"Without the local weights it is {plain(e.standard_score)}.")
    lines += [stopped(f"Provisional: {reason}") for reason in e.provisional]
    return [Heading("What is shown"), Points(tuple(lines))]


def rounding_text(rounding: Rounding) -> str:
    """Say how the exact score became the shown one."""
    exact = Fraction(rounding.exact)
    shown = Fraction(rounding.shown or 0)
    if exact == shown:
        return f"{rounding.shown}: nothing is rounded."
    if half_up(exact) != shown:
        return (
            f"{rounding.shown}: {rounding.decimals} would round to {float(half_up(exact)):.1f}, "
            "which it does not reach, so it is shown one step lower."
        )
    return f"{rounding.shown}: {rounding.decimals} rounded to one decimal, halves up."


def level_text(e: Explanation) -> str:
    """Say which level is reached, and which is not."""
    above = [level for level in e.levels if e.level is not None and level > e.level]
    level = f"Level {plain(e.level)} {e.level_name or ''}".rstrip()
    if not above:
        return f"{level}: the highest there is."
    return f"{level}: the exact score reaches {plain(e.level)} and not {plain(above[0])}."


def target_lines(e: Explanation) -> list[str]:
    """Say what the target is, where it comes from, and how far off it is."""
    if e.aim is None or e.aim.gap is None:
        return []
    lines = [f"Target {target_text(e.aim.target)}."]
    if e.aim.arithmetic:
        lines = [f"Target, made of the parts' targets in the same way: {e.aim.arithmetic}."]
    if e.aim.because:
        lines[0] += f" {stopped(e.aim.because)}"
    shown = "" if e.aim.gap == "0" else f", shown as {gap_text(float(Fraction(e.aim.gap)))}"
    return [*lines, f"Gap: {e.aim.gap_arithmetic}{shown}."]


def _coverage(e: Explanation) -> list[Block]:
    if e.coverage is None:
        return []
    text = f"Weight answered: {e.coverage.arithmetic}; shown as {percent_text(e.coverage.value)}."
    if e.coverage.needed:
        text += f" Under {percent_text(e.coverage.needed)} a score is provisional."
    return [Paragraph(text)]


def _range(e: Explanation) -> list[Block]:
    if e.range is None:
        return []
    ends = (("Lowest", e.range.low), ("Highest", e.range.high))
    lines = []
    for name, end in ends:
        steps = "".join(f"; {step}" for step in end.steps)
        lines.append(f"{name}, {score_on_scale(e, end.exact)}: {end.arithmetic}{steps}.")
    return [
        Heading("Range: every missing answer at its lowest, at its highest"),
        Points(tuple(lines)),
    ]
