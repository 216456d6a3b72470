"""`maturity compare`: two results of one organisation, like for like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.arguments import FlavourName, FrameworkName, LanguageName, ThemePath
from maturity.cli.formats import flavoured
from maturity.cli.languages import asked_for, words_for
from maturity.cli.results import result_of, with_theme
from maturity.cli.streams import put_blocks, put_document, say
from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from maturity.model.compared import Comparison
    from maturity.model.theme import ThemeInfo
    from maturity.render.words.words import Words

EXAMPLES = (
    "maturity compare result.json .",
    "maturity compare result.json . --format markdown > moved.md",
    "maturity compare result.json . --fail-on-regression",
)
FORMATS = ("table", "json", "markdown", "html")
REPORTS = ("markdown", "html")
"""The formats that speak the report's language."""
FOUND_WANTING = 1


def run(
    before: Annotated[
        Path, typer.Argument(metavar="BEFORE", help="The earlier assessment or result.json.")
    ],
    after: Annotated[
        Path, typer.Argument(metavar="AFTER", help="The later assessment or result.json.")
    ],
    style: Annotated[
        str,
        typer.Option("--format", metavar="table|json|markdown|html", help="How to print it."),
    ] = "table",
    framework: FrameworkName = None,
    flavour: FlavourName = None,
    language: LanguageName = None,
    theme: ThemePath = None,
    fail_on_regression: Annotated[
        bool,
        typer.Option(
            "--fail-on-regression",
            help="Exit with 1 if the whole or a dimension scores lower, like for like.",
        ),
    ] = False,
) -> None:
    """Compare two results: what moved, like for like, and why."""
    if style not in FORMATS:
        raise fail(f"there is no format '{style}'", nearest(style, FORMATS))
    written = flavoured(style, flavour)
    from maturity.compare import compare

    read, code = asked_for(language)
    first, second = (result_of([one], framework, None, code) for one in (before, after))
    if fail_on_regression and "public" in (first.audience, second.audience):
        raise fail(
            "a version for the public may lack questions, so it cannot be told whether scores are "
            "lower like for like",
            "compare the answers, or results for another audience",
        )
    comparison = compare(first, second)
    words = words_for(second, read, code) if style in REPORTS else None
    _print(comparison, written, words, with_theme(second, theme).theme)
    if fail_on_regression and comparison.regressions:
        say(f"Lower, like for like: {', '.join(comparison.regressions)}.")
        raise typer.Exit(FOUND_WANTING)


def _print(
    comparison: Comparison, style: str, words: Words | None, theme: ThemeInfo | None
) -> None:
    if style == "table":
        from maturity.render.screen.comparison import compare_screen

        put_blocks(compare_screen(comparison))
    elif style == "json":
        put_document(comparison.model_dump_json(by_alias=True, indent=2) + "\n")
    else:
        from maturity.render.report.brand import branded
        from maturity.render.report.comparison import build_comparison

        report = branded(build_comparison(comparison, words), theme, words)
        if style == "markdown":
            from maturity.render.formats.markdown import markdown_of

            put_document(markdown_of(report))
        elif style == "github":
            from maturity.render.formats.github import github_of

            put_document(github_of(report))
        else:
            from maturity.render.formats.html import html_of

            put_document(html_of(report))
