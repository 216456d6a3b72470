"""Stage 2: what answers can reach, found by scoring them and not by a formula.

Scores never fall as levels rise, so a group's highest score is that of every question's highest
level. It is tried for every profile and for every set of questions that facts can leave.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from maturity.check.fact_values import FactValues, asks
from maturity.model.assessment import Assessment, Capacity
from maturity.model.framework import dimension_of
from maturity.score.engine import Engine, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maturity.model.condition import Ceiling
    from maturity.model.framework import Framework
    from maturity.model.levels import PossibleLevels
    from maturity.model.question import Question
    from maturity.model.shared import Profile
    from maturity.score.aggregate import Value

MOST_SETS = 256
"""So many combinations of facts are tried; beyond, what is reached is taken from above."""


class Reach:
    """The scores that answers to one framework can reach."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._facts = FactValues(framework)
        self._engines: dict[str | None, Engine] = {}
        self._highest: dict[tuple[str, str | None], Fraction | None] = {}
        self._sets: dict[tuple[str, str | None], list[frozenset[str]]] = {}

    @cached_property
    def profiles(self) -> list[Profile | None]:
        """Every profile; none at all where the framework has none."""
        return [*self.framework.file.profiles] or [None]

    def engine(self, profile: Profile | None) -> Engine:
        """Give the weights as a profile has them."""
        name = profile.id if profile else None
        if name not in self._engines:
            self._engines[name] = Engine.of(_blank(self.framework, profile))
        return self._engines[name]

    def askable(self, question: Question, profile: Profile | None) -> bool:
        """Say whether some facts let a profile be asked a question."""
        if profile is not None and question.id in profile.leave_out:
            return False
        used = {condition.fact for condition in question.ask_if}
        if self._facts.count(used) > MOST_SETS:
            return True
        return any(asks(question, facts) for facts in self._facts.combinations(used))

    def asked_sets(self, dimension: str, profile: Profile | None) -> list[frozenset[str]]:
        """Give every set of a dimension's scored questions that facts can leave to be asked."""
        key = (dimension, profile.id if profile else None)
        if key not in self._sets:
            out = set(profile.leave_out) if profile else set()
            own = [q for q in self._scored(dimension) if q.id not in out]
            self._sets[key] = self._sets_of(own)
        return self._sets[key]

    def every_asked_set(
        self, dimension: str, profile: Profile | None
    ) -> list[frozenset[str]] | None:
        """Give just the sets that facts leave; None where there are too many facts to try."""
        used = {c.fact for question in self._scored(dimension) for c in question.ask_if}
        is_tried = self._facts.count(used) <= MOST_SETS
        return self.asked_sets(dimension, profile) if is_tried else None

    def _sets_of(self, questions: list[Question]) -> list[frozenset[str]]:
        used = {condition.fact for question in questions for condition in question.ask_if}
        if self._facts.count(used) > MOST_SETS:
            # Each alone reaches at least what any set of them does: nothing is denied falsely.
            return [frozenset(q.id for q in questions), *(frozenset({q.id}) for q in questions)]
        found = {
            frozenset(question.id for question in questions if asks(question, facts)): None
            for facts in self._facts.combinations(used)
        }
        return list(found)

    def highest(self, dimension: str, profile: Profile | None) -> Fraction | None:
        """Give the highest score of a dimension under its ceilings; None where nothing is asked."""
        key = (dimension, profile.id if profile else None)
        if key not in self._highest:
            best, top = None, self.framework.scale.top
            for score in self._ends(dimension, profile, upper=True):
                best = score if best is None else max(best, score)
                if best >= top:
                    break
            self._highest[key] = best
        return self._highest[key]

    def lowest(self, dimension: str, profile: Profile | None) -> Fraction | None:
        """Give the lowest score of a dimension; None where nothing is asked."""
        return min(self._ends(dimension, profile, upper=False), default=None)

    def bites(self, question: Question, ceiling: Ceiling) -> bool:
        """Say whether some answers put a dimension above a ceiling that applies to it."""
        value = self._where_it_applies(question, ceiling)
        dimension = ceiling.dimension or dimension_of(question.id)
        if value is None:
            return False
        for profile in self.profiles:
            if not self.askable(question, profile):
                continue
            for asked in self.asked_sets(dimension, profile):
                if dimension == dimension_of(question.id) and question.id not in asked:
                    continue
                values = {**self._values(asked, upper=True), question.id: value}
                score = number(self.engine(profile).uncapped(dimension, values))
                if score is not None and score > ceiling.cap:
                    return True
        return False

    def alone(self, question: str, profile: Profile | None) -> Fraction:
        """Give what a question alone takes from its dimension's highest score, caps included."""
        dimension, most = dimension_of(question), Fraction(0)
        engine = self.engine(profile)
        for asked in self.asked_sets(dimension, profile):
            if question in asked:
                values = self._values(asked, upper=True)
                high = number(engine.dimension(dimension, values))
                values[question] = self._levels(question).lowest
                low = number(engine.dimension(dimension, values))
                if high is not None and low is not None:
                    most = max(most, high - low)
        return most

    def _where_it_applies(self, question: Question, ceiling: Ceiling) -> Fraction | None:
        """Give the question's highest level at which this ceiling is the one that applies."""
        same = [c.at_most for c in question.critical if c.dimension == ceiling.dimension]
        below = max((edge for edge in same if edge < ceiling.at_most), default=None)
        levels = self._levels(question.id)
        if levels.continuous:
            value = min(ceiling.at_most, levels.highest)
            return value if value >= levels.lowest else None
        fit = [v for v in levels.values if v <= ceiling.at_most and (below is None or v > below)]
        return max(fit, default=None)

    def _ends(self, dimension: str, profile: Profile | None, *, upper: bool) -> Iterator[Fraction]:
        engine = self.engine(profile)
        elsewhere = [
            question
            for question, _ in engine.critical[dimension]
            if dimension_of(question) != dimension
            and self.askable(self.framework.questions[question], profile)
        ]
        for asked in self.asked_sets(dimension, profile):
            values = self._values([*asked, *elsewhere], upper=upper)
            score = number(engine.dimension(dimension, values))
            if score is not None:
                yield score

    def _values(self, questions: Iterable[str], *, upper: bool) -> dict[str, Value]:
        return {
            name: self._levels(name).highest if upper else self._levels(name).lowest
            for name in questions
        }

    def _levels(self, question: str) -> PossibleLevels:
        return self.framework.possible_levels[question]

    def _scored(self, dimension: str) -> list[Question]:
        questions = self.framework.questions.values()
        return [q for q in questions if q.is_scored and dimension_of(q.id) == dimension]


def _blank(framework: Framework, profile: Profile | None) -> Assessment:
    """Make an assessment without answers: its weights are all that is looked at."""
    return Assessment(
        framework=framework,
        organisation="",
        profile=profile,
        facts={},
        assumed=(),
        date=None,
        scope="full",
        status="draft",
        approvals=(),
        roles=(),
        targets={},
        weights={},
        capacity=Capacity(),
        tracked={},
        local_actions=(),
        commentary={},
        sheets=(),
    )
