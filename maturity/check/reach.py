"""Stage 2: what answers can reach, found by scoring them and not by a formula.

Scores never fall as levels rise, so a group's highest score is that of every question's highest
level. It is tried for every profile and for every set of questions that facts can leave.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import islice, product
from typing import TYPE_CHECKING

from maturity.model.assessment import Assessment, Capacity
from maturity.model.framework import dimension_of
from maturity.score.engine import Engine, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maturity.model.condition import Ceiling, FactValue
    from maturity.model.framework import Framework
    from maturity.model.levels import PossibleLevels
    from maturity.model.question import Question
    from maturity.model.shared import Fact, Profile
    from maturity.score.aggregate import Value

MOST_SETS = 256
"""So many sets of facts are tried for a dimension; beyond, the rest is left out."""


class Reach:
    """The scores that answers to one framework can reach."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
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
        return any(_asks(question, facts) for facts in self._facts(used))

    def asked_sets(self, dimension: str, profile: Profile | None) -> list[frozenset[str]]:
        """Give every set of a dimension's scored questions that facts can leave to be asked."""
        key = (dimension, profile.id if profile else None)
        if key not in self._sets:
            out = set(profile.leave_out) if profile else set()
            own = [q for q in self._scored(dimension) if q.id not in out]
            used = {condition.fact for question in own for condition in question.ask_if}
            found = {
                frozenset(q.id for q in own if _asks(q, facts)): None for facts in self._facts(used)
            }
            self._sets[key] = list(found)
        return self._sets[key]

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

    def _facts(self, used: Iterable[str]) -> Iterator[Mapping[str, FactValue]]:
        """Give the facts that differ for conditions: every choice, and numbers at each edge."""
        facts = [fact for fact in self.framework.file.facts if fact.id in set(used)]
        values = [self._fact_values[fact.id] for fact in facts]
        for combination in islice(product(*values), MOST_SETS):
            yield dict(zip((fact.id for fact in facts), combination, strict=True))

    @cached_property
    def _fact_values(self) -> dict[str, list[FactValue]]:
        return {fact.id: list(self._values_of(fact)) for fact in self.framework.file.facts}

    def _values_of(self, fact: Fact) -> Iterator[FactValue]:
        if fact.type == "yes-no":
            yield from ("yes", "no")
        elif fact.type == "choice":
            yield from (option.id for option in fact.options)
        else:
            yield from sorted({Fraction(0), *self._edges(fact)})

    def _edges(self, fact: Fact) -> Iterator[Fraction]:
        for question in self.framework.questions.values():
            for condition in question.ask_if:
                if condition.fact == fact.id:
                    given = (condition.is_, condition.at_least, condition.at_most)
                    for value in (*given, *(condition.any_of or ())):
                        if isinstance(value, Fraction):
                            yield from (value - 1, value, value + 1)


def _asks(question: Question, facts: Mapping[str, FactValue]) -> bool:
    return all(condition.holds(facts) for condition in question.ask_if)


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
