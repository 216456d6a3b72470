"""Stage 6: a report as plain data: mappings, lists, texts and numbers, and nothing that acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass

from maturity.render.words.foreign import Foreign

_RUNS = "\0runs"
"""The key under which a text goes to the other process with the languages it is in."""


def plain(value: object) -> object:
    """Take apart records, their properties included; what is plain stays as it is."""
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, Foreign):
        return {_RUNS: [list(run) for run in value.runs]}
    if is_dataclass(value):
        names = (name for name in dir(value) if not name.startswith("_"))
        parts = {name: getattr(value, name) for name in names}
        return {name: plain(part) for name, part in parts.items() if not callable(part)}
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def with_languages(value: object) -> object:
    """Make texts again of those that say which language they are in; the rest stays as it is."""
    if isinstance(value, list):
        return [with_languages(one) for one in value]
    if not isinstance(value, dict):
        return value
    if _RUNS in value:
        return Foreign(tuple((str(text), str(language)) for text, language in value[_RUNS]))
    return {key: with_languages(one) for key, one in value.items()}
