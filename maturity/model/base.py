"""The base of every file's model and the types that the files are made of."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

T = TypeVar("T")

# `x-` is kept for the keys that are the author's own.
_WORD = "(x|(x[a-z0-9]+|[a-wyz0-9][a-z0-9]*)(-[a-z0-9]+)*)"
ID_PATTERN = f"^{_WORD}$"
FULL_ID_PATTERN = rf"^{_WORD}(\.{_WORD})?$"
VERSION_PATTERN = r"^\d+\.\d+\.\d+$"
NOT_BLANK_PATTERN = r"\S"


class Model(BaseModel):
    """Immutable and strict: an unknown key or another type is an error, nothing is converted."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        arbitrary_types_allowed=True,
        defer_build=True,  # a command waits only for the models that it uses
    )


_whole = lru_cache(maxsize=1000)(Fraction)
"""Levels and weights are the same few whole numbers again and again."""


def as_exact(value: object) -> Fraction:
    """Take a number as it was written, exactly; a yes-no or a text is none."""
    if type(value) is int:
        return _whole(value)
    if isinstance(value, Fraction):
        return value
    raise PydanticCustomError("number_needed", "a number is needed here")


def _at_least_zero(value: object) -> Fraction:
    number = as_exact(value)
    if number < 0:
        raise PydanticCustomError("number_range", "must be 0 or more")
    return number


def _above_zero(value: object) -> Fraction:
    number = as_exact(value)
    if number <= 0:
        raise PydanticCustomError("number_range", "must be above 0")
    return number


def _share(value: object) -> Fraction:
    number = as_exact(value)
    if not 0 <= number <= 1:
        raise PydanticCustomError("number_range", "must be between 0 and 1")
    return number


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("yes", "no"):
        raise PydanticCustomError("yes_no", "write yes or no")
    return value == "yes"


def as_day(value: object) -> datetime.date:
    """Take a date written as 2026-11-22."""
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("date", "write a date that exists as year-month-day: 2026-11-22")


def as_list(value: object) -> object:
    """Take one thing where a list of things may stand."""
    return value if isinstance(value, list | tuple) or value is None else [value]


_number = WithJsonSchema({"type": "number"})
_text = PlainSerializer(str, return_type=str)

Exact = Annotated[Fraction, PlainValidator(as_exact), _text, _number]
"""A number, exact."""
Weight = Annotated[
    Fraction,
    PlainValidator(_at_least_zero),
    _text,
    WithJsonSchema({"type": "number", "minimum": 0}),
]
"""A number, 0 or more."""
Positive = Annotated[
    Fraction,
    PlainValidator(_above_zero),
    _text,
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0}),
]
"""A number above 0."""
Share = Annotated[
    Fraction,
    PlainValidator(_share),
    _text,
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1}),
]
"""A number from 0 to 1."""
YesNo = Annotated[
    bool,
    PlainValidator(_yes_or_no),
    PlainSerializer(lambda value: "yes" if value else "no", return_type=str),
    WithJsonSchema({"enum": ["yes", "no"]}),
]
"""`yes` or `no`, as YAML 1.2 reads them: texts; `true` and `false` mean the same."""
Day = Annotated[
    datetime.date,
    PlainValidator(as_day),
    PlainSerializer(lambda value: value.isoformat(), return_type=str),
    WithJsonSchema({"type": "string", "format": "date"}),
]
"""A date, year-month-day."""
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]
"""Small letters, digits and single hyphens."""
FullId = Annotated[str, Field(pattern=FULL_ID_PATTERN, max_length=161)]
"""`dimension.question`, or the short id inside its own file."""
Text = Annotated[str, Field(min_length=1, max_length=20_000, pattern=NOT_BLANK_PATTERN)]
"""A text with something in it other than blanks."""
Version = Annotated[str, Field(pattern=VERSION_PATTERN, max_length=40)]
"""Three numbers: 1.0.0."""
Many = Annotated[tuple[T, ...], Field(strict=False)]
"""A list in the file, immutable here."""
OneOrMany = Annotated[tuple[T, ...], Field(strict=False), BeforeValidator(as_list)]
"""One thing or a list of them."""
