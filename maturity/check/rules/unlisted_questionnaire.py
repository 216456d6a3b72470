"""Stage 2, rule R211: a questionnaire beside framework.yaml that it does not list.

It looks as if it were part of the framework, and nobody is asked its questions.

Bad:

    dimensions: [skills]            # and data.yaml lies beside it

Good:

    dimensions: [skills, data]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import FrameworkSubject
    from maturity.errors import Problem

CODE = "R211"
NAME = "unlisted-questionnaire"
SEVERITY = "warning"
ON = "framework"


def check(subject: FrameworkSubject) -> Iterator[Problem]:
    """Compare the files found in the folder with the dimensions."""
    for path in subject.unlisted:
        message = f"{path} is not one of the dimensions"
        hint = "add its id to 'dimensions', or move the file"
        yield subject.at(("dimensions",), message, hint, key=True)
