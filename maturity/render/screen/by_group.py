"""Stage 6: units or roles side by side on a terminal: one column each, or one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.screen.blocks import Block, Columns, Paragraph, Points
from maturity.render.words.numbers import NONE, score_text
from maturity.render.words.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.grouped import ByGroup, Group, GroupScore
    from maturity.model.part import Number

MOST_COLUMNS = 5
"""More groups than that are rows."""
WIDTH = 80
_SPACE = 2
_LEAST = 6
"""No word of a heading is broken into pieces shorter than that."""
_MARK = "*"
_WORDS = Words()
_NAMES = {"unit": "Unit", "role": "Role"}


def by_group_blocks(found: ByGroup, levels: Sequence[Number]) -> list[Block]:
    """Set the groups side by side, and say what their scores are made from.

    Args:
        found: The groups.
        levels: The levels of the scale, so that no score is shown as one it does not reach.
    """
    blocks: list[Block] = [Paragraph(_head(found))]
    if found.groups:
        is_wide = len(found.groups) <= MOST_COLUMNS
        blocks.append(_columns(found, levels) if is_wide else _rows(found, levels))
    notes = _notes(found)
    if notes:
        blocks.append(Points(tuple(notes)))
    return blocks


def _head(found: ByGroup) -> str:
    if not found.groups:
        return f"{found.organisation}: there is no {found.by} to show."
    return (
        f"{found.organisation} by {found.by}: each is scored from its own people's answers alone."
    )


def _notes(found: ByGroup) -> list[str]:
    notes = []
    if any(one.provisional for group in found.groups for one in _all(group)):
        notes.append(f"{_MARK} provisional: too little is answered, or a ceiling is pending.")
    if found.agreed_left_out:
        notes.append(
            _WORDS.count(
                found.agreed_left_out,
                "The answers settled together (1 file) belong to no {by} and are left out.",
                "The answers settled together ({n} files) belong to no {by} and are left out.",
                by=found.by,
            )
        )
    return [*notes, *(f"Withheld: {one.what}; {one.why}." for one in found.withheld)]


def _all(group: Group) -> list[GroupScore]:
    return [*group.dimensions.values(), group.overall]


def _cell(one: GroupScore, levels: Sequence[Number]) -> str:
    if one.exact is None:
        return NONE
    return score_text(one.exact, levels) + (_MARK if one.provisional else "")


def _columns(found: ByGroup, levels: Sequence[Number]) -> Columns:
    """One column a group; a dimension a row."""
    rows = [
        (part.title, *(_cell(group.dimensions[part.id], levels) for group in found.groups))
        for part in found.dimensions
    ]
    rows.append(("Overall", *(_cell(group.overall, levels) for group in found.groups)))
    rows.append(("People", *(str(group.respondents) for group in found.groups)))
    first = max(len(word) for row in rows for word in row[0].split())
    titles = fitting([group.title for group in found.groups], WIDTH - first)
    numbers = frozenset(range(1, len(found.groups) + 1))
    return Columns(("Dimension", *titles), tuple(rows), numbers)


def _rows(found: ByGroup, levels: Sequence[Number]) -> Columns:
    """One row a group; a dimension a column."""
    rows = tuple(
        (
            group.title,
            *(_cell(group.dimensions[part.id], levels) for part in found.dimensions),
            _cell(group.overall, levels),
            str(group.respondents),
        )
        for group in found.groups
    )
    first = max(len(word) for group in found.groups for word in group.title.split())
    heads = fitting(
        [*(part.title for part in found.dimensions), "Overall", "People"], WIDTH - first
    )
    return Columns((_NAMES[found.by], *heads), rows, frozenset(range(1, len(heads) + 1)))


def fitting(titles: Sequence[str], room: int) -> list[str]:
    """Break the longest words of headings with a hyphen, as far as it takes to fit the room.

    Example: "Communications" beside nothing in a room of 12 is "Communica- tions".
    """
    longest = max((len(word) for title in titles for word in title.split()), default=0)
    for most in range(longest, _LEAST - 1, -1):
        broken = [" ".join(_broken(word, most) for word in title.split()) for title in titles]
        if sum(_least(title) + _SPACE for title in broken) <= room:
            return broken
    return list(titles)


def _broken(word: str, most: int) -> str:
    parts = []
    while len(word) > most:
        parts.append(f"{word[: most - 1]}-")
        word = word[most - 1 :]
    return " ".join([*parts, word])


def _least(title: str) -> int:
    return max((len(word) for word in title.split()), default=0)
