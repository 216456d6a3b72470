"""Stage 1: a result.json that was made earlier becomes a Result again."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NoReturn

from pydantic import ValidationError

from maturity.errors import MaturityError, Problem, fail
from maturity.load.source import decode, read_bytes_of
from maturity.model.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from maturity.load.source import Source

FORMAT = "result/1"
MAX_BYTES = 50_000_000
MOST_SHOWN = 5
"""Results are made by programs: after a few wrong fields the rest follows from them."""

_REMAKE = "make it again: maturity report ANSWERS -o result.json"
_FRACTION = re.compile(r"-?\d{1,4000}(/0*[1-9]\d{0,4000})?")
_TYPES = {"int": "a number is needed", "float": "a number is needed"}


def load_result(path: Path) -> Result:
    """Read a result.json of at most 50 MB.

    Raises:
        MaturityError: It is missing, no JSON, of another format, or not a whole result.
    """
    source, problem = decode(read_bytes_of(path, MAX_BYTES), str(path))
    if problem is not None:
        raise MaturityError(problem)
    data = _parse(source)
    _check_format(data, path)
    try:
        result = Result.model_validate(data)
    except ValidationError as error:
        raise MaturityError(*_problems(error, path)) from None
    for name, value in _exact_numbers(data):
        if not _FRACTION.fullmatch(value):
            raise fail(f"{path}: {name}: '{value[:60]}' is no fraction such as 9/4", _REMAKE)
    return result


def _parse(source: Source) -> object:
    try:
        data: object = json.loads(source.text, parse_constant=_refuse, parse_float=_finite)
    except json.JSONDecodeError as error:
        message = f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        place = source.location(error.pos, error.pos + 1)
        raise MaturityError(Problem(message, _REMAKE, place, "json-syntax")) from None
    except RecursionError:
        raise fail(f"{source.path}: lists and objects are nested too deep", _REMAKE) from None
    except ValueError as error:  # a number of thousands of digits, or none at all
        raise fail(f"{source.path}: {str(error).partition(';')[0]}", _REMAKE) from None
    return data


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        _refuse(digits[:60])
    return number


def _check_format(data: object, path: Path) -> None:
    kind = data.get("format") if isinstance(data, dict) else None
    if kind == FORMAT:
        return
    if not isinstance(kind, str):
        raise fail(f"{path} is no result: it does not say 'format: {FORMAT}'", _REMAKE)
    hint = f"a file of format {FORMAT} is needed; answers are YAML files"
    if kind.startswith("result/"):
        hint = f"this maturity reads {FORMAT}; a newer one may read this file"
    raise fail(f"{path} has the format '{kind[:60]}'", hint)


def _problems(error: ValidationError, path: Path) -> list[Problem]:
    """Say what is wrong once a field: a number that may be of two types fails as either."""
    found: dict[str, str] = {}
    for detail in error.errors(include_url=False):
        place = detail["loc"]
        last = str(place[-1]) if place else ""
        field = place[:-1] if last in _TYPES else place
        message = _TYPES.get(last) or f"{detail['msg'][:1].lower()}{detail['msg'][1:]}"
        found.setdefault(_name(field), message)
    named = list(found.items())[:MOST_SHOWN]
    return [Problem(f"{path}: {name}: {message}", _REMAKE) for name, message in named]


def _name(place: tuple[int | str, ...]) -> str:
    """Write the way to a field: dimensions[0].score."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).lstrip(".")[:200]


def _exact_numbers(data: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Give every `exact` with its name; the models cannot tell a fraction from other text."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _exact_numbers(item, f"{name}[{index}]")
    elif isinstance(data, dict):
        for key, value in data.items():
            inner = f"{name}.{key}".lstrip(".")
            if key == "exact" and isinstance(value, str):
                yield inner, value
            else:
                yield from _exact_numbers(value, inner)
