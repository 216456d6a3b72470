"""`maturity demo`: the shipped sample, scored and reported."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from maturity.cli.formats import render
from maturity.cli.results import for_audience
from maturity.cli.scoring import evaluate_files
from maturity.cli.streams import put_blocks, say
from maturity.render.screen.summary import summarise
from maturity.resources import DEFAULT_FRAMEWORK, DEMO_SAMPLE, sample
from maturity.store.folder import make_folder
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
    make_folder(out, "name another one with --out")
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
