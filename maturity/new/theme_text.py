"""New files: a theme with every key explained, those with an effect commented out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.palette import BRANDED, SCHEMES
from maturity.new.yaml_text import comment

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST = (
    "A theme: the look of your reports. To use it: maturity report ANSWERS --theme FILE, or name "
    "it in assessment.yaml: theme: FILE",
    "A section whose first line begins with # and no space is an example; to use it, remove the # "
    "from each of its lines. What you leave out keeps the look that reports have.",
    "To check it: maturity check FILE",
)
_COLOURS = (
    "Colours, for white paper and for dark screens, each in quotes with # and six digits. These "
    "are the ones that reports have; keep the lines that you change. A text must have a contrast "
    "of at least 4.5 to 1 on what is behind it, a mark in a chart 3 to 1, in light and in dark; "
    "what falls short is refused, with its figure."
)
_LOGO = (
    "The logo, an SVG drawing or a PNG picture in the folder of this file, of at most 150,000 "
    "bytes. It becomes part of the report. `alt` is read to those who cannot see it. On a dark "
    "screen it stands on a piece of light paper."
)
_WHAT_EACH_IS = {
    "paper": "the page",
    "surface": "the box with the main figures",
    "ink": "text",
    "quiet": "smaller text",
    "line": "thin lines",
    "edge": "stronger lines",
    "accent": "links, and what stands out",
    "mark": "the score in charts",
    "range": "the range in charts",
    "range-edge": "the edge of the range",
    "target": "the target in charts",
    "open": "the edge of boxes on what is not known",
    "open-surface": "the ground of those boxes",
    "tag": "the ground of DRAFT and of the marking",
    "tag-ink": "the text on it",
}


def theme_text() -> str:
    """Write the whole file."""
    lines: list[str] = []
    for text in _FIRST:
        lines += comment(text)
    lines += ["format: theme/1", *comment("What the theme is called; no report shows it.")]
    lines += ["name: Our house style"]
    for about, example in _examples():
        lines += ["", *comment(about), *(f"#{line}" for line in example)]
    return "\n".join(lines) + "\n"


def _examples() -> Iterator[tuple[str, list[str]]]:
    yield _LOGO, ["logo:", "  file: logo.svg", "  alt: Name of your organisation"]
    yield _COLOURS, ["colours:", *_colours()]
    yield (
        "Fonts that readers may have installed, the best first. No font is fetched or embedded, so "
        "end with a kind of fonts: sans-serif, serif, monospace or system-ui.",
        ["font: [Arial, Helvetica, sans-serif]"],
    )
    yield (
        "The report's title in place of `Maturity report: …`, and who it is for and by.",
        [
            "names:",
            "  title: Digital maturity review",
            "  prepared_for: Name of the board",
            "  prepared_by: Name of your organisation",
        ],
    )
    yield "A text at the end of the report.", ["footer: What readers should know about this report"]
    yield (
        "A protective marking, at the top and the end of the report and on each printed page.",
        ["marking: OFFICIAL-SENSITIVE"],
    )


def _colours() -> Iterator[str]:
    width = max(map(len, BRANDED))
    for scheme, palette in SCHEMES.items():
        yield f"  {scheme}:"
        for name in BRANDED:
            key = f"{name.replace('-', '_')}:".ljust(width + 1)
            yield f'    {key} "{palette[name]}"  # {_WHAT_EACH_IS[name]}'
