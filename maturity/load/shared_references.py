"""Stage 1: does what framework.yaml itself says hold together?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maturity.load.references import why_no_value
from maturity.load.soundness import on_scale
from maturity.model.framework import dimension_of
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction
    from typing import Protocol

    from maturity.load.findings import Findings, Path
    from maturity.model.framework import Framework, FrameworkFile

    class _Named(Protocol):
        @property
        def id(self) -> str: ...


RESERVED = ("overall", "summary")
"""Ids that stand for the whole in results and commentary."""


def check_scale(file: FrameworkFile, findings: Findings) -> None:
    """Note levels that do not rise, a top below them, and ids that stand twice."""
    for index, (before, level) in enumerate(pairwise(file.levels), start=1):
        if level.level <= before.level:
            message = f"level {show(level.level)} does not come after {show(before.level)}"
            place = ("levels", index, "level")
            findings.at(place, message, "list the levels in rising order", "non-monotonic-levels")
    if file.top is not None and file.top < file.levels[-1].level:
        hint = f"{show(file.levels[-1].level)} or more"
        findings.at(("top",), "top is below the last level", hint, "invalid-value")
    lists: dict[str, Sequence[_Named]] = {
        "roles": file.roles,
        "facts": file.facts,
        "profiles": file.profiles,
        "lenses": file.lenses,
        "sources": file.sources,
    }
    for name, things in lists.items():
        findings.unique((name,), [thing.id for thing in things], name.removesuffix("s"))
    for index, name in enumerate(file.dimensions):
        if name in RESERVED:
            hint = "give the dimension another id"
            message = f"'{name}' cannot be a dimension's id: it means the whole"
            findings.at(("dimensions", index), message, hint, "invalid-value")
    if len(set(file.dimensions)) < len(file.dimensions):
        findings.at(
            ("dimensions",), "a dimension is listed twice", "list each once", "duplicate-id"
        )


def check_shared(framework: Framework, findings: Findings) -> None:
    """Note what framework.yaml names that its questionnaires do not have."""
    _check_facts(framework, findings)
    _check_profiles(framework, findings)
    _check_history(framework, findings)
    if framework.file.pass_ is not None:
        on_scale(framework.file.pass_, ("pass",), framework.scale, findings)
    check_dimension_weights({}, framework, ("dimensions",), findings)


def check_dimension_weights(
    factors: Mapping[str, Fraction], framework: Framework, place: Path, findings: Findings
) -> None:
    """Note that factors leave no dimension with a weight, so that there is no overall score."""
    if not any(group.weight * factors.get(group.id, 1) for group in framework.questionnaires):
        hint = "give one a weight above 0"
        findings.at(place, "all dimensions weigh 0", hint, "weights")


def _check_facts(framework: Framework, findings: Findings) -> None:
    for index, fact in enumerate(framework.file.facts):
        place = ("facts", index)
        findings.unique((*place, "options"), [option.id for option in fact.options], "option")
        if (fact.type == "choice") != bool(fact.options):
            wrong = "has no options" if fact.type == "choice" else "has options"
            hint = "a fact of type choice, and no other, has options"
            findings.at(place, f"'{fact.id}' {wrong}", hint, "invalid-value")
        elif fact.if_unknown is not None:
            problem = why_no_value(fact, fact.if_unknown)
            if problem:
                findings.at((*place, "if_unknown"), problem[0], problem[1], "invalid-value")


def _check_profiles(framework: Framework, findings: Findings) -> None:
    dimensions = framework.file.dimensions
    weighable = {*dimensions, *framework.questions}
    for index, profile in enumerate(framework.file.profiles):
        base = ("profiles", index)
        for dimension, target in profile.targets.items():
            place = (*base, "targets", dimension)
            findings.unknown(place, "dimension", dimension, dimensions, key=True)
            on_scale(target, place, framework.scale, findings)
        for name in profile.weights:
            place = (*base, "weights", name)
            findings.unknown(place, "dimension or question", name, weighable, key=True)
        if profile.weights and any(group.weight for group in framework.questionnaires):
            check_dimension_weights(profile.weights, framework, (*base, "weights"), findings)
        for number, name in enumerate(profile.leave_out):
            place_out = (*base, "leave_out", number)
            findings.unknown(place_out, "question", name, framework.questions)


def _check_history(framework: Framework, findings: Findings) -> None:
    """Note old ids that are in use again, and new ids that lead nowhere or round in a circle."""
    file, rule = framework.file, "unknown-reference"
    retired = set(file.retired)
    known = {*framework.questions, *file.renamed, *retired}
    for index, name in enumerate(file.retired):
        if name in framework.questions:
            hint = "give the question a new id; answers to the old one must not count for it"
            findings.at(("retired", index), f"'{name}' is retired and used again", hint, rule)
    for old, new in file.renamed.items():
        place = ("renamed", old)
        if old in retired:
            hint = "keep it in one of the two"
            findings.at(place, f"'{old}' is renamed and retired", hint, rule, key=True)
        if old in framework.questions:
            hint = "remove it from renamed, or give the question another id"
            findings.at(place, f"'{old}' is renamed and used again", hint, rule, key=True)
        for number, name in enumerate(new):
            findings.unknown((*place, number), "question", name, known)
        if comes_round(old, file):
            hint = "let every chain end at a question or a retired id"
            findings.at(place, f"'{old}' is renamed to itself in the end", hint, rule, key=True)


def comes_round(old: str, file: FrameworkFile) -> bool:
    """Say whether following a renamed id leads back to it."""
    seen, ahead = set(), list(file.renamed[old])
    while ahead:
        name = ahead.pop()
        if name == old:
            return True
        if name not in seen:
            seen.add(name)
            ahead.extend(file.renamed.get(name, ()))
    return False


def check_rungs_of_dimensions(framework: Framework, findings: Findings) -> None:
    """Note dimensions without a rung where they are a ladder."""
    if framework.file.aggregate != "ladder":
        return
    for index, group in enumerate(framework.questionnaires):
        if group.rung is None:
            message = f"'{dimension_of(group.id)}' has no rung, and the dimensions are a ladder"
            hint = f"add 'rung:' to {group.id}.yaml"
            findings.at(("dimensions", index), message, hint, "missing-field")
