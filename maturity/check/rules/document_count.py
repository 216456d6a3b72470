"""Stage 2, rule Y007: an empty file, or a second document in it.

One file is one questionnaire. What stands after a second `---` would be lost.

Bad:

    title: Security
    ---
    title: Data

Good:

    title: Security

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "Y007"
NAME = "document-count"
SEVERITY = "error"
LOADER = ("document-count",)
