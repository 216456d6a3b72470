"""Stage 6: the style sheet of a page: its colours, the shipped rules, and what a theme adds.

A theme's words reach the style sheet as strings in which every sign but letters, digits and
blanks is a number, so that none can end the string, the rule or the style sheet.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maturity.model.theme import GENERIC_FONTS
from maturity.render.charts.palette import DARK, LIGHT, colour_css
from maturity.render.formats.slim import slim_css
from maturity.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.render.report.brand import Brand

_MARKING = (
    ".marking{max-width:none;margin:0 0 1.5rem;padding:.3rem .75rem;background:var(--tag);"
    "color:var(--tag-ink);font-weight:700;letter-spacing:.04em;text-align:center}\n"
    ".foot .marking{margin:1rem 0 0}\n"
    "@media (forced-colors:active){.marking{border:1px solid CanvasText}}\n"
    "@media print{.marking{margin:0 0 2mm;padding:0;background:none;color:inherit;font-size:9pt}"
    ".marking~.tags,.marking~* .tags{position:static;margin:2mm 0 0}}\n"  # not over the marking
)
_LOGO = (
    ".logo{display:block;box-sizing:content-box;max-width:100%;margin:0 0 1.25rem}\n"
    "@media print{.logo{max-height:14mm;width:auto;margin-bottom:3mm}}\n"
)


def light_colours(brand: Brand | None) -> Mapping[str, str]:
    """Give the colours that a page has on white."""
    return {**LIGHT, **brand.light} if brand else LIGHT


def style_of(brand: Brand | None) -> str:
    """Write the whole style sheet; without a theme it is the shipped one."""
    if brand is None:
        return _shipped_style()
    light = light_colours(brand)
    style = colour_css(light, {**DARK, **brand.dark}) + _rules()
    if brand.font:
        style += f"body{{font-family:{_families(brand.font)}}}\n"
    if brand.logo:
        # A logo is drawn for light paper, and gets a piece of it on a dark screen.
        plate = f".logo{{padding:.5rem .75rem;border-radius:.2rem;background:{light['paper']}}}"
        style += f"{_LOGO}@media screen and (prefers-color-scheme:dark){{{plate}}}\n"
    return style + (_MARKING + _page_marking(brand.marking) if brand.marking else "")


@cache
def _rules() -> str:
    return slim_css((shipped("report_templates") / "report.css").read_text(encoding="utf-8"))


@cache
def _shipped_style() -> str:
    return colour_css(LIGHT, DARK) + _rules()


def _families(fonts: tuple[str, ...]) -> str:
    return ",".join(name if name in GENERIC_FONTS else css_string(name) for name in fonts)


def _page_marking(marking: str) -> str:
    """Put the marking at the top and foot of each printed page; the first has it in its header."""
    box = f"content:{css_string(marking)};font:bold 9pt Arial,sans-serif"
    css = f"@page{{@top-center{{{box}}}@bottom-center{{{box}}}}}\n"
    return f"{css}@page:first{{@top-center{{content:none}}}}\n"


def css_string(text: str) -> str:
    r"""Write a text as a string of CSS: `A "b"` becomes `"A \22 b\22 "`; a blank ends a number."""
    letters = (c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(letters)}"'
