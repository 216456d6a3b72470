"""The most gap that any choice of actions closes for a budget, by mixed-integer programming.

For the benchmark of the plan's order alone; needs scipy. Groups must have the aggregate mean.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING

from maturity.plan.gap import shares_of
from maturity.score.node_results import dimension_targets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.assessment import Assessment
    from maturity.plan.progress import Progress

Terms = dict[int, float]
"""Variable → its coefficient."""


@dataclass
class Programme:
    """Variables from 0 up to bounds, limits on sums of them, and what to make large."""

    gain: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    rows: list[tuple[Terms, float]] = field(default_factory=list)
    """Terms that may come to no more than a limit."""

    def variable(self, gain: float = 0, upper: float = 1, *, whole: bool = False) -> int:
        """Enter a variable; give its number."""
        self.gain.append(gain)
        self.upper.append(upper)
        self.whole.append(int(whole))
        return len(self.gain) - 1

    def at_most(self, terms: Terms, limit: float) -> None:
        """Enter a limit."""
        self.rows.append((terms, limit))


class Optimum:
    """The actions of one assessment as a programme, solved for any budget."""

    def __init__(self, assessment: Assessment, progress: Progress) -> None:
        self._progress, self._programme = progress, Programme()
        self._values = progress.position.values
        outset = progress.outset
        self.actions = {name: self._programme.variable(whole=True) for name in outset.open}
        for name, chosen in self.actions.items():
            for need in outset.needs[name]:
                self._programme.at_most({chosen: 1, self.actions[need]: -1}, 0)
        self._steps = self._all_steps(outset.effects)
        own = {name: target.level for name, target in assessment.targets.items()}
        for name, target in dimension_targets(assessment).items():
            self._dimension(name, target)
        for branch in progress.position.engine.dimensions.values():
            for question, share in shares_of(branch, branch.weight, progress.position):
                if question in own and isinstance(self._values[question], Fraction):
                    self._reached(float(share), float(own[question]), {question: 1.0})

    def _all_steps(
        self, effects: Mapping[str, tuple[tuple[str, Fraction], ...]]
    ) -> dict[str, list[tuple[Fraction, Fraction, int]]]:
        """Give each question its steps up: from, to, and the variable that says it is taken."""
        raisers: dict[str, dict[Fraction, list[int]]] = {}
        for name, chosen in self.actions.items():
            for question, level in effects[name]:
                raisers.setdefault(question, {}).setdefault(level, []).append(chosen)
        found: dict[str, list[tuple[Fraction, Fraction, int]]] = {}
        for question, by_level in raisers.items():
            start = self._values[question]
            if not isinstance(start, Fraction):
                continue
            for level in sorted(one for one in by_level if one > start):
                taken = self._programme.variable()
                by = [one for other, names in by_level.items() if other >= level for one in names]
                self._programme.at_most({taken: 1, **dict.fromkeys(by, -1)}, 0)
                found.setdefault(question, []).append((start, level, taken))
                start = level
        return found

    def _reached(self, gain: float, target: float, shares: Mapping[str, float]) -> int:
        """Enter what is reached of a target: no more than it, nor than the sum of shares."""
        reached, known = self._programme.variable(gain, target), 0.0
        terms: Terms = {reached: 1}
        for question, share in shares.items():
            value = self._values[question]
            known += share * float(value) if isinstance(value, Fraction) else 0
            for start, end, taken in self._steps.get(question, []):
                terms[taken] = -share * float(end - start)
        self._programme.at_most(terms, known)
        return reached

    def _dimension(self, name: str, target: Fraction) -> None:
        position = self._progress.position
        branch = position.engine.dimensions[name]
        shares = {q: float(share) for q, share in shares_of(branch, Fraction(1), position)}
        if not shares or not branch.weight:
            return
        reached = self._reached(float(branch.weight), float(target), shares)
        for question, ceilings in position.engine.critical[name]:
            value = self._values[question]
            for ceiling in ceilings:
                if isinstance(value, Fraction) and value <= ceiling.at_most:
                    self._ceiling(reached, question, ceiling.at_most, float(ceiling.cap))

    def _ceiling(self, reached: int, question: str, at_most: Fraction, cap: float) -> None:
        lifted = [taken for _, end, taken in self._steps.get(question, []) if end > at_most][:1]
        self._programme.at_most({reached: 1, **dict.fromkeys(lifted, cap - 10.0)}, cap)

    def best(self, budget: Fraction, seconds: float) -> tuple[set[str], float, float]:
        """Give the best actions found, what they reach, and a bound that none can pass."""
        optimize, sparse = import_module("scipy.optimize"), import_module("scipy.sparse")
        programme, effort = self._programme, self._progress.effort
        spent = {number: float(effort[name]) for name, number in self.actions.items()}
        rows = [*programme.rows, (spent, float(budget) + 1e-9)]
        entries = [(c, r, v) for r, (terms, _) in enumerate(rows) for c, v in terms.items()]
        columns, lines, values = zip(*entries, strict=True)
        shape = (len(rows), len(programme.gain))
        matrix = sparse.csr_matrix((values, (lines, columns)), shape=shape)
        found = optimize.milp(
            [-gain for gain in programme.gain],
            constraints=optimize.LinearConstraint(matrix, ub=[limit for _, limit in rows]),
            integrality=programme.whole,
            bounds=optimize.Bounds(0, programme.upper),
            options={"time_limit": seconds, "mip_rel_gap": 1e-6},
        )
        chosen = {name for name, number in self.actions.items() if found.x[number] > 0.5}
        return chosen, -found.fun, -found.mip_dual_bound
