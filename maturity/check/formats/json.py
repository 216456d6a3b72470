"""Stage 2: a report for programs; `format` grows when a reader could break."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from maturity import __version__
from maturity.check.finding import SEVERITIES

if TYPE_CHECKING:
    from maturity.check.finding import Finding, Report

FORMAT = "check/1"


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - one form for all
    """Write the findings, those ignored, the notes and the files as JSON."""
    whole = {
        "format": FORMAT,
        "tool": {"name": "maturity", "version": __version__},
        "failed": report.failed,
        "counts": {severity: report.count(severity) for severity in SEVERITIES},
        "findings": [_finding(finding) for finding in report.findings],
        "ignored": [{**_finding(f), "reason": f.reason} for f in report.suppressed],
        "changes": [{"kind": kind, "change": text} for kind, text in report.changes],
        "notes": report.notes,
        "files": report.files,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _finding(finding: Finding) -> dict[str, str | int]:
    place = finding.location
    return {
        "code": finding.rule.code,
        "rule": finding.rule.name,
        "severity": finding.rule.severity,
        "message": finding.message,
        "hint": finding.hint,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.line,
        "end_column": place.column + place.width,
        "text": place.text,
    }
