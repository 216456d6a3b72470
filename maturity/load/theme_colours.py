"""Stage 1: a theme's colours must stand apart from what they lie on, in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from maturity.model.palette import PAIRS, SCHEMES, Scheme, contrast, too_close

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maturity.model.palette import Pair

STEPS = 100


@dataclass(frozen=True, slots=True)
class Weak:
    """A colour of a theme that cannot be seen well enough."""

    key: str
    """Its key in the theme."""
    message: str
    hint: str


def weak_colours(scheme: Scheme, given: Mapping[str, str]) -> Iterator[Weak]:
    """Give each colour of a theme with the first of its pairs that falls short.

    A pair of which the theme sets neither colour is not its own, and is sound anyway.
    """
    own = {key.replace("_", "-"): colour for key, colour in given.items()}
    palette = {**SCHEMES[scheme], **own}
    told: set[str] = set()
    for pair, ratio in too_close(palette):
        key = pair.ink if pair.ink in own else pair.on
        if key in own and key not in told:
            told.add(key)
            yield Weak(key.replace("-", "_"), _message(pair, palette, ratio), _hint(key, palette))


def _message(pair: Pair, palette: Mapping[str, str], ratio: float) -> str:
    """Say the figure; it is never rounded up to the one that is needed."""
    ink, on = (name.replace("-", "_") for name in (pair.ink, pair.on))
    return (
        f"{ink} {palette[pair.ink]} on {on} {palette[pair.on]} has contrast "
        f"{floor(ratio * 10) / 10:.1f}:1; needs {pair.least:g}:1"
    )


def _hint(key: str, palette: Mapping[str, str]) -> str:
    near = _near(key, palette)
    if near is None:
        return "no shade of it is enough on all that it lies on: change both colours"
    return f"the nearest shade that is enough everywhere is {near}"


def _near(key: str, palette: Mapping[str, str]) -> str | None:
    """Find the shade nearest to a colour, darker or lighter, that is enough in all its pairs."""
    for step in range(1, STEPS + 1):
        for end in (0, 255):
            shade = _mixed(palette[key], end, step / STEPS)
            if _is_enough(key, {**palette, key: shade}):
                return shade
    return None


def _mixed(colour: str, end: int, share: float) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (end - part) * share):02x}" for part in parts)


def _is_enough(key: str, palette: Mapping[str, str]) -> bool:
    own = (pair for pair in PAIRS if key in (pair.ink, pair.on))
    return all(contrast(palette[one.ink], palette[one.on]) >= one.least for one in own)
