"""Stage 6: the shades that repeat a score, of the page's own colours and light enough to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.palette import TEXT, contrast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from maturity.model.part import Number

SHADES = 5
_STRONGEST = (0.62, 0.56, 0.5, 0.44, 0.38, 0.32, 0.26, 0.2, 0.14, 0.08)
"""How much of the mark's colour the last shade may hold; the first on which text can be read."""
_SHARES = (0.08, 0.3, 0.53, 0.76, 1)
"""What each shade takes of the last."""


def shade(score: Fraction, bottom: Number, top: Number) -> int:
    """Give the shade of a score, from 0 at the bottom of the scale to 4 at its top.

    A shade is never above the score: on a scale from 0 to 4 a score of 2.9 has shade 2.
    """
    if top == bottom:
        return 0
    steps = (score - bottom) * (SHADES - 1) / (top - bottom)
    return max(0, min(SHADES - 1, int(steps // 1)))


def heat_colours(colours: Mapping[str, str]) -> dict[str, str]:
    """Mix the shades of a palette: more of the mark's colour in the page's with every step."""
    for strongest in _STRONGEST:
        mixed = [_mixed(colours["paper"], colours["mark"], strongest * one) for one in _SHARES]
        if all(contrast(colours["ink"], one) >= TEXT for one in mixed):
            return {f"heat-{number}": colour for number, colour in enumerate(mixed)}
    return {f"heat-{number}": colours["paper"] for number in range(SHADES)}


def _mixed(one: str, other: str, share: float) -> str:
    parts = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)
