"""Stage 2, rule Y004: more nesting, or more values, than any questionnaire has.

A few kilobytes of brackets make other readers crash. The limits are 32 lists and mappings in each
other and 200,000 values. Of a file with more than 200 problems, the first 200 are told.

Bad:

    title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Security]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Good:

    title: Security

Found while loading: every command refuses the file.
"""

from __future__ import annotations

CODE = "Y004"
NAME = "too-deep-or-too-many"
SEVERITY = "error"
LOADER = ("too-deep", "too-many-values")
