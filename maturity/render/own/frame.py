"""Stage 6: what a template of somebody's own must leave as it is, measured on the finished text.

That is all that stands outside the blocks, with the page's policy, its style sheet and the marking;
and the word that says that the report is a draft.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from jinja2 import nodes

from maturity.render.own.rules import TemplateError
from maturity.render.own.sandbox import SHIPPED, shipped_text
from maturity.render.words.clean import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment

_CUT = "\0"
"""Stands for a block; no text that is shown can hold it."""
_TABLE = frozenset(("table", "thead", "tbody", "tr", "th", "td"))
_PLAIN = _TABLE | {
    "html", "body", "header", "div", "section", "p", "ul", "ol", "li", "dl", "dt", "dd",
    "h1", "h2", "h3", "h4", "strong", "em", "b", "i", "span", "small",
}  # fmt: skip
"""Elements in which a text is seen."""
_VOID = frozenset({"meta", "link", "img", "br", "hr", "wbr", "input"})
_HARMLESS = frozenset({"class", "id", "lang", "dir", "tabindex"})
_HIDING = frozenset({"skip", "contents", "summary"})
"""Classes whose rules hide something on the screen or in print."""
_ATTRIBUTES = r'(?:\s+[\w:-]+="[^"<>]*")*\s*/?>'
_SHAPES = "g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|use|defs|clipPath|stop"
_PART = rf"</?(?:{_SHAPES}|linearGradient|radialGradient){_ATTRIBUTES}|<title>[^<>]*</title>"
_DRAWING = re.compile(
    rf"<svg{_ATTRIBUTES}(?:[^<>]*(?:{_PART}))*[^<>]*</svg>", re.IGNORECASE | re.ASCII
)
_AROUND = " \t*_#>-"
_ESCAPED = re.compile(r"\\(.)")


def frame_of(templates: Environment, main: str, data: Mapping[str, object]) -> list[str]:
    """Give what the shipped template writes before, between and after its blocks."""
    name = f"{SHIPPED}{main}"
    blocks = {block.name for block in templates.parse(shipped_text(main)).find_all(nodes.Block)}
    cuts = "".join(f"{{% block {block} %}}{_CUT}{{% endblock %}}" for block in sorted(blocks))
    own = templates.from_string(f'{{% extends "{name}" %}}{cuts}')
    return own.render(data).split(_CUT)


def check_frame(text: str, frame: Sequence[str], main: str) -> None:
    """Check that a report begins, goes on and ends as the shipped one does around its blocks.

    Raises:
        TemplateError: Something outside the blocks is another.
    """
    at, end = len(frame[0]), len(text) - len(frame[-1])
    is_kept = text.startswith(frame[0]) and text.endswith(frame[-1])
    for part in frame[1:-1]:
        found = text.find(part, at, end)
        is_kept = is_kept and found >= 0
        at = found + len(part)
    if not is_kept or at > end:
        message = "the template changes what stands outside its blocks: the page's head or marking"
        raise TemplateError(message, "change only what is in blocks", main, 1)


def check_draft(text: str, form: str, draft: str, main: str) -> None:
    """Check that a draft says so above its first part, where it can be seen.

    Raises:
        TemplateError: `draft`, the word for it, is not there.
    """
    if form == "html":
        above = text.partition("<main ")[0]
    else:
        above = _ESCAPED.sub(lambda found: html.escape(found[1]), text.partition("\n## ")[0])
    seen = _Seen()
    seen.feed(_DRAWING.sub("<svg></svg>", above))
    seen.close()
    wanted = clean(draft).strip(_AROUND)
    if wanted not in {line.strip(_AROUND) for line in seen.lines}:
        message = f"the report is a draft, and the template does not show '{wanted}' above it"
        raise TemplateError(
            message, "show each of report.warnings in the block 'warnings'", main, 1
        )


class _Seen(HTMLParser):
    """Collects the lines of text that stand in nothing but plain, shown elements.

    Where a browser might end an element at another place, the element counts as still open.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            classes = {word for name, value in attrs if name == "class" for word in _words(value)}
            is_harmless = all(
                name in _HARMLESS and "<" not in (value or "") for name, value in attrs
            )
            self._open.append((tag, tag in _PLAIN and is_harmless and not classes & _HIDING))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # HTML knows no such tags: the element stays open

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            name, is_shown = self._open[at]
            if name == tag:
                del self._open[at:]
                return
            if not is_shown or (name in _TABLE and tag not in _TABLE):
                return

    def handle_data(self, data: str) -> None:
        if all(is_shown for _, is_shown in self._open):
            self.lines += data.splitlines()


def _words(value: str | None) -> list[str]:
    return (value or "").lower().split()
