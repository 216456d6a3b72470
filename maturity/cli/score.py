"""`maturity score`: answers in, the summary or the whole Result out."""

from __future__ import annotations

from typing import Annotated

import typer

from maturity.cli.arguments import Answers, AudienceName, FrameworkName, ProfileName
from maturity.cli.fail_under import check_reachable, read_limit, shortfall
from maturity.cli.formats import render
from maturity.cli.grouping import put_groups
from maturity.cli.next_step import report_command
from maturity.cli.results import for_audience
from maturity.cli.scoring import evaluate_files
from maturity.cli.streams import put_blocks, put_document, say
from maturity.errors import fail, nearest
from maturity.render.screen.summary import summarise

EXAMPLES = (
    "maturity score answers.yaml",
    "maturity score . --fail-under 2.5",
    "maturity score . --by unit",
    "maturity score . --format json > result.json",
)
FORMATS = ("table", "json")
FOUND_WANTING = 1


def run(
    answers: Answers,
    framework: FrameworkName = None,
    profile: ProfileName = None,
    style: Annotated[
        str, typer.Option("--format", metavar="table|json", help="How to print the result.")
    ] = "table",
    fail_under: Annotated[
        str | None,
        typer.Option(
            metavar="N",
            help="Exit with 1 if the overall score is below N; where there is none, if any "
            "dimension is.",
            show_default=False,
        ),
    ] = None,
    audience: AudienceName = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="unit|role",
            help="Set the units or roles side by side, each scored from its own people alone.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Score answers: every dimension with its range, level and gap."""
    if style not in FORMATS:
        raise fail(f"there is no format '{style}'", nearest(style, FORMATS))
    if by is not None:
        if fail_under is not None:
            raise fail("--fail-under is about the whole, not about groups", "leave out --by")
        put_groups(answers, by, framework, profile, audience, as_json=style == "json")
        return
    limit = None if fail_under is None else read_limit(fail_under)
    # The table shows no plan, so nobody waits for one.
    result = evaluate_files(answers, framework, profile, with_plan=style == "json")
    if limit is not None:
        check_reachable(limit, result)
    shown = for_audience(result, audience)
    if style == "json":
        put_document(render(shown, "json"))
    else:
        put_blocks(summarise(shown))
        say(f"\nNext: {report_command(answers, framework, profile)}")
    found = None if limit is None else shortfall(result, limit)
    if found is not None:
        say(found)
        raise typer.Exit(FOUND_WANTING)
