"""Stage 5: the sequence of a plan, round by round until no gap can be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.plan.candidates import Candidates
from maturity.plan.needs import in_order

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from maturity.plan.needs import Members
    from maturity.plan.progress import Progress, Step

MOST_WORK = 300_000
"""So often are questions and groups scored again: some seconds; 200 actions take a tenth."""


def sequence(progress: Progress, levels: Sequence[Fraction]) -> list[Step]:
    """Place the best candidate of each round, needs first, until none closes a gap.

    Of very many actions the last follow in the order in which they were found to be best, each if
    it closes a gap where it comes: to weigh all of them in every round would take for ever.
    """
    steps: list[Step] = []
    candidates = Candidates(progress, levels)
    best = candidates.best()
    while best is not None:
        if progress.position.work.done > MOST_WORK:
            progress.placed_in_rounds = len(steps)
            return steps + _one_by_one(progress, candidates.remaining())
        placed = _place(best.members, progress)
        steps += placed
        candidates.outdate(best.members, [question for step in placed for question in step.changes])
        best = candidates.best()
    return steps


def _place(members: Members, progress: Progress) -> list[Step]:
    return [progress.place(name) for name in in_order(members, progress.outset.needs)]


def _one_by_one(progress: Progress, names: Sequence[str]) -> list[Step]:
    steps: list[Step] = []
    for name in names:
        members = progress.waiting(name)
        if name in members and progress.closes(members) > 0:
            steps += _place(members, progress)
    return steps
