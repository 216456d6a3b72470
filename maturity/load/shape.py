"""Stage 1: data against its model; whatever pydantic says, in our words and at its place."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from maturity.errors import Problem, closest, nearest
from maturity.load.fields import fields_at
from maturity.load.findings import MOST_PROBLEMS, more_problems
from maturity.load.kinds import kind_of, wrong_kind, wrongly_named
from maturity.load.misfits import written, wrong_value
from maturity.load.slips import odd_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic_core import ErrorDetails

    from maturity.load.positions import Document

M = TypeVar("M", bound=BaseModel)


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
        wrong = _wrong_file(model, document)
        if wrong is not None:
            return None, [wrong]
        details = error.errors(include_url=False)
        told = details[:MOST_PROBLEMS]
        misspelt = _misspelt(model, told)
        found = [
            _translate(model, detail, document) for detail in told if detail["loc"] not in misspelt
        ]
        if len(details) > len(told):
            found.append(more_problems(document))
        return None, list(dict.fromkeys(found))


_NO_DATA = {"unreadable-file", "yaml-syntax", "too-deep", "too-many-values", "document-count"}


def _wrong_file(model: type[BaseModel], document: Document) -> Problem | None:
    """Say that this is another kind of file, before each of its keys is found to be wrong."""
    field = model.model_fields.get("format")
    if field is None or document.root is None or not isinstance(document.data, dict):
        return None
    wanted = typing.get_args(field.annotation)
    given = kind_of(document)
    return wrongly_named(document) if given in wanted else wrong_kind(document, given, wanted)


def _misspelt(model: type[BaseModel], details: Iterable[ErrorDetails]) -> set[tuple[Any, ...]]:
    """Give the places of the keys that are missing only because they are misspelt."""
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    owners = {place[:-1] for place in missing}
    found: set[tuple[Any, ...]] = set()
    for detail in details:
        place = detail["loc"]
        if detail["type"] == "extra_forbidden" and place[:-1] in owners:
            meant = closest(str(place[-1]).strip(), fields_at(model, place[:-1]))
            found.add((*place[:-1], meant))
    return found & missing


def _translate(model: type[BaseModel], detail: ErrorDetails, document: Document) -> Problem:
    kind, path = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        return _unknown_field(model, path, document)
    if kind == "invalid_key":
        message = f"the key {written(path[-1])} is not a text"
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
        message = f"{written(detail['input'])} is not possible here"
        is_key = path[-1:] == ("[key]",)
        return _problem("invalid-value", message, hint, document, path, key=is_key)
    return wrong_value(model, detail, document)


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
    known = fields_at(model, detail["loc"])
    given = detail["input"] if isinstance(detail["input"], dict) else {}
    unknown = [key for key in given if isinstance(key, str) and key not in known]
    return closest("type", unknown)


_TYPES = ("level", "choice", "checklist", "number", "yes-no", "text")


def _unknown_field(
    model: type[BaseModel], path: Sequence[int | str], document: Document
) -> Problem:
    name = str(path[-1])
    fields = fields_at(model, path[:-1])
    hint = nearest(name.strip(), fields) if fields else "remove it"
    space = odd_space(name)
    if space:
        hint = f"it has {space} in it: write a plain space in its place"
    message = f"{written(name)} is no key here"
    return _problem("unknown-field", message, hint, document, path, key=True)


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
