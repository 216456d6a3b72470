"""Stage 2, rule S101: a key that the format does not know.

Nearly always it is a typing mistake, and what it says would have no effect. Keys that begin with
`x-` are the author's own and may stand anywhere.

Bad:

    questions:
      - id: mfa
        aks: How widely is multi-factor authentication enforced?

Good:

    questions:
      - id: mfa
        ask: How widely is multi-factor authentication enforced?

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "S101"
NAME = "unknown-field"
SEVERITY = "error"
LOADER = ("unknown-field",)
