"""Stage 6: where a score stands between the ends of the framework's scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maturity.model.part import Number
    from maturity.render.report.context import Context


@dataclass(frozen=True, slots=True)
class DimensionMarks:
    """One dimension: where its marks lie on the scale and how its numbers read."""

    title: str
    score: Number | None
    low: Number | None
    high: Number | None
    target: Number | None
    uncapped: Number | None
    """The score before ceilings; None where none bit."""
    shown_score: str
    shown_range: str
    shown_target: str
    shown_uncapped: str


def marked_levels(c: Context) -> list[tuple[Number, str]]:
    """List the levels of the scale with their names, and its top where no level stands there."""
    scale = c.result.parameters.scale
    marks = [(level.level, level.name) for level in scale.levels]
    return marks if scale.top in c.levels else [*marks, (scale.top, "")]


def share_of_scale(c: Context, value: Number) -> float:
    """Give how far up the scale a score is: halfway is 0.5, what lies outside 0 or 1."""
    bottom, top = c.result.parameters.scale.bottom, c.result.parameters.scale.top
    share = (value - bottom) / (top - bottom) if top != bottom else 0
    return min(1, max(0, share))
