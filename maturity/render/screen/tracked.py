"""Stage 6: the tracked actions on a terminal: what is late, due, or done and not to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import as_number, show
from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points
from maturity.render.words.numbers import score_text
from maturity.render.words.words import Words

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from maturity.model.follow_up import Followed, FollowUp, Unseen

_WORDS = Words()
_NOTHING = "No action is tracked yet. Those that would help are in the plan of a report."


def follow_up_blocks(found: FollowUp, today: datetime.date) -> list[Block]:
    """Say what became of the tracked actions as of a day."""
    blocks: list[Block] = []
    if found.late:
        blocks += [Heading(f"Late on {_WORDS.day(today.isoformat())}"), _table(found.late)]
    if found.due:
        blocks += [Heading("Due"), _table(found.due)]
    if found.undated:
        blocks += [Heading("Without a date"), _table(found.undated)]
    if found.unseen:
        blocks += [
            Heading("Done, but not to be seen in the answers"),
            Points(tuple(f"{one.action.id}: {unseen_text(one.unseen)}" for one in found.unseen)),
            Paragraph("The answers set the levels: answer these again, or open the action again."),
        ]
    counts = [f"{len(found.done)} done" if found.done else ""]
    counts += [f"{len(found.rejected)} rejected" if found.rejected else ""]
    rest = _WORDS.listed([count for count in counts if count])
    if rest:
        blocks.append(Paragraph(f"{'And ' if blocks else ''}{rest}."))
    return blocks or [Paragraph(_NOTHING)]


def unseen_text(unseen: Sequence[Unseen]) -> str:
    """Say which questions are below the level that an action states."""
    return "; ".join(map(_unseen, unseen))


def _unseen(unseen: Unseen) -> str:
    if unseen.level is None:
        return f"{unseen.question} has no answer, and {show(unseen.stated)} is stated"
    level = score_text(as_number(unseen.level), [as_number(unseen.stated)])
    return f"{unseen.question} is at {level}, and {show(unseen.stated)} is stated"


def _table(followed: Sequence[Followed]) -> Columns:
    rows = [
        (
            one.action.id,
            _WORDS.day(one.tracked.due.isoformat()) if one.tracked.due else "",
            _WORDS.count(one.days_late, "1 day late", "{n} days late") if one.days_late else "",
            one.tracked.owner,
            one.tracked.status,
        )
        for one in followed
    ]
    headers = ("Action", "Due", "Late", "Owner", "Status")
    used = [n for n in range(len(headers)) if any(row[n] for row in rows)]
    return Columns(
        tuple(headers[n] for n in used), tuple(tuple(row[n] for n in used) for row in rows)
    )
