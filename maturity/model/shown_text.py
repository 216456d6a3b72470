"""Texts of a theme that are shown: of bounded length, and none that only looks like nothing."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

_BLANKS = "\u2800\u3164\u115f\u1160\uffa0\U0001d159"
"""Letters and signs by their kind that show nothing: the braille blank, fillers of Hangul."""


def is_visible(text: str) -> bool:
    """Say whether a text has a letter, a digit or a sign that can be seen."""
    return any(unicodedata.category(c)[0] in "LNPS" and c not in _BLANKS for c in text)


def _shown(value: object) -> object:
    """Refuse a text that shows nothing: a marking of blanks would pass for none."""
    if isinstance(value, str) and not is_visible(value):
        hint = "write the text, or leave the line out"
        raise PydanticCustomError("blank", "this text shows nothing", {"hint": hint})
    return value


Line = Annotated[str, Field(min_length=1, max_length=200), BeforeValidator(_shown)]
"""A short text that shows something."""
Sentences = Annotated[str, Field(min_length=1, max_length=600), BeforeValidator(_shown)]
"""A few sentences."""
Marking = Annotated[str, Field(min_length=1, max_length=80), BeforeValidator(_shown)]
"""A few words."""
