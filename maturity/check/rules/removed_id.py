"""Stage 2, rule V702: a question that is gone, and in neither `renamed` nor `retired`.

Old answers to it would be errors, and the id could come back with another meaning.

Bad:

    questions: []                   # mfa stood here in the last version

Good:

    retired: [security.mfa]

Found by comparing two versions: `maturity check --against`.
"""

from __future__ import annotations

CODE = "V702"
NAME = "removed-id"
SEVERITY = "error"
ON = "versions"
