"""Stage 1: data against its model; whatever pydantic says, in our words and at its place."""

from __future__ import annotations

import types
import typing
from difflib import get_close_matches
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from maturity.errors import Problem, nearest
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic_core import ErrorDetails

    from maturity.load.positions import Document

M = TypeVar("M", bound=BaseModel)

_KINDS = {
    "string_type": "a text is needed here",
    "int_type": "a whole number is needed here",
    "tuple_type": "a list is needed here",
    "list_type": "a list is needed here",
    "dict_type": "a mapping (key: value) is needed here",
    "model_type": "a mapping (key: value) is needed here",
    "model_attributes_type": "a mapping (key: value) is needed here",
    "too_short": "at least one entry is needed here",
    "string_too_short": "a text is needed here, this one is empty",
}
_QUOTE = "put it in quotes if it is meant as text"
_THREE_NUMBERS = "write three numbers with points, in quotes or not: 1.0.0"


def fit(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """Make a model of a document's data.

    Returns:
        The model, None if it does not fit, and every reason why, each at its place.
    """
    if any(problem.rule in _NO_DATA for problem in document.problems):
        return None, []
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        found = [_translate(model, detail, document) for detail in error.errors(include_url=False)]
        return None, list(dict.fromkeys(found))


_NO_DATA = {"unreadable-file", "yaml-syntax", "too-deep", "too-many-values", "document-count"}


def _translate(model: type[BaseModel], detail: ErrorDetails, document: Document) -> Problem:
    kind, path = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        return _unknown_field(model, path, document)
    if kind == "invalid_key":
        message = f"the key {_written(path[-1])} is not a text"
        return _problem(
            "unknown-field", message, "quote it, or remove it", document, path, key=True
        )
    if kind == "missing":
        name = str(path[-1])
        place = document.locate(path[:-1], key=True)
        return Problem(f"'{name}' is missing", f"add '{name}:'", place, "missing-field")
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        return _unknown_type(model, detail, document)
    if kind == "literal_error":
        choices = _quoted(str(detail.get("ctx", {}).get("expected", "")))
        hint = nearest(str(detail["input"])[:60], choices)
        message = f"{_written(detail['input'])} is not possible here"
        is_key = path[-1:] == ("[key]",)
        return _problem("invalid-value", message, hint, document, path, key=is_key)
    return _wrong_value(detail, document)


def _wrong_value(detail: ErrorDetails, document: Document) -> Problem:
    kind, path, given = detail["type"], detail["loc"], detail["input"]
    is_key = bool(path) and path[-1] == "[key]"
    if kind == "string_pattern_mismatch":
        pattern = str(detail.get("ctx", {}).get("pattern", ""))
        what, hint = _pattern_words(pattern)
        message = f"{_written(given)} is no {what}"
        return _problem("invalid-value", message, hint, document, path, key=is_key)
    if kind in _KINDS:
        message = f"{_KINDS[kind]}; found {_written(given)}"
        is_number = isinstance(given, int | Fraction)
        hint = _text_hint(path) if kind == "string_type" and is_number else ""
        rule = "wrong-type"
    elif kind == "string_too_long":
        most = detail.get("ctx", {}).get("max_length", 0)
        message, rule = f"this text has {len(str(given)):,} characters", "invalid-value"
        hint = f"write at most {most:,}"
    else:
        message, rule = f"{_written(given)}: {detail['msg']}", "invalid-value"
        hint = str(detail.get("ctx", {}).get("hint", ""))
        if kind == "number_needed" and isinstance(given, str):
            hint = "write the number without quotes"
    return _problem(rule, message, hint, document, path, key=is_key)


def _text_hint(path: Sequence[int | str]) -> str:
    """Say how a number becomes a text; two numbers with a point are no version in quotes either."""
    return _THREE_NUMBERS if path and path[-1] == "version" else _QUOTE


def _pattern_words(pattern: str) -> tuple[str, str]:
    if "A-Z" in pattern:
        return "language code", "write two or three letters, with a country or not: cy, en-GB"
    if r"\d" in pattern:
        return "version", _THREE_NUMBERS
    return "id", "use small letters, digits and single hyphens: two-factor"


def _unknown_type(model: type[BaseModel], detail: ErrorDetails, document: Document) -> Problem:
    context = detail.get("ctx", {})
    choices = _quoted(str(context.get("expected_tags", ""))) or list(_TYPES)
    path = (*detail["loc"], "type")
    if "tag" not in context:
        misspelt = _misspelt_type(model, detail)
        if misspelt is not None:
            return _unknown_field(model, (*detail["loc"], misspelt), document)
        place = document.locate(detail["loc"], key=True)
        hint = f"add 'type:' with one of {', '.join(choices)}"
        return Problem("'type' is missing", hint, place, "missing-field")
    given = str(context["tag"])
    message = f"'{given[:60]}' is no type of question"
    return _problem("invalid-value", message, nearest(given, choices), document, path)


def _misspelt_type(model: type[BaseModel], detail: ErrorDetails) -> str | None:
    """Find the key that was meant to be `type`; without it no other key of it is looked at."""
    known = _fields_at(model, detail["loc"])
    given = detail["input"] if isinstance(detail["input"], dict) else {}
    unknown = [key for key in given if isinstance(key, str) and key not in known]
    return next(iter(get_close_matches("type", unknown, n=1)), None)


_TYPES = ("level", "choice", "checklist", "number", "yes-no", "text")


def _unknown_field(
    model: type[BaseModel], path: Sequence[int | str], document: Document
) -> Problem:
    name = str(path[-1])
    fields = _fields_at(model, path[:-1])
    hint = nearest(name, fields) if fields else "remove it"
    return _problem("unknown-field", f"'{name}' is no key here", hint, document, path, key=True)


def _fields_at(annotation: object, path: Sequence[int | str]) -> set[str]:
    """Give the keys that may stand at a place, found by walking the model's types."""
    models = list(_models_in(annotation))
    if not path:
        return {f.alias or name for m in models for name, f in m.model_fields.items()}
    part, rest = path[0], path[1:]
    for model in models:
        for name, field in model.model_fields.items():
            if part in (name, field.alias):
                return _fields_at(field.annotation, rest)
    tagged = [model for model in models if _tag(model) == part]
    return _fields_at(tagged[0] if tagged else annotation, rest)


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


def _problem(
    rule: str,
    message: str,
    hint: str,
    document: Document,
    path: Sequence[Any],
    *,
    key: bool = False,
) -> Problem:
    return Problem(message, hint, document.locate(path, key=key), rule)


def _quoted(text: str) -> list[str]:
    return [part.strip(" '") for part in text.replace(" or ", ", ").split(",") if part.strip(" '")]


def _written(value: object) -> str:
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
