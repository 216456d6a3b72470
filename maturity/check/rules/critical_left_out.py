"""Stage 2, rule R221: a profile that leaves out a critical question.

Its ceiling then never applies to such an organisation, though the question says that it decides.

Bad:

    leave_out: [security.mfa]       # which is critical

Good:

    leave_out: [security.remote-sites]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R221"
NAME = "critical-left-out"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Look at the questions that each profile leaves out."""
    for index, profile in enumerate(subject.framework.file.profiles):
        for number, name in enumerate(profile.leave_out):
            if subject.framework.questions[name].critical:
                message = f"'{profile.id}' leaves out '{name}', which is critical"
                hint = "keep it in, or take its ceilings away"
                yield subject.at(("profiles", index, "leave_out", number), message, hint)
