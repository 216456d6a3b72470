"""The command to try next, ready to be copied."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def report_command(
    answers: Sequence[Path], framework: str | None = None, profile: str | None = None
) -> str:
    """Write the command that makes a report of what was scored."""
    words = ["maturity", "report", *map(str, answers)]
    words += ["--framework", framework] if framework else []
    words += ["--profile", profile] if profile else []
    return quoted([*words, "-o", "report.html"])


def quoted(words: Sequence[str]) -> str:
    """Join the words of a command as the person's shell takes them apart."""
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
