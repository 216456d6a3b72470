"""Small frameworks and assessments for tests, written in a few words.

A framework is on levels 0 to 4 unless told otherwise; a level question offers all five.
Answers are written as in an answer file: 2, "unknown", ["item"], None, or `NA`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from maturity.load.framework import with_full_ids
from maturity.model.answers import Answer, AnswerSheet
from maturity.model.assessment import Assessment, Capacity, LocalWeight, Target
from maturity.model.framework import Framework, FrameworkFile, Questionnaire
from maturity.model.scored import Node, QuestionResult
from maturity.score import NodeScore, Scores, score
from maturity.score.node_results import dimension_nodes, lens_node, overall_node

F = Fraction
Data = dict[str, Any]


class Out:
    """The answer "not applicable, with a reason"."""

    def __init__(self, reason: str = "it does not apply") -> None:
        self.reason = reason


NA = Out()


def level(name: str, *levels: int | Fraction, **keys: Any) -> Data:
    """A level question; without levels it offers 0 to 4."""
    offered = levels or (0, 1, 2, 3, 4)
    statements = {Fraction(number): f"statement {number}" for number in offered}
    return _question(name, "level", keys, levels=statements)


def choice(name: str, options: dict[str, int | Fraction], **keys: Any) -> Data:
    """A choice; option id → level."""
    listed = [{"id": key, "label": key.title(), "level": at} for key, at in options.items()]
    return _question(name, "choice", keys, options=listed)


def checklist(name: str, items: str | dict[str, int | Fraction], **keys: Any) -> Data:
    """A checklist; `items` are ids in one text, or id → weight."""
    weights = dict.fromkeys(items.split(), Fraction(1)) if isinstance(items, str) else items
    listed = [{"id": key, "label": key.title(), "weight": w} for key, w in weights.items()]
    return _question(name, "checklist", keys, items=listed)


def number(name: str, **keys: Any) -> Data:
    """A number of percent."""
    return _question(name, "number", keys, unit="percent")


def yes_no(name: str, *, yes: int | Fraction = 3, no: int | Fraction = 0, **keys: Any) -> Data:
    """A yes or no."""
    return _question(name, "yes-no", keys, level_if_yes=yes, level_if_no=no)


def text(name: str, **keys: Any) -> Data:
    """An open question."""
    return _question(name, "text", keys)


def _question(name: str, kind: str, keys: Data, **own: Any) -> Data:
    return {"id": name, "ask": f"{name}?", "type": kind, **own, **keys}


def ceiling(at_most: int | Fraction, cap: int | Fraction, dimension: str | None = None) -> Data:
    """One entry of `critical`."""
    entry = {"at_most": at_most, "cap": cap, "because": f"at {at_most} no more than {cap}"}
    return entry if dimension is None else {**entry, "dimension": dimension}


def topic(name: str, *children: Data, **keys: Any) -> Data:
    """A topic with questions, or with topics."""
    return {"id": name, "title": name.title(), **_children(children), **keys}


def dimension(name: str, *children: Data, **keys: Any) -> Data:
    """A questionnaire with questions, or with topics."""
    return {"format": "questionnaire/1", **topic(name, *children, **keys)}


def _children(children: tuple[Data, ...]) -> Data:
    topics = [child for child in children if "ask" not in child]
    return {"topics": topics} if topics else {"questions": list(children)}


def framework(*dimensions: Data, **keys: Any) -> Framework:
    """A framework of these questionnaires; `keys` are those of framework.yaml."""
    shared = {
        "format": "framework/1",
        "id": "test",
        "version": "1.0.0",
        "title": "Test",
        "levels": levels(0, 1, 2, 3, 4),
        "dimensions": [part["id"] for part in dimensions],
    }
    file = FrameworkFile.model_validate({**shared, **keys})
    parts = (with_full_ids(Questionnaire.model_validate(part)) for part in dimensions)
    return Framework(file, tuple(parts))


def levels(*numbers: int | Fraction) -> list[Data]:
    """The steps of a scale."""
    return [{"level": number, "name": f"Level {number}"} for number in numbers]


def sheet(
    answers: Data,
    respondent: str = "a",
    *,
    of: Framework,
    role: str | None = None,
    unit: str | None = None,
    agreed: bool = False,
) -> AnswerSheet:
    """One respondent's answers, by full id."""
    return AnswerSheet(
        path=f"{respondent}.yaml",
        respondent="" if agreed else respondent,
        role=role,
        unit=unit,
        agreed=agreed,
        answers={name: _answer(of, name, given) for name, given in answers.items()},
    )


