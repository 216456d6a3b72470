"""The command line as a whole: which commands there are, and how a call of one ends.

A command is one row of `COMMANDS` and one module of its name in this package, with a function
`run` (its docstring is the help, and begins with the row's text) and `EXAMPLES`.
"""

from __future__ import annotations

import shutil
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from maturity import __version__
from maturity.cli.errors import COULD_NOT_RUN, explain
from maturity.cli.streams import prepare, put, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click import Command, Context
    from typer.core import TyperOption

COMMANDS = {
    "demo": "Score the shipped sample and write its report.",
    "assess": "Ask the questions in a terminal; each answer is saved before the next.",
    "score": "Score answers: every dimension with its range, level and gap.",
    "plan": "Plan the actions: what to do first, what it brings, and when.",
    "explain": "Explain a number: the sum, ceilings and answers that it comes from.",
    "report": "Write a report of answers, or of a result made earlier.",
    "track": "Follow up the actions: list what is late or due, or note what became of one.",
    "compare": "Compare two results: what moved, like for like, and why.",
    "migrate": "Bring answers and assessments to the current version of their framework.",
    "check": "Check questionnaires, assessments and answers; findings have file and line.",
    "frameworks": "List the installed frameworks, or show what one of them asks.",
    "new": "Make an assessment, an answer file, a framework, a theme, or a file to translate.",
    "schema": "Print the JSON Schema of a kind of file, for editors.",
}
"""Command → the first sentence of its help."""

_NARROWEST, _NARROWEST_OF_CLICK = 24, 50
_EPILOG = "Exit codes: 0 done, 1 examined and found wanting, 2 could not run."


def _is_given(option: TyperOption | None) -> TyperOption | None:
    """Give `--help` a default; without one typer imports pydantic to convert nothing."""
    if option is not None and option.default is None:
        option.default = False
    return option


class _Group(TyperGroup):
    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _is_given(super().get_help_option(ctx))


class _Command(TyperCommand):
    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _is_given(super().get_help_option(ctx))


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code; what goes wrong is said on stderr."""
    prepare()
    try:
        with build(arguments).make_context("maturity", list(arguments)) as context:
            context.command.invoke(context)
    except KeyboardInterrupt:
        say("")
        return 130
    except Exception as error:
        return explain(error)
    return 0


def build(arguments: Sequence[str]) -> Command:
    """Make the commands; only the one that is called is imported, the rest are their rows."""
    app = typer.Typer(
        cls=_Group,
        add_completion=False,
        rich_markup_mode=None,
        context_settings={
            "help_option_names": ["-h", "--help"],
            "terminal_width": _narrow_width(),
        },
        epilog=_EPILOG,
    )
    app.callback(invoke_without_command=True)(_maturity)
    called = next((word for word in arguments if word in COMMANDS), None)
    for name, summary in COMMANDS.items():
        if name != called:
            app.command(name, cls=_Command, help=summary)(_not_called)
            continue
        module = import_module(f"maturity.cli.{name}")
        app.command(name, cls=_Command, epilog=_examples(module.EXAMPLES))(module.run)
    return typer.main.get_command(app)


def _narrow_width() -> int | None:
    """Give how wide help may be where a terminal is narrower than click reckons with."""
    columns = shutil.get_terminal_size().columns
    return max(_NARROWEST, columns - 2) if columns < _NARROWEST_OF_CLICK + 2 else None


def _maturity(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Digital-maturity self-assessment for UK public bodies.

    New here? `maturity demo` scores a sample and writes its report.
    """
    if version:
        put(f"maturity {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        say(context.get_help())
        raise typer.Exit(COULD_NOT_RUN)


def _not_called() -> None:
    """Stand for a command in the list of commands."""


def _examples(lines: Sequence[str]) -> str:
    # The mark keeps typer from making one paragraph of the lines.
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])
