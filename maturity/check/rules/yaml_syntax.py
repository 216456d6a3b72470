"""Stage 2, rule Y002: text that is not YAML.

Nothing after the mistake can be read. Most often a quote is not closed, a colon makes a second
key, or a line is not indented like its neighbours.

Bad:

    title: "Security
    summary: How far security is owned.

Good:

    title: Security
    summary: How far security is owned.

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "Y002"
NAME = "yaml-syntax"
SEVERITY = "error"
LOADER = ("yaml-syntax",)
