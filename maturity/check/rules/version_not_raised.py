"""Stage 2, rule V701: a framework that changed more than its version says.

Answer files of one major version combine, so ids and scores may only change with a new major
version; new content takes a minor one, new wording a patch.

Bad:

    version: 1.0.0                  # as before, and a question weighs more

Good:

    version: 2.0.0

Found by comparing two versions: `maturity check --against`.
"""

from __future__ import annotations

CODE = "V701"
NAME = "version-not-raised"
SEVERITY = "error"
ON = "versions"
