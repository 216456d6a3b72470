"""Stage 4 told again: the rules of scoring in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import from_number, show

if TYPE_CHECKING:
    from maturity.explain.parts import Parts, Place
    from maturity.model.part import Number
    from maturity.model.scored import Node, QuestionResult

_COMBINE = {
    "median": "Its level is the middle one of the answers that count; of an even number, the mean "
    "of the middle two.",
    "mean": "Its level is the mean of the answers that count.",
    "min": "Its level is the lowest of the answers that count.",
    "max": "Its level is the highest of the answers that count.",
}


def group_rule(parts: Parts, place: Place, node: Node) -> str:
    """Say how a group is made of its parts."""
    if place.kind == "lens":
        return (
            "The mean of the theme's questions by weight, whatever dimension they stand in: each "
            "level times its weight, added up, divided by the sum of the weights. Ceilings do not "
            "reach a theme."
        )
    inner = _parts_name(place, node)
    rule = {
        "mean": f"The mean of its {inner} by weight: each {_value_name(inner)} times its weight, "
        "added up, divided by the sum of the weights.",
        "min": f"The lowest of its {inner}: the weakest decides.",
        "ladder": f"A ladder of its {inner}: a rung holds when every part on it reaches "
        f"{_pass(parts, node.pass_)}, and the score is the highest level below the first rung "
        "that does not hold.",
        "none": f"No single score: the {inner} are read side by side.",
    }.get(node.aggregate, "")
    if node.caps:
        rule += " The ceilings that critical questions set come after that; the lowest counts."
    return rule


def _parts_name(place: Place, node: Node) -> str:
    if place.kind == "overall":
        return "dimensions"
    return "topics" if node.topics else "questions"


def _value_name(inner: str) -> str:
    return "level" if inner == "questions" else "score"


def _pass(parts: Parts, pass_level: Number | None) -> str:
    return show(
        from_number(parts.result.parameters.scale.top if pass_level is None else pass_level)
    )


def question_rule(question: QuestionResult) -> str:
    """Say how a question gets its level from its answers."""
    if question.type == "text":
        return "Answered in words, so it has no level and is in no sum."
    if question.state == "not-asked":
        return "It is not asked here, so it is in no sum."
    if question.state not in ("scored", "not-applicable"):
        return "No answer gives it a level."
    if question.agreed:
        return (
            "An answer that was settled together sets the level; single answers are shown and "
            "do not count."
        )
    return _COMBINE.get(question.combine, "")


PLANNED_RULE = (
    "An action sets each question that it raises to the level stated, and everything is scored "
    "again; the difference is what it brings. At each turn the plan takes what closes the most of "
    "the gap for a day's work: one action with what it needs, or several that lift a dimension or "
    "topic together."
)
BEYOND_RULE = "It is not in the plan, which holds what brings a score closer to its target."
