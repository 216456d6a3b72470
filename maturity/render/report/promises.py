"""Stage 6: what became of the actions of an earlier plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Block, Column, Paragraph
from maturity.render.report.movement import plain_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.compared import PromisedAction
    from maturity.render.words.words import Words


def promised_actions(w: Words, actions: Sequence[PromisedAction]) -> tuple[Block, ...]:
    """List what was planned: first what is done or can be seen, then what is open."""
    if not actions:
        return ()
    done = [one for one in actions if one.status != "open"]
    still_open = [one for one in actions if one.status == "open"]
    said = w.say(
        "{done} of {all} planned actions are done or can be seen.",
        done=len(done),
        all=len(actions),
    )
    action, rise = Column(w.say("Action"), wide=True), Column(w.say("Rise planned"), numeric=True)
    blocks: list[Block] = [Paragraph(said)]
    if done:
        columns = (action, Column(w.say("Now")), rise)
        rows = [(one.title, _now(w, one), w.signed(one.promised)) for one in done]
        blocks.append(plain_table("promised", w.say("Done, or seen in the answers"), columns, rows))
    if still_open:
        left = [(one.title, w.signed(one.promised)) for one in still_open]
        blocks.append(plain_table("still-open", w.say("Still open"), (action, rise), left))
    return tuple(blocks)


def _now(w: Words, action: PromisedAction) -> str:
    if action.status == "done" and not action.visible:
        return w.say("tracked as done, but the answers do not show it")
    if action.status == "done":
        return w.say("done")
    return w.say("not tracked as done, but the answers show it")
