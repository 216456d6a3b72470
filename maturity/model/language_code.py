"""How a language is named; for those who need no more of a language file."""

from __future__ import annotations

LANGUAGE_CODE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
"""A language, with a country or not: `cy`, `en-GB`."""


def base_language(code: str) -> str:
    """Give a language without its country: `en` for `en-GB`."""
    return code.partition("-")[0].lower()
