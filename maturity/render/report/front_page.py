"""Stage 6: the page for a board: where we are, what it means, what to do first, what limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Figure, Figures, Item, Notice, Paragraph, Quote, Section
from maturity.render.report.first_actions import first_actions, whole_plan
from maturity.render.report.limits import ceiling_item, critical_text, pending_item
from maturity.render.report.meaning import meaning
from maturity.render.report.questions import reason_text
from maturity.render.words.clean import paragraphs
from maturity.render.words.foreign import together
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from maturity.model.result import Unknown
    from maturity.render.report.blocks import Block
    from maturity.render.report.context import Context

MOST_SHOWN = 3


def front_page(c: Context) -> Section:
    """Put on one page what a board needs."""
    blocks: list[Block] = [*_where_we_are(c), *_meaning(c), *_commentary(c)]
    blocks += [*first_actions(c), *whole_plan(c)]
    notices = (_ceilings(c), _pending(c), _left_out(c), _unknown(c))
    blocks += [notice for notice in notices if notice.items]
    return Section("summary", c.say("Summary"), tuple(blocks), kind="summary")


def _where_we_are(c: Context) -> list[Block]:
    if c.result.overall.score is None:
        return [Paragraph(_no_overall(c), "lead"), Figures(_counts(c), large=True)]
    return [Figures(_overall_figures(c), large=True)]


def _no_overall(c: Context) -> str:
    parameters = c.result.parameters
    if parameters.aggregate == "none":
        return c.say(
            "This framework gives no single score. The result is the set of dimensions, "
            "to be read side by side."
        )
    if parameters.missing == "block" and c.result.unknowns:
        return c.say(
            "There is no overall score yet: this framework gives none while an answer is missing."
        )
    return c.say("There is no overall score yet: no answer that counts has been given.")


def _overall_figures(c: Context) -> tuple[Figure, ...]:
    overall, parameters = c.result.overall, c.result.parameters
    scale = c.say(
        "on a scale from {low} to {high}",
        low=c.plain(parameters.scale.bottom),
        high=c.plain(parameters.scale.top),
    )
    figures = [
        Figure(c.say("Overall score"), c.score(overall), scale),
        Figure(c.say("Level reached"), overall.level_name or NONE, _provisional(c)),
        Figure(c.say("Range"), c.range(overall), _range_note(c)),
    ]
    if overall.target is not None:
        gap = c.say("levels to go") if overall.gap else c.say("target reached")
        figures.append(Figure(c.say("Target"), c.target(overall)))
        figures.append(Figure(c.say("Gap"), c.gap(overall), gap))
    return (*figures, _answered(c))


def _provisional(c: Context) -> str:
    return c.say("provisional") if c.result.overall.provisional else ""


def _range_note(c: Context) -> str:
    if c.is_cut and c.result.overall.low is None:
        return c.say("left out of this version")
    if c.is_open(c.result.overall):
        return c.say("depending on missing answers")
    if c.result.unknowns:
        return c.say("missing answers do not move it")
    if c.is_cut:
        return c.say("no answer is missing to what is shown")
    return c.say("no answer is missing")


def _answered(c: Context) -> Figure:
    return Figure(c.say("Answered"), c.percent(c.result.overall.coverage), c.say("by weight"))


def _counts(c: Context) -> tuple[Figure, ...]:
    """Count dimensions at target, and say how much is answered."""
    aimed = [node for node in c.result.dimensions if node.target is not None]
    reached = [node for node in aimed if node.score is not None and not node.gap]
    if not aimed:
        return (_answered(c),)
    at_target = c.say("{n} of {all}", n=len(reached), all=len(aimed))
    return Figure(c.say("Dimensions at target"), at_target), _answered(c)


def _meaning(c: Context) -> list[Block]:
    sentences = meaning(c)
    return [Paragraph(together(" ", sentences))] if sentences else []


def _commentary(c: Context) -> list[Block]:
    text = c.commentary("summary")
    return [Quote(c.say("From the authors of the assessment"), paragraphs(text))] if text else []


def _cut(c: Context, items: list[Item], more: int, href: str) -> tuple[Item, ...]:
    """Name the first and point at where the others are."""
    if more > 0:
        lead = c.count(more, "One more further on", "{n} more further on")
        items = [*items, Item(lead, href=href)]
    return tuple(items)


def _ceilings(c: Context) -> Notice:
    found = [(node, cap) for node in c.result.dimensions for cap in node.caps]
    binding = [ceiling_item(c, node, cap) for node, cap in found if cap.binding]
    items = _cut(c, binding, len(found) - len(binding), "#dimensions")
    return Notice(c.say("Ceilings that hold a score down"), items)


def _pending(c: Context) -> Notice:
    found = [
        pending_item(c, node, pending) for node in c.result.dimensions for pending in node.pending
    ]
    items = _cut(c, found[:MOST_SHOWN], len(found) - MOST_SHOWN, "#dimensions")
    return Notice(c.say("Ceilings that may still come"), items, "open")


def _left_out(c: Context) -> Notice:
    return Notice(
        c.say("Critical questions left out"),
        tuple(
            Item(
                c.ask(one.question),
                reason_text(c, one.state, one.reason),
                c.link("question", one.question),
            )
            for one in c.result.left_out
            if one.critical
        ),
    )


def _unknown(c: Context) -> Notice:
    unknowns = c.result.unknowns
    named = [_unknown_item(c, one) for one in unknowns[:MOST_SHOWN]]
    dont_know = sum(one.state == "unknown" for one in unknowns)
    unanswered = len(unknowns) - dont_know
    counts = []
    if dont_know:
        counts.append(c.count(dont_know, "one “don’t know”", "{n} “don’t know”"))
    if unanswered:
        counts.append(
            c.count(unanswered, "one question not answered", "{n} questions not answered")
        )
    title = c.say("What we do not know: {counts}", counts=c.words.listed(counts))
    return Notice(title, _cut(c, named, len(unknowns) - MOST_SHOWN, "#unknowns"), "open")


def _unknown_item(c: Context, one: Unknown) -> Item:
    """Name a missing answer, what it counts as meanwhile and what it could change."""
    said = [] if _is_explained(c, one.question) else [critical_text(c, one)]
    if one.spread and c.result.overall.score is not None:
        width = c.amount(one.spread)
        said.append(c.say("It could change the overall score by {width}.", width=width))
    text = together(" ", filter(None, said))
    return Item(c.ask(one.question), text, c.link("question", one.question))


def _is_explained(c: Context, question: str) -> bool:
    """Say whether a ceiling higher up on the page tells what a missing answer counts as."""
    nodes = c.result.dimensions
    caps = (cap.question for node in nodes for cap in node.caps if cap.binding)
    pending = (one.question for node in nodes for one in node.pending)
    return question in {*caps, *pending}
