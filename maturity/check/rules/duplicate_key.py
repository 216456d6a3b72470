"""Stage 2, rule Y003: a key that stands twice in the same mapping.

Most readers keep the last one and say nothing, so half of what was written is lost.

Bad:

    title: Security
    title: Safety

Good:

    title: Security

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "Y003"
NAME = "duplicate-key"
SEVERITY = "error"
LOADER = ("duplicate-key",)
