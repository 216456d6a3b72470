"""Stage 2, rule S103: a value of another type than is needed.

Nothing is converted in silence: a number where a text is needed is mostly a mistake, and `1.10`
as a number is 1.1.

Bad:

    title: 7

Good:

    title: Seven

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "S103"
NAME = "wrong-type"
SEVERITY = "error"
LOADER = ("wrong-type",)
