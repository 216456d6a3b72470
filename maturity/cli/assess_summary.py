"""`maturity assess`: what the answers come to so far, for the end of a dimension and of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from maturity.ask.asked import Audience
    from maturity.ask.layout import Look
    from maturity.cli.assess_basis import Basis
    from maturity.model.answers import Answer
    from maturity.model.result import Result
    from maturity.model.scored import Node
    from maturity.render.report.context import Context
    from maturity.render.screen.blocks import Block

MOST_SHOWN = 3
"""How many gaps, and how many actions."""
_MOST_NAMED = 8
_ALONE = "This is one file alone: what other roles answer is missing in it."


class Summary:
    """Scores the answers whenever it is asked; what it needs is imported then, not before."""

    def __init__(self, basis: Basis, audience: Audience, look: Look) -> None:
        """Begin; only what this audience is asked is called missing."""
        self._basis = basis
        self._audience = audience
        self._look = look

    def dimension(self, dimension: str, answers: Mapping[str, Answer]) -> list[str]:
        """Say a dimension's score, range and gap, its caps, and what is unknown."""
        from maturity.render.report.context import Context
        from maturity.render.screen.reservations import find_limits

        result = self._result(answers)
        asked = set(self._basis.selection(self._audience).ids)
        node = next(node for node in result.dimensions if node.id == dimension)
        pending = tuple(one for one in node.pending if one.question in asked)
        node = node.model_copy(update={"pending": pending})
        overall = result.overall.model_copy(
            update={"caps": (), "pending": (), "provisional": False, "standard_score": None}
        )
        nobody = result.organisation.model_copy(update={"facts": ()})
        alone = {"dimensions": (node,), "overall": overall, "organisation": nobody}
        c = Context(result.model_copy(update=alone))
        return [f"{_score(c, node)}.", *find_limits(c), *_missing(result, dimension, asked)]

    def whole(self, answers: Mapping[str, Answer]) -> str:
        """Say everything's score, the biggest gaps and the first actions, on one screen."""
        from maturity.render.report.context import Context
        from maturity.render.screen.blocks import Heading, Paragraph, Points
        from maturity.render.screen.summary import summarise
        from maturity.render.screen.terminal import Look, draw

        c = Context(self._result(answers))
        sentence, basis, table, *_ = summarise(c.result)  # the rest was said on the way
        blocks: list[Block] = [sentence, basis, table]
        if self._audience.role is not None:
            blocks.append(Paragraph(_ALONE))
        for title, entries in (("Biggest gaps", _gaps(c)), ("First actions", _actions(c))):
            if entries:
                blocks += [Heading(title), Points(tuple(entries))]
        look = self._look
        return draw(blocks, Look(look.columns, look.is_styled, look.is_plain))

    def _result(self, answers: Mapping[str, Answer]) -> Result:
        from maturity.evaluate import evaluate

        return evaluate(self._basis.assessment(answers))


def _score(c: Context, node: Node) -> str:
    from maturity.render.screen.standing import standing_text

    if node.score is None:
        return f"{node.title} has no score yet"
    return f"{node.title} scores {c.score(node)}{standing_text(c, node)}"


def _missing(result: Result, dimension: str, asked: Collection[str]) -> list[str]:
    """Name the answers of a dimension that were asked and are not there."""
    lines = []
    for state, title in (("unknown", "Don't know"), ("unanswered", "Not answered")):
        names = [
            one.question
            for one in result.unknowns
            if one.state == state and one.question in asked
            if one.question.partition(".")[0] == dimension
        ]
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        if names:
            lines.append(f"{title}: {', '.join(names[:_MOST_NAMED])}{more}.")
    return lines


def _gaps(c: Context) -> list[str]:
    """Name the dimensions furthest from their targets."""
    with_gap = [node for node in c.result.dimensions if node.gap]
    largest = sorted(with_gap, key=lambda node: -(node.gap or 0))[:MOST_SHOWN]
    return [
        f"{node.title}: {c.gap(node)} (score {c.score(node)}, target {c.target(node)})"
        for node in largest
    ]


def _actions(c: Context) -> list[str]:
    """Name the actions that the plan begins with."""
    from maturity.render.words.numbers import days_text, signed_text

    if not c.result.plan:
        return [c.result.plan_note] if c.result.plan_note else []
    first = c.result.plan[:MOST_SHOWN]
    return [
        f"{action.title}: {days_text(action.effort_days.low, action.effort_days.high)}, "
        f"{signed_text(action.uplift)} for the score"
        for action in first
    ]
