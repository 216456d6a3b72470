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
from maturity.load.file_names import is_file, is_folder, is_yaml
from maturity.load.kinds import KINDS, kind_told, near_kind
from maturity.load.source import read_bytes_of
from maturity.load.yaml_reader import Limits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})
MAX_BYTES = Limits().max_bytes
MAX_DEPTH = 50
"""So many folders may stand in each other."""

_FORMAT = re.compile(rb"""^(?:\xef\xbb\xbf)?["']?format["']?[ \t]*:[ \t]*["']?([\w-]+)""", re.M)
_TOP_KEY = re.compile(rb"""^(?:\xef\xbb\xbf)?["']?([A-Za-z_-]+)["']?\s*:""", re.M)
_NOT_READ = "result"
"""The kind of file of ours that is made, not written."""


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
    """Every file of ours that the paths mean, and why others are left out."""

    files: list[Named] = field(default_factory=list)
    left_out: dict[Path, str] = field(default_factory=dict)
    """Notes, each under the path without links of the file that it is about."""

    def leave_out(self, path: Path, why: str) -> None:
        """Note why a file is not checked."""
        self.left_out[path.resolve()] = f"{path}: {why}"

    def notes(self, found: Collection[Path] = ()) -> list[str]:
        """Give the notes, but for files in which something was found all the same."""
        return [note for path, note in self.left_out.items() if path not in found]


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
        if is_folder(path):
            before = len(gathered.files)
            for file in _walk(path, exclude, gathered):
                _add(file, gathered, seen, named=False)
            if len(gathered.files) == before and not _anything(path, seen):
                raise _nothing_in(path, exclude)
        elif force_exclude and _is_excluded(path, exclude):
            gathered.leave_out(path, "skipped, the settings exclude it")
        else:
            _add(path, gathered, seen, named=True)
    return gathered


def _nothing_in(folder: Path, exclude: Sequence[str]) -> MaturityError:
    message = f"there is nothing to check in {folder}"
    if exclude and any(_walk(folder, (), Gathered())):
        hint = "change 'exclude' there, or name a file: that one is checked all the same"
        return fail(f"{message}: the settings exclude what is in it", hint)
    return fail(message, "name a framework, questionnaires, assessments or answer files")


def _anything(folder: Path, seen: set[Path]) -> bool:
    """Say whether a folder's files were gathered through another path before."""
    return any(folder.resolve() in file.parents for file in seen)


def _walk(folder: Path, exclude: Sequence[str], gathered: Gathered) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        here = Path(root)
        if folders and len(here.parts) - len(folder.parts) >= MAX_DEPTH:
            gathered.leave_out(here, f"folders more than {MAX_DEPTH} deep are not looked into")
            folders.clear()
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in SKIPPED_FOLDERS
            and not _is_excluded(here / name, exclude)
        )
        for name in sorted(files):
            path = here / name
            wanted = is_yaml(path) and not name.startswith(".")
            if wanted and not _is_excluded(path, exclude) and is_file(path):
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
            gathered.left_out[resolved] = f"{place}{problem.message}: skipped"
        return
    kind = kind_in(data)
    if kind is None and not named and near_kind(_format_in(data)) in (None, _NOT_READ):
        gathered.leave_out(path, why_skipped(_format_in(data)))
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
    name = _format_in(data)
    if name in KINDS:
        return name if name != _NOT_READ else None
    return kind_told({key.decode() for key in _TOP_KEY.findall(_in_lines(data))})


def _format_in(data: bytes) -> str:
    found = _FORMAT.search(_in_lines(data))
    return found[1].decode() if found else ""


def _in_lines(data: bytes) -> bytes:
    """Give the bytes with line ends that patterns know: they know no CR."""
    return data.replace(b"\r", b"\n") if b"\r" in data else data


def why_skipped(name: str) -> str:
    """Say why a file whose format has this name is not checked."""
    if near_kind(name) == _NOT_READ:
        return "skipped: a result, which check does not read"
    return "skipped, it has no 'format:' line of ours"
