"""Stage 6: what could still change a score: missing answers, and answers that decide its level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.explanation.numbers import exact_text, score_on_scale
from maturity.render.screen.blocks import Heading, Points
from maturity.render.words.numbers import amount_text, plain

if TYPE_CHECKING:
    from maturity.model.explained import Explanation
    from maturity.model.explained_group import Deciding, MissingAnswer
    from maturity.render.screen.blocks import Block

MOST_SHOWN = 5
"""How many of each are named."""


def missing_blocks(e: Explanation) -> list[Block]:
    """Name the missing answers that move the range furthest."""
    if not e.missing:
        return []
    entries = [_missing(e, answer) for answer in e.missing[:MOST_SHOWN]]
    entries += _more(len(e.missing))
    return [Heading("Worth finding out first"), Points(tuple(entries))]


def _missing(e: Explanation, answer: MissingAnswer) -> str:
    state = ["don't know" if answer.state == "unknown" else "not answered"]
    state += ["critical"] if answer.critical else []
    state += [f"ask {', '.join(answer.answered_by)}"] if answer.answered_by else []
    text = f"{answer.question} ({'; '.join(state)}): "
    if answer.spread:
        whose = "the range" if e.range else "a dimension's range"
        text += f"moves an end of {whose} by up to {amount_text(answer.spread)}"
    else:
        text += "moves no end of the range on its own"
    if answer.score_if_lowest is None or answer.score_if_highest is None:
        return f"{text}."
    low, high = (
        score_on_scale(e, score) for score in (answer.score_if_lowest, answer.score_if_highest)
    )
    if low == high:
        return f"{text}; alone it leaves the score at {low}."
    ends = f"{low} at level {plain(answer.lowest)}, {high} at level {plain(answer.highest)}"
    return f"{text}; alone it makes the score {ends}."


def deciding_blocks(e: Explanation) -> list[Block]:
    """Name the single answers that decide the level, smallest change first."""
    if e.kind == "question" or e.level is None or e.cut:
        return []
    ups = [change for change in e.deciding if change.direction == "up"]
    downs = [change for change in e.deciding if change.direction == "down"]
    entries = [*_changes(e, ups), *_changes(e, downs)]
    if not ups and e.level < e.levels[-1]:
        entries.insert(0, "No change of a single answer that was given would lift it a level.")
    if not downs and e.level > e.levels[0]:
        entries.append("No change of a single answer that was given would drop it a level.")
    return [Heading("Answers that decide the level"), Points(tuple(entries))] if entries else []


def _changes(e: Explanation, changes: list[Deciding]) -> list[str]:
    return [*(_change(e, change) for change in changes[:MOST_SHOWN]), *_more(len(changes))]


def _change(e: Explanation, change: Deciding) -> str:
    to = f"{exact_text(change.from_)} to {exact_text(change.to)}"
    enough = " (less may be enough)" if change.open_ended else ""
    then = "below the first level"
    if change.level is not None:
        then = f"level {plain(change.level)} {change.level_name or ''}".rstrip()
    verb = "Up" if change.direction == "up" else "Down"
    score = score_on_scale(e, change.score)
    return f"{verb}: {change.question} from {to}{enough} makes it {score}, {then}."


def _more(number: int) -> list[str]:
    return [f"And {number - MOST_SHOWN} more."] if number > MOST_SHOWN else []
