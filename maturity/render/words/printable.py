"""Stage 6: people's texts made harmless for a terminal."""

from __future__ import annotations

import re

# C0 and C1 controls move the cursor, rename the window or worse; the marks of direction turn
# what stands behind them round. Tab and line feed are what they seem.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(text: str, instead: str = "") -> str:
    r"""Take out what a terminal would obey, not show: "\x1b[31mred" becomes "[31mred"."""
    return _CONTROL.sub(instead, text)
