"""Stage 2, rule R220: a profile without a target for a dimension.

The gap of that dimension cannot be shown, and nothing in it is planned.

Bad:

    profiles:
      - {id: council, title: Council, targets: {skills: 2}}     # and none for security

Good:

    profiles:
      - {id: council, title: Council, targets: {skills: 2, security: 3}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R220"
NAME = "profile-without-target"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Compare each profile's targets with the dimensions that it is asked."""
    for index, profile in enumerate(subject.framework.file.profiles):
        missing = [
            dimension
            for dimension in subject.framework.file.dimensions
            if dimension not in profile.targets
            and any(subject.reach.asked_sets(dimension, profile))
        ]
        if missing:
            message = f"the profile '{profile.id}' has no target for {listed(missing)}"
            place = ("profiles", index, "targets")
            is_there = bool(profile.targets)
            yield subject.at(place if is_there else place[:2], message, "add it", key=is_there)
