"""Stage 2, rule Y009: a key that is neither a text nor a number.

`null`, `true` and lists cannot be compared with the keys that the format knows.

Bad:

    null: Security

Good:

    title: Security

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "Y009"
NAME = "non-text-key"
SEVERITY = "error"
LOADER = ("bad-key",)
