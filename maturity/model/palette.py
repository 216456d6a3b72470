"""The colours of a report, light and dark, and how far those that meet must stand apart.

A theme replaces some of them; the same rule of contrast holds for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEXT, MARK = 4.5, 3.0
"""The least contrast of a text and of a drawn mark on what is behind them (WCAG 2.2, AA)."""

LIGHT = {
    "paper": "#ffffff",
    "ink": "#1b1f24",
    "quiet": "#4d5763",
    "line": "#cfd5db",
    "edge": "#7b8794",
    "surface": "#f4f6f8",
    "accent": "#17558c",
    "mark": "#17558c",
    "range": "#d7e6f3",
    "range-edge": "#5e8db8",
    "target": "#1b1f24",
    "limit": "#b4560b",
    "limit-surface": "#fdf6ec",
    "open": "#17558c",
    "open-surface": "#eff5fa",
    "tag": "#8a3d06",
    "tag-ink": "#ffffff",
}
DARK = {
    "paper": "#15191d",
    "ink": "#e8ebee",
    "quiet": "#b0b9c2",
    "line": "#39424b",
    "edge": "#7f8b97",
    "surface": "#1e2429",
    "accent": "#92c5ef",
    "mark": "#92c5ef",
    "range": "#23435f",
    "range-edge": "#5b8fbc",
    "target": "#e8ebee",
    "limit": "#e2954a",
    "limit-surface": "#2a2219",
    "open": "#7fb5e2",
    "open-surface": "#182530",
    "tag": "#f2b174",
    "tag-ink": "#1b1f24",
}
Scheme = Literal["light", "dark"]
SCHEMES: dict[Scheme, dict[str, str]] = {"light": LIGHT, "dark": DARK}

BRANDED = (
    "paper",
    "surface",
    "ink",
    "quiet",
    "line",
    "edge",
    "accent",
    "mark",
    "range",
    "range-edge",
    "target",
    "open",
    "open-surface",
    "tag",
    "tag-ink",
)
"""The colours that a theme may set; those of warnings are the same in every report."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour that must be seen on another, and the least contrast that it needs there."""

    ink: str
    on: str
    least: float


_SURFACES = ("paper", "surface", "limit-surface", "open-surface")
PAIRS = (
    *(Pair(ink, on, TEXT) for ink in ("ink", "quiet", "accent") for on in _SURFACES),
    Pair("tag-ink", "tag", TEXT),
    *(Pair(one, "paper", MARK) for one in ("mark", "target", "range-edge", "edge")),
    *(Pair(one, "surface", MARK) for one in ("mark", "range-edge", "edge")),
    Pair("mark", "range", MARK),
    Pair("target", "range", MARK),
    Pair("limit", "limit-surface", MARK),
    Pair("open", "open-surface", MARK),
)
"""Every colour of a text or a mark with each colour that lies behind it."""


def too_close(colours: Mapping[str, str]) -> Iterator[tuple[Pair, float]]:
    """Give the pairs that stand too close in a whole palette, each with its contrast."""
    for pair in PAIRS:
        ratio = contrast(colours[pair.ink], colours[pair.on])
        if ratio < pair.least:
            yield pair, ratio


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 (the same) to 21 (black on white).

    Example: `#777777` on `#ffffff` is 4.48. Source: WCAG 2.2, contrast ratio.
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
