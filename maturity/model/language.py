"""A language file: how a language writes numbers and days, and what it says in the reports."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from maturity.model.base import Many, Model, Text
from maturity.model.language_code import LANGUAGE_CODE

Plural = Literal["zero", "one", "two", "few", "many", "other"]
"""The forms that a word may take beside a number, as Unicode names them."""
SEPARATORS = frozenset(".,·'’\u066b\u066c \u00a0\u2009\u202f")
"""The signs that may stand in a number; nobody takes one for a digit."""
LanguageCode = Annotated[str, Field(pattern=f"^{LANGUAGE_CODE}$", max_length=40)]
Said = Annotated[str, Field(min_length=1, max_length=2_000)]
"""A text of the reports, which may stand in a thousand places."""


def _separating(sign: str) -> str:
    if sign not in SEPARATORS:
        raise PydanticCustomError("separator", "write a point, a comma, an apostrophe or a blank")
    return sign


Separator = Annotated[str, AfterValidator(_separating)]


def _as_forms(value: object) -> object:
    return {"other": value} if isinstance(value, str) else value


def _said(value: object) -> object:
    """Leave out what is blank: nobody has translated it yet."""
    if not isinstance(value, dict):
        return value
    forms = {
        key: {form: text for form, text in said.items() if text is not None}
        if isinstance(said, dict)
        else said
        for key, said in value.items()
    }
    return {key: said for key, said in forms.items() if said not in (None, {})}


Sentence = Annotated[dict[Plural, Said], BeforeValidator(_as_forms)]
"""A sentence for each form of a number; one text is the same for all."""


class PluralRule(Model):
    """Which whole numbers take a form; a number that fits no rule takes `other`."""

    numbers: Many[int] = ()
    """These numbers themselves."""
    ends: Many[int] = ()
    """Numbers that end in these digits: 2 for 2, 22, 102."""
    but: Many[int] = ()
    """Numbers that end in these are left out: 12 for 12, 112."""


class Language(Model):
    """One language of the reports; a file of its own, named after its code."""

    format: Literal["language/1"]
    code: LanguageCode
    """`cy`; it stands in the page as its language."""
    name: Text
    """What the language calls itself: Cymraeg."""
    decimal: Separator = "."
    """Between whole and part: 2.5."""
    group: Separator = ","
    """Between thousands: 1,200."""
    percent: Said = "{n}%"
    pounds: Said = "£{n}"
    months: Annotated[Many[Said], Field(min_length=12, max_length=12)]
    """January first, as they stand in a date."""
    day: Said = "{day} {month} {year}"
    """A date; `day` and `year` are digits."""
    plurals: dict[Plural, PluralRule] = {}
    """Form → the numbers that take it, the first that fits; English is `one: {numbers: [1]}`."""
    sentences: Annotated[dict[str, Sentence], BeforeValidator(_said)]
    """English sentence → this language's, with the same {gaps}; or a sentence for each form."""
