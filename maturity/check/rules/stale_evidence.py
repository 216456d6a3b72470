"""Stage 2, rule N601: evidence older than the age that was set.

What was true three years ago shows little about today. The age is set with `--evidence-max-age
MONTHS`; without it nothing is too old. It is counted to the file's own date.

Bad:

    date: 2026-11-22
    answers:
      security.backups:
        answer: 3
        evidence: [{title: Restore test report, date: 2023-02-01}]

Good:

    date: 2026-11-22
    answers:
      security.backups:
        answer: 3
        evidence: [{title: Restore test report, date: 2026-09-14}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import AnswersSubject
    from maturity.errors import Problem

CODE = "N601"
NAME = "stale-evidence"
SEVERITY = "warning"
ON = "answers"


def check(subject: AnswersSubject) -> Iterator[Problem]:
    """Compare the date of every piece of evidence with the file's, in months and days."""
    most = subject.options.evidence_max_age_months
    day = subject.file.date or subject.options.today
    if most is None or day is None:
        return
    for name, record in subject.file.answers.items():
        for index, evidence in enumerate(record.evidence):
            if evidence.date is None:
                continue
            months = (day.year - evidence.date.year) * 12 + day.month - evidence.date.month
            if (months, day.day) > (most, evidence.date.day):
                place = ("answers", name, "evidence", index, "date")
                age = f"of {evidence.date}, more than {_months(most)} before {day}"
                message = f"the evidence for '{name}' is {age}"
                yield subject.at(place, message, f"show something of the last {_months(most)}")


def _months(number: int) -> str:
    return "1 month" if number == 1 else f"{number} months"
