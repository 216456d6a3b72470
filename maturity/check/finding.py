"""Stage 2: a finding: a rule, what it found, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maturity.errors import Location

if TYPE_CHECKING:
    from maturity.check.rule import Rule
    from maturity.errors import Problem

SEVERITIES = ("error", "warning", "info")
"""What a finding may be, the gravest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found at a place."""

    rule: Rule
    message: str
    hint: str
    location: Location
    reason: str = ""
    """Why it is ignored, in the words of the comment that says so."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, line, column and code, so that equal input gives equal output."""
        place = self.location
        return (place.path, place.line, place.column, self.rule.code, self.message)


@dataclass
class Report:
    """Everything that one run found, sorted; every format is made from it alone."""

    findings: list[Finding] = field(default_factory=list)
    suppressed: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What was left out and why."""
    files: list[str] = field(default_factory=list)
    """The files that were checked."""
    changes: list[tuple[str, str]] = field(default_factory=list)
    """What changed since another version: its kind, and what."""
    fail_on: str = "error"
    """The least grave severity that fails the run, or `never`."""

    def count(self, severity: str) -> int:
        """Count the findings of a severity."""
        return sum(finding.rule.severity == severity for finding in self.findings)

    def fails(self, finding: Finding) -> bool:
        """Say whether a finding makes the run fail."""
        if self.fail_on == "never":
            return False
        return SEVERITIES.index(finding.rule.severity) <= SEVERITIES.index(self.fail_on)

    @property
    def failed(self) -> bool:
        """Whether any finding makes the run fail."""
        return any(self.fails(finding) for finding in self.findings)


def made(rule: Rule, problem: Problem, path: str) -> Finding:
    """Make a finding of a problem; one without a place is at the file's beginning."""
    return Finding(rule, problem.message, problem.hint, problem.location or Location(path))
