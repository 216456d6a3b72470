"""Stage 6: for whom a screen is, and what it lacks, in one line at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.screen.blocks import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.provenance import Withheld
    from maturity.render.screen.blocks import Block

MOST_NAMED = 3
"""The report and JSON list the others."""


def audience_blocks(audience: str, withheld: Sequence[Withheld]) -> list[Block]:
    """Say what is left out: For the team, without: who answered, by name or id.

    Nothing where nothing is withheld.
    """
    if not withheld:
        return []
    named = "; ".join(entry.what for entry in withheld[:MOST_NAMED])
    rest = len(withheld) - MOST_NAMED
    more = f"; and {rest} more, which JSON lists" if rest > 0 else ""
    return [Paragraph(f"For the {audience}, without: {named}{more}.")]
