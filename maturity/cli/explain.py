"""`maturity explain`: how any number came about, down to answers, weights and ceilings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.arguments import AudienceName, FrameworkName, ProfileName
from maturity.cli.next_step import quoted
from maturity.cli.results import for_audience, result_of
from maturity.cli.streams import put_blocks, put_document, say
from maturity.errors import MaturityError, fail, nearest
from maturity.load.file_names import is_there

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maturity.model.explained import Explanation
    from maturity.model.result import Result

EXAMPLES = (
    "maturity explain .",
    "maturity explain . security",
    "maturity explain answers.yaml security.mfa",
    "maturity explain result.json lens:ai --format json",
)
FORMATS = ("text", "json", "markdown")
_ID = re.compile(r"[a-z0-9][a-z0-9.:-]*")
_FILE = re.compile(r".*\.(ya?ml|json)", re.IGNORECASE)


def run(
    answers: Annotated[
        list[str],
        typer.Argument(
            metavar="ANSWERS... [ID]",
            help="Assessment folders, answer files or a result.json; then what to explain: "
            "overall, a dimension, topic, question, lens or action.",
            show_default=False,
        ),
    ],
    style: Annotated[
        str, typer.Option("--format", metavar="text|json|markdown", help="How to print it.")
    ] = "text",
    framework: FrameworkName = None,
    profile: ProfileName = None,
    audience: AudienceName = None,
) -> None:
    """Explain a number: the sum, ceilings and answers that it comes from.

    A word that names a part of the result is the ID; write ./data for a folder of that name.
    """
    if style not in FORMATS:
        raise fail(f"there is no format '{style}'", nearest(style, FORMATS))
    files, explanation = _explained(
        answers, lambda paths: for_audience(result_of(paths, framework, profile), audience)
    )
    _print(explanation, style)
    onward = _onward(explanation)
    if style == "text" and onward:
        options = ["--framework", framework] if framework else []
        options += ["--profile", profile] if profile else []
        options += ["--audience", audience] if audience else []
        say(f"\nNext: {quoted(['maturity', 'explain', *files, onward, *options])}")


def _explained(
    words: Sequence[str], result_from: Callable[[Sequence[Path]], Result]
) -> tuple[Sequence[str], Explanation]:
    """Tell the ID from the files, and explain it."""
    from maturity.explain import explain

    *files, name = words
    is_path = is_there(Path(name))
    everything = [Path(word) for word in words]
    if not _ID.fullmatch(name) or _FILE.fullmatch(name) or (is_path and not files):
        return words, explain(result_from(everything))
    if not files:
        raise fail(
            f"there is no file or folder {name}",
            f"give the answers first: maturity explain ANSWERS {name}",
        )
    result = result_from(everything[:-1])
    try:
        return files, explain(result, name)
    except MaturityError:
        if not is_path:
            raise
    return words, explain(result_from(everything))


def _print(explanation: Explanation, style: str) -> None:
    if style == "json":
        from maturity.render.explanation.view import render_explanation_json

        put_document(render_explanation_json(explanation))
    elif style == "markdown":
        from maturity.render.explanation.markdown import render_explanation_markdown

        put_document(render_explanation_markdown(explanation))
    else:
        from maturity.render.explanation.view import explanation_blocks

        put_blocks(explanation_blocks(explanation))


def _onward(explanation: Explanation) -> str:
    """Give what to explain next: what sets a ceiling, else the lowest part."""
    if explanation.caps:
        return explanation.caps[0].question
    if explanation.terms and explanation.kind != "action":
        return min(explanation.terms, key=lambda term: term.value).id
    return explanation.children[0] if explanation.children else ""
