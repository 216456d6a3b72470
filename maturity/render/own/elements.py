"""Stage 6: the elements and attributes that a template of somebody's own may write.

Whatever is not here is refused. What may stand within what is narrower than in HTML, so that no
browser moves or ends an element in another place than where it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.render.words.clean import safe_url

if TYPE_CHECKING:
    from collections.abc import Sequence

VOID = frozenset({"br", "hr", "img", "wbr"})
_LINES = frozenset({
    "a", "abbr", "b", "br", "cite", "code", "dfn", "em", "i", "img", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "svg", "time", "u", "var", "wbr",
})  # fmt: skip
"""What stands within a line of text."""
_PARTS = _LINES | {
    "address", "article", "aside", "blockquote", "div", "dl", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "nav", "ol", "p", "section", "table", "ul",
}  # fmt: skip
SHAPES = frozenset({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect"})
_DRAWN = SHAPES | {"g", "text", "title", "desc"}
_ROWS = frozenset({"tr"})
_NOTHING: frozenset[str] = frozenset()
_WITHIN = {
    **dict.fromkeys(_LINES | {"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption"}, _LINES),
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    **dict.fromkeys(("thead", "tbody", "tfoot"), _ROWS),
    **dict.fromkeys(SHAPES | VOID | {"title", "desc"}, _NOTHING),
    "dl": frozenset({"dt", "dd", "div"}),
    "table": _ROWS | {"caption", "thead", "tbody", "tfoot"},
    "tr": frozenset({"th", "td"}),
    "figure": _PARTS | {"figcaption"},
    "figcaption": _LINES,
    "svg": _DRAWN,
    "g": _DRAWN,
    "text": frozenset({"tspan"}),
    "tspan": _NOTHING,
}
KNOWN = _PARTS.union(*_WITHIN.values())
"""Every element that there is."""
_WITHOUT_TEXT = SHAPES | {"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "svg", "g"}

_EVERYWHERE = frozenset({
    "class", "id", "lang", "dir", "title", "role", "tabindex",
    "aria-label", "aria-labelledby", "aria-describedby",
})  # fmt: skip
_PAINTED = frozenset({
    "class", "id", "transform", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width",
    "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity", "x", "y",
    "dx", "dy", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "width",
    "height", "font-size", "font-style", "font-weight", "text-anchor", "dominant-baseline",
})  # fmt: skip
_OF = {
    **dict.fromkeys(SHAPES | {"g", "text", "tspan"}, _PAINTED),
    **dict.fromkeys(("title", "desc"), frozenset({"id"})),
    "svg": frozenset({
        "class", "id", "role", "aria-hidden", "aria-label", "aria-labelledby", "aria-describedby",
        "viewbox", "width", "height", "xmlns",
    }),
    "a": _EVERYWHERE | {"href", "rel"},
    "img": _EVERYWHERE | {"src", "alt", "width", "height"},
    "ol": _EVERYWHERE | {"start", "type"},
    "li": _EVERYWHERE | {"value"},
    "td": _EVERYWHERE | {"colspan", "rowspan", "headers"},
    "th": _EVERYWHERE | {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": _EVERYWHERE | {"datetime"},
}  # fmt: skip
_LINK = "write https://…, http://…, mailto:… or #… for a part of the report"
_ANCHOR = re.compile(r"#\S*")
_SIZE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})?")
_COUNT = re.compile("[0-9]{1,4}")
_VALUES = {
    **dict.fromkeys(("width", "height"), _SIZE),
    **dict.fromkeys(("colspan", "rowspan", "start", "value"), _COUNT),
    "aria-hidden": re.compile("true"),
    "dir": re.compile("ltr|rtl|auto"),
    "role": re.compile("[a-z]+"),
    "tabindex": re.compile("0|-1"),
    "viewbox": re.compile(r"[-0-9. ]+"),
    "xmlns": re.compile(re.escape("http://www.w3.org/2000/svg")),
}
_PAINT = re.compile(r"[A-Za-z0-9 \n\t.,#%()+-]*")


def is_within(name: str, around: Sequence[str]) -> bool:
    """Tell whether an element may stand within others, the outermost first."""
    if name == "a" and "a" in around:
        return False
    if len(around) > 1 and around[-2] == "dl" and around[-1] == "div":
        return name in ("dt", "dd")
    return name in (_WITHIN.get(around[-1], _PARTS) if around else _PARTS)


def takes_text(name: str) -> bool:
    """Tell whether text may stand right within an element."""
    return name not in _WITHOUT_TEXT


def is_line(name: str) -> bool:
    """Tell whether an element is part of a line of text."""
    return name in _LINES


def knows(name: str, attribute: str) -> bool:
    """Tell whether an element may have an attribute."""
    return attribute in _OF.get(name, _EVERYWHERE)


def remedy(name: str, attribute: str, value: str, logo: str) -> str:
    """Say what an attribute's value may be; nothing where it is right. `logo` is the theme's."""
    if attribute == "href":
        return "" if safe_url(value) or _ANCHOR.fullmatch(value) else _LINK
    if attribute == "src":
        return "" if value and value == logo else "the only picture is the theme's logo"
    if attribute in _VALUES:
        return "" if _VALUES[attribute].fullmatch(value) else "write a plain value"
    if name in SHAPES or name in ("g", "text", "tspan"):
        is_right = attribute in ("class", "id") or bool(_PAINT.fullmatch(value))
        return "" if is_right and "url" not in value.lower() else "write a plain value"
    return ""
