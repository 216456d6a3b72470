"""Stage 1: what would be right where a number, a text or a list was needed."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.load.scalars import MAX_DIGITS, resolve
from maturity.load.slips import CURLY

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ANY_NUMBER = "write a number such as 1.5"
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COMMA = re.compile(r"([-+]?[0-9]+),([0-9]+)")
_GROUPS = re.compile(r"[-+]?[0-9]{1,3}([,_' \u00a0\u202f])[0-9]{3}(?:\1[0-9]{3})*")
_WITH_UNIT = re.compile(r"[£$€]?\s*([-+]?[0-9]+(?:\.[0-9]+)?)\s*(?:%|[^\W\d_]+)?")
_DIGITS = re.compile(r"[-+]?[0-9]*\.?[0-9]*")
_PLAIN_WORDS = re.compile(r"[\w.-]+(?:, ?[\w.-]+)*")
_MOST_IN_BRACKETS = 60


def number_remedy(given: object, *, quoted: bool) -> str:
    """Say how to write the number that a text seems to mean.

    Examples: "1,5" is to be 1.5, "100%" and "100 days" are to be 100, "three" is to be 3.
    """
    if not isinstance(given, str):
        return ANY_NUMBER
    text = given.strip()
    if quoted and _is_number(text):
        return "write the number without quotes"
    if text.lower() in _WORDS:
        return f"write {_WORDS.index(text.lower())}"
    groups, comma = _GROUPS.fullmatch(text), _COMMA.fullmatch(text)
    whole = text.replace(groups[1], "") if groups else ""
    point = f"{comma[1]}.{comma[2]}, with a point" if comma else ""
    if groups or comma:
        return "write " + ", or ".join(filter(None, (whole, point)))
    unit = _WITH_UNIT.fullmatch(text)
    if unit and _is_number(unit[1]):
        return f"write {unit[1]}"
    if len(text) > MAX_DIGITS and _DIGITS.fullmatch(text):
        return f"write at most {MAX_DIGITS} digits"
    return ANY_NUMBER


def _is_number(text: str) -> bool:
    value = resolve(text)
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


def list_remedy(given: object, fields: Collection[str]) -> str:
    """Say how one thing becomes a list; `fields` are the keys of its entries, if they have any."""
    if fields:
        entry = "put '- ' before its first key, or [ ] around it"
        return entry if isinstance(given, dict) else "begin each entry with '- ' and its first key"
    if isinstance(given, str) and len(given) <= _MOST_IN_BRACKETS and _PLAIN_WORDS.fullmatch(given):
        return f"write it as a list: [{given}]"
    if isinstance(given, str) and given.strip():
        return "write it as a list: '- ' and the text, on a line of its own"
    return ""


def text_remedy(given: Mapping[object, object]) -> str:
    """Say how a text is kept from being a mapping because of the ': ' in it."""
    if len(given) != 1:
        return ""
    (key,) = given
    if isinstance(key, str) and key.startswith(tuple(CURLY)):
        return f"""put the whole text in " or ': to YAML {key[0]} is no quotation mark"""
    return "put the whole text in quotes"
