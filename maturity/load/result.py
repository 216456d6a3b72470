"""Stage 1: a result.json that was made earlier becomes a Result again."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, NoReturn

from pydantic import ValidationError

from maturity.errors import MaturityError, Problem, fail
from maturity.load.extent import too_long_in
from maturity.load.json_bounds import field_name, why_too_large, why_unfit
from maturity.load.source import decode, read_bytes_of
from maturity.model.levels import as_number
from maturity.model.result import Result
from maturity.model.scored import QuestionResult

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from maturity.load.source import Source
    from maturity.model.scored import Node

FORMAT = "result/1"
MAX_BYTES = 50_000_000
LARGEST = 10**15
"""Larger numbers mean nothing here and are not exact in a float."""
MOST_LETTERS = 20_000
"""A text of a framework is no longer."""
MOST_SHOWN = 5
"""Results are made by programs: after a few wrong fields the rest follows from them."""

_REMAKE = "make it again: maturity report ANSWERS -o result.json"
_FRACTION = re.compile(r"-?\d{1,300}(/[1-9]\d{0,300})?")
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
    too_long = too_long_in(result)
    if too_long is not None:
        raise fail(f"{path}: {too_long}", _REMAKE)
    for part in _scored(result):
        _check_score(part, path)
        _check_rules(part, path)
    return result if result.theme is None else _with_theme(result, path)


def _with_theme(result: Result, path: Path) -> Result:
    from maturity.load.theme import recheck_theme  # most results have none

    try:
        theme = result.theme and recheck_theme(result.theme)
    except ValueError as error:
        raise fail(f"{path}: {error}", _REMAKE) from None
    return result.model_copy(update={"theme": theme})


def _parse(source: Source) -> object:
    too_large = why_too_large(source.text)
    if too_large is not None:
        raise fail(f"{source.path}: {too_large}", _REMAKE)
    try:
        data: object = json.loads(
            source.text, parse_constant=_refuse, parse_float=_finite, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        message = f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        place = source.location(error.pos, error.pos + 1)
        raise MaturityError(Problem(message, _REMAKE, place, "json-syntax")) from None
    except RecursionError:
        raise fail(f"{source.path}: lists and objects are nested too deep", _REMAKE) from None
    except ValueError as error:  # what the three below refuse
        raise fail(f"{source.path}: {error}", _REMAKE) from None
    unfit = why_unfit(data, source.text)
    if unfit is not None:
        raise fail(f"{source.path}: {unfit}", _REMAKE)
    return data


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number that a result can hold")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if abs(number) < LARGEST else _refuse(digits[:60])


def _whole(digits: str) -> int:
    return int(digits) if len(digits) < len(str(LARGEST)) else _refuse(digits[:60])


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
        found.setdefault(field_name(field), message)
    named = list(found.items())[:MOST_SHOWN]
    return [Problem(f"{path}: {name}: {message}", _REMAKE) for name, message in named]


def _check_score(part: Node | QuestionResult, path: Path) -> None:
    """Refuse a score that is no fraction, or not the number beside it: somebody changed one."""
    if part.exact is not None and not _FRACTION.fullmatch(part.exact):
        raise fail(f"{path}: {part.id}: '{part.exact[:60]}' is no fraction such as 9/4", _REMAKE)
    score = None if part.exact is None else as_number(Fraction(part.exact))
    if score != part.score:
        raise fail(f"{path}: {part.id}: the score {part.score} is not {part.exact}", _REMAKE)


def _check_rules(part: Node | QuestionResult, path: Path) -> None:
    """Refuse weights and ceilings that no framework can have, before they are scored with."""
    if part.weight < 0:
        raise fail(f"{path}: {part.id}: the weight {part.weight} is below 0", _REMAKE)
    for ceiling in part.critical if isinstance(part, QuestionResult) else ():
        if not ceiling.because.strip() or len(ceiling.because) > MOST_LETTERS:
            message = (
                f"the reason of a ceiling is empty, or longer than {MOST_LETTERS:,} characters"
            )
            raise fail(f"{path}: {part.id}: {message}", _REMAKE)


def _scored(result: Result) -> Iterator[Node | QuestionResult]:
    """Give everything that has a score."""
    return chain.from_iterable(
        _of_node(node) for node in (result.overall, *result.dimensions, *result.lenses)
    )


def _of_node(node: Node) -> Iterator[Node | QuestionResult]:
    yield node
    yield from node.questions
    for topic in node.topics:
        yield from _of_node(topic)
