"""`maturity new`: an assessment, answers, a framework, a theme or a language to begin with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.new_settings import Options, assessment_around, settings_for
from maturity.cli.next_step import quoted
from maturity.cli.streams import say
from maturity.errors import fail, nearest
from maturity.model.language_code import LANGUAGE_CODE
from maturity.new.answers_text import answers_text
from maturity.new.assessment_text import assessment_text
from maturity.new.framework_text import framework_files
from maturity.new.language_text import language_text, translation_text
from maturity.new.place import place_file, place_folder
from maturity.new.theme_text import theme_text
from maturity.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = (
    "maturity new assessment our-council --organisation 'Our Council' --profile district-council",
    "maturity new answers frontline.yaml --role frontline --quick",
    "maturity new framework our-framework",
    "maturity new theme brand.yaml",
    "maturity new language cy.yaml",
    "maturity new translation our-framework/translations/cy.yaml",
)
FIRST_ANSWERS = "answers/respondent-1.yaml"
SUFFIXES = (".yaml", ".yml")


def run(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="assessment|answers|framework|theme|language|translation",
            help="What to make.",
            show_default=False,
        ),
    ],
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="The new folder or file; nothing may be there yet.",
            show_default=False,
        ),
    ],
    framework: Annotated[
        str | None,
        typer.Option(metavar="ID|PATH", help="What is answered; else the shipped framework."),
    ] = None,
    profile: Annotated[
        str | None, typer.Option(metavar="ID", help="The kind of organisation.")
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(metavar="NAME", help="The organisation's name.")
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The respondent's role; asks that role's questions only."),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Ask the short version only.")] = False,
) -> None:
    """Make an assessment, an answer file, a framework, a theme, or a file to translate.

    Everything in it is explained in comments. Nothing is ever overwritten.
    """
    if kind not in _MAKERS:
        raise fail(f"there is nothing to make of the kind '{kind}'", nearest(kind, _MAKERS))
    options = Options(framework, profile, organisation, role, is_quick=quick)
    _MAKERS[kind](path, options)


def _assessment(path: Path, options: Options) -> None:
    if options.role is not None:
        raise fail("an assessment has respondents of all roles", "leave out --role")
    settings = settings_for(path, options)
    texts = {
        "assessment.yaml": assessment_text(settings),
        FIRST_ANSWERS: answers_text(settings.one_folder_down(), is_alone=False),
    }
    place_folder(path, texts)
    another = path / "answers" / "respondent-2.yaml"
    _say_made(
        [path / name for name in texts],
        f"Next: answer the questions in {path / FIRST_ANSWERS}, then: "
        f"{quoted(['maturity', 'score', str(path)])}\n"
        f"For another person: {quoted(['maturity', 'new', 'answers', str(another)])}",
    )


def _answers(path: Path, options: Options) -> None:
    if path.suffix not in SUFFIXES:
        raise fail(f"the name '{path.name}' is not that of an answer file", "end it with .yaml")
    around = assessment_around(path)
    settings = settings_for(path.parent, options, around)
    place_file(path, answers_text(settings, is_alone=around is None))
    scored = path if around is None else path.parent.parent
    words = ["maturity", "score", str(scored)]
    _say_made([path], f"Next: answer the questions in it, then: {quoted(words)}")


def _framework(path: Path, options: Options) -> None:
    if options != Options():
        raise fail("a new framework takes no options", "give its path alone")
    texts = framework_files(path.name)
    place_folder(path, texts)
    check = quoted(["maturity", "check", str(path)])
    show = quoted(["maturity", "frameworks", str(path)])
    use = quoted(["maturity", "new", "answers", "answers.yaml", "--framework", str(path)])
    _say_made(
        [path / name for name in texts],
        f"Next: write questions of your own in them, then: {check}\n"
        f"To see what it asks: {show}\nTo answer it: {use}",
    )


def _theme(path: Path, options: Options) -> None:
    if options != Options():
        raise fail("a new theme takes no options", "give its path alone")
    if path.suffix not in SUFFIXES:
        raise fail(f"the name '{path.name}' is not that of a theme file", "end it with .yaml")
    place_file(path, theme_text())
    words = quoted(["maturity", "report", "ANSWERS", "--theme", str(path), "-o", "report.html"])
    _say_made(
        [path],
        f"Next: set colours, names and a logo in it, then: {words}\n"
        f"Or name it in assessment.yaml: theme: {path.name}",
    )


def _language(path: Path, options: Options) -> None:
    code = _code(path, options)
    english = (shipped("report_templates") / "languages" / "en-GB.yaml").read_text("utf-8")
    place_file(path, language_text(english, code))
    check = quoted(["maturity", "check", str(path)])
    report = quoted(["maturity", "report", "ANSWERS", "--language", str(path), "-o", "report.html"])
    _say_made([path], f"Next: translate the sentences in it, then: {check}\nTo use it: {report}")


def _translation(path: Path, options: Options) -> None:
    code = _code(path, options)
    from maturity.load.framework import load_framework
    from maturity.load.translate import own_texts
    from maturity.load.translation import FOLDER
    from maturity.store.folder import make_folder

    if path.absolute().parent.name != FOLDER:
        hint = f"name it FRAMEWORK/{FOLDER}/{path.name}, in the framework's own folder"
        raise fail(f"a translation lies in the folder '{FOLDER}' of its framework", hint)
    framework = load_framework(path.absolute().parent.parent)
    make_folder(path.parent, "move what stands there")
    place_file(path, translation_text(framework.file, code, own_texts(framework)))
    check = quoted(["maturity", "check", "--select", "T", str(path)])
    _say_made([path], f"Next: translate the texts in it; what is left says: {check}")


def _code(path: Path, options: Options) -> str:
    """Give the language that a new file's name says: cy for cy.yaml."""
    if options != Options():
        raise fail("a new file to translate takes no options", "give its path alone")
    if path.suffix not in SUFFIXES or not re.fullmatch(LANGUAGE_CODE, path.stem):
        hint = "name it after the language: cy.yaml, pl.yaml"
        raise fail(f"the name '{path.name}' does not say which language it is", hint)
    return path.stem


def _say_made(paths: list[Path], rest: str) -> None:
    made = "\n".join(f"  {path}" for path in paths)
    say(f"Wrote:\n{made}\n\n{rest}")


_MAKERS: dict[str, Callable[[Path, Options], None]] = {
    "assessment": _assessment,
    "answers": _answers,
    "framework": _framework,
    "theme": _theme,
    "language": _language,
    "translation": _translation,
}
