"""Stage 2: the files found become subjects for the rules, each with what loading it found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.check.chunk import Checked, Chunk, placed
from maturity.check.gather import why_skipped
from maturity.check.lone import check_lone
from maturity.check.subject import FileSubject, FrameworkSubject, QuestionnaireSubject
from maturity.errors import MaturityError, Problem
from maturity.load.findings import Findings
from maturity.load.framework import MAIN, examine_framework, with_full_ids
from maturity.load.kinds import KINDS, kind_of, near_kind, wrong_kind
from maturity.load.shape import fit
from maturity.load.yaml_reader import read_file
from maturity.model.framework import Questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.gather import Gathered, Named
    from maturity.check.subject import Options
    from maturity.load.framework import Examined
    from maturity.load.positions import Document
    from maturity.model.shared import Level

FORMAT = 1


def framework_chunks(gathered: Gathered, options: Options) -> Iterator[Chunk]:
    """Give every framework with its questionnaires, then the questionnaires without one."""
    named = {file.resolved for file in gathered.files}
    lone = {file.resolved: file for file in gathered.files if file.kind == "questionnaire"}
    for main in _mains(gathered):
        chunk = _framework_chunk(main, lone, options)
        read = {Path(checked.document.source.path).resolve() for checked in chunk.files}
        if not (read & named):
            continue
        for checked in chunk.files:
            lone.pop(Path(checked.document.source.path).resolve(), None)
            if Path(checked.document.source.path).resolve() not in named:
                chunk.context.add(checked.document.source.path)
        yield chunk
    for file in lone.values():
        yield file_chunk(file, options)


def _mains(gathered: Gathered) -> list[Path]:
    """Give the framework files found, and those beside a questionnaire."""
    mains = {file.resolved: file.path for file in gathered.files if file.kind == "framework"}
    folders = {f.path.parent for f in gathered.files if f.kind == "questionnaire"}
    for folder in sorted(folders):
        path = folder / MAIN
        if path.is_file():
            mains.setdefault(path.resolve(), path)
    return sorted(mains.values())


def _framework_chunk(main: Path, found: dict[Path, Named], options: Options) -> Chunk:
    try:
        examined = examine_framework(main)
    except MaturityError as error:
        return Chunk(unreadable=placed(error.problems, error))
    wrong = _wrong_format(examined.main.document, "framework")
    if wrong is not None:
        return Chunk(files=[Checked(examined.main.document, [wrong])])
    levels = examined.file.levels if examined.file and not examined.main.problems else ()
    chunk = Chunk(files=[Checked(examined.main.document, examined.main.problems)])
    chunk.subjects.append(("file", FileSubject(examined.main.document, "framework")))
    subjects = []
    for part, own in examined.parts:
        if part is not None and examined.framework is None:
            _check_again(part, own, levels)
        subjects.append(_add_questionnaire(chunk, part, own, options, examined))
    _add_framework(chunk, examined, subjects, found, options)
    return chunk


def _check_again(part: Questionnaire, own: Findings, levels: tuple[Level, ...]) -> None:
    """Check a part of a framework that is not whole as if it were alone."""
    noted = len(own.problems)
    check_lone(part, own, levels)
    own.problems[noted:] = [p for p in own.problems[noted:] if p not in own.problems[:noted]]


def _add_questionnaire(
    chunk: Chunk,
    part: Questionnaire | None,
    own: Findings,
    options: Options,
    examined: Examined | None = None,
) -> QuestionnaireSubject | None:
    wrong = _wrong_format(own.document, "questionnaire")
    chunk.files.append(Checked(own.document, own.problems if wrong is None else [wrong]))
    chunk.subjects.append(("file", FileSubject(own.document, "questionnaire")))
    if part is None:
        return None
    framework = examined.framework if examined else None
    subject = QuestionnaireSubject(own.document, part, options, framework)
    chunk.subjects.append(("questionnaire", subject))
    return subject


def _add_framework(
    chunk: Chunk,
    examined: Examined,
    subjects: list[QuestionnaireSubject | None],
    found: dict[Path, Named],
    options: Options,
) -> None:
    """Add the framework as a whole, unless something in it would mislead the rules."""
    if examined.framework is None or any(checked.problems for checked in chunk.files):
        return
    parts = [subject for subject in subjects if subject is not None]
    main = FileSubject(examined.main.document, "framework")
    whole = FrameworkSubject(examined.framework, main, parts, options)
    read = {Path(part.path).resolve() for part in parts}
    folder = Path(main.path).resolve().parent
    whole.unlisted = sorted(
        str(file.path) for path, file in found.items() if path.parent == folder and path not in read
    )
    chunk.subjects.append(("framework", whole))


def _wrong_format(document: Document, kind: str) -> Problem | None:
    """Say what is wrong with the `format:` line, before everything else in the file is."""
    given = kind_of(document)
    wanted = f"{kind}/{FORMAT}"
    if document.root is None or given == wanted or not isinstance(document.data, dict):
        return None
    return wrong_kind(document, given, (wanted,))


def file_chunk(file: Named, options: Options) -> Chunk:
    """Give one file that stands alone: a questionnaire, a theme, or something that does not say."""
    try:
        document = read_file(file.path)
    except MaturityError as error:
        return Chunk(unreadable=placed(error.problems, error))
    if file.kind == "questionnaire":
        chunk = Chunk()
        part, shape = fit(Questionnaire, document)
        own = Findings(document, shape)
        if part is not None:
            part = with_full_ids(part)
            check_lone(part, own)
        _add_questionnaire(chunk, part, own, options)
        return chunk
    if file.kind:
        wrong = _wrong_format(document, file.kind)
        problems = [*document.problems, *([wrong] if wrong else [])]
        subject = FileSubject(document, file.kind)
        return Chunk(files=[Checked(document, problems)], subjects=[("file", subject)])
    return _nameless(document)


def _nameless(document: Document) -> Chunk:
    if document.problems:
        return Chunk(files=[Checked(document, list(document.problems))])
    if isinstance(document.data, dict):
        return _not_ours(document)
    hint = "begin it with its kind, such as 'format: questionnaire/1'"
    problem = Problem(
        "a mapping (key: value) is needed here", hint, document.locate(()), "wrong-type"
    )
    return Chunk(files=[Checked(document, [problem])])


def _not_ours(document: Document) -> Chunk:
    """Note a mapping of another kind, unless its format is meant to be one that is checked."""
    given = kind_of(document) or ""
    name = given.partition("/")[0]
    if near_kind(given) in (None, "result"):
        return Chunk(notes=[f"{document.source.path}: {why_skipped(given)}"])
    problem = wrong_kind(document, given, (f"{near_kind(given)}/{FORMAT}",))
    if name in KINDS:
        message = "the format of the file does not stand on a line of its own"
        hint = f"write the file as lines of YAML that begin with 'format: {given}'"
        problem = replace(problem, message=message, hint=hint)
    return Chunk(files=[Checked(document, [problem])])
