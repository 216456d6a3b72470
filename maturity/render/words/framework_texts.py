"""Stage 6: the framework's words in a Result, marked where the page is in another language."""

from __future__ import annotations

from typing import TypeVar

from maturity.model.part import Part
from maturity.render.words.foreign import Foreign

P = TypeVar("P", bound=Part)

_NAMED = ("title", "summary")
_BECAUSE = ("because",)
_TEXTS: dict[str, tuple[str, ...]] = {
    "FrameworkInfo": _NAMED,
    "ScaleLevel": ("name", "description"),
    "FactValueShown": ("ask",),
    "ProfileInfo": _NAMED,
    "RoleTitle": ("title",),
    "RoleCount": ("title",),
    "Node": (*_NAMED, "level_name"),
    "Lensed": (*_NAMED, "level_name"),
    "CapInfo": _BECAUSE,
    "PendingCap": _BECAUSE,
    "LevelText": ("text",),
    "QuestionResult": ("ask", "why", "level_name"),
    "PlannedAction": ("title", "detail"),
    "BeyondAction": ("title",),
    "Tracking": ("title",),
}
"""Part of a Result → its fields that hold a framework's words."""


def mark_texts(part: P, language: str) -> P:
    """Give a part of a Result in which the framework's words are marked as in their language."""
    texts = _TEXTS.get(type(part).__name__, ())
    changes = {
        name: _marked(getattr(part, name), language, is_text=name in texts)
        for name in type(part).model_fields
    }
    return part.model_copy(update=changes)


def _marked(value: object, language: str, *, is_text: bool) -> object:
    if is_text and isinstance(value, str) and value:
        return Foreign(((value, language),))
    if isinstance(value, Part):
        return mark_texts(value, language)
    if isinstance(value, tuple):
        return tuple(_marked(one, language, is_text=False) for one in value)
    return value
