"""Stage 2, rule R213: a level of a dimension that no answers can reach.

The questions stop short of it, or a ceiling always stays: the best organisation in the country
would not get there.

Bad:

    levels:                         # of the only question; the scale goes on to 4
      0: Nobody is named as answerable for it.
      2: One person is named as answerable for it.

Good:

    levels:
      0: Nobody is named as answerable for it.
      4: One person is named, and reports to the board every quarter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maturity.check.reach import Reach
    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R213"
NAME = "unreachable-level"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Score every dimension with every question at its highest, for every profile."""
    reach = subject.reach
    for part in subject.parts:
        highest = _highest(part.part.id, reach, subject.framework.scale.top)
        beyond = [
            level
            for level in subject.framework.file.levels
            if highest is not None and level.level > highest
        ]
        if beyond and highest is not None:
            message = f"no answers reach level {show(beyond[0].level)} ({beyond[0].name})"
            hint = f"the highest score is {show(highest)}: maturity check --paths shows why"
            yield part.at(("id",), message, hint)


def _highest(dimension: str, reach: Reach, top: Fraction) -> Fraction | None:
    """Give the highest score that any profile allows; the first at the top settles it."""
    best = None
    for profile in reach.profiles:
        score = reach.highest(dimension, profile)
        if score is not None and (best is None or score > best):
            best = score
            if best >= top:
                break
    return best
