"""Stage 2, rule R207: a question with a statement for a level that the framework does not name.

The report names levels, and this one has no name there.

Bad:

    levels:
      0: Nobody is named as answerable for it.
      2.5: One person is named as answerable for it.

Good:

    levels:
      0: Nobody is named as answerable for it.
      3: One person is named as answerable for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R207"
NAME = "levels-differ-from-scale"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Compare the levels of every question of type level with those of the framework."""
    named = {level.level for level in subject.framework.file.levels}
    for part in subject.parts:
        for _, path, statements in part.statements:
            for level, _text in statements:
                if level not in named:
                    message = f"the framework has no level {show(level)}"
                    hint = f"its levels are {', '.join(map(show, sorted(named)))}"
                    yield part.at((*path, "levels", level), message, hint, key=True)