def _answer(of: Framework, name: str, given: object) -> Answer:
    if given is None:
        return Answer(state="unanswered")
    if given == "unknown":
        return Answer(state="unknown")
    if isinstance(given, Out):
        return Answer(state="not-applicable", reason=given.reason)
    return Answer(state="answered", value=of.questions[name].parse(given))


def assessment(of: Framework, *sheets: AnswerSheet, **keys: Any) -> Assessment:
    """An assessment of these sheets; `keys` are fields of Assessment."""
    local = {
        name: LocalWeight(weight=weight, because="we differ")
        for name, weight in keys.pop("weights", {}).items()
    }
    targets = {name: Target(level=at) for name, at in keys.pop("targets", {}).items()}
    profile = of.profile(keys.pop("profile")) if "profile" in keys else None
    defaults: Data = {
        "organisation": "Example Council",
        "facts": {},
        "assumed": (),
        "date": None,
        "scope": "full",
        "status": "draft",
        "approvals": (),
        "roles": (),
        "capacity": Capacity(),
        "tracked": {},
        "local_actions": (),
        "commentary": {},
    }
    return Assessment(
        framework=of,
        profile=profile,
        targets=targets,
        weights=local,
        sheets=tuple(sheets),
        **{**defaults, **keys},
    )


def answered(of: Framework, answers: Data | list[Data], **keys: Any) -> Assessment:
    """An assessment of one respondent's answers, or of those of several: a, b, c, …"""
    given = answers if isinstance(answers, list) else [answers]
    sheets = [sheet(each, chr(ord("a") + i), of=of) for i, each in enumerate(given)]
    return assessment(of, *sheets, **keys)


def scored(of: Framework, answers: Data | list[Data], **keys: Any) -> Scores:
    """Score one respondent's answers, or those of several."""
    return score(answered(of, answers, **keys))


def described(exercise: Assessment) -> dict[str, Node]:
    """What a Result says of the overall score, the dimensions, topics and lenses, by id."""
    scores = score(exercise)
    dimensions = dimension_nodes(exercise, scores)
    nodes = [overall_node(exercise, scores), *dimensions]
    nodes += [node for part in dimensions for node in _topics(part)]
    lenses = exercise.framework.file.lenses
    nodes += [lens_node(lens, exercise, scores) for lens in lenses]
    return {node.id: node for node in nodes}


def _topics(node: Node) -> list[Node]:
    return [below for part in node.topics for below in (part, *_topics(part))]


def asked(exercise: Assessment, name: str) -> QuestionResult:
    """What a Result says of a question."""
    questions = [q for node in described(exercise).values() for q in node.questions]
    return next(question for question in questions if question.id == name)


def one(*children: Data, **keys: Any) -> Framework:
    """A framework of the single dimension `d`; `keys` are those of framework.yaml."""
    return framework(dimension("d", *children), **keys)


def d(found: Scores) -> NodeScore:
    """The numbers of the dimension `d`."""
    return found.nodes["d"]


def ends(node: NodeScore) -> tuple[object, object]:
    """The range of a group."""
    return node.low, node.high


def bites(node: NodeScore) -> list[tuple[str, object, object]]:
    """The ceilings below the score before them: question, its level, ceiling."""
    return [(cap.question, cap.value, cap.cap) for cap in node.caps]


def awaits(node: NodeScore) -> list[tuple[str, object]]:
    """The ceilings that are pending: question, ceiling."""
    return [(cap.question, cap.cap) for cap in node.pending]


def capped(node: NodeScore) -> tuple[object, object]:
    """The score, and the score before its ceilings where one bit."""
    return node.score, node.uncapped
