"""Store: put a file in place of another in one step, so that a crash leaves the old or the new."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
import time
from pathlib import Path

from maturity.errors import MaturityError, fail

STRAY_AFTER_SECONDS = 60
"""A temporary file that is older was left behind by a program that was killed."""

_TRIES = 10
_PAUSE_SECONDS = 0.1
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; it keeps its permissions and, where allowed, its owner.

    Args:
        path: The file itself, not a symbolic link to it, which would be replaced.
        data: What it holds then.

    Raises:
        OSError: Nothing was changed; EBUSY where the file alone is mounted, not its folder.
    """
    if path.is_dir():
        raise IsADirectoryError
    beside = path.with_name(f".{path.name}.{os.urandom(8).hex()}.tmp")
    # Made this way, a new file gets the permissions that any other program would give it.
    handle = os.open(beside, _NEW_FILE, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file.fileno(), data)
        if path.exists():
            _keep_permissions(path, beside)
        _rename(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)


def fill(handle: int, data: bytes) -> None:
    """Write all bytes to an open file, and wait until they are on the disk."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _keep_permissions(old: Path, new: Path) -> None:
    before, after = old.stat(), new.stat()
    if (before.st_uid, before.st_gid) != (after.st_uid, after.st_gid):
        with contextlib.suppress(OSError):  # only an administrator may give a file away
            os.chown(new, before.st_uid, before.st_gid)
    new.chmod(stat.S_IMODE(before.st_mode))


def _rename(new: Path, old: Path) -> None:
    """Give the new file its name; Windows refuses for as long as another program has it open."""
    for _ in range(_TRIES if sys.platform == "win32" else 0):
        try:
            new.replace(old)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    new.replace(old)


def sync_folder(folder: Path) -> None:
    """Make the folder's entries survive a loss of power, where the system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def overwrite(path: Path, data: bytes) -> None:
    """Write a file in place, for where it cannot be replaced; the old one is in NAME.bak meanwhile.

    Raises:
        OSError: The file may be incomplete; NAME.bak then holds what it was.
    """
    backup = path.with_name(f"{path.name}.bak")
    replace_file(backup, path.read_bytes())
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        fill(handle, data)
        os.ftruncate(handle, len(data))
        os.fsync(handle)
    finally:
        os.close(handle)
    backup.unlink()


def is_mounted_alone(error: OSError) -> bool:
    """Whether a file cannot be replaced because it, not its folder, is what is mounted."""
    return error.errno == errno.EBUSY


def sweep(path: Path) -> None:
    """Remove temporary files that killed programs left beside a file, older than a minute."""
    stray = re.compile(re.escape(f".{path.name}.") + r"[0-9a-f]{16}\.tmp")
    with contextlib.suppress(OSError):
        for beside in path.parent.iterdir():
            if stray.fullmatch(beside.name):
                with contextlib.suppress(OSError):
                    if time.time() - beside.stat().st_mtime > STRAY_AFTER_SECONDS:
                        beside.unlink()


def refusal(path: Path, error: OSError) -> MaturityError:
    """Say why a file cannot be written, and what would help."""
    folder = path.parent
    if isinstance(error, IsADirectoryError):
        return fail(f"{path} is a folder", "name a file in it")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return fail(f"{path} cannot be written: there is no folder {folder}", "make it first")
    if isinstance(error, PermissionError):
        hint = "name a file in a folder of your own, and close it in other programs"
        return fail(f"{path} cannot be written: {folder} does not allow it", hint)
    reason = error.strerror or str(error)
    message = f"{path} cannot be written: {reason[:1].lower()}{reason[1:]}"
    return fail(message, "nothing was changed")
