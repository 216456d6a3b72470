"""Stage 6: text becomes Markdown that shows exactly that text.

Only what Markdown, GitHub's dialect or a common extension would read as a sign is escaped, so
that sentences and numbers stay readable in the source.
"""

from __future__ import annotations

import re

from maturity.render.words.clean import clean

_SIGNS = re.compile(
    r"[\\`*_\[\]<>|~$^@{}#]"  # emphasis, code, links, HTML, tables, formulas, mentions
    r"|&(?=[A-Za-z0-9\#])"  # entities
    r"|:(?=\S)"  # addresses, emoji names
    r"|(?<=www)\."  # addresses without a scheme
    r"|!(?=\[)|=(?==)|(?<==)=",
    re.IGNORECASE,
)
# At the start of a block: list marks, underlines of headings, definitions.
_START = re.compile(r"[-+=:]|\d{1,9}(?=[.)](?:\s|$))")


def escape_markdown(text: object) -> str:
    r"""Escape a text for one line of Markdown: `1. a|b` becomes `1\. a\|b`."""
    line = clean(text)
    start = _START.match(line)
    escaped = _SIGNS.sub(r"\\\g<0>", line)
    if start is None or escaped.startswith("\\"):
        return escaped
    at = start.end() if line[0].isdecimal() else 0
    return f"{escaped[:at]}\\{escaped[at:]}"
