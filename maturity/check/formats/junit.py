"""Stage 2: a report as JUnit XML: a suite a file, a case a finding, a passing case if clean.

A case is told from others by its class name and name together, so both hold the place.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from maturity.check.finding import Finding, Report

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - one form for all
    """Write every file that was checked; only what fails the run is a failure."""
    by_file: dict[str, list[Finding]] = {path: [] for path in report.files}
    for finding in report.findings:
        by_file.setdefault(finding.location.path, []).append(finding)
    tests = sum(max(1, len(found)) for found in by_file.values())
    failures = sum(report.fails(finding) for finding in report.findings)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="maturity check" tests="{tests}" failures="{failures}">')
    for path in sorted(by_file):
        lines += _suite(path, by_file[path], report)
    return "\n".join([*lines, "</testsuites>", ""])


def _suite(path: str, findings: list[Finding], report: Report) -> list[str]:
    failures = sum(report.fails(finding) for finding in findings)
    head = f'tests="{max(1, len(findings))}" failures="{failures}" errors="0"'
    lines = [f"  <testsuite name={_quoted(path)} {head}>"]
    if not findings:
        lines.append(f'    <testcase classname={_quoted(path)} name="no findings"/>')
    names: Counter[str] = Counter()
    for finding in findings:
        place = finding.location
        name = f"{finding.rule.code} {place.line}:{place.column} {finding.message}"
        names[name] += 1
        name += f" ({names[name]})" if names[name] > 1 else ""
        lines += _case(path, name, finding, fails=report.fails(finding))
    return [*lines, "  </testsuite>"]


def _case(path: str, name: str, finding: Finding, *, fails: bool) -> list[str]:
    place, rule = finding.location, finding.rule
    at = f'line="{place.line}" column="{place.column}"'
    text = f"line {place.line}, col {place.column}, {finding.message}"
    text += f"\n{place.text}" if place.text else ""
    text += f"\nhelp: {finding.hint}" if finding.hint else ""
    start = f"    <testcase classname={_quoted(path)} name={_quoted(name)} {at}>"
    kind = f"{rule.code} {rule.name}"
    if fails:
        inner = f"<failure message={_quoted(finding.message)} type={_quoted(kind)}>"
        return [start, f"      {inner}{_text(text)}</failure>", "    </testcase>"]
    return [start, f"      <system-out>{_text(f'{kind}: {text}')}</system-out>", "    </testcase>"]


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text))


def _quoted(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", text))
