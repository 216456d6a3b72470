"""Stage 6: what Markdown of somebody's own may not hold: markup and links that hide or act.

Readers of Markdown differ, and most let HTML through. So there is none of it, no picture, no link
but to the web and within the report, and nothing that takes in what follows it.
"""

from __future__ import annotations

import re

from maturity.render.own.markup import FlawError, shown
from maturity.render.words.clean import clean

_FENCE = re.compile(r"[ \t>*+-]*(?:\d+[.)][ \t]+)?(`{3,}|~{3,})")
_NOT_ESCAPED = r"(?<!\\)(?:\\\\)*"
_ADDRESS = r"(?:https?://|mailto:|#)"
_REFUSED = (
    (
        re.compile(rf"{_NOT_ESCAPED}(<(?=[A-Za-z/!?])(?!(?:https?://|mailto:)[^\s<>]*>))"),
        "there is no HTML in a report's Markdown",
        r"write \< where it is text",
    ),
    (
        re.compile(rf"{_NOT_ESCAPED}(!\[)"),
        "there are no pictures in a report's Markdown",
        r"write !\[ where it is text",
    ),
    (
        re.compile(rf"{_NOT_ESCAPED}(\]\((?!<?{_ADDRESS}))", re.IGNORECASE),
        "a link leads to https://…, http://…, mailto:… or #…",
        r"write \]( where it is text",
    ),
    (
        re.compile(rf"{_NOT_ESCAPED}(\]:)"),
        "a template cannot define links or notes apart",
        r"write \]: where it is text, and each link as [text](https://…)",
    ),
)
_ESCAPED = re.compile(r"\\(.)")
_AROUND = " *_#>-"
_BEGINNINGS = ("", "-", "*", "+", "#", ">")
"""What a line begins with that does not go on with the paragraph before it."""
_DEEPEST_INDENT = 3


def check_markdown(text: str) -> None:
    """Check a finished report.

    Raises:
        FlawError: Something in it hides, acts, or takes in what comes after it.
    """
    for pattern, message, hint in _REFUSED:
        found = pattern.search(text)
        if found is not None:
            near = text[found.start(1) :].partition("\n")[0]
            raise FlawError(f"{message}: {shown(near)}", hint, found.start(1), near[:40])
    if text.lstrip().startswith(("---", "+++")):
        message = "the report begins with a line that begins a head of data"
        raise FlawError(message, "begin with a text", 0, text.lstrip()[:3])
    _check_fences(text)


def _check_fences(text: str) -> None:
    """A fence that is not ended would take in the marking."""
    fence, begun, at = "", 0, 0
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found is not None and not fence:
            fence, begun = found[1], at + found.start(1)
        elif fence and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        at += len(line) + 1
    if fence:
        raise FlawError(f"{fence} is not ended", f"add a line {fence}", begun, fence)


def says_draft(text: str, word: str) -> bool:
    """Tell whether the word for a draft is a paragraph of its own above the first part."""
    above = text.partition("\n## ")[0]
    fence = re.search(r"^[ \t>*+-]*(?:`{3}|~{3})", above, re.MULTILINE)
    lines = ["", *(above[: fence.start()] if fence else above).split("\n"), ""]
    wanted = clean(word).strip(_AROUND)
    return any(
        _ESCAPED.sub(r"\1", line.strip(_AROUND)) == wanted
        and len(line) - len(line.lstrip()) <= _DEEPEST_INDENT
        and not before.strip(_AROUND)
        and after.lstrip()[:1] in _BEGINNINGS
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
    )
