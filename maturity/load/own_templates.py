"""Stage 1: the templates of a folder are read, as texts; nothing in them runs here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import MaturityError, fail
from maturity.load.file_names import is_folder
from maturity.load.source import decode, read_bytes_of
from maturity.model.own_templates import OwnTemplates

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".j2"
MAX_BYTES, MAX_FILES = 200_000, 20


def load_templates(folder: Path) -> OwnTemplates:
    """Read every template that lies in a folder; what lies in folders of it is not read.

    Raises:
        MaturityError: The folder cannot be read, a link leads out of it, or it holds too much.
    """
    if not is_folder(folder):
        raise fail(f"there is no folder {folder}", "name a folder that holds report.html.j2")
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIX))
    except OSError as error:
        raise fail(f"{folder} cannot be read: {error.strerror}", "check its permissions") from None
    if len(paths) > MAX_FILES:
        raise fail(f"{folder} holds more than {MAX_FILES} templates", "take some out")
    return OwnTemplates(str(folder), {path.name: _text(path, folder) for path in paths})


def _text(path: Path, folder: Path) -> str:
    try:
        leads_out = not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a link that leads back to itself
        leads_out = True
    if leads_out:
        raise fail(f"{path} is a link that leads out of the folder", "put the file itself there")
    source, problem = decode(read_bytes_of(path, MAX_BYTES), str(path))
    if problem is not None:
        raise MaturityError(problem)
    return source.text
