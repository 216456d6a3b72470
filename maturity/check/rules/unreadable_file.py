r"""Stage 2, rule Y001: a file that is not UTF-8 text, or is too large.

Only UTF-8 reads the same everywhere. Other encodings and control characters turn into other
letters, or into nothing, on another machine. A file over 2,000,000 bytes is no questionnaire.

Bad:

    title: Caf\xe9            # one byte of Latin-1

Good:

    title: Café

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "Y001"
NAME = "unreadable-file"
SEVERITY = "error"
LOADER = ("unreadable-file",)
