"""Stage 6: a Result becomes JSON, and can be read back from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maturity.model.compared import Comparison
    from maturity.model.result import Result
    from maturity.render.words.words import Words

_SILENT = ("theme", "untranslated")
"""What is left out where there is none."""


def render_json(result: Result, words: Words | None = None) -> str:  # noqa: ARG001 - has no words
    """Write all that the Result holds; reading it back gives an equal Result."""
    return _dump(result)


def comparison_json(comparison: Comparison) -> str:
    """Write all that a Comparison holds."""
    return _dump(comparison)


def _dump(whole: Result | Comparison) -> str:
    silent = {name for name in _SILENT if getattr(whole, name, None) is None}
    return whole.model_dump_json(by_alias=True, indent=2, exclude=silent) + "\n"
