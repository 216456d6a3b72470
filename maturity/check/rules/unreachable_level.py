"""Stage 2, rule R213: a level of a dimension that no answers can reach.

The questions stop short of it or jump over it, or a ceiling always stays: whatever is done, no
organisation is ever at it. One person's answers to every question are meant; between the answers
of several people there may be more. That a level is jumped over can be said where the scores can
be counted; a level that everybody is above is left to `--paths`.

Bad:

    levels:                         # of the only question; the scale goes on to 4
      0: Nobody is named as answerable for it.
      2: One person is named as answerable for it.

Good:

    levels:
      0: Nobody is named as answerable for it.
      2: One person is named as answerable for it.
      4: One person is named, and reports to the board every quarter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.figures import figure
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
    """Look above the highest score of every dimension, and for gaps among its scores."""
    for part in subject.parts:
        name = part.part.id
        highest = _highest(name, subject.reach, subject.framework.scale.top)
        if highest is None:
            continue
        beyond = [level for level in subject.framework.file.levels if level.level > highest]
        if beyond:
            message = f"no answers reach level {show(beyond[0].level)} ({beyond[0].name})"
            hint = f"the highest score is {figure(highest)}: maturity check --paths shows why"
            yield part.at(("id",), message, hint)
        passed = _jumped_over(name, subject, highest)
        if passed:
            plural = "s" if len(passed) > 1 else ""
            message = f"no full answers come to level{plural} {', '.join(passed)}"
            hint = "describe a level that does: maturity check --paths shows what decides"
            yield part.at(("id",), message, hint)


def _jumped_over(dimension: str, subject: FrameworkSubject, highest: Fraction) -> list[str]:
    """Name the levels between the lowest and the highest that are at no score."""
    from maturity.check.counted import levels_reached

    reached = levels_reached(subject.reach, dimension)
    if not reached:
        return []
    return [
        f"{show(level.level)} ({level.name})"
        for level in subject.framework.file.levels
        if min(reached) < level.level <= highest and level.level not in reached
    ]


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
