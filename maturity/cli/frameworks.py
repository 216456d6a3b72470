"""`maturity frameworks`: what is installed, or what one framework asks."""

from __future__ import annotations

from typing import Annotated

import typer

from maturity.cli.streams import put_blocks
from maturity.resources import framework_ids

EXAMPLES = ("maturity frameworks", "maturity frameworks public-sector")


def run(
    framework: Annotated[
        str | None,
        typer.Argument(metavar="[ID|PATH]", help="The one to show.", show_default=False),
    ] = None,
) -> None:
    """List the installed frameworks, or show what one of them asks."""
    # Here and not above: `--help` needs none of it, and it takes its time.
    from maturity.load.framework import find_framework
    from maturity.render.screen.framework_text import describe, list_frameworks

    if framework is not None:
        put_blocks(describe(find_framework(framework)))
    else:
        put_blocks(list_frameworks([find_framework(name) for name in framework_ids()]))
