"""Stage 1: one organisation, profile, set of facts and scope out of several files."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.errors import Problem, nearest
from maturity.load.references import why_no_value
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maturity.load.findings import Findings
    from maturity.model.answers import AnswersFile, AnswerSheet, Organisation
    from maturity.model.assessment import Scope
    from maturity.model.condition import FactValue
    from maturity.model.framework import Framework
    from maturity.model.shared import Fact, Profile

Stated = tuple["Organisation", "Findings"]
"""What a file says of the organisation, and the file."""


def settle_name(stated: Sequence[Stated], *, outranks: bool) -> tuple[str, list[str]]:
    """Give the organisation's name: the assessment's, else the one that all files say.

    Returns:
        The name, and notes on other names that an assessment outranks.
    """
    first, _ = stated[0]
    notes = []
    for other, findings in stated[1:]:
        if other.name.strip() != first.name.strip() and outranks:
            notes.append(f"some answers name the organisation '{other.name.strip()}'")
        elif other.name.strip() != first.name.strip():
            message = f"these are answers of '{other.name}', the others are of '{first.name}'"
            hint = "score one organisation at a time, or write the name alike in all files"
            findings.at(("organisation", "name"), message, hint, "invalid-value")
    return first.name.strip(), list(dict.fromkeys(notes))


def settle_profile(
    stated: Sequence[Stated], override: str | None, framework: Framework, *, outranks: bool
) -> tuple[Profile | None, list[Problem]]:
    """Give the profile: the one asked for, the assessment's, or what all answer files say."""
    known = [profile.id for profile in framework.file.profiles]
    if override is not None:
        profile = framework.profile(override)
        hint = f"{nearest(override, known)} (all: {', '.join(known)})"
        problem = Problem(f"there is no profile '{override}'", hint)
        return profile, [] if profile else [problem]
    named = [(o.profile, f) for o, f in stated if o.profile is not None]
    if not named:
        return None, []
    name, _ = named[0]
    place = ("organisation", "profile")
    for one, findings in named:
        if one not in known:
            hint = f"{nearest(one, known)} (all: {', '.join(known)})"
            findings.at(place, f"there is no profile '{one}'", hint, "unknown-reference")
    settled = outranks and stated[0][0].profile is not None
    for other, their in [] if settled else named[1:]:
        if other != name and other in known:
            message = f"the profile here is '{other}', elsewhere '{name}'"
            hint = "settle it in an assessment.yaml, or with --profile"
            their.at(place, message, hint, "invalid-value")
    return framework.profile(name), []


def settle_facts(
    stated: Sequence[Stated], framework: Framework, *, outranks: bool
) -> tuple[dict[str, FactValue], list[str], list[Problem]]:
    """Give every fact a value: what is stated, else `if_unknown`.

    Returns:
        The values, the ids of those assumed, and facts that have no value at all.
    """
    given: dict[str, FactValue] = {}
    facts_by_id = {fact.id: fact for fact in framework.file.facts}
    settled: set[str] = set()
    for index, (organisation, findings) in enumerate(stated):
        for name, value in organisation.facts.items():
            if value is not None and _is_possible(name, value, facts_by_id, findings):
                if name not in settled and given.get(name, value) != value:
                    _note_conflict(name, value, given[name], findings)
                given.setdefault(name, value)
        if outranks and index == 0:
            settled = set(given)
    facts = framework.file.facts
    assumed = [fact for fact in facts if fact.id not in given and fact.if_unknown is not None]
    problems = [
        _no_value(fact) for fact in facts if fact.id not in given and fact.if_unknown is None
    ]
    given |= {fact.id: fact.if_unknown for fact in assumed if fact.if_unknown is not None}
    values = {fact.id: given[fact.id] for fact in facts if fact.id in given}
    return values, [fact.id for fact in assumed], problems


def _is_possible(
    name: str, value: FactValue, facts: Mapping[str, Fact], findings: Findings
) -> bool:
    """Say whether a value was given that the fact can have; one that it cannot is noted."""
    place = ("organisation", "facts", name)
    if name not in facts:
        findings.unknown(place, "fact", name, facts, key=True)
        return False
    if value == "unknown":
        return False
    wrong = why_no_value(facts[name], value)
    if wrong:
        findings.at(place, wrong[0], wrong[1], "invalid-value")
    return wrong is None


def _note_conflict(name: str, value: FactValue, other: FactValue, findings: Findings) -> None:
    message = f"'{name}' is {_shown(value)} here, elsewhere {_shown(other)}"
    place = ("organisation", "facts", name)
    findings.at(place, message, "settle it in an assessment.yaml", "invalid-value")


def _no_value(fact: Fact) -> Problem:
    message = f"the fact '{fact.id}' has no value, and the framework does not say what to assume"
    return Problem(
        message, f"add it under organisation: facts: ({fact.ask})", None, "missing-field"
    )


def _shown(value: FactValue) -> str:
    return show(value) if isinstance(value, Fraction) else f"'{value}'"


def settle_scope(files: Sequence[AnswersFile]) -> tuple[Scope, list[str]]:
    """Give the scope that the files say, the full one where they differ, with a note."""
    scopes = {file.scope for file in files}
    if scopes == {"quick"}:
        return "quick", []
    mixed = "some files answer the short version only; all questions are scored"
    return "full", [mixed] if len(scopes) > 1 else []


def check_alone(read: Sequence[tuple[AnswerSheet, Findings]]) -> None:
    """Note a respondent who is there twice, and a question settled twice."""
    people: dict[str, str] = {}
    settled: dict[str, str] = {}
    for sheet, findings in read:
        if sheet.agreed:
            _check_settled(sheet, findings, settled)
            continue
        if sheet.respondent in people:
            other = people[sheet.respondent]
            message = f"the respondent '{sheet.respondent}' is also in {other}"
            hint = "give each respondent an id of their own, or leave one file out"
            findings.at(("respondent", "id"), message, hint, "duplicate-id")
        people.setdefault(sheet.respondent, sheet.path)


def _check_settled(sheet: AnswerSheet, findings: Findings, settled: dict[str, str]) -> None:
    for name, answer in sheet.answers.items():
        if answer.state == "unanswered":
            continue
        if name in settled:
            message = f"{name} is also settled in {settled[name]}"
            hint = "keep the one agreed answer that stands"
            findings.at(("answers", name), message, hint, "duplicate-id", key=True)
        settled.setdefault(name, sheet.path)
