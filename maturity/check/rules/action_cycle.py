"""Stage 2, rule A303: actions that wait for one another in a circle.

None of them can ever begin. The finding names every member.

Bad:

    actions:
      - {id: choose-tool, needs: [train-staff], …}
      - {id: train-staff, needs: [choose-tool], …}

Good:

    actions:
      - {id: choose-tool, …}
      - {id: train-staff, needs: [choose-tool], …}

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "A303"
NAME = "action-cycle"
SEVERITY = "error"
LOADER = ("action-cycle",)
