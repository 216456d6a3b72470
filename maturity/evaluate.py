"""The library's front door: an assessment becomes a Result, scored and planned."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity import __version__
from maturity.model.levels import as_number, show
from maturity.model.planned import Tracking
from maturity.model.provenance import (
    Approved,
    CapacityInfo,
    FactValueShown,
    FrameworkInfo,
    OrganisationInfo,
    Parameters,
    ProfileInfo,
    RespondentInfo,
    Respondents,
    RoleCount,
    RoleTitle,
    ScaleInfo,
    ScaleLevel,
    SourceInfo,
    Tool,
    UnitCount,
)
from maturity.model.result import Result
from maturity.model.untranslated import Untranslated, text_digest
from maturity.score import score
from maturity.score.lists import disagreements, left_out, unknowns
from maturity.score.node_results import dimension_nodes, lens_node, overall_node

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework
    from maturity.model.shared import Fact
    from maturity.plan import Plan
    from maturity.score import Scores


def evaluate(assessment: Assessment, *, with_plan: bool = True) -> Result:
    """Score and plan an assessment; without a plan it is the scores alone, and quicker.

    Returns:
        Everything that a report needs; the same assessment gives the same Result.
    """
    scores = score(assessment)
    return as_result(assessment, scores, _plan(assessment, scores) if with_plan else None)


def as_result(assessment: Assessment, scores: Scores, plan: Plan | None) -> Result:
    """Put what was scored and planned into a Result; without a plan it holds none."""
    profile = assessment.profile
    return Result(
        tool=Tool(version=__version__),
        framework=_framework(assessment.framework),
        parameters=_parameters(assessment),
        organisation=_organisation(assessment),
        profile=ProfileInfo(id=profile.id, title=profile.title, summary=profile.summary)
        if profile
        else None,
        date=assessment.date.isoformat() if assessment.date else None,
        scope=assessment.scope,
        status=assessment.status,
        approvals=_approvals(assessment),
        answers_digest=assessment.answers_digest,
        respondents=_respondents(assessment),
        overall=overall_node(assessment, scores),
        dimensions=dimension_nodes(assessment, scores),
        lenses=tuple(
            lens_node(lens, assessment, scores) for lens in assessment.framework.file.lenses
        ),
        plan=plan.planned if plan else (),
        plan_note=plan.note if plan else "",
        beyond=plan.beyond if plan else (),
        tracked=_tracked(assessment),
        unknowns=unknowns(assessment, scores),
        disagreements=disagreements(assessment, scores),
        left_out=left_out(assessment, scores),
        commentary=dict(sorted(assessment.commentary.items())),
        notes=assessment.notes,
        sources=_sources(assessment.framework),
        theme=assessment.theme,
        untranslated=_untranslated(assessment),
    )


def _plan(assessment: Assessment, scores: Scores) -> Plan:
    from maturity.plan import make_plan  # scores alone need not wait for it

    return make_plan(assessment, scores)


def _framework(framework: Framework) -> FrameworkInfo:
    file = framework.file
    return FrameworkInfo(
        id=file.id,
        version=file.version,
        title=file.title,
        summary=file.summary,
        language=file.language,
        digest=framework.digest,
        renamed=file.renamed,
    )


def _untranslated(assessment: Assessment) -> Untranslated | None:
    """Say which texts a translation lacks, numbers with their untranslated units included."""
    framework = assessment.framework
    if framework.original is None or not framework.untranslated:
        return None
    facts = [fact for fact in framework.file.facts if fact.unit in framework.untranslated]
    amounts = (_fact_value(fact, assessment.facts[fact.id]) for fact in facts)
    texts = {text_digest(text) for text in (*framework.untranslated, *amounts)}
    language = framework.original.file.language
    return Untranslated(language=language, texts=tuple(sorted(texts)))


def _parameters(assessment: Assessment) -> Parameters:
    file, scale = assessment.framework.file, assessment.framework.scale
    ladder = file.aggregate == "ladder"
    rate = assessment.capacity.day_rate
    return Parameters(
        scale=ScaleInfo(
            levels=tuple(
                ScaleLevel(
                    level=as_number(level.level), name=level.name, description=level.description
                )
                for level in file.levels
            ),
            bottom=as_number(scale.bottom),
            top=as_number(scale.top),
        ),
        aggregate=file.aggregate,
        pass_=as_number(scale.top if file.pass_ is None else file.pass_) if ladder else None,
        missing=file.missing,
        min_coverage=as_number(file.min_coverage),
        combine=file.combine,
        capacity=CapacityInfo(
            days_per_month=as_number(assessment.capacity.days_per_month),
            day_rate=None if rate is None else as_number(rate),
        ),
        roles=tuple(
            RoleTitle(id=role.id, title=role.title)
            for role in (*assessment.framework.file.roles, *assessment.roles)
        ),
    )


def _organisation(assessment: Assessment) -> OrganisationInfo:
    facts = tuple(
        FactValueShown(
            id=fact.id,
            ask=fact.ask,
            value=_fact_value(fact, assessment.facts[fact.id]),
            assumed=fact.id in assessment.assumed,
        )
        for fact in assessment.framework.file.facts
    )
    return OrganisationInfo(name=assessment.organisation, facts=facts)


def _fact_value(fact: Fact, value: Fraction | str) -> str:
    if isinstance(value, Fraction):
        return f"{show(value)} {fact.unit}".strip()
    return next((option.label for option in fact.options if option.id == value), value)


def _approvals(assessment: Assessment) -> tuple[Approved, ...]:
    return tuple(
        Approved(
            by=approval.by,
            date=approval.date.isoformat(),
            valid=approval.digest == assessment.answers_digest,
        )
        for approval in assessment.approvals
    )


def _respondents(assessment: Assessment) -> Respondents:
    people = sorted(
        (sheet for sheet in assessment.sheets if not sheet.agreed),
        key=lambda sheet: sheet.respondent,
    )
    by_role = Counter(sheet.role for sheet in people)
    by_unit = Counter(sheet.unit for sheet in people)
    roles = (*assessment.framework.file.roles, *assessment.roles)
    return Respondents(
        count=len(people),
        agreed=len(assessment.sheets) - len(people),
        roles=tuple(
            RoleCount(id=role.id, title=role.title, count=by_role[role.id])
            for role in roles
            if by_role[role.id]
        ),
        units=tuple(
            UnitCount(unit=unit, count=count)
            for unit, count in sorted((u, n) for u, n in by_unit.items() if u is not None)
        ),
        people=tuple(
            RespondentInfo(id=sheet.respondent, role=sheet.role, unit=sheet.unit, name=sheet.name)
            for sheet in people
        ),
    )


def _tracked(assessment: Assessment) -> tuple[Tracking, ...]:
    return tuple(
        Tracking(
            id=name,
            title=assessment.actions[name].title,
            status=tracked.status,
            owner=tracked.owner,
            due=tracked.due.isoformat() if tracked.due else None,
            note=tracked.note,
        )
        for name, tracked in sorted(assessment.tracked.items())
    )


def _sources(framework: Framework) -> tuple[SourceInfo, ...]:
    """Give the sources that a question or an action cites."""
    cited = {name for question in framework.questions.values() for name in question.sources}
    cited |= {name for action in framework.actions.values() for name in action.sources}
    return tuple(
        SourceInfo(
            id=source.id,
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            date=source.date,
            checked=source.checked,
        )
        for source in framework.file.sources
        if source.id in cited
    )
