"""Stage 2, rule S105: a `format:` line, or a framework's version, that this version cannot read.

The line says what a file is. A misspelt or newer one cannot be checked, so it is not taken for
something else.

Bad:

    format: questionaire/1

Good:

    format: questionnaire/1

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "S105"
NAME = "schema-version"
SEVERITY = "error"
LOADER = ("schema-version",)
