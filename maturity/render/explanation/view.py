"""Stage 6: an Explanation in plain words and shown numbers, ready to be laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.explanation.action import action_blocks
from maturity.render.explanation.group import group_blocks
from maturity.render.explanation.question import question_blocks
from maturity.render.screen.audience import audience_blocks
from maturity.render.screen.blocks import Heading, Paragraph, Points
from maturity.render.words.numbers import plain, score_text
from maturity.render.words.words import Words

if TYPE_CHECKING:
    from maturity.model.explained import Explanation
    from maturity.render.screen.blocks import Block

KINDS = {"lens": "theme across dimensions", "overall": "overall score"}
"""What a reader calls it, where that is not its kind."""


def with_shown(explanation: Explanation) -> Explanation:
    """Fill in how the score is shown: the one place where it is rounded."""
    rounding = explanation.rounding
    if rounding is None:
        return explanation
    shown = score_text(rounding.exact, rounding.not_reached)
    filled = rounding.model_copy(update={"shown": shown})
    return explanation.model_copy(update={"rounding": filled})


def explanation_blocks(explanation: Explanation) -> list[Block]:
    """Put an explanation into words, the number first and its derivation after it."""
    e = with_shown(explanation)
    blocks: list[Block] = [Heading(heading(e)), Paragraph(_about(e))]
    if e.notes:
        blocks.append(Points(e.notes))
    if e.action is not None:
        blocks += action_blocks(e, e.action)
    elif e.question is not None:
        blocks += question_blocks(e, e.question)
    else:
        blocks += group_blocks(e)
    return [*blocks, *audience_blocks(e.audience, e.withheld)]


def heading(e: Explanation) -> str:
    """Name what is explained, with its number: Security: 2.0 of 4, level 2 Developing."""
    if e.action is not None:
        place = f"number {e.action.place} of {e.action.of} in the plan"
        return f"{e.title}: {place if e.action.planned else 'not in the plan'}"
    name = {"overall": "Overall score", "question": e.id}.get(e.kind, e.title)
    if e.rounding is None:
        return f"{name}: {'its score is left out' if e.cut else 'no score'}"
    level = "below the first level"
    if e.level is not None:
        level = f"level {plain(e.level)} {e.level_name or ''}".rstrip()
    return f"{name}: {e.rounding.shown} of {plain(e.top)}, {level}"


def _about(e: Explanation) -> str:
    """Say what it is and whose: Dimension security; Example Council; public-sector 1.0.0."""
    kind = KINDS.get(e.kind, e.kind)
    name = kind if e.kind in ("overall", "question") else f"{kind} {e.id}"
    day = Words().day(e.date) if e.date else ""
    parts = [f"{name[:1].upper()}{name[1:]}", e.organisation, e.framework, day]
    return "; ".join(part for part in parts if part) + "."


def render_explanation_json(explanation: Explanation) -> str:
    """Write all that the explanation holds."""
    return with_shown(explanation).model_dump_json(by_alias=True, indent=2) + "\n"
