"""Stage 6: what became of the actions of an earlier plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Block, Column, Paragraph
from maturity.render.report.followed import followed_text
from maturity.render.report.movement import plain_table
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.compared import PromisedAction
    from maturity.render.words.words import Words


def promised_actions(w: Words, actions: Sequence[PromisedAction]) -> tuple[Block, ...]:
    """List what was planned: first what is done or can be seen, then rejected, then open."""
    if not actions:
        return ()
    done = [one for one in actions if one.status != "open"]
    rejected = [one for one in actions if is_rejected(one)]
    still_open = [one for one in actions if one.status == "open" and not is_rejected(one)]
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
    if rejected:
        gone = [(one.title, w.signed(one.promised)) for one in rejected]
        blocks.append(plain_table("rejected", w.say("Rejected"), (action, rise), gone))
    if still_open:
        columns = (action, Column(w.say("Followed up")), rise)
        left = [(one.title, _followed(w, one), w.signed(one.promised)) for one in still_open]
        blocks.append(plain_table("still-open", w.say("Still open"), columns, left))
    return tuple(blocks)


def is_rejected(action: PromisedAction) -> bool:
    """Say whether an action was rejected since, and the answers do not show it either."""
    return action.status == "open" and action.followed == "rejected"


def _followed(w: Words, action: PromisedAction) -> str:
    return followed_text(w, action.followed, action.due) or NONE


def _now(w: Words, action: PromisedAction) -> str:
    if action.status == "done" and not action.visible:
        return w.say("tracked as done, but the answers do not show it")
    if action.status == "done":
        return w.say("done")
    if action.followed == "rejected":
        return w.say("rejected, but the answers show it")
    return w.say("not tracked as done, but the answers show it")
