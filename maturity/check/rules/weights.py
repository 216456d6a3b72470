"""Stage 2, rule R209: weights that leave nothing to score.

A group whose children all weigh 0 has no mean, and a checklist whose items all weigh 0 has no
share.

Bad:

    questions:
      - {id: mfa, weight: 0, …}
      - {id: backups, weight: 0, …}

Good:

    questions:
      - {id: mfa, weight: 2, …}
      - {id: backups, weight: 0, …}

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "R209"
NAME = "weights"
SEVERITY = "error"
LOADER = ("weights",)
