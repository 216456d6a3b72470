"""`maturity demo`: the shipped sample, scored and reported."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from maturity.cli.formats import render
from maturity.cli.results import for_audience
from maturity.cli.scoring import evaluate_files
from maturity.cli.streams import put_blocks, say
from maturity.errors import fail
from maturity.render.screen.summary import summarise
from maturity.resources import DEFAULT_FRAMEWORK, DEMO_SAMPLE, sample
from maturity.store.whole_file import write_whole

EXAMPLES = ("maturity demo", "maturity demo --out sample-report")
FILES = {"report.html": "html", "report.md": "markdown", "result.json": "json"}
"""File → its format."""


def run(
    out: Annotated[
        Path,
        typer.Option(
            metavar="DIR", help="The folder for the files, which replace an earlier demo's."
        ),
    ] = Path("maturity-demo"),
) -> None:
    """Score the shipped sample and write its report."""
    _make_folder(out)
    result = for_audience(evaluate_files([sample(DEMO_SAMPLE)]), None)
    texts = {name: render(result, style) for name, style in FILES.items()}
    for name, text in texts.items():
        write_whole(out / name, text)
    put_blocks(summarise(result))
    wrote = "\n".join(f"  {out / name}" for name in texts)
    say(
        f"\nThe organisation and its answers are made up. Wrote:\n{wrote}\n\n"
        f"Next: open {out / 'report.html'} in a browser.\n"
        f"To see what is asked: maturity frameworks {DEFAULT_FRAMEWORK}\n"
        "To score answers of your own: maturity score answers.yaml"
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "a file has that name" if folder.is_file() else (error.strerror or str(error))
        message = f"the folder {folder} cannot be made: {reason[:1].lower()}{reason[1:]}"
        raise fail(message, "name another one with --out") from None
