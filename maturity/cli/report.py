"""`maturity report`: answers, or a result made earlier, in; a report out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.arguments import (
    Answers,
    AudienceName,
    FlavourName,
    FrameworkName,
    LanguageName,
    ProfileName,
    TemplateFolder,
    ThemePath,
)
from maturity.cli.formats import FORMATS, flavoured, format_of, known_format, render
from maturity.cli.languages import asked_for, note_untranslated, words_for
from maturity.cli.output import STDOUT, OutputName, put_or_write, target_of
from maturity.cli.results import for_audience, note_cut, result_of, with_theme

if TYPE_CHECKING:
    from maturity.model.own_templates import OwnTemplates

EXAMPLES = (
    "maturity report answers.yaml > report.md",
    "maturity report . -o report.html",
    "maturity report result.json -o report.md",
    "maturity report . --theme brand.yaml -o report.html",
    "maturity report . --flavour github -o MATURITY.md",
    "maturity report . --language cy.yaml -o adroddiad.html",
)


def run(
    answers: Answers,
    output: OutputName = STDOUT,
    style: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="What to write, whatever the file's ending; Markdown where there is none.",
            show_default=False,
        ),
    ] = None,
    framework: FrameworkName = None,
    profile: ProfileName = None,
    audience: AudienceName = None,
    flavour: FlavourName = None,
    language: LanguageName = None,
    theme: ThemePath = None,
    template: TemplateFolder = None,
) -> None:
    """Write a report of answers, or of a result made earlier.

    In place of answers, one result.json makes the same report again; one that was made with
    --audience full needs that again.
    """
    target = target_of(output, [*answers, theme, language])
    chosen = flavoured(_format(target, style), flavour, own_templates=template is not None)
    read, code = asked_for(language)
    found = result_of(answers, framework, profile, code)
    result = with_theme(for_audience(found, audience), theme)
    words = None if chosen == "json" else words_for(result, read, code)
    note_untranslated(result, read)
    note_cut(answers, found, audience)
    put_or_write(target, render(result, chosen, words, _templates(template)))


def _templates(folder: Path | None) -> OwnTemplates | None:
    if folder is None:
        return None
    from maturity.load.own_templates import load_templates

    return load_templates(folder)


def _format(target: Path | None, style: str | None) -> str:
    if style is not None:
        return known_format(style)
    return "markdown" if target is None else format_of(target)
