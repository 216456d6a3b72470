"""Stage 2, rule R206: levels of the scale that do not rise.

A level's number is the score at which it is reached, so each must be above the one before it.

Bad:

    levels:
      - {level: 0, name: Absent}
      - {level: 2, name: Developing}
      - {level: 1, name: Ad hoc}

Good:

    levels:
      - {level: 0, name: Absent}
      - {level: 1, name: Ad hoc}
      - {level: 2, name: Developing}

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "R206"
NAME = "non-monotonic-levels"
SEVERITY = "error"
LOADER = ("non-monotonic-levels",)
