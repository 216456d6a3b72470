"""Stage 6: ceilings in words: what holds a score down and what releases it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Item, Notice

if TYPE_CHECKING:
    from maturity.model.result import Unknown
    from maturity.model.scored import CapInfo, Node, PendingCap
    from maturity.render.report.context import Context


def ceiling_item(c: Context, node: Node, cap: CapInfo) -> Item:
    """Say what a ceiling does, why, and what releases it."""
    cap_shown = c.plain(cap.cap)
    if cap.binding:
        lead = c.say(
            "{title} is held at {cap}; without ceilings it would be {uncapped}.",
            title=node.title,
            cap=cap_shown,
            uncapped=c.value(node.uncapped),
        )
    else:
        lead = c.say("{title} would next be held at {cap}.", title=node.title, cap=cap_shown)
    return Item(lead, cap.because, lines=(f"{_cause(c, cap)} {_release(c, cap)}".strip(),))


def _cause(c: Context, cap: CapInfo) -> str:
    ask = c.ask(cap.question)
    question = c.questions.get(cap.question)
    if question is not None and question.state == "unknown":
        return c.say(
            "“{ask}” is critical and was answered “don’t know”: until somebody knows, it counts as "
            "the lowest answer.",
            ask=ask,
        )
    if question is not None and question.state == "unanswered":
        return c.say(
            "“{ask}” is critical and has no answer: until it has one, it counts as the lowest.",
            ask=ask,
        )
    if cap.released_at is None:
        return c.say("Set by “{ask}”, now at {value}.", ask=ask, value=c.value(cap.value))
    return c.say(
        "Set by “{ask}”, now at {value}. It lifts at {level}.",
        ask=ask,
        value=c.value(cap.value),
        level=c.plain(cap.released_at),
    )


def _release(c: Context, cap: CapInfo) -> str:
    """Name the planned actions that lift the ceiling."""
    titles = [part.title for part in c.result.plan if cap.question in part.caps_released]
    if not titles:
        return ""
    return c.say("Planned: {titles}.", titles=c.words.listed(titles))


def critical_text(c: Context, unknown: Unknown) -> str:
    """Say what a missing answer to a critical question counts as; nothing for any other."""
    question = c.questions.get(unknown.question)
    if not unknown.critical or question is None:
        return ""
    if question.stands_at is None:
        return c.say("It is critical: it counts as the lowest answer once the status is final.")
    level = c.plain(question.stands_at)
    return c.say("It is critical: until it is known it counts as {level}, the lowest.", level=level)


def pending_item(c: Context, node: Node, pending: PendingCap) -> Item:
    """Say what an unanswered critical question could do."""
    lead = c.say(
        "{title} could be held at {cap}: “{ask}” has no answer.",
        title=node.title,
        cap=c.plain(pending.cap),
        ask=c.ask(pending.question),
    )
    return Item(lead, pending.because, c.link("question", pending.question))


def limits(c: Context, node: Node) -> list[Notice]:
    """List the ceilings on one dimension, those that bite and those that may come."""
    notices = [
        Notice(
            c.say("Ceilings on {title}", title=node.title),
            tuple(ceiling_item(c, node, cap) for cap in node.caps),
        ),
        Notice(
            c.say("Ceilings that may still come"),
            tuple(pending_item(c, node, pending) for pending in node.pending),
            "open",
        ),
    ]
    return [notice for notice in notices if notice.items]
