"""Findings made by hand, for the tests of formats."""

from __future__ import annotations

from maturity.check.finding import Finding, Report
from maturity.check.selection import BY_WORD
from maturity.errors import Location


def report(*findings: Finding, fail_on: str = "error") -> Report:
    return Report(findings=list(findings), files=["a.yaml", "b.yaml"], fail_on=fail_on)


def finding(name: str = "leading-question", message: str = "it leads", line: int = 3) -> Finding:
    text = "    ask: Don't you agree?"
    return Finding(BY_WORD[name], message, "ask how", Location("a.yaml", line, 10, text, 16))
