"""Stage 2, rule Y005: an anchor, an alias or a merge key.

A few lines of them can stand for gigabytes, and a finding could no longer say which line it
means.

Bad:

    title: &name Security
    summary: *name

Good:

    title: Security
    summary: Security

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "Y005"
NAME = "alias-or-merge-key"
SEVERITY = "error"
LOADER = ("alias",)
