"""The contract's planning rules once more, as plainly as can be: everything anew in each round."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.score import score
from maturity.score.aggregate import Gap
from maturity.score.tree import Branch, Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maturity.model.assessment import Assessment
    from maturity.score.aggregate import Value

Values = dict[str, "Value"]
Groups = dict[str, tuple[Branch, str]]


class PlainPlan:
    """A plan without a single shortcut, to compare the real one with."""

    def __init__(self, exercise: Assessment) -> None:
        self.exercise = exercise
        self.scores = score(exercise)
        self.engine = self.scores.engine
        self.standings = self.scores.standings
        self.start: Values = {name: found.value for name, found in self.standings.items()}
        self.actions = dict(sorted(exercise.actions.items()))
        self.levels = {name: self._levels(name) for name in self.actions}
        status = {name: found.status for name, found in exercise.tracked.items()}
        self.out = {name for name in self.actions if status.get(name) in ("done", "rejected")}
        rejected = {name for name in self.actions if status.get(name) == "rejected"}
        self.met = {name for name in self.actions if self._is_met(name, status.get(name))}
        self.open = [
            name
            for name in self.actions
            if name not in self.out and not self.closure(name) & rejected
        ]
        self.targets = self._targets()
        self.groups: Groups = {}
        for dimension in self.engine.dimensions.values():
            self._enter(dimension, dimension.id)

    def _levels(self, name: str) -> dict[str, Fraction]:
        found = {}
        for question, stated in self.actions[name].raises.items():
            offered = self.exercise.framework.possible_levels[question].values
            found[question] = min((one for one in offered if one >= stated), default=offered[-1])
        return found

    def _is_met(self, name: str, status: str | None) -> bool:
        def there(question: str, level: Fraction) -> bool:
            found = self.standings[question]
            if found.state == "scored":
                return isinstance(found.value, Fraction) and found.value >= level
            return found.state in ("not-applicable", "not-asked", "text")

        return status == "done" or all(there(q, level) for q, level in self.levels[name].items())

    def closure(self, name: str) -> set[str]:
        needs = {need for need in self.actions[name].needs if need not in self.met}
        return {name}.union(*(self.closure(need) for need in needs))

    def _targets(self) -> dict[str, Fraction]:
        profile = self.exercise.profile.targets if self.exercise.profile else {}
        return {**profile, **{name: one.level for name, one in self.exercise.targets.items()}}

    def _enter(self, branch: Branch, dimension: str) -> None:
        self.groups[branch.id] = (branch, dimension)
        for child in branch.children:
            if isinstance(child, Branch):
                self._enter(child, dimension)

    def after(self, values: Values, names: Iterable[str]) -> Values:
        raised = dict(values)
        for name in names:
            for question, level in self.levels[name].items():
                value = raised[question]
                if isinstance(value, Fraction):
                    raised[question] = max(value, level)
        return raised

    def gap(self, values: Values) -> Fraction:
        scores, total = self.engine.scores(values), Fraction(0)
        for name, branch in self.engine.dimensions.items():
            total += branch.weight * self._below(name, scores[name])
            for question, share in self._shares(branch, branch.weight, scores):
                total += share * self._below(question, values[question])
        return total

    def _below(self, name: str, value: Value) -> Fraction:
        if name not in self.targets or isinstance(value, Gap):
            return Fraction(0)
        return max(self.targets[name] - value, Fraction(0))

    def _shares(
        self, branch: Branch, weight: Fraction, scores: Values
    ) -> Iterator[tuple[str, Fraction]]:
        known = {**scores, **self.start}
        kept = [child for child in branch.children if known[child.id] is not Gap.OUT]
        total = sum((child.weight for child in kept), Fraction(0))
        for child in kept:
            share = weight * child.weight / total if child.weight else Fraction(0)
            if isinstance(child, Leaf):
                yield child.id, share
            else:
                yield from self._shares(child, share, scores)

    def sequence(self) -> list[str]:
        """Place the best candidate of each round."""
        placed: list[str] = []
        while True:
            values = self.after(self.start, placed)
            left = self.gap(values)
            ranked = []
            for name, members in self._candidates(placed, values):
                closed = left - self.gap(self.after(values, members))
                effort = self._effort(members)
                if closed > 0:
                    ranked.append((-closed / effort, effort, name, sorted(members)))
            if not ranked:
                return placed
            placed += self._in_order(min(ranked)[3])

    def _effort(self, members: Iterable[str]) -> Fraction:
        efforts = (self.actions[name].effort_days for name in members)
        return sum(((one.low + one.high) / 2 for one in efforts), Fraction(0))

    def _in_order(self, members: list[str]) -> list[str]:
        ordered: list[str] = []
        while len(ordered) < len(members):
            ordered.append(
                next(
                    name
                    for name in members
                    if name not in ordered
                    and not (set(members) - set(ordered)) & set(self.actions[name].needs)
                )
            )
        return ordered

    def _candidates(self, placed: list[str], values: Values) -> Iterator[tuple[str, set[str]]]:
        remaining = [name for name in self.open if name not in placed]
        for name in remaining:
            yield name, self.closure(name) - set(placed)
        scores = self.engine.scores(values)
        reach = self.engine.scores(self.after(values, remaining))
        for group, (branch, dimension) in self.groups.items():
            best, now = reach[group], scores[group]
            if isinstance(best, Gap) or isinstance(now, Gap):
                continue
            steps = [one.level for one in self.exercise.framework.file.levels if one.level > now]
            wanted = min(
                [best, *steps[:1], *([self.targets[group]] if group in self.targets else [])]
            )
            under = {leaf.id for leaf in branch.leaves()}
            if group == dimension:
                under |= {question for question, _ in self.engine.critical[dimension]}
            raising = [name for name in remaining if under & set(self.levels[name])]
            members = set().union(*(self.closure(name) for name in raising)) - set(placed)
            if wanted > now:
                yield group, self._thinned(group, members, wanted, values)

    def _thinned(self, group: str, members: set[str], wanted: Fraction, values: Values) -> set[str]:
        for name in sorted(members, key=lambda one: (-self._effort([one]), one)):
            rest = {other for other in members if name not in self.closure(other)}
            reached = self.engine.scores(self.after(values, rest))[group]
            if isinstance(reached, Fraction) and reached >= wanted:
                members = rest
        return members
