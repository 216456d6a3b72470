"""Stage 2, rule S102: something that the format needs and the file does not have.

Without it the question cannot be asked, or cannot be scored.

Bad:

    questions:
      - id: mfa
        type: level

Good:

    questions:
      - id: mfa
        ask: How widely is multi-factor authentication enforced?
        type: level

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "S102"
NAME = "missing-field"
SEVERITY = "error"
LOADER = ("missing-field",)
