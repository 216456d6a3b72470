"""Store: what a person entered and could not be saved is kept in NAME.rescue, to be copied."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem
from maturity.store.edits import Edit, Put, Rename
from maturity.store.emit import Layout, lines_of
from maturity.store.replace import fill
from maturity.store.splice import nested, shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def rescue(path: Path, edits: Sequence[Edit], error: MaturityError) -> MaturityError:
    """Keep the edits of a file beside it, after those kept before.

    Returns:
        The error, which then also says where they are; or holds them, if that failed too.
    """
    kept = path.with_name(f"{path.name}.rescue")
    text = "".join(f"{line}\n" for edit in edits for line in _lines(edit))
    now = datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    reason = " ".join(error.problems[0].message.split())
    try:
        _append(kept, f"# {now}, not saved in {path.name}: {reason}\n{text}\n".encode())
    except OSError:
        problem = Problem("what was entered is not saved, and has to be entered again", text)
    else:
        message = f"what was entered is not in the file; it is kept in {kept}"
        problem = Problem(message, f"copy it into {path.name} when that can be changed again")
    return MaturityError(*error.problems, problem)


def _lines(edit: Edit) -> list[str]:
    if isinstance(edit, Rename):
        return [f"# {shown(edit.path)} is to be called '{edit.key}'"]
    if not isinstance(edit, Put):
        return [f"# {shown(edit.path)} is to be taken out"]
    try:
        layout = Layout()
        # As the value of a key that stands left of the margin.
        return lines_of(nested(edit.path, edit.value), -layout.step, layout)[1]
    except MaturityError:
        return [f"# {shown(edit.path)}: {edit.value!a}"]


def _append(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    try:
        fill(handle, data)
    finally:
        os.close(handle)
