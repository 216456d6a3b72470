"""Stage 2: the settings of a project: maturity.toml, or `[tool.maturity]` in pyproject.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, fail, nearest
from maturity.load.file_names import is_file
from maturity.load.source import read_bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILES = ("maturity.toml", "pyproject.toml")
MAX_BYTES = 1_000_000
MAX_PARTS = 32
"""A key such as `tool.maturity.select` has three parts."""
_DEEP_KEY = re.compile(
    rf"""(?:(?<![\w-])(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MAX_PARTS}}}"""
)
_LISTS = {"select": "Q410", "ignore": "Q410", "exclude": "drafts", "acronyms": "LGR"}
"""The settings that are lists, with something that may stand in them."""
_KEYS = (*_LISTS, "fail-on", "evidence-max-age")
FAIL_ON = ("error", "warning", "info", "never")


@dataclass(frozen=True)
class Settings:
    """What a project says; the command line outranks it."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    fail_on: str = "error"
    evidence_max_age: int | None = None
    folder: Path | None = None
    """Where the settings file lies; its `exclude` patterns are relative to it."""

    @property
    def patterns(self) -> list[str]:
        """The patterns of `exclude`, those with a slash from the settings' folder."""
        base = self.folder.resolve().as_posix() if self.folder else ""
        return [_from_folder(pattern, base) for pattern in self.exclude]


def _from_folder(pattern: str, base: str) -> str:
    """Put a pattern with a slash under a folder: `./drafts/` is `base/drafts`, `drafts` is any."""
    shorn = pattern.rstrip("/")
    is_here = shorn.split("/")[0] == "."
    below = "/".join(part for part in shorn.split("/") if part != ".")
    return "/".join(filter(None, (base, below))) if is_here or "/" in shorn else shorn


def find_settings(start: Path) -> Settings:
    """Read the nearest settings, from a folder upward; the defaults where there are none.

    Raises:
        MaturityError: A settings file cannot be read, or says what is not possible.
    """
    for folder in (start, *start.parents):
        for name in FILES:
            path = folder / name
            if is_file(path):
                table = _table(path)
                if table is not None:
                    return _settings(table, path)
    return Settings()


def _table(path: Path) -> dict[str, object] | None:
    import tomllib  # most folders have no settings, and it takes as long as checking a file

    text = read_bytes_of(path, MAX_BYTES)
    try:
        data = tomllib.loads(_shallow(text.decode("utf-8")))
    except (ValueError, RecursionError) as error:
        if path.name != FILES[0] and b"maturity" not in text:
            return None  # other tools' file: they say what is wrong with it
        raise fail(f"{path} cannot be read: {error}", "correct it, or delete it") from None
    if path.name == FILES[0]:
        return data
    tools = data.get("tool")
    table = tools.get("maturity") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise fail(f"{path}: maturity is not what is needed", "begin a table: [tool.maturity]")
    return table


def _shallow(text: str) -> str:
    """Give a text back, unless its keys are so long that reading them would take minutes."""
    if _DEEP_KEY.search(text):
        raise ValueError(f"a key has more than {MAX_PARTS} parts")
    return text


def _settings(table: dict[str, object], path: Path) -> Settings:
    for key in table:
        if key not in _KEYS:
            is_header = path.name == FILES[0] and key == "tool"
            hint = f"in {FILES[0]} leave out the line [tool.maturity]" if is_header else ""
            raise fail(f"{path}: there is no setting '{key}'", hint or nearest(key, _KEYS))
    lists = {key: _texts(table.get(key, []), key, path) for key in _LISTS}
    _check_rules([*lists["select"], *lists["ignore"]], path)
    fail_on = table.get("fail-on", "error")
    if fail_on not in FAIL_ON:
        raise fail(f"{path}: fail-on cannot be {fail_on!r}", nearest(str(fail_on), FAIL_ON))
    age = table.get("evidence-max-age")
    if age is not None and (isinstance(age, bool) or not isinstance(age, int) or age < 1):
        raise _wrong(path, "evidence-max-age", "a number of months, 1 or more")
    return Settings(
        select=lists["select"],
        ignore=lists["ignore"],
        exclude=lists["exclude"],
        acronyms=lists["acronyms"],
        fail_on=str(fail_on),
        evidence_max_age=age,
        folder=path.parent,
    )


def _texts(value: object, key: str, path: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise _wrong(path, key, f'a list of texts, such as ["{_LISTS[key]}"]')
    return tuple(value)


def _check_rules(words: Iterable[str], path: Path) -> None:
    """Say in which file a word stands that means no rule."""
    from maturity.check.selection import rules_named

    for word in words:
        try:
            rules_named(word)
        except MaturityError as error:
            (problem,) = error.problems
            raise fail(f"{path}: {problem.message}", problem.hint) from None


def _wrong(path: Path, key: str, right: str) -> MaturityError:
    return fail(f"{path}: {key} is not what is needed", f"give {right}")
