"""Stage 1: does everything that a framework's files name exist, and can its groups be scored?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.load.soundness import check_question, on_scale
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.load.findings import Findings, Path
    from maturity.model.condition import Condition
    from maturity.model.framework import Framework, Group, Questionnaire, Topic
    from maturity.model.question import Question
    from maturity.model.shared import Fact


def check_questionnaire(group: Questionnaire, framework: Framework, findings: Findings) -> None:
    """Note what a questionnaire names that is not there, and what cannot be scored."""
    check_within(group, framework, findings)
    for question, path in questions_at(group):
        _check_names(question, path, framework, findings)


def check_within(group: Questionnaire, framework: Framework, findings: Findings) -> None:
    """Note what is wrong with a questionnaire whatever other files hold; only levels are shared."""
    pairs = list(questions_at(group))
    _check_ids(group, pairs, findings)
    _check_group(group, (), framework, findings)
    for question, path in pairs:
        check_question(question, path, framework.scale, findings)


def questions_at(group: Group, path: Path = ()) -> Iterator[tuple[Question, Path]]:
    """Give every question under a group with its path in the file, in order."""
    for index, question in enumerate(group.questions):
        yield question, (*path, "questions", index)
    for index, topic in enumerate(group.topics):
        yield from questions_at(topic, (*path, "topics", index))


def topics_at(group: Group, path: Path = ()) -> Iterator[tuple[Topic, Path]]:
    """Give every topic under a group with its path in the file, in order."""
    for index, topic in enumerate(group.topics):
        yield topic, (*path, "topics", index)
        yield from topics_at(topic, (*path, "topics", index))


def _check_ids(
    group: Questionnaire, pairs: list[tuple[Question, Path]], findings: Findings
) -> None:
    topics = [(topic.id, path) for topic, path in topics_at(group)]
    first: dict[str, Path] = {}
    for full_id, path in [*((question.id, path) for question, path in pairs), *topics]:
        if full_id in first:
            line = findings.document.locate((*first[full_id], "id")).line
            hint = f"the first is in line {line}; questions and topics share their ids"
            name = full_id.partition(".")[2]
            findings.at((*path, "id"), f"'{name}' is there twice", hint, "duplicate-id")
        first.setdefault(full_id, path)


def _check_group(group: Group, path: Path, framework: Framework, findings: Findings) -> None:
    children = (*path, "topics" if group.topics else "questions")
    if bool(group.questions) == bool(group.topics):
        wrong = "both questions and topics" if group.topics else "neither questions nor topics"
        message = f"'{group.title}' has {wrong}"
        findings.at(children, message, "give it one of the two", "empty-section", key=True)
    weights = [question.weight for question in group.questions if question.is_scored]
    weights += [topic.weight for topic in group.topics]
    if weights and not any(weights):
        hint = "give one of its children a weight above 0"
        findings.at(children, f"all of '{group.title}' weighs 0", hint, "weights", key=True)
    if group.pass_ is not None:
        on_scale(group.pass_, (*path, "pass"), framework.scale, findings)
    for index, question in enumerate(group.questions):
        _check_rung(group, question, (*path, "questions", index), framework, findings)
    for index, topic in enumerate(group.topics):
        place = (*path, "topics", index)
        _check_rung(group, topic, place, framework, findings)
        _check_group(topic, place, framework, findings)


def _check_rung(
    group: Group, child: Question | Group, path: Path, framework: Framework, findings: Findings
) -> None:
    levels = [level.level for level in framework.file.levels]
    if child.rung is not None and child.rung not in levels:
        hint = f"the levels are {', '.join(map(show, levels))}"
        message = f"rung {show(child.rung)} is no level"
        findings.at((*path, "rung"), message, hint, "unknown-reference")
    elif child.rung is None and group.aggregate == "ladder":
        hint = "add 'rung:' with the level that it belongs to"
        findings.at(path, "a child of a ladder has no rung", hint, "missing-field")


def _check_names(question: Question, path: Path, framework: Framework, findings: Findings) -> None:
    file = framework.file
    known = {
        "answered_by": ("role", {role.id for role in file.roles}),
        "sources": ("source", {source.id for source in file.sources}),
        "lenses": ("lens", {lens.id for lens in file.lenses}),
    }
    for field, (kind, ids) in known.items():
        for index, name in enumerate(getattr(question, field)):
            findings.unknown((*path, field, index), kind, name, ids)
    for index, ceiling in enumerate(question.critical):
        if ceiling.dimension is not None:
            place = (*path, "critical", index, "dimension")
            findings.unknown(place, "dimension", ceiling.dimension, file.dimensions)
    for index, condition in enumerate(question.ask_if):
        _check_condition(condition, (*path, "ask_if", index), framework, findings)


def _check_condition(
    condition: Condition, path: Path, framework: Framework, findings: Findings
) -> None:
    facts = {fact.id: fact for fact in framework.file.facts}
    findings.unknown((*path, "fact"), "fact", condition.fact, facts)
    values = [condition.is_, *(condition.any_of or ()), condition.at_least, condition.at_most]
    given = [value for value in values if value is not None]
    if not given:
        hint = "add is, any_of, at_least or at_most"
        findings.at(path, "the condition asks for nothing", hint, "missing-field")
    for value in given if condition.fact in facts else ():
        wrong = why_no_value(facts[condition.fact], value)
        if wrong:
            findings.at(path, wrong[0], wrong[1], "invalid-value")


def why_no_value(fact: Fact, value: Fraction | str) -> tuple[str, str] | None:
    """Say why a fact cannot have a value, and what would be right; None when it can."""
    shown = show(value) if isinstance(value, Fraction) else value
    if fact.type == "number":
        if isinstance(value, Fraction):
            return None
        return f"'{shown}' is no number", f"write the number of {fact.unit or 'units'}"
    choices = ["yes", "no"] if fact.type == "yes-no" else [option.id for option in fact.options]
    if value in choices:
        return None
    return f"'{shown}' is no value of the fact '{fact.id}'", f"one of {', '.join(choices)}"
