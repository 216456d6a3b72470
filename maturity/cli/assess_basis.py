"""`maturity assess`: what is known before a question is asked: framework, organisation, answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maturity.ask.asked import Audience, Selection, select
from maturity.load.answers import SheetReader, check_version
from maturity.load.collect import ANSWERS, ASSESSMENT
from maturity.load.findings import Findings, stop_if_any
from maturity.load.framework import find_framework, framework_named
from maturity.load.kinds import kind_of, wrong_kind
from maturity.load.local import check_assessment
from maturity.load.settle import settle_facts, settle_profile
from maturity.load.shape import fit
from maturity.load.source import read_bytes_of
from maturity.load.yaml_reader import Limits, read_bytes, read_file
from maturity.model.answers import AnswersFile, AnswerSheet
from maturity.model.assessment import Assessment, AssessmentFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from maturity.load.positions import Document
    from maturity.load.settle import Stated
    from maturity.model.answers import Answer, Organisation
    from maturity.model.condition import FactValue
    from maturity.model.framework import Framework
    from maturity.model.shared import Profile


@dataclass
class Basis:
    """One respondent's file, and what it and the assessment around it say."""

    path: Path
    data: bytes
    file: AnswersFile
    framework: Framework
    main: tuple[AssessmentFile, Findings] | None
    profile: Profile | None
    given: dict[str, FactValue]
    """The facts that somebody stated."""
    answers: dict[str, Answer]
    notes: list[str] = field(default_factory=list)
    """What the person should know of how the file was read."""

    @property
    def organisation(self) -> Organisation | None:
        """What is said of the organisation."""
        return self.main[0].organisation if self.main else self.file.organisation

    @property
    def facts(self) -> dict[str, FactValue]:
        """Every fact as conditions see it: what was stated, else what is assumed."""
        facts = self.framework.file.facts
        assumed = {f.id: f.if_unknown for f in facts if f.if_unknown is not None}
        return {**assumed, **self.given}

    @property
    def is_quick(self) -> bool:
        """Whether the short version is answered."""
        return (self.main[0].scope if self.main else self.file.scope) == "quick"

    def selection(self, audience: Audience) -> Selection:
        """Choose the questions to ask."""
        return select(self.framework, audience, self.facts)

    def read(self, data: bytes) -> dict[str, Answer]:
        """Read the answers of the file's bytes, as they are by now.

        Raises:
            MaturityError: They are wrong.
        """
        document = read_bytes(data, str(self.path))
        file, findings = _fit_answers(document)
        return _answers(file, findings, self.framework, self.main)[0]

    def assessment(self, answers: Mapping[str, Answer]) -> Assessment:
        """Make what is scored: this respondent's answers alone."""
        main, file, organisation = self.main, self.file, self.organisation
        settled = main[0] if main else _alone(file, organisation)
        sheet = AnswerSheet(
            str(self.path),
            "" if file.kind == "agreed" else file.respondent.id or self.path.stem,
            dict(answers),
            role=file.respondent.role,
            unit=file.respondent.unit,
            name=file.respondent.name,
            agreed=file.kind == "agreed",
            date=file.date,
        )
        facts = self.facts
        return Assessment(
            framework=self.framework,
            organisation=organisation.name if organisation else "",
            profile=self.profile,
            facts={f.id: facts[f.id] for f in self.framework.file.facts if f.id in facts},
            assumed=tuple(f.id for f in self.framework.file.facts if f.id not in self.given),
            date=settled.date or file.date,
            scope="quick" if self.is_quick else "full",
            status=settled.status,
            approvals=(),
            roles=settled.roles,
            targets=settled.targets,
            weights=settled.weights,
            capacity=settled.capacity,
            tracked=settled.actions.tracked,
            local_actions=settled.actions.local,
            commentary={},
            sheets=(sheet,),
        )


def read_basis(path: Path, main_path: Path | None, override: str | None) -> Basis:
    """Read an answer file and the assessment.yaml around it.

    Raises:
        MaturityError: With every problem of both, each at its place.
    """
    data = read_bytes_of(path, Limits().max_bytes)
    file, findings = _fit_answers(read_bytes(data, str(path)))
    main = read_main(main_path) if main_path is not None else None
    framework = find_framework(override or _named(main, file, path, main_path))
    check_version(file, framework, findings)
    if main is not None:
        check_assessment(main[0], framework, main[1])
    stop_if_any(findings.problems, main[1].problems if main else ())
    answers, notes = _answers(file, findings, framework, main)
    stated: list[Stated] = [(main[0].organisation, main[1])] if main else []
    if main is None and file.organisation is not None:
        stated.append((file.organisation, findings))
    profile, given = _settled(stated, framework)
    return Basis(path, data, file, framework, main, profile, given, answers, notes)


def read_main(path: Path) -> tuple[AssessmentFile, Findings]:
    """Read an assessment.yaml."""
    document = read_file(path)
    file, shape = fit(AssessmentFile, document)
    findings = Findings(document, shape)
    stop_if_any(findings.problems)
    if file is None or kind_of(document) != ASSESSMENT:
        stop_if_any([wrong_kind(document, kind_of(document), (ASSESSMENT,))])
    assert file is not None  # noqa: S101 - what does not fit has a problem that says why
    return file, findings


def _fit_answers(document: Document) -> tuple[AnswersFile, Findings]:
    kind = kind_of(document)
    if document.data is not None and kind != ANSWERS:
        stop_if_any([wrong_kind(document, kind, (ANSWERS,))])
    file, shape = fit(AnswersFile, document)
    findings = Findings(document, shape)
    stop_if_any(findings.problems)
    assert file is not None  # noqa: S101 - what does not fit has a problem that says why
    return file, findings


def _answers(
    file: AnswersFile,
    findings: Findings,
    framework: Framework,
    main: tuple[AssessmentFile, Findings] | None,
) -> tuple[dict[str, Answer], list[str]]:
    local = main[0].roles if main else ()
    roles = {role.id for role in (*framework.file.roles, *local)}
    sheet, notes = SheetReader(framework, roles).read(file, findings)
    stop_if_any(findings.problems)
    return sheet.answers, notes


def _named(
    main: tuple[AssessmentFile, Findings] | None,
    file: AnswersFile,
    path: Path,
    main_path: Path | None,
) -> str:
    """Give the framework's id, or its path as seen from here."""
    if main is not None and main_path is not None:
        return framework_named(main[0].framework, main_path)
    return framework_named(file.framework, path)


def _settled(
    stated: list[Stated], framework: Framework
) -> tuple[Profile | None, dict[str, FactValue]]:
    """Give the profile and the facts that are stated; those still open are asked."""
    if not stated:
        return None, {}
    profile, wrong = settle_profile(stated, None, framework, outranks=True)
    facts, assumed, _ = settle_facts(stated, framework, outranks=True)
    stop_if_any(wrong, stated[0][1].problems)
    return profile, {name: value for name, value in facts.items() if name not in assumed}


def _alone(file: AnswersFile, organisation: Organisation | None) -> AssessmentFile:
    from maturity.model.answers import Organisation as Named

    who = organisation or Named(name="Your organisation")
    return AssessmentFile(format="assessment/1", framework=file.framework, organisation=who)
