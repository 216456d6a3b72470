"""Stage 2: the fingerprints by which code scanning knows a finding again after lines moved."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.check.finding import Finding

WINDOW = 100
BASE = 37
_BITS = (1 << 64) - 1
_FIRST = pow(BASE, WINDOW, 1 << 64)
_END = 0xFFFF


def line_hashes(text: str) -> dict[int, str]:
    """Hash every line with the 100 characters after its beginning, blanks left out.

    It is the rolling hash of GitHub's uploader: base 37 over UTF-16 units, modulo 2^64; lines of
    the same hash are numbered.
    """
    window, lines = [0] * WINDOW, [0] * WINDOW
    value = index = line = 0
    is_start = True
    found: dict[int, str] = {}
    seen: Counter[str] = Counter()
    units = [*_units(text), _END, *[None] * WINDOW]
    for unit in units:
        if lines[index]:
            name = f"{value:x}"
            seen[name] += 1
            found[lines[index]] = f"{name}:{seen[name]}"
            lines[index] = 0
        if unit is not None:
            if is_start:
                line += 1
                lines[index] = line
            is_start = unit == 10
        current = unit or 0
        value = (BASE * value + current - _FIRST * window[index]) & _BITS
        window[index] = current
        index = (index + 1) % WINDOW
    return found


def _units(text: str) -> Iterable[int]:
    """Give UTF-16 units without spaces and tabs, every line break as a line feed."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
    data = plain.encode("utf-16-le", "surrogatepass")
    return (data[n] | data[n + 1] << 8 for n in range(0, len(data), 2))


def hashes_of(path: str) -> dict[int, str]:
    """Hash the lines of a file; none where it can no longer be read."""
    try:
        return line_hashes(Path(path).read_bytes().decode("utf-8", "replace"))
    except OSError:
        return {}


def own_key(finding: Finding, number: int) -> str:
    """Make a key of the rule, the file and the words, which moves with the text.

    `number` tells apart findings that are alike in all three.
    """
    parts = (finding.rule.code, finding.location.path, finding.message, str(number))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
