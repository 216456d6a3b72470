"""The units or roles of one organisation side by side, each scored from its own people alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maturity.model.framework import dimension_of
from maturity.model.grouped import By, ByGroup, DimensionTitle, Group, GroupScore
from maturity.model.levels import as_number
from maturity.score import OVERALL, score
from maturity.score.tally import counts_towards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.answers import AnswerSheet
    from maturity.model.assessment import Assessment
    from maturity.score import NodeScore, Scores

NONE_NAMED = {"unit": "No unit named", "role": "No role named"}


def by_group(assessment: Assessment, by: By) -> ByGroup:
    """Score each unit or role from its own people's answers; what was settled together is out.

    A group is scored as a draft: what one group leaves unanswered another may have answered, so
    no ceiling is set by it. Roles are in the framework's order, units in alphabetical order, and
    last those who name none.
    """
    people: dict[str | None, list[AnswerSheet]] = {}
    for sheet in assessment.sheets:
        if not sheet.agreed:
            people.setdefault(sheet.unit if by == "unit" else sheet.role, []).append(sheet)
    file = assessment.framework.file
    titles = _titles(assessment, by, people)
    return ByGroup(
        by=by,
        framework=file.id,
        version=file.version,
        organisation=assessment.organisation,
        agreed_left_out=sum(sheet.agreed for sheet in assessment.sheets),
        dimensions=tuple(
            DimensionTitle(id=part.id, title=part.title)
            for part in assessment.framework.questionnaires
        ),
        groups=tuple(
            _group(assessment, name, title, people[name])
            for name, title in titles.items()
            if name in people
        ),
    )


def _titles(
    assessment: Assessment, by: By, people: dict[str | None, list[AnswerSheet]]
) -> dict[str | None, str]:
    titles: dict[str | None, str] = {}
    if by == "role":
        titles |= {
            role.id: role.title for role in (*assessment.framework.file.roles, *assessment.roles)
        }
    else:
        titles |= {name: name for name in sorted(name for name in people if name is not None)}
    return titles | {None: NONE_NAMED[by]}


def _group(
    assessment: Assessment, name: str | None, title: str, sheets: Sequence[AnswerSheet]
) -> Group:
    alone = replace(assessment, sheets=tuple(sheets), status="draft", approvals=())
    scores = score(alone)
    nodes, answered = scores.nodes, _answered(alone, scores)
    everyone = {place for places in answered.values() for place in places}
    return Group(
        id=name,
        title=title,
        respondents=len(sheets),
        dimensions={
            dimension: _score(nodes[dimension], len(places))
            for dimension, places in answered.items()
        },
        overall=_score(nodes[OVERALL], len(everyone)),
    )


def _answered(assessment: Assessment, scores: Scores) -> dict[str, set[int]]:
    """Find whose answers count in each dimension, by the place of their sheet."""
    questions, standings = assessment.framework.questions, scores.standings
    found: dict[str, set[int]] = {name: set() for name in assessment.framework.file.dimensions}
    for place, sheet in enumerate(assessment.sheets):
        for name, answer in sheet.answers.items():
            is_asked = standings[name].state != "not-asked" and questions[name].is_scored
            counts = is_asked and counts_towards(questions[name], sheet.role)
            if counts and answer.state == "answered":
                found[dimension_of(name)].add(place)
    return found


def _score(node: NodeScore, answered: int) -> GroupScore:
    """Give a group's number; where nobody answered there is none, whatever stands for it."""
    if not answered or node.score is None:
        return GroupScore(score=None, exact=None, answered=answered)
    return GroupScore(
        score=as_number(node.score),
        exact=str(node.score),
        coverage=None if node.coverage is None else as_number(node.coverage),
        provisional=node.provisional,
        answered=answered,
    )
