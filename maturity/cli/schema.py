"""`maturity schema`: the JSON Schema of a kind of file, for editors."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from maturity.cli.streams import put_document
from maturity.schema import schema_of

EXAMPLES = (
    "maturity schema questionnaire > questionnaire.schema.json",
    "maturity schema answers > answers.schema.json",
)


def run(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="framework|questionnaire|answers|assessment|theme|translation|result",
            help="The kind of file.",
            show_default=False,
        ),
    ],
) -> None:
    """Print the JSON Schema of a kind of file, for editors."""
    put_document(json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n")
