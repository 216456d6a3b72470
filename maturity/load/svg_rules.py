"""Stage 1: which parts of an SVG drawing a logo may have, and what their values may say.

Everything that is not named here is refused, so that what is new to SVG is refused too.
"""

from __future__ import annotations

import re

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
EDITORS = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://ns.adobe.com/",
    "http://www.bohemiancoding.com/sketch/",
    "http://www.figma.com/",
    "http://www.serif.com/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
)
"""What drawing programs note for themselves; it is left out."""

_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan")
_OTHERS = ("g", "defs", "symbol", "use", "linearGradient", "radialGradient", "stop", "clipPath")
ELEMENTS = frozenset((*_SHAPES, *_OTHERS))
"""The elements of SVG that are kept, below `svg` itself."""
LEFT_OUT = frozenset(["metadata", "title", "desc"])
"""Elements that show nothing; the theme's `alt` says what the logo is."""
WITH_TEXT = frozenset(["text", "tspan"])

_ID = r"[A-Za-z_][A-Za-z0-9_.:-]{0,99}"
_URL = rf"url\(\s*['\"]?#(?P<id>{_ID})['\"]?\s*\)"
_NUMBERS = r"[-+0-9.,%eEa-z\s]{0,400}"
_WORDS = r"[A-Za-z0-9 ,.'\"-]{0,200}"
_COLOUR = r"[A-Za-z]{1,30}|#[0-9A-Fa-f]{3,8}|(rgb|hsl)a?\([-+0-9.,%/\s]{0,60}\)"
_TRANSFORM = r"\s*([a-zA-Z]{5,9}\s*\([-+0-9.,eE\s]{0,200}\)[\s,]*){0,20}"
_PATH = r"[MmZzLlHhVvCcSsQqTtAaeE0-9+\-.,\s]*"

LOCAL = re.compile(rf"#{_ID}")
URL = re.compile(_URL)


def _each(names: str, pattern: str) -> dict[str, re.Pattern[str]]:
    return dict.fromkeys(names.split(), re.compile(pattern, re.ASCII))


STYLED = {
    **_each("fill stroke", rf"{_COLOUR}|{_URL}"),
    **_each("color stop-color", _COLOUR),
    **_each("clip-path", rf"none|{_URL}"),
    **_each(
        "fill-opacity fill-rule clip-rule stroke-opacity stroke-width stroke-linecap "
        "stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stop-opacity opacity "
        "display visibility text-anchor font-size font-style font-weight font-stretch "
        "letter-spacing word-spacing dominant-baseline",
        _NUMBERS,
    ),
    **_each("font-family", _WORDS),
}
"""Property → what its value may be, in an attribute of its own or in `style`."""
VALUES = {
    **STYLED,
    **_each("id", _ID),
    **_each("transform gradientTransform", _TRANSFORM),
    **_each("d points", _PATH),
    **_each("x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy width height offset viewBox", _NUMBERS),
    **_each("preserveAspectRatio", r"[A-Za-z ]{1,40}"),
    **_each("gradientUnits clipPathUnits spreadMethod", r"[A-Za-z]{1,20}"),
}
"""Attribute → what its value may be."""
IGNORED = re.compile(
    "class|version|baseProfile|enable-background|role|focusable|zoomAndPan|data-[a-z0-9-]+"
    "|aria-[a-z]+"
)
"""Attributes that change nothing in a picture; they are left out."""
PLAIN_STYLE = re.compile(r"[A-Za-z0-9 .,%#'+\"-]*", re.ASCII)
"""The values of properties that are not known, and are left out: nothing that could load."""
