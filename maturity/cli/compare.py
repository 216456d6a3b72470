"""`maturity compare`: two results of one organisation, like for like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.arguments import FlavourName, FrameworkName, LanguageName, ThemePath
from maturity.cli.formats import COMPARISONS, flavoured, format_of, lay_out
from maturity.cli.languages import asked_for, note_untranslated, words_for
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
JSON = "json"
STYLES = (TABLE, *COMPARISONS)
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
            metavar="|".join(STYLES),
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
    target = target_of(output, [before, after, theme, language])
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
        words = None if chosen == JSON else words_for(second, read, code)
        note_untranslated(second, read)
        text = _document(comparison, written, words, with_theme(second, theme).theme)
        put_or_write(target, text)
    if fail_on_regression and comparison.regressions:
        say(f"Lower, like for like: {', '.join(comparison.regressions)}.")
        raise typer.Exit(FOUND_WANTING)


def _format(target: Path | None, style: str | None) -> str:
    if style is None:
        return TABLE if target is None else format_of(target, COMPARISONS)
    if style not in STYLES:
        raise fail(f"there is no format '{style}'", nearest(style, STYLES))
    if style == TABLE and target is not None:
        raise fail("a table is for the terminal", "say another format, or leave out -o")
    return style


def _document(
    comparison: Comparison, style: str, words: Words | None, theme: ThemeInfo | None
) -> str:
    if style == JSON:
        from maturity.render.formats.json import comparison_json

        return comparison_json(comparison)
    from maturity.render.report.brand import branded
    from maturity.render.report.comparison import build_comparison

    return lay_out(branded(build_comparison(comparison, words), theme, words), style)
