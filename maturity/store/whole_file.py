"""Write a file whole or not at all: whoever reads it sees the old text or the new one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from maturity.store.replace import refusal, replace_file, sweep


def write_whole(path: Path, text: str) -> None:
    """Write a text file in UTF-8 with line feeds, in place of what is there.

    The text goes to a file beside it that then takes its name; if anything fails before, the old
    file stands as it was. A symbolic link stays one, and a file keeps its permissions. A pipe or
    device, such as /dev/stdout, is written to directly.

    Raises:
        MaturityError: There is no such folder, or it cannot be written to.
    """
    data = text.encode("utf-8", "replace")
    try:
        if _is_stream(path):
            path.write_bytes(data)
        else:
            real = Path(os.path.realpath(path))
            sweep(real)
            replace_file(real, data)
    except OSError as error:
        raise refusal(path, error) from None


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
