"""Stage 2, rule R201: an id that stands twice.

Answers, actions and reports name things by their id; two things of one id cannot be told apart.

Bad:

    questions:
      - id: mfa
        ask: …
      - id: mfa
        ask: …

Good:

    questions:
      - id: mfa
        ask: …
      - id: backups
        ask: …

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "R201"
NAME = "duplicate-id"
SEVERITY = "error"
LOADER = ("duplicate-id",)
