"""What goes wrong, as lines on stderr: what it is, where, and what would be right."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

import typer

from maturity.cli.streams import say
from maturity.errors import MaturityError
from maturity.printed import printable, underlined
from maturity.render.words.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.errors import Location, Problem

MOST_SHOWN = 20
"""After so many problems a person mends some first."""
WIDTH = 74
"""How many columns of a line are shown."""
COULD_NOT_RUN = 2


def explain(error: Exception) -> int:
    """Say what went wrong, and give the exit code for it."""
    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, MaturityError):
        say(problem_lines(error.problems))
    elif isinstance(error, _USAGE_ERRORS):
        say(_usage_lines(error))
    elif isinstance(error, OSError) and error.filename is None:
        say(f"error: standard output cannot be written: {error.strerror or error}")
    else:
        _say_fault(error)
    return COULD_NOT_RUN


# typer's wrong flags and missing arguments; it offers no name for all of them together.
_USAGE_ERRORS = tuple(kind for kind in typer.BadParameter.__mro__ if hasattr(kind, "show"))


def problem_lines(problems: Sequence[Problem]) -> str:
    """Write problems with their places, and how many there are where there are several."""
    lines = [line for problem in problems[:MOST_SHOWN] for line in _problem(problem)]
    if len(problems) > MOST_SHOWN:
        lines.append(f"{len(problems)} problems; the first {MOST_SHOWN} are shown.")
    elif len(problems) > 1:
        lines.append(f"{len(problems)} problems.")
    return "\n".join(lines)


def _problem(problem: Problem) -> list[str]:
    lines = [f"error: {clean(problem.message)}"]
    if problem.location is not None:
        lines += _place(problem.location)
    if problem.hint:
        lines.append(f"  help: {clean(problem.hint)}")
    return lines


def _place(location: Location) -> list[str]:
    from maturity.load.source import shown_index

    lines = [f"  --> {clean(str(location))}"]
    quoted = underlined(_shown(location.text), shown_index(location), location.width, WIDTH)
    # Behind a line of its own, what is quoted is no command to a build log.
    return lines if quoted is None else [*lines, *(f"    | {text}" for text in quoted)]


def _shown(line: str) -> str:
    # One character for one: the place in the line must not move.
    return printable(line.replace("\t", " "), instead="\ufffd")


def _usage_lines(error: Exception) -> str:
    message = getattr(error, "format_message", error.__str__)()
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "maturity"
    return f"error: {clean(message)}\n  help: {command} --help shows how it is used"


def _say_fault(error: Exception) -> None:
    if os.environ.get("MATURITY_DEBUG"):
        say("".join(traceback.format_exception(error)).rstrip())
    what = clean(f"{type(error).__name__}: {error}")[:300]
    say(
        f"error: this is a fault in maturity ({what})\n"
        "  help: please report it, with what is printed when MATURITY_DEBUG=1 is set"
    )
