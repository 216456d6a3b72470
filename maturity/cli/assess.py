"""`maturity assess`: the questions, asked in a terminal; each answer is saved before the next."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from maturity.cli.arguments import FrameworkName, ProfileName

EXAMPLES = (
    "maturity assess",
    "maturity assess answers.yaml --dimension security",
    "maturity assess our-council --facilitate",
    "maturity assess answers.yaml --answers-from lines.txt",
)


def run(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[ANSWERS.yaml|FOLDER]",
            help="A file of answers, new or begun, or an assessment's folder; silent, the "
            "assessment in this folder, or answers.yaml.",
            show_default=False,
        ),
    ] = None,
    framework: FrameworkName = None,
    profile: ProfileName = None,
    organisation: Annotated[
        str | None, typer.Option(metavar="NAME", help="The organisation's name, in a new file.")
    ] = None,
    role: Annotated[
        str | None, typer.Option(metavar="ID", help="The role in which you answer.")
    ] = None,
    dimension: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Ask this dimension only; may be given several times."),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Ask the short version only.")] = False,
    every_role: Annotated[
        bool, typer.Option("--all", help="Ask what other roles are asked, too.")
    ] = False,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="One fact a line, no columns, no style: to be read aloud."),
    ] = False,
    answers_from: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Take the lines from a file, as they would be typed; - is standard input.",
            show_default=False,
        ),
    ] = None,
    facilitate: Annotated[
        bool,
        typer.Option("--facilitate", help="A workshop: everybody in turn, then what is agreed."),
    ] = False,
) -> None:
    """Ask the questions in a terminal; each answer is saved before the next.

    It goes on where the file ends. Type ? at any question to see the keys.
    """
    # Here and not above: `--help` needs none of it, and it takes its time.
    from maturity.cli.assess_dialogue import conduct, make_dialogue
    from maturity.cli.assess_sitting import Wanted, sit

    wanted = Wanted(
        path=path,
        framework=framework,
        profile=profile,
        organisation=organisation,
        role=role,
        dimensions=tuple(dimension or ()),
        is_quick=quick,
        every_role=every_role,
        is_workshop=facilitate,
    )
    code = conduct(
        lambda check: make_dialogue(answers_from, check, plain=plain),
        lambda dialogue, interrupts, ending: sit(wanted, dialogue, interrupts, ending),
    )
    if code:
        raise typer.Exit(code)
