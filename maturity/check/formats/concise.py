"""Stage 2: a report of one line a finding, which editors and other tools can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.formats.plain import changed, counts, painted, plain
from maturity.printed import inert

if TYPE_CHECKING:
    from maturity.check.finding import Report


def render(report: Report, *, colour: bool = False) -> str:
    """Write `path:line:column: severity CODE name: message`, and the counts at the end."""
    lines = []
    for finding in report.findings:
        rule = finding.rule
        severity = painted(rule.severity, rule.severity, colour=colour)
        where = plain(str(finding.location))
        lines.append(f"{where}: {severity} {rule.code} {rule.name}: {plain(finding.message)}")
    return inert("\n".join([*lines, *changed(report), f"{counts(report)}\n"]))
