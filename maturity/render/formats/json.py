"""Stage 6: a Result becomes JSON, and can be read back from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maturity.model.result import Result
    from maturity.render.words.words import Words


def render_json(result: Result, words: Words | None = None) -> str:  # noqa: ARG001 - has no words
    """Write all that the Result holds; reading it back gives an equal Result."""
    nothing = {"theme"} if result.theme is None else None
    return result.model_dump_json(by_alias=True, indent=2, exclude=nothing) + "\n"
