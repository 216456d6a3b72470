"""Stage 6: what a framework asks, for a person who chooses or prepares one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.framework import questions_in
from maturity.model.levels import show
from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.model.shared import Fact

_COUNTS = ("Questions", "Short", "Critical", "Actions")
_SHORT = "Short: how many are in the short version, which holds the quick and the critical ones."


def list_frameworks(frameworks: Sequence[Framework]) -> list[Block]:
    """List frameworks with their versions and sizes."""
    rows = [
        (
            framework.file.id,
            framework.file.version,
            framework.file.title,
            str(len(framework.questionnaires)),
            str(len(framework.questions)),
            str(len(framework.actions)),
        )
        for framework in frameworks
    ]
    headers = ("Framework", "Version", "Title", "Dimensions", "Questions", "Actions")
    return [Columns(headers, tuple(rows), frozenset({3, 4, 5}))]


def _count(questions: Iterable[Question], actions: int) -> tuple[str, ...]:
    asked = list(questions)
    quick = sum(question.quick or bool(question.critical) for question in asked)
    critical = sum(bool(question.critical) for question in asked)
    return str(len(asked)), str(quick), str(critical), str(actions)


def describe(framework: Framework) -> list[Block]:
    """Show a framework: dimensions, levels, profiles with their targets, roles and facts."""
    file = framework.file
    blocks: list[Block] = [
        Heading(f"{file.title} ({file.id} {file.version})"),
        Paragraph(file.summary),
        _dimensions(framework),
        Paragraph(_SHORT),
        Heading("Levels"),
        Points(tuple(f"{show(x.level)} {x.name}: {x.description}" for x in file.levels)),
    ]
    if file.profiles:
        blocks += [Heading("Profiles and their targets"), _profiles(framework)]
    if file.roles:
        roles = tuple(f"{role.id}: {role.title}" for role in file.roles)
        blocks += [Heading("Roles of respondents"), Points(roles)]
    if file.facts:
        blocks += [Heading("Facts asked first"), Points(tuple(map(_fact, file.facts)))]
    return [block for block in blocks if block != Paragraph("")]


def _dimensions(framework: Framework) -> Columns:
    rows = [
        (part.id, part.title, *_count(questions_in(part), len(part.actions)))
        for part in framework.questionnaires
    ]
    whole = _count(framework.questions.values(), len(framework.actions))
    rows.append(("all", "", *whole))
    return Columns(("Dimension", "Title", *_COUNTS), tuple(rows), frozenset(range(2, 6)))


def _profiles(framework: Framework) -> Columns:
    dimensions = framework.file.dimensions
    rows = []
    for profile in framework.file.profiles:
        targets = [profile.targets.get(name) for name in dimensions]
        shown = ["" if target is None else show(target) for target in targets]
        rows.append((profile.id, *shown))
    right = frozenset(range(1, len(dimensions) + 1))
    return Columns(("Profile", *dimensions), tuple(rows), right)


def _fact(fact: Fact) -> str:
    answers = {"yes-no": "yes or no", "number": f"a number of {fact.unit}"}.get(fact.type)
    options = answers or ", ".join(option.id for option in fact.options)
    return f"{fact.id}: {fact.ask} ({options})"
