"""Stage 2, rule Q401: a question that asks two things at once.

Who does one and not the other has no true answer. Two verbs after the one who acts are the surest
sign; two nouns are often fine.

Bad:

    ask: Do you review and update your asset register?

Good:

    ask: How often is your asset register updated?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem

CODE = "Q401"
NAME = "double-barrelled"
SEVERITY = "warning"
ON = "questionnaire"

ACTORS = frozenset({"you", "we", "they", "organisation", "staff", "teams", "people", "managers"})
JOINS = frozenset({"and", "or", "and/or"})
ADVERBS = frozenset({"then", "also", "both", "either"})
OBJECTS = frozenset({"it", "them", "this", "these", "that", "those"})
OPENERS = frozenset(
    {"do", "does", "did", "can", "could", "will", "would", "have", "has", "are", "is"}
)
VERBS = words_of(
    """
    accept achieve act adapt address adopt agree align allocate analyse apply approve assess
    assign assure audit automate base benchmark budget build buy calculate capture catalogue
    challenge change check choose classify close collect communicate compare complete
    conduct consider consult control correct cover create decide define deliver deploy
    describe design detect determine develop discuss document embed enable encourage enforce
    engage ensure establish evaluate examine exercise explain explore extend fix follow
    foster fund gather give govern handle hold identify implement improve include inform
    integrate inventory invest investigate involve isolate keep know learn limit list log
    maintain make manage map measure mitigate monitor move offer operate own patch perform
    plan prepare prevent prioritise procure promote protect prove provide publish purchase
    record recover recruit reduce refresh register remove renew replace report respond
    restore restrict retain retire retrain reuse review revise reward roll run scan schedule
    secure segment select set share sign simplify specify standardise steer store submit
    support tag teach test track train understand update upgrade use validate verify version
    write
    """
)
"""Verbs of the field in their plain form; after one who acts none of them is a noun."""


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look for one who acts, a verb, `and` or `or`, and a second verb."""
    for asked in subject.asked:
        tokens = asked.wording.lowered
        if "and" in tokens or "or" in tokens:
            found = _two_verbs(tokens) or _second_clause(tokens)
            if found:
                message = f"'{found}' asks two things at once"
                hint = "ask about one, or make a question of each"
                yield subject.at((*asked.path, "ask"), message, hint)


def _two_verbs(tokens: list[str]) -> str:
    """Find `you review and update`: both words are verbs in their plain form."""
    for index, token in enumerate(tokens[:-3]):
        if token in ACTORS and tokens[index + 1] in VERBS:
            for middle in range(index + 2, min(index + 5, len(tokens) - 1)):
                if tokens[middle] in JOINS and tokens[middle + 1] in VERBS:
                    return " ".join(tokens[index : middle + 2])
                if tokens[middle] not in ADVERBS and not tokens[middle].endswith("ly"):
                    break
    return ""


def _second_clause(tokens: list[str]) -> str:
    """Find `and use it`, a verb whose object was named before; or `and do you`, asked once more."""
    if tokens[:1] and tokens[0] not in OPENERS:
        return ""
    for index in range(len(tokens) - 2):
        again, verb, thing = tokens[index : index + 3]
        is_clause = verb in OPENERS or (verb in VERBS and thing in OBJECTS)
        if again in JOINS and is_clause:
            return f"{again} {verb} {thing}"
    return ""
