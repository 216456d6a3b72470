"""Stage 2: assessments and answer files against the framework that they name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.check.chunk import Checked, Chunk, placed
from maturity.check.subject import AnswersSubject, FileSubject
from maturity.errors import MaturityError, Problem
from maturity.load.answers import SheetReader, check_version
from maturity.load.assessment import load_assessment
from maturity.load.collect import ANSWERS_FOLDER, MAIN
from maturity.load.findings import Findings
from maturity.load.framework import find_framework, framework_named
from maturity.load.local import check_assessment
from maturity.load.settle import check_alone, settle_facts, settle_name, settle_profile
from maturity.load.shape import fit
from maturity.load.yaml_reader import read_file
from maturity.model.answers import AnswersFile
from maturity.model.assessment import AssessmentFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.gather import Gathered
    from maturity.check.subject import Options
    from maturity.load.settle import Stated
    from maturity.model.answers import FrameworkRef
    from maturity.model.framework import Framework
    from maturity.model.shared import Profile


@dataclass
class Frameworks:
    """The frameworks that answers name, each loaded once."""

    by_id: dict[str, list[Framework]] = field(default_factory=dict)
    """Those checked in the same run, which outrank the shipped ones."""
    loaded: dict[str | None, Framework | MaturityError] = field(default_factory=dict)

    def find(self, ref: FrameworkRef, findings: Findings) -> Framework | None:
        """Load the framework that a file names; None, and a problem, where that fails."""
        if ref.path is None and ref.id in self.by_id:
            return _of_its_version(self.by_id[ref.id], ref, findings)
        file = Path(findings.document.source.path)
        name = ref.id if ref.path is None else str(file.parent / ref.path)
        if name not in self.loaded:
            try:
                self.loaded[name] = find_framework(framework_named(ref, file))
            except MaturityError as error:
                self.loaded[name] = error
        found = self.loaded[name]
        if not isinstance(found, MaturityError):
            return found
        place = ("framework", "path" if ref.path is not None else "id")
        first = found.problems[0]
        if first.location is None:
            findings.at(place, first.message, first.hint, "unknown-reference")
        else:
            message = f"the framework '{name}' has errors, the first at {first.location}"
            findings.at(place, message, f"check it first: {first.message}", "unknown-reference")
        return None


def _of_its_version(
    found: list[Framework], ref: FrameworkRef, findings: Findings
) -> Framework | None:
    """Choose among frameworks of one id; None, and a problem, where the version leaves several."""
    if len(found) == 1:
        return found[0]
    same = [one for one in found if one.file.version == ref.version]
    if len(same) == 1:
        return same[0]
    versions = ", ".join(sorted(one.file.version for one in found))
    message = f"{len(found)} frameworks here are called '{ref.id}': versions {versions}"
    hint = "name the folder of the one that is meant: framework: {path: ../its-folder}"
    findings.at(("framework", "id"), message, hint, "unknown-reference")
    return None


@dataclass
class _Set:
    """The files of one assessment, or the answers of one organisation in one folder."""

    main: tuple[AssessmentFile, Findings] | None
    sheets: list[tuple[AnswersFile, Findings]] = field(default_factory=list)


def answer_chunks(gathered: Gathered, frameworks: Frameworks, options: Options) -> Iterator[Chunk]:
    """Give every assessment with its answers, then answers without one."""
    chunk = Chunk()
    sets: dict[object, _Set] = {}
    named = {file.resolved for file in gathered.files}
    for path in _assessments(gathered):
        main = _fitted_main(path, chunk, is_named=path.resolve() in named)
        sets[path.resolve()] = _Set(main)
    for file in gathered.files:
        if file.kind == "answers":
            _add_sheet(file.path, sets, chunk)
    themes = {file.resolved for file in gathered.files if file.kind == "theme"}
    for one in sets.values():
        _check_set(one, frameworks, options, chunk)
        if one.main is not None and one.main[0].theme is not None:
            from maturity.check.themes import check_named_theme  # most assessments have none

            check_named_theme(*one.main, themes, chunk)
    yield chunk


def _assessments(gathered: Gathered) -> list[Path]:
    """Give the assessments found, and those that the answer files found belong to."""
    found = {file.resolved: file.path for file in gathered.files if file.kind == "assessment"}
    for file in gathered.files:
        main = file.path.parent.parent / MAIN
        if file.kind == "answers" and file.path.parent.name == ANSWERS_FOLDER and main.is_file():
            found.setdefault(main.resolve(), main)
    return sorted(found.values())


def _fitted_main(
    path: Path, chunk: Chunk, *, is_named: bool
) -> tuple[AssessmentFile, Findings] | None:
    try:
        document = read_file(path)
    except MaturityError as error:
        chunk.unreadable += placed(error.problems, error)
        return None
    file, shape = fit(AssessmentFile, document)
    findings = Findings(document, shape)
    chunk.files.append(Checked(document, findings.problems))
    chunk.subjects.append(("file", FileSubject(document, "assessment")))
    if not is_named:
        chunk.context.add(document.source.path)
    return (file, findings) if file is not None else None


def _add_sheet(path: Path, sets: dict[object, _Set], chunk: Chunk) -> None:
    try:
        document = read_file(path)
    except MaturityError as error:
        chunk.unreadable += placed(error.problems, error)
        return
    file, shape = fit(AnswersFile, document)
    findings = Findings(document, shape)
    chunk.files.append(Checked(document, findings.problems))
    chunk.subjects.append(("file", FileSubject(document, "answers")))
    if file is None:
        return
    main = (path.parent.parent / MAIN).resolve()
    name = file.organisation.name.strip() if file.organisation else ""
    key = main if path.parent.name == ANSWERS_FOLDER and main in sets else (path.parent, name)
    sets.setdefault(key, _Set(None)).sheets.append((file, findings))


def _check_set(one: _Set, frameworks: Frameworks, options: Options, chunk: Chunk) -> None:
    first = one.main or (one.sheets[0] if one.sheets else None)
    if first is None:
        return
    framework = frameworks.find(first[0].framework, first[1])
    if framework is None:
        return
    if one.main is not None:
        stand_in = AnswersFile(format="answers/1", framework=one.main[0].framework)
        check_version(stand_in, framework, one.main[1])
        check_assessment(one.main[0], framework, one.main[1])
    for file, findings in one.sheets:
        check_version(file, framework, findings)
    profile = _settle(one, framework)
    roles = {role.id for role in framework.file.roles}
    roles |= {role.id for role in one.main[0].roles} if one.main else set()
    reader = SheetReader(framework, roles)
    read = [(reader.read(f, found), f, found) for f, found in one.sheets]
    check_alone([(sheet, found) for (sheet, _), _, found in read])
    for (sheet, notes), file, findings in read:
        chunk.notes += notes
        if not findings.problems:
            subject = AnswersSubject(findings.document, file, sheet, framework, profile, options)
            chunk.subjects.append(("answers", subject))
    _check_approvals(one)


def _settle(one: _Set, framework: Framework) -> Profile | None:
    """Check that the files agree on the organisation; give its profile."""
    stated: list[Stated] = [(one.main[0].organisation, one.main[1])] if one.main else []
    stated += [(f.organisation, found) for f, found in one.sheets if f.organisation is not None]
    if not stated:
        return None
    outranks = one.main is not None
    settle_name(stated, outranks=outranks)
    profile, _ = settle_profile(stated, None, framework, outranks=outranks)
    _, _, missing = settle_facts(stated, framework, outranks=outranks)
    findings = stated[0][1]
    place = findings.document.locate(("organisation",), key=True)
    findings.problems += [replace(problem, location=place) for problem in missing]
    return profile


def _check_approvals(one: _Set) -> None:
    """Check the digests of a final assessment, which only settled answers have."""
    if one.main is None or one.main[0].status != "final":
        return
    findings = one.main[1]
    if findings.problems or any(found.problems for _, found in one.sheets):
        return
    try:
        load_assessment([Path(findings.document.source.path)])
    except MaturityError as error:
        findings.problems += _of(findings.document.source.path, error.problems)


def _of(path: str, problems: tuple[Problem, ...]) -> list[Problem]:
    return [p for p in problems if p.location is not None and p.location.path == path]
