"""Stage 6: a Comparison on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.comparison_summary import (
    are_two_organisations,
    is_like_for_like,
    is_reversed,
)
from maturity.render.report.followed import followed_text
from maturity.render.report.movement import after_text, before_text, movement_cells
from maturity.render.report.promises import is_rejected
from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points
from maturity.render.words.numbers import signed_text
from maturity.render.words.words import Words

if TYPE_CHECKING:
    from maturity.model.compared import Comparison

_HEADERS = ("Dimension", "Before", "After", "Target")
_LIKE_HEADERS = ("Dimension", "Before", "After", "Like for like", "Target")
_NOT_ALIKE = (
    "Questions and actions may be withheld from a version for the public, so the two are not "
    "scored like for like."
)
MOST = 8


def compare_screen(comparison: Comparison) -> list[Block]:
    """Say what moved, in an order that can be read aloud."""
    blocks: list[Block] = [Paragraph(text) for text in _in_sentences(comparison)]
    levels, words, like = comparison.levels, Words(), is_like_for_like(comparison)
    if not like:
        blocks.append(Paragraph(_NOT_ALIKE))
    two = are_two_organisations(comparison)
    rows = tuple(movement_cells(one, levels, words, like=like) for one in comparison.dimensions)
    headers = _LIKE_HEADERS if like else _HEADERS
    blocks.append(Columns(headers, rows, frozenset(range(1, len(headers)))))
    for title, entries in (
        ("Scores lower, like for like" if like else "Scores lower", _falls(comparison)),
        ("Scores higher" if two else "Rose most", _rises(comparison)),
        ("What was planned then", [] if two else _planned(comparison)),
        ("What else differs", comparison.changed),
        ("Left out of these versions", _withheld(comparison)),
    ):
        if entries:
            blocks += [Heading(title), Points(tuple(entries))]
    return blocks


def _in_sentences(comparison: Comparison) -> list[str]:
    """Say how far the whole moved and why; of two organisations, how they differ."""
    if are_two_organisations(comparison):
        return _two_organisations(comparison)
    said = [_overall(comparison)]
    if is_reversed(comparison):
        said.insert(0, "The first result is the later one: give the earlier one first.")
    because = comparison.because
    if because is not None:
        said.append(
            f"As published it moved by {signed_text(because.whole)}: "
            f"{signed_text(because.organisation)} by the organisation's answers and "
            f"{signed_text(because.rules)} by the rules (questions, weights, ceilings, answers "
            "that only one has). Each number is rounded by itself."
        )
    return said


def _two_organisations(comparison: Comparison) -> list[str]:
    before, after, words = comparison.before, comparison.after, Words()
    overall, levels = comparison.overall, comparison.levels
    said = [
        f"These are two organisations: {before.organisation} and {after.organisation}. The numbers "
        "tell how the second differs from the first, not what moved over time."
    ]
    if overall.before is None or overall.after is None:
        return [*said, "There is no overall score of both to compare."]
    scores = (
        f"{before.organisation} scores {before_text(overall, levels, words)} on "
        f"{words.day(before.date)}, {after.organisation} {after_text(overall, levels, words)} on "
        f"{words.day(after.date)}"
    )
    if is_like_for_like(comparison):
        scores += f"; like for like the second differs by {signed_text(overall.change)}"
    return [*said, f"{scores}."]


def _overall(comparison: Comparison) -> str:
    before, after, words = comparison.before, comparison.after, Words()
    dates = f"from {words.day(before.date)} to {words.day(after.date)}"
    overall = comparison.overall
    if overall.before is None or overall.after is None:
        return f"{after.organisation}, {dates}: there is no overall score to compare."
    levels = comparison.levels
    scores = f"{before_text(overall, levels, words)} to {after_text(overall, levels, words)}"
    said = f"{after.organisation} went from {scores}, {dates}"
    if not is_like_for_like(comparison):
        return f"{said}."
    return f"{said}; like for like the change is {signed_text(overall.change)}."


def _withheld(comparison: Comparison) -> list[str]:
    """Say for whom the two are, and what either lacks."""
    sides = (("The earlier", comparison.before), ("The later", comparison.after))
    said = [f"{name} is the version for the {s.audience}." for name, s in sides if s.withheld]
    entries = dict.fromkeys((*comparison.before.withheld, *comparison.after.withheld))
    return said + [f"{entry.what}: {entry.why}" for entry in entries]


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
    found += [f"{one.id} is rejected." for one in actions if is_rejected(one)]
    started = [one for one in actions if one.status == "open" and one.followed == "started"]
    return found + [f"{one.id} is {followed_text(Words(), 'started', one.due)}." for one in started]
