"""Stage 6: a Comparison on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.comparison import after_text, before_text, movement_cells
from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points
from maturity.render.words.numbers import signed_text
from maturity.render.words.words import Words

if TYPE_CHECKING:
    from maturity.model.compared import Comparison

_HEADERS = ("Dimension", "Before", "After", "Like for like", "Target")
MOST = 8


def compare_screen(comparison: Comparison) -> list[Block]:
    """Say what moved, in an order that can be read aloud."""
    blocks: list[Block] = [Paragraph(_overall(comparison))]
    if comparison.because is not None:
        because = comparison.because
        blocks.append(
            Paragraph(
                f"Of that, {signed_text(because.organisation)} is the organisation's answers and "
                f"{signed_text(because.rules)} the rules: questions, weights, ceilings."
            )
        )
    rows = tuple(movement_cells(one, comparison.levels) for one in comparison.dimensions)
    blocks.append(Columns(_HEADERS, rows, frozenset({1, 2, 3, 4})))
    for title, entries in (
        ("Scores lower, like for like", _falls(comparison)),
        ("Rose most", _rises(comparison)),
        ("What was planned then", _planned(comparison)),
        ("What else differs", comparison.changed),
    ):
        if entries:
            blocks += [Heading(title), Points(tuple(entries))]
    return blocks


def _overall(comparison: Comparison) -> str:
    before, after, words = comparison.before, comparison.after, Words()
    dates = f"from {words.day(before.date)} to {words.day(after.date)}"
    overall = comparison.overall
    if overall.before is None or overall.after is None:
        return f"{after.organisation}, {dates}: there is no overall score to compare."
    levels = comparison.levels
    scores = f"{before_text(overall, levels)} to {after_text(overall, levels)}"
    return (
        f"{after.organisation} went from {scores}, {dates}; like for like the change is "
        f"{signed_text(overall.change)}."
    )


def _falls(comparison: Comparison) -> list[str]:
    fallen = [one for one in comparison.questions if one.change is not None and one.change < 0]
    ordered = sorted(fallen, key=lambda one: (one.change or 0, one.id))[:MOST]
    return [f"{one.id} {signed_text(one.change)}: {one.ask}" for one in ordered]


def _rises(comparison: Comparison) -> list[str]:
    risen = [one for one in comparison.questions if one.change is not None and one.change > 0]
    ordered = sorted(risen, key=lambda one: (-(one.change or 0), one.id))[:MOST]
    return [f"{one.id} {signed_text(one.change)}: {one.ask}" for one in ordered]


def _planned(comparison: Comparison) -> list[str]:
    actions = comparison.actions
    if not actions:
        return []
    done = [one for one in actions if one.status == "done"]
    unseen = [one for one in done if not one.visible]
    visible = [one for one in actions if one.status == "visible"]
    found = [f"{len(done)} of {len(actions)} actions are tracked as done."]
    if visible:
        found.append(f"{len(visible)} more can be seen in the answers.")
    found += [f"{one.id} is tracked as done, but the answers do not show it." for one in unseen]
    return found
