"""Stage 1: a value that is not what its key needs: what pydantic says of it, in our words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from maturity.errors import Problem
from maturity.load.fields import fields_at
from maturity.load.remedies import list_remedy, number_remedy, text_remedy
from maturity.load.source import shown_index
from maturity.model.base import NOT_BLANK_PATTERN
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from maturity.load.positions import Document

_KINDS = {
    "string_type": "a text is needed here",
    "int_type": "a whole number is needed here",
    "tuple_type": "a list is needed here",
    "list_type": "a list is needed here",
    "dict_type": "a mapping (key: value) is needed here",
    "model_type": "a mapping (key: value) is needed here",
    "model_attributes_type": "a mapping (key: value) is needed here",
    "too_short": "at least one entry is needed here",
}
_TEXT_NEEDED = "write the text"
_QUOTE = "put it in quotes if it is meant as text"
_THREE_NUMBERS = "write three numbers with points, in quotes or not: 1.0.0"


def wrong_value(model: type[BaseModel], detail: ErrorDetails, document: Document) -> Problem:
    """Say what is wrong with a value or a key, and what would be right."""
    kind, path, given = detail["type"], detail["loc"], detail["input"]
    is_key = bool(path) and path[-1] == "[key]"
    if kind == "string_pattern_mismatch" and not _is_blank(detail):
        pattern = str(detail.get("ctx", {}).get("pattern", ""))
        what, hint = _pattern_words(pattern)
        message = f"{written(given)} is no {what}"
        return Problem(message, hint, document.locate(path, key=is_key), "invalid-value")
    if kind in _KINDS:
        message = f"{_KINDS[kind]}; found {written(given)}"
        hint, rule = _kind_hint(model, detail), "wrong-type"
    elif kind == "string_too_short" or _is_blank(detail):
        what = "is empty" if kind == "string_too_short" else "holds only blanks"
        message, hint, rule = f"a text is needed here, this one {what}", _TEXT_NEEDED, "wrong-type"
    elif kind == "string_too_long":
        most = detail.get("ctx", {}).get("max_length", 0)
        message, rule = f"this text has {len(str(given)):,} characters", "invalid-value"
        hint = f"write at most {most:,}"
    else:
        message, rule = f"{written(given)}: {detail['msg']}", "invalid-value"
        hint = str(detail.get("ctx", {}).get("hint", ""))
        if kind == "number_needed":
            hint = number_remedy(given, quoted=_is_quoted(document, path, key=is_key))
    return Problem(message, hint, document.locate(path, key=is_key), rule)


def _kind_hint(model: type[BaseModel], detail: ErrorDetails) -> str:
    kind, path, given = detail["type"], detail["loc"], detail["input"]
    if kind == "string_type" and isinstance(given, int | Fraction):
        return _text_hint(path)
    if kind in ("tuple_type", "list_type"):
        return list_remedy(given, fields_at(model, path))
    if kind == "string_type" and isinstance(given, dict):
        return text_remedy(given)
    return ""


def _is_blank(detail: ErrorDetails) -> bool:
    pattern = detail.get("ctx", {}).get("pattern")
    return detail["type"] == "string_pattern_mismatch" and pattern == NOT_BLANK_PATTERN


def _is_quoted(document: Document, path: Sequence[Any], *, key: bool) -> bool:
    place = document.locate(path, key=key)
    return place.text[shown_index(place) :].startswith(("'", '"'))


def _text_hint(path: Sequence[int | str]) -> str:
    """Say how a number becomes a text; two numbers with a point are no version in quotes either."""
    return _THREE_NUMBERS if path and path[-1] == "version" else _QUOTE


def _pattern_words(pattern: str) -> tuple[str, str]:
    if "A-Z" in pattern:
        return "language code", "write two or three letters, with a country or not: cy, en-GB"
    if r"\d" in pattern:
        return "version", _THREE_NUMBERS
    return "id", "use small letters, digits and single hyphens: two-factor"


def written(value: object) -> str:
    """Show a value as a person would write it, in a few characters."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Fraction):
        return show(Fraction(value))
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"
