"""Stage 6: the colours of a report, light and dark, as CSS and as attributes of drawn marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
# Attributes, not classes, colour the marks: tools that know no CSS variables draw them too.
_PAINT = {
    "grid": {"stroke": "line", "stroke-width": "1"},
    "rule": {"stroke": "line", "stroke-width": "1"},
    "distance": {"stroke": "target", "stroke-width": "1.5", "stroke-dasharray": "3 3"},
    "range": {"fill": "range", "stroke": "range-edge", "stroke-width": "1.5"},
    "score": {"fill": "mark", "stroke": "paper", "stroke-width": "2"},
    "target": {"fill": "paper", "stroke": "target", "stroke-width": "2"},
    "scale": {"fill": "ink", "font-size": "14", "font-weight": "700"},
    "label": {"fill": "ink", "font-size": "15"},
    "quiet": {"fill": "quiet", "font-size": "13"},
    "score-text": {"fill": "ink", "font-size": "16", "font-weight": "700"},
    "target-text": {"fill": "ink", "font-size": "15"},
}


def paint(colours: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Give the attributes of every kind of mark, names of colours replaced by the colours."""
    return {
        kind: {name: colours.get(value, value) for name, value in attributes.items()}
        for kind, attributes in _PAINT.items()
    }


def colour_css(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Write the colours as custom properties; a dark screen gets the dark ones, print never."""
    return (
        f":root{{color-scheme:light;{_properties(light)}}}\n"
        "@media screen and (prefers-color-scheme:dark){"
        f":root{{color-scheme:dark;{_properties(dark)}}}}}\n"
        f"@media screen{{{_mark_rules()}}}\n"
    )


def _properties(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


def _mark_rules() -> str:
    rules = []
    for kind, attributes in _PAINT.items():
        known = [(name, value) for name, value in attributes.items() if value in LIGHT]
        body = ";".join(f"{name}:var(--{value})" for name, value in known)
        rules.append(f".chart .{kind}{{{body}}}")
    return "".join(rules)
