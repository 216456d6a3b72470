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
ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="ID",
        help="The kind of organisation; else the one that the answers name.",
        show_default=False,
    ),
]
