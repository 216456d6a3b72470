"""Stage 2: gather, load, run the rules, set aside what comments ignore: a Report."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.check.comments import CommentsSubject, ignored_by, ignores_in
from maturity.check.examine import file_chunk, framework_chunks
from maturity.check.finding import Report, made
from maturity.check.gather import gather
from maturity.check.rules import BY_LOADER_NAME, RULES
from maturity.check.selection import BY_WORD, chosen_rules, find_rule
from maturity.check.subject import FrameworkSubject, Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maturity.check.chunk import Chunk
    from maturity.check.finding import Finding
    from maturity.check.gather import Gathered, Named
    from maturity.check.rule import Rule
    from maturity.check.subject import FileSubject
    from maturity.errors import Problem
    from maturity.load.positions import Document
    from maturity.model.framework import Framework

    Found = dict[str, dict[Finding, None]]
    """What was found in each file, in the order found, each once."""


@dataclass(frozen=True)
class Wanted:
    """What a person asked for."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    exclude: Sequence[str] = ()
    force_exclude: bool = False
    fail_on: str = "error"
    options: Options = field(default_factory=Options)


def check_paths(paths: Sequence[Path], wanted: Wanted) -> Report:
    """Check everything that the paths mean.

    Raises:
        MaturityError: A path or a rule does not exist, or there is nothing to check.
    """
    rules = chosen_rules(wanted.select, wanted.ignore)
    if wanted.options.evidence_max_age_months is None:
        rules -= {BY_WORD["stale-evidence"]}
    gathered = gather(paths, exclude=wanted.exclude, force_exclude=wanted.force_exclude)
    report = Report(fail_on=wanted.fail_on)
    for chunk in _chunks(gathered, wanted.options):
        _check_chunk(chunk, rules, report)
    found = {Path(finding.location.path).resolve() for finding in report.findings}
    report.notes[:0] = [*_in_vain(wanted.ignore), *gathered.notes(found)]
    report.findings = sorted(set(report.findings), key=lambda finding: finding.sort_key)
    report.suppressed.sort(key=lambda finding: finding.sort_key)
    report.files = sorted(set(report.files))
    return report


def _in_vain(ignore: Sequence[str]) -> Iterator[str]:
    """Say which rules cannot be left out."""
    for rule in filter(None, map(find_rule, ignore)):
        if rule.loader:
            yield f"{rule.name} cannot be ignored: what it finds does not load"


def _chunks(gathered: Gathered, options: Options) -> Iterator[Chunk]:
    whole: dict[str, list[Framework]] = {}
    for chunk in framework_chunks(gathered, options):
        for _, subject in chunk.subjects:
            if isinstance(subject, FrameworkSubject):
                whole.setdefault(subject.framework.file.id, []).append(subject.framework)
        yield chunk
    for file in gathered.files:
        if file.kind in ("theme", "translation", "language", ""):
            yield _alone(file, options)
    if any(file.kind in ("answers", "assessment") for file in gathered.files):
        from maturity.check.answer_files import Frameworks, answer_chunks

        yield from answer_chunks(gathered, Frameworks(by_id=whole), options)


def _alone(file: Named, options: Options) -> Chunk:
    """Give a file that needs none of the others; what reads its kind is imported for it."""
    if file.kind == "theme":
        from maturity.check.themes import theme_chunk

        return theme_chunk(file)
    if file.kind:
        from maturity.check.translations import language_chunk, translation_chunk

        return (translation_chunk if file.kind == "translation" else language_chunk)(file)
    return file_chunk(file, options)


def _check_chunk(chunk: Chunk, rules: frozenset[Rule], report: Report) -> None:
    found: Found = {}
    documents = {checked.document.source.path: checked.document for checked in chunk.files}
    for checked in chunk.files:
        _note(_loaded(checked.problems), checked.document.source.path, found)
    for problem in chunk.unreadable:
        _note(_loaded([problem]), "", found)
    refused = {problem.location for checked in chunk.files for problem in checked.problems}
    for on, subject in chunk.subjects:
        # What cannot be there at all is not to be written in another way.
        ruled = (one for one in _ruled(on, subject, rules) if one[1].location not in refused)
        _note(ruled, _path_of(subject), found)
    report.notes += chunk.notes
    report.files += [*documents, *chunk.unreadable_paths]
    ran = _ran(chunk, rules)
    for path in {**documents, **found}:
        aside = Report() if path in chunk.context else report
        _set_aside(list(found.get(path, ())), documents.get(path), ran, aside)
        if aside is not report:
            report.findings += [one for one in aside.findings if one.rule.severity == "error"]


def _ran(chunk: Chunk, rules: frozenset[Rule]) -> frozenset[Rule]:
    """Give the rules that looked at these files; where one has errors, some could not."""
    kinds = {on for on, _ in chunk.subjects}
    if any(checked.problems for checked in chunk.files):
        kinds = {"file"}
    return frozenset(rule for rule in rules if rule.on in kinds or rule.on == "comments")


def _ruled(
    on: str, subject: FileSubject | FrameworkSubject, rules: frozenset[Rule]
) -> Iterator[tuple[Rule, Problem]]:
    """Give what the rules of a kind find in their subject."""
    for rule in RULES:
        if rule.on == on and rule.check is not None and rule in rules:
            for problem in rule.check(subject):
                yield rule, problem


def _path_of(subject: FileSubject | FrameworkSubject) -> str:
    return subject.main.path if isinstance(subject, FrameworkSubject) else subject.path


def _note(problems: Iterable[tuple[Rule, Problem]], path: str, found: Found) -> None:
    """Put each problem with the other findings of the file that it is in, once."""
    for rule, problem in problems:
        finding = made(rule, problem, path)
        found.setdefault(finding.location.path, {})[finding] = None


def _loaded(problems: Iterable[Problem]) -> Iterator[tuple[Rule, Problem]]:
    """Give what loading found, whatever was selected: what does not load was not checked."""
    for problem in problems:
        yield BY_LOADER_NAME[problem.rule or "invalid-value"], problem


def _set_aside(
    findings: list[Finding], document: Document | None, rules: frozenset[Rule], report: Report
) -> None:
    """Report the findings of one file, those that a comment ignores apart."""
    ignores = ignores_in(document) if document is not None else []
    for finding in findings:
        comment = ignored_by(finding, ignores) if ignores else None
        if comment is None:
            report.findings.append(finding)
        else:
            report.suppressed.append(replace(finding, reason=comment.reason))
    if document is None or not ignores:
        return
    subject = CommentsSubject(document, ignores, rules)
    ruled = _ruled("comments", subject, rules)
    report.findings += [made(rule, problem, subject.path) for rule, problem in ruled]
