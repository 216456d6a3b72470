"""`maturity migrate`: answer files and assessments to the current version of their framework."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from maturity.cli.arguments import Answers, FrameworkName
from maturity.cli.next_step import quoted
from maturity.cli.streams import put_blocks, say
from maturity.errors import MaturityError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.migrate import Change, Source
    from maturity.model.answers import AnswersFile
    from maturity.model.assessment import AssessmentFile
    from maturity.model.framework import Framework

    F = TypeVar("F", AnswersFile, AssessmentFile)

MOST_NAMED = 3
EXAMPLES = (
    "maturity migrate . --dry-run",
    "maturity migrate .",
    "maturity migrate answers.yaml --framework public-sector",
)


def run(
    answers: Answers,
    framework: FrameworkName = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")
    ] = False,
) -> None:
    """Bring answers and assessments to the current version of their framework.

    Answers follow questions that were renamed or split. What a question can no longer take, and
    what has no question any more, is kept under `retired:`. Comments and order stay.
    """
    from maturity.migrate import write
    from maturity.render.screen.migration import migration_blocks

    used, changes = _plan(answers, framework)
    put_blocks(migration_blocks([change.done for change in changes], used.file.version))
    changing = [change for change in changes if change.edits]
    if dry_run and changing:
        say("\nNothing was written.")
    elif changing:
        write(changing)
        names = [str(change.path) for change in changing]
        say(f"\nSaved: {', '.join(names) if len(names) <= MOST_NAMED else f'{len(names)} files'}")
        _say_what_is_left(answers, framework, changing)


def _plan(paths: Sequence[Path], framework: str | None) -> tuple[Framework, list[Change]]:
    from maturity.load.collect import collect
    from maturity.load.history import current_ids
    from maturity.migrate import plan
    from maturity.model.answers import AnswersFile
    from maturity.model.assessment import AssessmentFile

    collected = collect(paths)
    sheets = [_source(AnswersFile, Path(one.source.path)) for one in collected.answers]
    main = None
    if collected.assessment is not None:
        main = _source(AssessmentFile, Path(collected.assessment.source.path))
    used = _framework([*([main] if main else []), *sheets], framework)
    return used, plan(sheets, main, used, lambda name: current_ids(name, used))


def _source(model: type[F], path: Path) -> Source[F]:
    """Read a file once, so that what is planned is what is then changed.

    Raises:
        MaturityError: It does not have the form of its kind.
    """
    from maturity.load.findings import Findings, stop_if_any
    from maturity.load.shape import fit
    from maturity.load.source import read_bytes_of
    from maturity.load.yaml_reader import Limits, read_bytes
    from maturity.migrate import Source

    base = read_bytes_of(path, Limits().max_bytes)
    document = read_bytes(base, str(path))
    file, shape = fit(model, document)
    stop_if_any(Findings(document, shape).problems)
    if file is None:
        raise MaturityError(Problem(f"{path} cannot be read", "run: maturity check"))
    return Source(path, base, file, lambda keys: document.locate(keys, key=True))


def _framework(
    sources: Sequence[Source[AnswersFile] | Source[AssessmentFile]], override: str | None
) -> Framework:
    """Load the framework that is asked for, else that the assessment or the first file names."""
    from maturity.load.framework import find_framework, framework_named

    if override is not None:
        return find_framework(override)
    first = sources[0]
    ref = first.file.framework
    try:
        return find_framework(framework_named(ref, first.path))
    except MaturityError as error:
        if any(problem.location for problem in error.problems):
            raise
        place = first.locate(("framework", "path" if ref.path is not None else "id"))
        named = [Problem(p.message, p.hint, place, "unknown-reference") for p in error.problems]
        raise MaturityError(*named) from None


def _say_what_is_left(
    paths: Sequence[Path], framework: str | None, changes: Sequence[Change]
) -> None:
    """Say where answers are wanted, and whether the files can be scored as they are now."""
    from maturity.load.assessment import load_assessment

    again = [str(change.path) for change in changes if change.done.again]
    if again:
        say(f"Next: {quoted(['maturity', 'assess', again[0]])}")
    try:
        load_assessment(paths, framework=framework)
    except MaturityError as error:
        say("They cannot be scored as they are:")
        for problem in error.problems:
            place = f"{problem.location}: " if problem.location else ""
            say(f"- {place}{problem.message}; {problem.hint}".removesuffix("; "))
