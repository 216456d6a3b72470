"""`maturity plan`: what to do first, what it brings and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.arguments import Answers, FlavourName, FrameworkName, ProfileName
from maturity.cli.formats import flavoured
from maturity.cli.next_step import report_command
from maturity.cli.plan_options import read_options
from maturity.cli.planning import plan_answers
from maturity.cli.results import RESULT_SUFFIX, for_audience, result_of
from maturity.cli.streams import put_blocks, put_document, say
from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from maturity.model.plan_document import PlanDocument
    from maturity.model.result import Result

EXAMPLES = (
    "maturity plan .",
    "maturity plan . --only security --days-per-month 12",
    "maturity plan . --exclude add-security-gate --exclude train-second-person",
    "maturity plan . --format csv > plan.csv",
    "maturity plan result.json --format markdown > plan.md",
)
FORMATS = ("table", "json", "csv", "markdown")


def run(
    answers: Answers,
    days_per_month: Annotated[
        str | None,
        typer.Option(
            "--days-per-month",
            metavar="N",
            help="Working days a month for the actions; else what the assessment says.",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="DIMENSION",
            help="Close the gap of this dimension alone, with what that needs elsewhere.",
            show_default=False,
        ),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            "--exclude",
            metavar="ACTION",
            help="Leave this action out, and what needs it; may be given again.",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        str, typer.Option("--format", metavar="table|json|csv|markdown", help="How to print it.")
    ] = "table",
    flavour: FlavourName = None,
    framework: FrameworkName = None,
    profile: ProfileName = None,
) -> None:
    """Plan the actions: what to do first, what it brings, and when.

    In place of answers, one result.json shows the plan that it holds.
    """
    if style not in FORMATS:
        raise fail(f"there is no format '{style}'", nearest(style, FORMATS))
    written = flavoured(style, flavour)
    options = read_options(days_per_month, only, exclude or ())
    if not any(path.suffix.lower() == RESULT_SUFFIX for path in answers):
        _print(*plan_answers(answers, framework, profile, options), written)
    elif options.is_usual:
        from maturity.plan.document import plan_document

        result = for_audience(result_of(answers, framework, profile), None)
        _print(result, plan_document(result), written)
    else:
        raise fail(
            "a result holds its plan already, and no answers to plan from again",
            "leave out --days-per-month, --only and --exclude, or give the answers",
        )
    if style == "table":
        say(f"\nNext: {report_command(answers, framework, profile)}")


def _print(result: Result, document: PlanDocument, style: str) -> None:
    if style == "table":
        from maturity.render.screen.plan import plan_screen

        put_blocks(plan_screen(result, document))
    elif style == "json":
        put_document(document.model_dump_json(by_alias=True, indent=2) + "\n")
    elif style == "csv":
        from maturity.render.formats.plan_csv import render_plan_csv

        put_document(render_plan_csv(result, document))
    else:
        _print_page(result, document, style)


def _print_page(result: Result, document: PlanDocument, style: str) -> None:
    from maturity.render.report.plan_page import build_plan

    page = build_plan(result, document)
    if style == "github":
        from maturity.render.formats.github import github_of
        from maturity.render.report.context import Context

        put_document(github_of(page, Context(result)))
    else:
        from maturity.render.formats.markdown import markdown_of

        put_document(markdown_of(page))
