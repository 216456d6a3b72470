"""Stage 2, rule R210: a group with nothing in it, or with both questions and topics.

An empty group has no score. A group holds questions or topics, so that it is clear what its
weights are shared among.

Bad:

    title: Security
    questions: []

Good:

    title: Security
    questions:
      - id: mfa
        ask: …

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "R210"
NAME = "empty-section"
SEVERITY = "error"
LOADER = ("empty-section",)
