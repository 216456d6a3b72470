"""Stage 1: assessment.yaml and answer files become one settled Assessment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem, fail
from maturity.load.answers import SheetReader, check_version
from maturity.load.collect import collect
from maturity.load.findings import Findings, stop_if_any
from maturity.load.framework import find_framework, framework_named
from maturity.load.local import check_assessment
from maturity.load.settle import (
    check_alone,
    settle_facts,
    settle_name,
    settle_profile,
    settle_scope,
)
from maturity.load.shape import fit
from maturity.model.answers import AnswersFile
from maturity.model.assessment import Assessment, AssessmentFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.load.positions import Document
    from maturity.load.settle import Stated
    from maturity.model.answers import Organisation
    from maturity.model.framework import Framework
    from maturity.model.theme import ThemeInfo

Sheets = list[tuple[AnswersFile, Findings]]


def load_assessment(
    paths: Sequence[Path],
    *,
    framework: str | None = None,
    profile: str | None = None,
    language: str | None = None,
) -> Assessment:
    """Load everything that the paths mean, and settle it.

    Args:
        paths: Assessment folders, assessment.yaml, answer files or folders of them.
        framework: An id or a path that outranks what the files name.
        profile: A profile that outranks what the files name.
        language: The language to have the framework's texts in; else they stay as written.

    Raises:
        MaturityError: With every problem of every file, each at its place.
    """
    collected = collect(paths)
    sheets = _fit_sheets(collected.answers)
    main = _fit_main(collected.assessment)
    if main is None and not sheets:
        raise fail("there is nothing to score", "give an answer file or an assessment's folder")
    used, language_notes = _framework(main, sheets, framework, language)
    if main is not None:
        _check_main_version(main, used)
    for file, findings in sheets:
        check_version(file, used, findings)
    stop_if_any(*_noted(main, sheets))
    assessment = _settle(main, sheets, used, profile, language_notes)
    _check_approvals(assessment, main)
    return assessment


def _fit_sheets(documents: Sequence[Document]) -> Sheets:
    sheets: Sheets = []
    broken: list[Problem] = []
    for document in documents:
        file, shape = fit(AnswersFile, document)
        findings = Findings(document, shape)
        broken += findings.problems
        if file is not None:
            sheets.append((file, findings))
    stop_if_any(broken)
    return sheets


def _fit_main(document: Document | None) -> tuple[AssessmentFile, Findings] | None:
    if document is None:
        return None
    file, shape = fit(AssessmentFile, document)
    findings = Findings(document, shape)
    stop_if_any(findings.problems)
    return (file, findings) if file is not None else None


def _noted(main: tuple[AssessmentFile, Findings] | None, sheets: Sheets) -> list[list[Problem]]:
    return [*([main[1].problems] if main else []), *(findings.problems for _, findings in sheets)]


def _framework(
    main: tuple[AssessmentFile, Findings] | None,
    sheets: Sheets,
    override: str | None,
    language: str | None,
) -> tuple[Framework, list[str]]:
    """Load the framework that is asked for, else that the assessment or the first file names."""
    if override is not None:
        return _found(override, language)
    refs = [(main[0].framework, main[1])] if main else []
    refs += [(file.framework, findings) for file, findings in sheets]
    ref, findings = refs[0]
    try:
        return _found(framework_named(ref, Path(findings.document.source.path)), language)
    except MaturityError as error:
        if any(problem.location for problem in error.problems):
            raise
        key = "path" if ref.path is not None else "id"
        place = findings.document.locate(("framework", key))
        named = [Problem(p.message, p.hint, place, "unknown-reference") for p in error.problems]
        raise MaturityError(*named) from None


def _found(name: str, language: str | None) -> tuple[Framework, list[str]]:
    if language is None:
        return find_framework(name), []
    from maturity.load.translation import find_translated  # most reports need none of it

    return find_translated(name, language)


def _check_main_version(main: tuple[AssessmentFile, Findings], framework: Framework) -> None:
    file, findings = main
    check_version(AnswersFile(format="answers/1", framework=file.framework), framework, findings)


def _settle(
    main: tuple[AssessmentFile, Findings] | None,
    sheets: Sheets,
    framework: Framework,
    override: str | None,
    notes: Sequence[str],
) -> Assessment:
    stated: list[Stated] = [(main[0].organisation, main[1])] if main else []
    stated += [(f.organisation, findings) for f, findings in sheets if f.organisation is not None]
    if not stated:
        raise fail(
            "no file says which organisation this is",
            "add 'organisation: {name: …, profile: …}' to an answer file or an assessment.yaml",
        )
    first = stated[0][0]
    file = main[0] if main else _file_of(sheets[0][0], first)
    profile, wrong_profile = settle_profile(stated, override, framework, outranks=main is not None)
    facts, assumed, no_facts = settle_facts(stated, framework, outranks=main is not None)
    name, name_notes = settle_name(stated, outranks=main is not None)
    roles = {role.id for role in (*framework.file.roles, *file.roles)}
    reader = SheetReader(framework, roles)
    read = [(*reader.read(sheet, found), found) for sheet, found in sheets]
    check_alone([(sheet, found) for sheet, _, found in read])
    theme = None
    if main is not None:
        check_assessment(file, framework, main[1])
        theme = _theme(file, main[1])
    stop_if_any(wrong_profile, no_facts, *_noted(main, sheets))
    settled = main is not None and "scope" in file.model_fields_set
    scope, scope_notes = (file.scope, []) if settled else settle_scope([s for s, _ in sheets])
    settled_notes = [*name_notes, *scope_notes]
    read_notes = [note for _, notes, _ in read for note in notes]
    return Assessment(
        framework=framework,
        organisation=name,
        profile=profile,
        facts=facts,
        assumed=tuple(assumed),
        date=file.date or max((s.date for s, _ in sheets if s.date is not None), default=None),
        scope=scope,
        status=file.status,
        approvals=file.approvals,
        roles=file.roles,
        targets=file.targets,
        weights=file.weights,
        capacity=file.capacity,
        tracked=file.actions.tracked,
        local_actions=file.actions.local,
        commentary=file.commentary,
        sheets=tuple(sheet for sheet, _, _ in read),
        notes=tuple(dict.fromkeys((*notes, *settled_notes, *read_notes))),
        theme=theme,
    )


def _theme(file: AssessmentFile, findings: Findings) -> ThemeInfo | None:
    if file.theme is None:
        return None
    from maturity.load.theme import assessment_theme  # most assessments have none

    return assessment_theme(file.theme, findings)


def _file_of(sheet: AnswersFile, organisation: Organisation) -> AssessmentFile:
    """Stand in for an assessment.yaml where there is none: everything at its default."""
    return AssessmentFile(
        format="assessment/1", framework=sheet.framework, organisation=organisation
    )


def _check_approvals(assessment: Assessment, main: tuple[AssessmentFile, Findings] | None) -> None:
    """Refuse a final assessment whose answers changed after somebody approved them."""
    if main is None or assessment.status != "final":
        return
    findings = main[1]
    for index, approval in enumerate(assessment.approvals):
        if approval.digest != assessment.answers_digest:
            message = f"the answers changed after {approval.by} approved them"
            hint = (
                f"approve them again (their digest is now {assessment.answers_digest}), "
                "or set 'status: draft'"
            )
            findings.at(("approvals", index, "digest"), message, hint, "invalid-value")
    stop_if_any(findings.problems)
