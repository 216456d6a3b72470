"""Stage 6: the framework's words in a Result, marked where the page is in another language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar, get_args

from maturity.model.language_code import LANGUAGE_CODE, base_language
from maturity.model.part import OF_FRAMEWORK, Part
from maturity.model.planned import PlannedAction
from maturity.model.untranslated import text_digest
from maturity.render.words.foreign import Foreign

if TYPE_CHECKING:
    from maturity.model.untranslated import Untranslated

P = TypeVar("P", bound=Part)


class Marker:
    """Marks the texts of a framework that are in another language than a page."""

    def __init__(self, page: str, language: str, untranslated: Untranslated | None) -> None:
        self._language = _foreign(language, page)
        self._original = _foreign(untranslated.language, page) if untranslated else ""
        self._untranslated = frozenset(untranslated.texts if untranslated else ())

    @property
    def is_needed(self) -> bool:
        """Whether any text may be in another language than the page."""
        return bool(self._language or self._original)

    def mark(self, part: P) -> P:
        """Give a part of a Result, or of what is made from one, with its texts marked."""
        texts = framework_texts(type(part))
        changes = {
            name: self._text(value) if name in texts else self._inside(value)
            for name, value in part
        }
        if isinstance(part, PlannedAction) and part.owner == part.owner_role:
            changes["owner"] = changes["owner_role"]
        return part.model_copy(update=changes)

    def _text(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(self._text, value))
        if not isinstance(value, str) or not any(map(str.isalpha, value)):
            return value  # a number alone is in no language
        is_original = self._untranslated and text_digest(value) in self._untranslated
        language = self._original if is_original else self._language
        return Foreign(((value, language),)) if language else value

    def _inside(self, value: object) -> object:
        if isinstance(value, Part):
            return self.mark(value)
        return tuple(map(self._inside, value)) if isinstance(value, tuple) else value


@cache
def framework_texts(kind: type[Part]) -> frozenset[str]:
    """Give the fields of a part that hold a framework's words."""
    return frozenset(
        name
        for name, field in kind.model_fields.items()
        if OF_FRAMEWORK in field.metadata or _is_of_framework(field.annotation)
    )


def _is_of_framework(annotation: object) -> bool:
    metadata = getattr(annotation, "__metadata__", ())
    return OF_FRAMEWORK in metadata or any(map(_is_of_framework, get_args(annotation)))


def _foreign(language: str, page: str) -> str:
    """Give a language where it is another than the page's; else, and where it is none, nothing."""
    is_known = re.fullmatch(LANGUAGE_CODE, language)
    return language if is_known and base_language(language) != base_language(page) else ""
