"""Store: change a person's YAML file: lock, read, change what was asked, verify, replace whole."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem, fail
from maturity.load.source import read_bytes_of
from maturity.load.yaml_reader import Limits
from maturity.store.edits import Put, changed
from maturity.store.lock import WAIT_SECONDS, locked
from maturity.store.merge import Conflict, check_conflicts
from maturity.store.replace import is_mounted_alone, overwrite, refusal, replace_file, sweep
from maturity.store.rescue import rescue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.store.edits import Edit

__all__ = ["Conflict", "change_file", "writable"]


def change_file(
    path: Path,
    edits: Sequence[Edit],
    *,
    base: bytes | None = None,
    wait_seconds: float = WAIT_SECONDS,
) -> bytes:
    """Change values in a YAML file; the rest of it stays byte for byte, or nothing is written.

    Args:
        path: The file; a symbolic link to it stays one.
        edits: What to change, one after the other.
        base: The file as it was when the edits were thought of; others' changes since then are
            kept. None to apply the edits to whatever is there.
        wait_seconds: How long another program that is changing the file is waited for.

    Returns:
        The file as it now is: the `base` of the next change.

    Raises:
        Conflict: What the edits change is no longer what it was in `base`.
        MaturityError: Nothing was changed, and the edits are kept in NAME.rescue.
    """
    real = Path(os.path.realpath(path))
    try:
        with locked(real, wait_seconds):
            sweep(real)
            old = _read(real, path)
            if base is not None and old != base:
                check_conflicts(base, old, edits, str(path))
            new = changed(old, edits, str(path))
            if new != old:
                _write(real, new)
            return new
    except Conflict:
        raise
    except MaturityError as error:
        raise rescue(real, edits, error) from None


def writable(path: Path) -> None:
    """Make sure that a file can be changed, before a person is asked anything.

    A file that does not exist yet needs a folder in which it can be made.

    Raises:
        MaturityError: It cannot be changed; says why, and what would help.
    """
    real = Path(os.path.realpath(path))
    with locked(real):
        sweep(real)
        if real.exists():
            changed(_read(real, path), [Put(("x-trial",), "")], str(path))


def _read(real: Path, path: Path) -> bytes:
    data = read_bytes_of(real, Limits().max_bytes)
    if not os.access(real, os.W_OK):
        raise fail(f"{path} is write-protected", "allow yourself to write it, or make a copy")
    return data


def _write(real: Path, data: bytes) -> None:
    try:
        replace_file(real, data)
    except OSError as error:
        if not is_mounted_alone(error):
            raise refusal(real, error) from None
    else:
        return
    try:
        overwrite(real, data)
    except OSError as error:
        problem = refusal(real, error).problems[0]
        hint = f"it may be incomplete: what it was is in {real}.bak, if that is there"
        raise MaturityError(Problem(problem.message, hint)) from None
