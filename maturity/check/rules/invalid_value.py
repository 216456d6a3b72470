"""Stage 2, rule S104: a value of the right type that cannot be right.

An id in capitals, a level outside the scale, a ceiling that falls as the level rises, an edge
that no answer can reach: scores would be wrong, or impossible.

Bad:

    id: Two Factor

Good:

    id: two-factor

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "S104"
NAME = "invalid-value"
SEVERITY = "error"
LOADER = ("invalid-value",)
