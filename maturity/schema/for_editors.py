"""JSON Schema: what pydantic makes, as editors understand it: draft 7, with bare yes and no."""

from __future__ import annotations

from typing import Any

DRAFT_07 = "http://json-schema.org/draft-07/schema#"
DAY = r"^\d{4}-\d{2}-\d{2}$"
_NEWER, _OLDER = "$defs", "definitions"


def for_editors(schema: dict[str, Any], schema_id: str) -> dict[str, Any]:
    """Give the schema with its draft, its id, and definitions at the end in the order of names."""
    whole = _rewritten(schema)
    definitions = whole.pop(_NEWER, {})
    head = {"$schema": DRAFT_07, "$id": schema_id}
    return {**head, **whole, _OLDER: dict(sorted(definitions.items()))}


def _rewritten(part: Any) -> Any:
    if isinstance(part, list):
        return [_rewritten(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    new = {key: _rewritten(value) for key, value in part.items()}
    if isinstance(new.get("$ref"), str):
        new = _with_reference(new)
    if isinstance(new.get("enum"), list):
        new = _with_bare_words(new)
    # Not every editor heeds `format`.
    return {**new, "pattern": DAY} if new.get("format") == "date" else new


def _with_reference(part: dict[str, Any]) -> dict[str, Any]:
    target = {"$ref": part.pop("$ref").replace(f"#/{_NEWER}/", f"#/{_OLDER}/", 1)}
    # Draft 7 ignores whatever stands beside a reference.
    return {**part, "allOf": [target]} if part else target


def _with_bare_words(part: dict[str, Any]) -> dict[str, Any]:
    # Editors whose YAML is of version 1.1 see a bare yes or no as true or false; the loader does
    # not, so that it refuses a true which this lets pass.
    words = part["enum"]
    bare = [meant for word, meant in (("yes", True), ("no", False)) if word in words]
    if bare:
        part = {key: value for key, value in part.items() if key != "type"}
    return {**part, "enum": [*words, *bare]}
