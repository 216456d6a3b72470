"""Arguments and options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Answers = Annotated[
    list[Path],
    typer.Argument(
        metavar="ANSWERS...",
        help="Assessment folders, answer files, or folders of answer files.",
        show_default=False,
    ),
]
FrameworkName = Annotated[
    str | None,
    typer.Option(
        "--framework",
        metavar="ID|PATH",
        help="The framework; else the one that the answers name.",
        show_default=False,
    ),
]
AudienceName = Annotated[
    str | None,
    typer.Option(
        "--audience",
        metavar="team|full|board|public",
        help="Who it is for: team sees who answered by role, not name (the default), full has "
        "names, board no single answers, public no small groups and no sensitive questions.",
        show_default=False,
    ),
]
LanguageName = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="CODE|PATH",
        help="The language of the report, or the path of a language file; else the framework's.",
        show_default=False,
    ),
]
ThemePath = Annotated[
    Path | None,
    typer.Option(
        "--theme",
        metavar="FILE",
        help="The theme of the report; else the one that the assessment names.",
        show_default=False,
    ),
]
TemplateFolder = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="DIR",
        help="A folder with templates of your own. A template is code: read it before you run it.",
        show_default=False,
    ),
]
FlavourName = Annotated[
    str | None,
    typer.Option(
        "--flavour",
        metavar="plain|github",
        help="The kind of Markdown: github draws diagrams and pings nobody; plain is the default.",
        show_default=False,
    ),
]
ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="ID",
        help="The kind of organisation; else the one that the answers name.",
        show_default=False,
    ),
]
