"""`maturity check`: what is wrong with questionnaires and answers, and where."""

from __future__ import annotations

import datetime
import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.check.formats import FORMATS
from maturity.check.settings import FAIL_ON, find_settings
from maturity.cli.check_output import read_outputs, write
from maturity.cli.streams import put
from maturity.errors import fail, nearest
from maturity.printed import inert, printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maturity.check.run import Wanted
    from maturity.check.settings import Settings

EXAMPLES = (
    "maturity check questionnaires/",
    "maturity check --explain vague-quantifier",
    "maturity check --fail-on warning --output github --output sarif=check.sarif",
    "maturity check questionnaires/our-framework --against main",
)
FOUND_WANTING = 1
NOT_WITH_PATHS = ("--output", "--format", "--against", "--select", "--ignore", "--fail-on")
GARBAGE_THRESHOLD = 200_000


def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATHS",
            help="Folders, questionnaires, answer files; silent, this folder.",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="How to print findings; silent, full.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT[=FILE]",
            help="Write this format to a file, or to stdout; may be given several times.",
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE,…",
            help="Rules to run, by code, name or family (Q); all, default.",
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE,…", help="Rules to leave out.", show_default=False),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(FAIL_ON),
            help="The least grave finding that gives exit code 1; silent, error.",
            show_default=False,
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    force_exclude: Annotated[
        bool,
        typer.Option("--force-exclude", help="Leave out excluded files though they are named."),
    ] = False,
    evidence_max_age: Annotated[
        int | None,
        typer.Option(
            metavar="MONTHS",
            min=1,
            help="Report evidence that is older.",
            show_default=False,
        ),
    ] = None,
    explain_rule: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="RULE|all", help="Print a rule's manual.", show_default=False
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="REF|FOLDER",
            help="Say what changed in a framework since, and whether its version was raised.",
            show_default=False,
        ),
    ] = None,
    show_paths: Annotated[
        bool,
        typer.Option("--paths", help="Show the scores that answers can reach, and what decides."),
    ] = False,
) -> None:
    """Check questionnaires, assessments and answers; findings have file and line.

    A comment sets one finding aside: `# maturity: ignore[rule] reason` at the end of its line.
    """
    # Nothing that is made here refers back to itself, so the collector would search in vain.
    gc.set_threshold(GARBAGE_THRESHOLD)
    if explain_rule is not None:
        from maturity.check.manual import explain

        put(explain(explain_rule))
        return
    settings = find_settings(Path.cwd())
    wanted = _wanted(settings, select, ignore, fail_on, evidence_max_age, force=force_exclude)
    outputs = read_outputs(output, style)
    where = list(paths or [Path()])
    if show_paths:
        beside = (output, style, against, select, ignore, fail_on)
        _describe(where, settings, dict(zip(NOT_WITH_PATHS, beside, strict=True)))
        return
    from maturity.check.run import check_paths

    report = check_paths(where, wanted)
    if against is not None:
        from maturity.check.versions import compare_with

        compare_with(against, where, report, wanted)
    write(report, outputs)
    if report.failed and not exit_zero:
        raise typer.Exit(FOUND_WANTING)


def _describe(where: Sequence[Path], settings: Settings, beside: Mapping[str, object]) -> None:
    """Describe what answers can reach; that finds nothing, so what is about findings is refused."""
    from maturity.check.paths import describe_paths

    for name, value in beside.items():
        if value:
            raise fail(f"--paths takes no {name}", f"leave out {name}, or --paths")
    put(inert(printable(describe_paths(where, settings.patterns))))


def _wanted(
    settings: Settings,
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    fail_on: str | None,
    age: int | None,
    *,
    force: bool,
) -> Wanted:
    """Put the settings under what the command line says."""
    from maturity.check.run import Wanted
    from maturity.check.subject import Options

    least = fail_on or settings.fail_on
    if least not in FAIL_ON:
        raise fail(f"--fail-on cannot be '{least}'", nearest(least, FAIL_ON))
    options = Options(
        acronyms=frozenset(settings.acronyms),
        evidence_max_age_months=age or settings.evidence_max_age,
        today=datetime.datetime.now(tz=datetime.UTC).date(),
    )
    chosen = _split(select)
    return Wanted(
        select=chosen or settings.select,
        ignore=[*_split(ignore), *(settings.ignore if not chosen else ())],
        exclude=settings.patterns,
        force_exclude=force,
        fail_on=least,
        options=options,
    )


def _split(words: Sequence[str] | None) -> list[str]:
    return [part.strip() for word in words or () for part in word.split(",") if part.strip()]
