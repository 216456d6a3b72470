"""Stage 6: what people wrote becomes text and links that no format can stumble over."""

from __future__ import annotations

import re

# Controls that are not white space, marks that turn the reading direction, halves of pairs and
# code points that are no characters: HTML refuses most of them, and none of them is to be seen.
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NO_CHARACTERS = "\ufeff\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_DROPPED = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_NO_CHARACTERS}]")
_URL = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}]+", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def clean(text: object) -> str:
    """Drop what cannot be seen, and fold white space and line breaks to single blanks."""
    if isinstance(text, str) and text.isprintable() and "  " not in text and text == text.strip():
        return text  # nearly every text: a blank is the only white space that is printable
    return " ".join(_DROPPED.sub("", str(text)).split())


def safe_url(url: str) -> str:
    """Give a web or mail address that may become a link, else nothing.

    `javascript:`, `data:` and local paths are none, nor is an address with a blank in it.
    """
    return url if _URL.fullmatch(url) and clean(url) == url else ""


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a longer text at its blank lines."""
    parts = (clean(part) for part in _BLANK_LINE.split(text.replace("\r\n", "\n")))
    return tuple(part for part in parts if part)
