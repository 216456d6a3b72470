"""Stage 2, rule R212: a checklist's rule that no choice of items can reach.

It contradicts itself, or a rule above it always holds first; the level it gives is never given.

Bad:

    rules:
      - {level: 1, any: [plan]}
      - {level: 3, all: [plan, test]}

Good:

    rules:
      - {level: 3, all: [plan, test]}
      - {level: 1, any: [plan]}

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "R212"
NAME = "unreachable-rule"
SEVERITY = "error"
LOADER = ("unreachable-rule",)
