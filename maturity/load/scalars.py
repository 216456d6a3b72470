"""Stage 1: plain YAML words and numbers, by the rules of YAML 1.2, with exact decimals."""

from __future__ import annotations

import re
from fractions import Fraction

Key = str | int | Fraction
Scalar = str | int | Fraction | bool | None

MAX_DIGITS = 18
"""A number of more digits stays text: nothing that is counted here needs them."""

MAX_EXPONENT = 9

NOT_TEXT_FIRST = "0123456789+-.~tTfFnN"
"""What a plain scalar that is not text can begin with; an empty one is null."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
_NUMBER = re.compile(r"([-+]?)(?=\.?[0-9])([0-9]*)(\.?)([0-9]*)(?:[eE]([-+]?[0-9]+))?")
# Sign, digits, point, and an exponent of a few zeros too many.
_MAX_LENGTH = MAX_DIGITS + 8


def resolve(text: str) -> Scalar:
    """Say what a plain scalar means: null, a truth value, a number, else the text itself.

    `no`, `yes`, `on`, dates, `12:30`, `1_000`, `0x1F` and `.inf` are text.
    Examples: `017` is 17, `2.5` is Fraction(5, 2), `no` is "no".
    """
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _MAX_LENGTH or (found := _NUMBER.fullmatch(text)) is None:
        return text
    sign, whole, point, decimals, exponent = found.groups()
    power = int(exponent or 0)
    if len(whole) + len(decimals) > MAX_DIGITS or abs(power) > MAX_EXPONENT:
        return text
    number = int(sign + whole + decimals)
    if not point and exponent is None:
        return number
    power -= len(decimals)
    return Fraction(number * 10**power) if power >= 0 else Fraction(number, 10**-power)


class ScalarValues(dict[str, Scalar]):
    """What the plain scalars of one file mean, each worked out once."""

    def __missing__(self, text: str) -> Scalar:
        value = self[text] = resolve(text)
        return value


class PlainKeys(dict[str, Key | None]):
    """The plain keys of one file; None for one that is no ordinary key.

    Those are null, truth values, the merge key `<<`, and the author's own (`x-…`).
    """

    def __missing__(self, text: str) -> Key | None:
        value = resolve(text)
        own = text == "<<" or text.startswith("x-")
        key = self[text] = None if own or isinstance(value, bool) else value
        return key
