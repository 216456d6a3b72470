"""Stage 2, rule R214: a profile's target that no answers can reach.

The gap can never be closed, whatever the organisation does.

Bad:

    targets: {security: 4}          # and no question of security goes above 3

Good:

    targets: {security: 3}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.figures import figure
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R214"
NAME = "unreachable-target"
SEVERITY = "error"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Compare each target with the highest score that the profile's questions allow."""
    for index, profile in enumerate(subject.framework.file.profiles):
        for dimension, target in profile.targets.items():
            highest = subject.reach.highest(dimension, profile)
            if highest is not None and target > highest:
                place = ("profiles", index, "targets", dimension)
                message = f"no answers reach {show(target)} in '{dimension}'"
                yield subject.at(place, message, f"the highest score is {figure(highest)}")
