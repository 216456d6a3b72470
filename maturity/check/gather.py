"""Stage 2: which files do the paths mean, and of what kind is each? `format:` tells."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, fail
from maturity.load.source import read_bytes_of
from maturity.load.yaml_reader import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".yaml", ".yml")
KINDS = (
    "framework",
    "questionnaire",
    "answers",
    "assessment",
    "theme",
    "translation",
    "language",
)
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})
MAX_BYTES = Limits().max_bytes

_FORMAT = re.compile(rb"""^(?:\xef\xbb\xbf)?["']?format["']?\s*:\s*["']?([\w-]+)/""", re.M)
_TOP_KEY = re.compile(rb"""^(?:\xef\xbb\xbf)?["']?([A-Za-z_-]+)["']?\s*:""", re.M)
# What tells a file whose `format:` line is missing or misspelt from one that is not ours.
_TELLING = (
    ("questionnaire", frozenset({b"id", b"title", b"questions"})),
    ("questionnaire", frozenset({b"id", b"title", b"topics", b"actions"})),
    ("framework", frozenset({b"id", b"levels", b"dimensions"})),
    ("answers", frozenset({b"framework", b"answers"})),
    ("assessment", frozenset({b"framework", b"organisation"})),
    ("translation", frozenset({b"framework", b"language", b"questions"})),
    ("language", frozenset({b"code", b"months", b"sentences"})),
)


@dataclass(frozen=True)
class Named:
    """A file to look at, and of what kind it is; `kind` is empty where it does not say."""

    path: Path
    kind: str
    named: bool
    """Whether the command line names the file itself."""

    @cached_property
    def resolved(self) -> Path:
        """The path without links, by which a file is known again."""
        return self.path.resolve()


@dataclass
class Gathered:
    """Every file of ours that the paths mean, and notes on those left out."""

    files: list[Named] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def gather(
    paths: Sequence[Path], *, exclude: Sequence[str] = (), force_exclude: bool = False
) -> Gathered:
    """Find the files; excluded ones are left out, named ones only when that is forced.

    Raises:
        MaturityError: A path leads nowhere, or a folder holds nothing of ours.
    """
    gathered = Gathered()
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            before = len(gathered.files)
            for file in _walk(path, exclude):
                _add(file, gathered, seen, named=False)
            if len(gathered.files) == before and not _anything(path, seen):
                hint = "name a framework, questionnaires, assessments or answer files"
                raise fail(f"there is nothing to check in {path}", hint)
        elif force_exclude and _is_excluded(path, exclude):
            gathered.notes.append(f"{path}: skipped, the settings exclude it")
        else:
            _add(path, gathered, seen, named=True)
    return gathered


def _anything(folder: Path, seen: set[Path]) -> bool:
    """Say whether a folder's files were gathered through another path before."""
    return any(folder.resolve() in file.parents for file in seen)


def _walk(folder: Path, exclude: Sequence[str]) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        here = Path(root)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in SKIPPED_FOLDERS
            and not _is_excluded(here / name, exclude)
        )
        for name in sorted(files):
            path = here / name
            wanted = path.suffix in SUFFIXES and not name.startswith(".")
            if wanted and not _is_excluded(path, exclude) and path.is_file():
                yield path


def _is_excluded(path: Path, patterns: Sequence[str]) -> bool:
    """Say whether a pattern matches the path or a folder of it; a bare name matches any part."""
    if not patterns:
        return False
    whole = path.resolve()
    places = [place.as_posix() for place in (whole, *whole.parents)]
    return any(
        any(fnmatch(part, pattern) for part in (places if "/" in pattern else path.parts))
        for pattern in patterns
    )


def _add(path: Path, gathered: Gathered, seen: set[Path], *, named: bool) -> None:
    resolved = path.resolve()
    if resolved in seen:
        return
    try:
        data = read_bytes_of(path, MAX_BYTES)
    except MaturityError as error:
        if any(problem.location for problem in error.problems) and (named or _sniffed(path)):
            seen.add(resolved)
            gathered.files.append(Named(path, _sniffed(path) or "", named))
        elif named:
            raise
        else:
            problem = error.problems[0]
            place = f"{path}: " if problem.location else ""
            gathered.notes.append(f"{place}{problem.message}: skipped")
        return
    kind = kind_in(data)
    if kind is None and not named:
        gathered.notes.append(f"{path}: skipped, it has no 'format:' line of ours")
        return
    seen.add(resolved)
    gathered.files.append(Named(path, kind or "", named))


def _sniffed(path: Path) -> str | None:
    with path.open("rb") as file:
        return kind_in(file.read(4096))


def kind_in(data: bytes) -> str | None:
    """Tell a file's kind from its bytes without reading them as YAML; None if it is not ours.

    A file without a `format:` line is ours when its other keys can be no other's.
    """
    found = _FORMAT.search(data)
    if found is not None and found[1].decode() in KINDS:
        return found[1].decode()
    keys = frozenset(_TOP_KEY.findall(data))
    return next((kind for kind, telling in _TELLING if telling <= keys), None)
