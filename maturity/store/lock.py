"""Store: one program at a time changes a file: a lock beside it, NAME.lock, that a crash frees."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, fail
from maturity.store.replace import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT_SECONDS = 10.0
"""How long another program is waited for; a change takes a hundredth of a second."""

_PAUSE_SECONDS = 0.01
_LOCKED_BYTE = 1 << 30
"""On Windows a byte is locked that the file does not have, so that its text can be read."""
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}


@contextmanager
def locked(path: Path, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Keep all other programs of this kind from changing a file.

    The system frees the lock of a program that is killed. A file system without locks, as some
    network shares are, is used without: what changed meanwhile is then found by comparing.

    Raises:
        MaturityError: Another one holds it and did not let go in time, which the message names; or
            the folder may not be written to.
    """
    lock = path.with_name(f"{path.name}.lock")
    try:
        handle = _take(lock, path, time.monotonic() + wait_seconds)
    except OSError as error:
        raise refusal(path, error) from None
    try:
        yield
    finally:
        _let_go(handle, lock)


def _take(lock: Path, path: Path, until: float) -> int:
    """Open the lock's file and lock it; again if its last holder removed it in between."""
    while True:
        handle = _open(lock)
        try:
            while not _try(handle):
                if time.monotonic() >= until:
                    raise _in_use(path, lock)
                time.sleep(_PAUSE_SECONDS)
            if _is_still(handle, lock):
                _sign(handle)
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _open(lock: Path) -> int:
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if not lock.exists():
            raise
        return os.open(lock, os.O_RDONLY)  # a colleague's, left behind: it can still be locked


def _try(handle: int) -> bool:
    """Lock an open file; False where another program has done so."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    return True


def _is_still(handle: int, lock: Path) -> bool:
    """Whether the open file is the one that others would open now."""
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), lock.stat())
    return False


def _sign(handle: int) -> None:
    with contextlib.suppress(OSError):  # a full disk: who holds it is of no use then
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"process {os.getpid()} on {socket.gethostname()}\n".encode())


def _in_use(path: Path, lock: Path) -> MaturityError:
    holder = ""
    with contextlib.suppress(OSError, UnicodeError):
        holder = lock.read_text().strip()[:200]
    message = f"{path} is being changed by another program ({holder or 'it left no name'})"
    return fail(message, "wait until that is done, or end it; then try again")


def _let_go(handle: int, lock: Path) -> None:
    """Remove the lock's file while it is still held, so that nobody can hold a removed one."""
    if sys.platform == "win32":
        import msvcrt

        with contextlib.suppress(OSError):
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        os.close(handle)
        with contextlib.suppress(OSError):  # another program has it open already
            lock.unlink()
        return
    with contextlib.suppress(OSError):
        lock.unlink()
    os.close(handle)
