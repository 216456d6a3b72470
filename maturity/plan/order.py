"""Stage 5: the sequence of a plan, round by round until no gap can be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.plan.candidates import Candidates
from maturity.plan.needs import in_order

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from maturity.plan.progress import Progress, Step


def sequence(progress: Progress, levels: Sequence[Fraction]) -> list[Step]:
    """Place the best candidate of each round, needs first, until none closes a gap."""
    steps: list[Step] = []
    candidates = Candidates(progress, levels)
    best = candidates.best()
    while best is not None:
        placed = [progress.place(name) for name in in_order(best.members, progress.outset.needs)]
        steps += placed
        candidates.outdate(best.members, [question for step in placed for question in step.changes])
        best = candidates.best()
    return steps
