"""`maturity compare`: two results of one organisation, like for like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.arguments import FlavourName, FrameworkName, LanguageName, ThemePath
from maturity.cli.formats import flavoured, format_of
from maturity.cli.languages import asked_for, words_for
from maturity.cli.output import STDOUT, OutputName, put_or_write, target_of
from maturity.cli.results import result_of, with_theme
from maturity.cli.streams import put_blocks, say
from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from maturity.model.compared import Comparison
    from maturity.model.theme import ThemeInfo
    from maturity.render.words.words import Words

EXAMPLES = (
    "maturity compare result.json .",
    "maturity compare result.json . -o moved.html",
    "maturity compare result.json . --fail-on-regression",
)
TABLE = "table"
FORMATS = (TABLE, "json", "markdown", "html")
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
    output: OutputName = STDOUT,
    style: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="table|json|markdown|html",
            help="What to write, whatever the file's ending; a table where there is none.",
            show_default=False,
        ),
    ] = None,
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
    target = target_of(output, (before, after))
    chosen = _format(target, style)
    written = flavoured(chosen, flavour)
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
    if written == TABLE:
        from maturity.render.screen.comparison import compare_screen

        put_blocks(compare_screen(comparison))
    else:
        words = words_for(second, read, code) if chosen in REPORTS else None
        text = _document(comparison, written, words, with_theme(second, theme).theme)
        put_or_write(target, text)
    if fail_on_regression and comparison.regressions:
        say(f"Lower, like for like: {', '.join(comparison.regressions)}.")
        raise typer.Exit(FOUND_WANTING)


def _format(target: Path | None, style: str | None) -> str:
    if style is None:
        return TABLE if target is None else format_of(target)
    if style not in FORMATS:
        raise fail(f"there is no format '{style}'", nearest(style, FORMATS))
    if style == TABLE and target is not None:
        raise fail(
            "a table is for the terminal", "name a .html, .md or .json file, or leave out -o"
        )
    return style


def _document(
    comparison: Comparison, style: str, words: Words | None, theme: ThemeInfo | None
) -> str:
    if style == "json":
        return comparison.model_dump_json(by_alias=True, indent=2) + "\n"
    from maturity.render.report.brand import branded
    from maturity.render.report.comparison import build_comparison

    report = branded(build_comparison(comparison, words), theme, words)
    if style == "markdown":
        from maturity.render.formats.markdown import markdown_of

        return markdown_of(report)
    if style == "github":
        from maturity.render.formats.github import github_of

        return github_of(report)
    from maturity.render.formats.html import html_of

    return html_of(report)
