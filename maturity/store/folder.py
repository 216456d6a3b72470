"""Make a folder where there is none, or say what stands in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import fail
from maturity.load.file_names import is_file

if TYPE_CHECKING:
    from pathlib import Path


def make_folder(folder: Path, hint: str) -> None:
    """Make a folder and those above it; one that is there stays as it is.

    Raises:
        MaturityError: A file has its name, or the folder above cannot be written to; `hint` says
            what to do.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "a file has that name" if is_file(folder) else (error.strerror or str(error))
        message = f"the folder {folder} cannot be made: {reason[:1].lower()}{reason[1:]}"
        raise fail(message, hint) from None
