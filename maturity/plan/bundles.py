"""Stage 5: the few actions that lift a dimension or topic to its next step together.

On a ladder, or under a ceiling, no single action may move the score; a bundle does.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.plan.trial import Raisers, ScoredTrial, StraightTrial, straight_shares

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maturity.plan.needs import Members
    from maturity.plan.progress import Progress
    from maturity.plan.trial import Trial
    from maturity.score.aggregate import Value


class Bundle:
    """The actions that bear on one dimension or topic, to be thinned in each round."""

    def __init__(
        self, group: str, progress: Progress, reach: Value, levels: Sequence[Fraction]
    ) -> None:
        self.group = group
        self._progress = progress
        self._reach = reach
        self._levels = levels
        position = progress.position
        questions = {q for q, way in position.way_up.items() if group in way}
        questions |= {question for question, _ in position.engine.critical.get(group, ())}
        self._questions = frozenset(questions)
        """What is under the group, or caps it."""
        self._shares = straight_shares(group, position)
        largest_first = sorted(
            progress.outset.open, key=lambda name: (-progress.effort[name], name)
        )
        self._turn = {name: turn for turn, name in enumerate(largest_first)}

    def wanted(self) -> Fraction | None:
        """Give the score to reach: the lowest of next level, target and the best that is possible.

        None where that is no rise.
        """
        score = self._progress.position.scores[self.group]
        if not isinstance(score, Fraction) or not isinstance(self._reach, Fraction):
            return None
        target = self._progress.gap.targets.get(self.group, self._reach)
        next_level = min((level for level in self._levels if level > score), default=target)
        wanted = min(self._reach, target, next_level)
        return wanted if wanted > score else None

    def considered(self) -> Members:
        """Give every action that raises something here, with its needs."""
        raising = self._progress.remaining.raising(self._questions)
        return frozenset().union(*(self._progress.waiting(name) for name in raising))

    def thinned(self, considered: Members, wanted: Fraction) -> Members:
        """Leave out, largest effort first, each action that the rest can do without.

        What needs the action goes with it.
        """
        progress, kept = self._progress, set(considered)
        trial = self._trial(self._raisers(considered), wanted)
        for name in sorted(considered, key=self._turn.__getitem__):
            if name not in kept:
                continue
            gone = progress.outset.dependents[name] & kept
            raised = {question for one in gone for question in progress.remaining.by_action[one]}
            progress.position.work.done += 1
            levels = trial.lowered(raised, gone, kept)
            if not levels or trial.lower(levels):
                kept -= gone
        return frozenset(kept)

    def _trial(self, raisers: Mapping[str, Raisers], wanted: Fraction) -> Trial:
        position = self._progress.position
        if self._shares is None:
            return ScoredTrial(self.group, position, raisers, wanted)
        return StraightTrial(self.group, position, raisers, wanted, self._shares)

    def _raisers(self, members: Members) -> dict[str, Raisers]:
        """Give, for each question here, who raises it how far, the furthest first."""
        found: dict[str, Raisers] = {}
        for name in members:
            for question, level in self._progress.remaining.by_action[name].items():
                if question in self._questions:
                    found.setdefault(question, []).append((level, name))
        return {question: sorted(pairs, reverse=True) for question, pairs in found.items()}
