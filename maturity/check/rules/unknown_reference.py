"""Stage 2, rule R202: a name of something that is not there.

A question, action, source, role, lens, fact, dimension or level that nobody defined: whatever
refers to it has no effect.

Bad:

    raises: {mffa: 3}

Good:

    raises: {mfa: 3}

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "R202"
NAME = "unknown-reference"
SEVERITY = "error"
LOADER = ("unknown-reference",)
