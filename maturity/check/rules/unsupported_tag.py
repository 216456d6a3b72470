"""Stage 2, rule Y006: a tag such as `!!str`.

A tag asks the reader to make something of another type, which may be code.

Bad:

    title: !!str Security

Good:

    title: Security

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "Y006"
NAME = "unsupported-tag"
SEVERITY = "error"
LOADER = ("unsupported-tag",)
