"""Stage 1: which keys may stand at a place of a file? The model's types tell."""

from __future__ import annotations

import types
import typing
from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def fields_at(annotation: object, path: Sequence[int | str]) -> set[str]:
    """Give the keys that may stand at a place, found by walking the model's types."""
    models = list(_models_in(annotation))
    if not path:
        return {f.alias or name for m in models for name, f in m.model_fields.items()}
    part, rest = path[0], path[1:]
    for model in models:
        for name, field in model.model_fields.items():
            if part in (name, field.alias):
                return fields_at(field.annotation, rest)
    tagged = [model for model in models if _tag(model) == part]
    return fields_at(tagged[0] if tagged else annotation, rest)


def _tag(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("type")
    choices = typing.get_args(field.annotation) if field else ()
    return choices[0] if len(choices) == 1 else None


def _models_in(annotation: object) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif typing.get_origin(annotation) is not None or isinstance(annotation, types.UnionType):
        for inner in typing.get_args(annotation):
            yield from _models_in(inner)
