"""New files: put in their place whole or not at all, and never where something is already."""

from __future__ import annotations

import os
import secrets
import shutil
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, fail

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def place_file(path: Path, text: str) -> None:
    """Write a new text file.

    Raises:
        MaturityError: Something has that name, or there is no such folder.
    """
    _refuse_taken(path)
    beside = _beside(path)
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        _name_file(beside, path)
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise _refusal(path, error) from None
    finally:
        beside.unlink(missing_ok=True)


def place_folder(path: Path, files: Mapping[str, str]) -> None:
    """Write a new folder; `files` is the name of each in it, such as answers/r-1.yaml → its text.

    Raises:
        MaturityError: Something has that name, or there is no folder around it.
    """
    _refuse_taken(path)
    beside = _beside(path)
    try:
        beside.mkdir()
        for name, text in files.items():
            file = beside / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        _refuse_taken(path)  # a folder that is empty would give way
        beside.rename(path)
    except OSError as error:
        raise _refusal(path, error) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".maturity-{secrets.token_hex(8)}.tmp")


def _name_file(beside: Path, path: Path) -> None:
    """Give a file its name in one step that fails where the name is taken."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a disk on which a file has one name only
        _refuse_taken(path)
        beside.rename(path)


def _refuse_taken(path: Path) -> None:
    if os.path.lexists(path):
        raise _taken(path)


def _taken(path: Path) -> MaturityError:
    return fail(f"{path} exists already", "give a name that is free; nothing was changed")


def _refusal(path: Path, error: OSError) -> MaturityError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return fail(f"{path} cannot be made: there is no folder {path.parent}", "make it first")
    reason = error.strerror or str(error)
    message = f"{path} cannot be made: {reason[:1].lower()}{reason[1:]}"
    return fail(message, "name a place in a folder of your own")
