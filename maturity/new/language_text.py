"""New files: a language file and a translation, with every text to translate and no translation."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.levels import show
from maturity.new.yaml_text import comment, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maturity.model.framework import FrameworkFile

Place = tuple[str | int | Fraction, ...]

_LANGUAGE_HEAD = """\
# What the reports say, in another language. Fill in what stands after each colon, with the same
# {gaps}; what is blank is said in English. Then: maturity report . --language THIS-FILE
# A sentence with forms has one for each kind of number; 'plurals' says which numbers those are.
"""
_TRANSLATION_HEAD = """\
# The texts of a framework in another language. Fill in what stands after each colon; the original
# is in the comment above it, and stands in its place while it is blank.
# See how much is left: maturity check --select T THIS-FILE
"""


def language_text(english: str, code: str) -> str:
    """Make a language file of the English one: its sentences without what they say."""
    _, _, body = english.partition("format:")
    body = body.replace("code: en-GB", f"code: {code}", 1).replace(
        "name: English", f"name: {code}  # what the language calls itself", 1
    )
    head, _, sentences = body.partition("sentences:\n")
    blank = re.sub(r'^(  "(?:[^"\\]|\\.)*":) ".*"$', r"\1", sentences, flags=re.MULTILINE)
    blank = re.sub(r'^(    \w+:) ".*"$', r"\1", blank, flags=re.MULTILINE)
    return f"{_LANGUAGE_HEAD}format:{head}sentences:\n{blank}"


def translation_text(file: FrameworkFile, language: str, texts: Mapping[Place, str]) -> str:
    """Make a translation of a framework with every text blank and the original in a comment."""
    lines = [
        f"{_TRANSLATION_HEAD}format: translation/1",
        f"framework: {{id: {file.id}, version: {file.version}}}",
        f"language: {language}",
    ]
    before: Place = ()
    for place, text in texts.items():
        lines += _opened(before, place)
        lines += _blank(place, text)
        before = place
    return "\n".join(lines) + "\n"


def _opened(before: Sequence[object], place: Place) -> list[str]:
    """Name what a text stands in, as far as the text before does not stand in it too."""
    shared = 0
    while shared < min(len(before), len(place)) - 1 and before[shared] == place[shared]:
        shared += 1
    return [f"{'  ' * depth}{_key(place[depth])}:" for depth in range(shared, len(place) - 1)]


def _blank(place: Place, text: str) -> list[str]:
    last, depth = place[-1], 2 * (len(place) - 1)
    key = "-" if isinstance(last, int) else f"{_key(last)}:"
    return [*comment(text, indent=depth), f"{' ' * depth}{key}"]


def _key(part: str | int | Fraction) -> str:
    return show(part) if isinstance(part, Fraction) else word(str(part))
