"""Stage 1: how much a framework may hold, and a result, which comes from a framework.

Far more than people can answer; what grows with it stays a matter of seconds.
"""

from __future__ import annotations

from math import gcd, lcm
from typing import TYPE_CHECKING

from maturity.load.findings import TOO_MANY
from maturity.model.checklist import MAX_TRIES, tries
from maturity.model.levels import MOST_BITS
from maturity.model.question_counted import ChecklistQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Sized
    from fractions import Fraction

    from maturity.load.findings import Findings
    from maturity.model.framework import Framework, FrameworkFile, Group
    from maturity.model.result import Result
    from maturity.model.scored import Node

MOST_LEVELS = MOST_DIMENSIONS = MOST_PROFILES = 200
MOST_QUESTIONS, MOST_ACTIONS = 2_000, 5_000
MOST_NAMED = 1_000
"""So many facts, roles, themes or sources there may be."""
MOST_OLD = 2_000
"""So many ids of questions that are no more."""
MOST_PEOPLE = 20_000
"""So many respondents, or units of them, a result may name."""
MOST_CHOICES = 50_000
"""So many different sums the weights of all checklists together may have; each is a level."""
TRIES_A_SUM = 20
"""So many rules are tried in the time that one sum takes."""
_HINT = "is it the right file? Several smaller ones can be scored by themselves"


def check_lists(file: FrameworkFile, findings: Findings) -> None:
    """Note each list of framework.yaml that is too long."""
    lists: dict[str, tuple[Sized, int]] = {
        "levels": (file.levels, MOST_LEVELS),
        "dimensions": (file.dimensions, MOST_DIMENSIONS),
        "roles": (file.roles, MOST_NAMED),
        "facts": (file.facts, MOST_NAMED),
        "profiles": (file.profiles, MOST_PROFILES),
        "lenses": (file.lenses, MOST_NAMED),
        "sources": (file.sources, MOST_NAMED),
        "renamed": ([new for ids in file.renamed.values() for new in ids], MOST_OLD),
        "retired": (file.retired, MOST_OLD),
    }
    for name, message in _too_long(lists):
        findings.at((name,), message, _HINT, TOO_MANY, key=True)


def check_whole(framework: Framework, findings: Findings) -> None:
    """Note a framework with too many questions or actions in all."""
    lists: dict[str, tuple[Sized, int]] = {
        "questions": (framework.questions, MOST_QUESTIONS),
        "actions": (framework.actions, MOST_ACTIONS),
    }
    for name, (things, most) in lists.items():
        if len(things) > most:
            message = f"there are {len(things):,} {name} in all, and {most:,} are the most"
            findings.at(("dimensions",), message, _HINT, TOO_MANY, key=True)
    choices = {
        name: _choices(question)
        for name, question in framework.questions.items()
        if isinstance(question, ChecklistQuestion)
    }
    if sum(choices.values()) > MOST_CHOICES:
        name = max(choices, key=lambda one: choices[one])
        hint = f"'{name}' has most: use fewer items or rules, or weights that are alike"
        message = "all checklists together have too many choices to try"
        findings.at(("dimensions",), message, hint, "weights", key=True)


def _choices(question: ChecklistQuestion) -> int:
    """Count the sums that weights can have; for rules, a twentieth of what is tried."""
    if question.rules is not None:
        tried = tries(question.rules, frozenset(item.id for item in question.items))
        return min(tried, MAX_TRIES) // TRIES_A_SUM
    return len(question.weight_sums()[0]) if question.is_by_share else 0


def check_fineness(framework: Framework, findings: Findings) -> None:
    """Note weights whose exact mean, of answers to everything, has hundreds of digits.

    Scoring refuses such a fraction; an author is to know before anybody has answered.
    """
    groups = framework.questionnaires
    whole = _common([_parts(group) for group in groups], [group.weight for group in groups])
    if whole.bit_length() > MOST_BITS:
        message = "the weights are too fine to be added exactly"
        hint = "give them fewer digits after the point"
        findings.at(("dimensions",), message, hint, "weights", key=True)


def _parts(group: Group) -> int:
    """Give into how many equal parts a group's score divides a level: weights 2 and 1 into 3."""
    scored = [question for question in group.questions if question.is_scored]
    children = [*(_parts(topic) for topic in group.topics), *(1 for _ in scored)]
    weights = [part.weight for part in (*group.topics, *scored)]
    return _common(children, weights) if group.aggregate == "mean" else lcm(*children)


def _common(parts: Sequence[int], weights: Sequence[Fraction]) -> int:
    whole = lcm(*(weight.denominator for weight in weights))
    numbers = [int(weight * whole) for weight in weights]
    return lcm(*parts) * (sum(numbers) // max(1, gcd(*numbers)))


def too_long_in(result: Result) -> str | None:
    """Say which list of a result is longer than any framework makes it, and how long it may be."""
    parameters, people = result.parameters, result.respondents
    questions = [question for node in result.dimensions for question in _questions(node)]
    lists: dict[str, tuple[Sized, int]] = {
        "parameters.scale.levels": (parameters.scale.levels, MOST_LEVELS),
        "parameters.roles": (parameters.roles, MOST_NAMED),
        "organisation.facts": (result.organisation.facts, MOST_NAMED),
        "respondents.roles": (people.roles, MOST_NAMED),
        "respondents.units": (people.units, MOST_PEOPLE),
        "respondents.people": (people.people, MOST_PEOPLE),
        "dimensions": (result.dimensions, MOST_DIMENSIONS),
        "lenses": (result.lenses, MOST_NAMED),
        "questions": (questions, MOST_QUESTIONS),
        "plan": (result.plan, MOST_ACTIONS),
        "beyond": (result.beyond, MOST_ACTIONS),
        "tracked": (result.tracked, MOST_ACTIONS),
        "sources": (result.sources, MOST_NAMED),
    }
    return next((f"{name}: {message}" for name, message in _too_long(lists)), None)


def _questions(node: Node) -> Iterator[object]:
    yield from node.questions
    for topic in node.topics:
        yield from _questions(topic)


def _too_long(lists: Mapping[str, tuple[Sized, int]]) -> Iterator[tuple[str, str]]:
    for name, (things, most) in lists.items():
        if len(things) > most:
            yield name, f"there are {len(things):,} entries, and {most:,} are the most"
