"""New files: texts as YAML that reads back as the same text, and comments that stay comments."""

from __future__ import annotations

import json
import re
import textwrap

WIDTH = 80
"""The most columns of a comment, but for a word that is longer."""

# What JSON leaves as it is, and YAML does not: it would refuse it, or take it for a line break.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)?")
_OTHER_MEANINGS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def quoted(text: str) -> str:
    r"""Write a text between double quotes: `a: "b"` becomes `"a: \"b\""`."""
    plain = _SURROGATE.sub("\ufffd", text)
    return _UNSAFE.sub(
        lambda found: f"\\u{ord(found[0]):04X}", json.dumps(plain, ensure_ascii=False)
    )


def word(name: str) -> str:
    """Write an id, in quotes only where YAML would read something else."""
    is_plain = _PLAIN.fullmatch(name) is not None and name not in _OTHER_MEANINGS
    return name if is_plain else quoted(name)


def comment(text: str, *, indent: int = 0, lead: str = "") -> list[str]:
    """Write a text as comment lines of at most 80 columns; `lead` stands before it once."""
    start = " " * indent + "# "
    lines = textwrap.wrap(
        _on_one_line(text),
        WIDTH,
        initial_indent=start + lead,
        subsequent_indent=start + " " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [(start + lead).rstrip()]


def _on_one_line(text: str) -> str:
    """Leave out what would end a comment early, or act on a terminal."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
