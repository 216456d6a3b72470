"""Stage 6: the colours of a report, light and dark, as CSS and as attributes of drawn marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.palette import DARK, LIGHT
from maturity.render.charts.heat import heat_colours
from maturity.render.charts.lettering import TEXT_SIZE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.render.charts.shapes import Kind

# Attributes, not classes, colour the marks: tools that know no CSS variables draw them too.
_PAINT: dict[Kind, dict[str, str]] = {
    "area": {"fill": "range"},
    "band": {"fill": "surface"},
    "grid": {"fill": "none", "stroke": "line", "stroke-width": "1"},
    "rule": {"stroke": "line", "stroke-width": "1"},
    "border": {"stroke": "edge", "stroke-width": "2"},
    "score-line": {"fill": "none", "stroke": "mark", "stroke-width": "3"},
    "target-line": {
        "fill": "none", "stroke": "target", "stroke-width": "1.5", "stroke-dasharray": "6 4",
    },
    "plate": {"fill": "paper"},
    "range": {"fill": "range", "stroke": "range-edge", "stroke-width": "1.5"},
    "planned": {"fill": "range", "stroke": "range-edge", "stroke-width": "1.5"},
    "started": {"fill": "mark", "stroke": "mark", "stroke-width": "1.5"},
    "done": {"fill": "paper", "stroke": "mark", "stroke-width": "1.5"},
    "sign": {"fill": "mark"},
    "tick": {"fill": "none", "stroke": "mark", "stroke-width": "2"},
    "distance": {"stroke": "target", "stroke-width": "1.5", "stroke-dasharray": "3 3"},
    "held": {"stroke": "mark", "stroke-width": "2"},
    "uncapped": {"fill": "paper", "stroke": "mark", "stroke-width": "2.5"},
    "target": {"fill": "paper", "stroke": "target", "stroke-width": "2"},
    "score": {"fill": "mark", "stroke": "paper", "stroke-width": "2"},
    "scale": {"fill": "ink", "font-weight": "700"},
    "label": {"fill": "ink"},
    "row-name": {"fill": "ink"},
    "band-name": {"fill": "ink", "font-weight": "700"},
    "quiet": {"fill": "quiet"},
    "score-text": {"fill": "ink", "font-weight": "700"},
    "target-text": {"fill": "ink"},
}  # fmt: skip


def paint(colours: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Give the attributes of every kind of mark, names of colours replaced by the colours."""
    return {kind: _painted(kind, colours) for kind in _PAINT}


def _painted(kind: Kind, colours: Mapping[str, str]) -> dict[str, str]:
    painted = {name: colours.get(value, value) for name, value in _PAINT[kind].items()}
    return {**painted, "font-size": str(TEXT_SIZE[kind])} if kind in TEXT_SIZE else painted


def colour_css(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Write the colours as custom properties; a dark screen gets the dark ones, print never."""
    return (
        f":root{{color-scheme:light;{_properties(light)}}}\n"
        "@media screen and (prefers-color-scheme:dark){"
        f":root{{color-scheme:dark;{_properties(dark)}}}}}\n"
        f"@media screen{{{_mark_rules()}}}\n"
    )


def _properties(colours: Mapping[str, str]) -> str:
    whole = {**colours, **heat_colours(colours)}
    return "".join(f"--{name}:{value};" for name, value in whole.items())


def _mark_rules() -> str:
    """Colour the marks by the page's properties; kinds of the same colours share a rule."""
    rules: dict[str, list[str]] = {}
    for kind, attributes in _PAINT.items():
        known = [(name, value) for name, value in attributes.items() if value in LIGHT]
        body = ";".join(f"{name}:var(--{value})" for name, value in known)
        rules.setdefault(body, []).append(f".chart .{kind}")
    return "".join(f"{','.join(kinds)}{{{body}}}" for body, kinds in rules.items())


__all__ = ["DARK", "LIGHT", "colour_css", "paint"]
