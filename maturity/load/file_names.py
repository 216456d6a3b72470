"""Stage 1: names of files: which are YAML, and which one was meant where there is none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from maturity.errors import closest, nearest

if TYPE_CHECKING:
    from collections.abc import Set
    from pathlib import Path

SUFFIXES = (".yaml", ".yml")
MOST_LOOKED_AT = 1000
"""So many names of a folder are compared with one that is missing."""


def is_yaml(path: Path) -> bool:
    """Say whether a file's name ends as that of a YAML file, in capitals or not."""
    return path.suffix.lower() in SUFFIXES


def is_file(path: Path) -> bool:
    """Say whether a path leads to a file; one that cannot lead anywhere does not.

    It may be longer than names can be, hold a zero byte, or go through a folder that is closed.
    """
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Say whether a path leads to a folder; one that cannot lead anywhere does not."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Say whether a path leads to anything; one that cannot lead anywhere does not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def whole_path(path: Path) -> Path:
    """Give a path from the root and without links; as it is, where it cannot lead anywhere."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # too long, a zero byte, a link back to itself
        return path.absolute()


def is_link(path: Path) -> bool:
    """Say whether a path is a symbolic link, wherever that leads."""
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def nearest_file(path: Path) -> str:
    """Say which file or folder beside a missing one was meant, or which folder is missing."""
    if is_link(path):
        return "it is a link to a file that is not there"
    missing = path
    while not is_folder(missing.parent) and missing.parent != missing:
        missing = missing.parent
    folder = missing.parent
    try:
        beside = [
            entry for entry in islice(folder.iterdir(), MOST_LOOKED_AT) if entry.name[:1] != "."
        ]
    except OSError:
        return f"the folder {folder} cannot be read"
    folders = [entry.name for entry in beside if is_folder(entry)]
    if missing is not path:
        near = closest(missing.name, folders)
        meant = f"; did you mean '{folder / near}'?" if near else ""
        return f"there is no folder {missing} either{meant}"
    endings = (*SUFFIXES, path.suffix.lower() or SUFFIXES[0])
    names = [entry.name for entry in beside if entry.name.lower().endswith(endings)]
    names += [] if path.suffix else folders
    return nearest(path.name, names) if names else f"there is no YAML file in {folder}"


def meant_questionnaire(folder: Path, dimension: str, taken: Set[str]) -> str:
    """Say what to do about a missing questionnaire: its file may have nearly the right name."""
    beside = sorted(path for path in folder.iterdir() if is_yaml(path))
    for path in beside:
        if path.stem.lower() == dimension:
            return f"rename {path.name} to {dimension}.yaml"
    near = closest(dimension, {path.stem for path in beside} - taken)
    return f"did you mean '{near}'?" if near else f"put it beside this file as {dimension}.yaml"
