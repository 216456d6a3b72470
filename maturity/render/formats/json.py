"""Stage 6: a Result becomes JSON, and can be read back from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maturity.model.result import Result


def render_json(result: Result) -> str:
    """Write all that the Result holds; reading it back gives an equal Result."""
    return result.model_dump_json(by_alias=True, indent=2) + "\n"
