"""Stage 2: a report as the commands that make GitHub annotate lines, gravest first.

GitHub shows ten errors and ten warnings a step, so the counts at the end tell of the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.finding import SEVERITIES
from maturity.check.formats.plain import counts
from maturity.printed import inert, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.check.finding import Finding, Report

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - one form for all
    """Write one command a finding, and the counts at the end."""
    ordered = sorted(report.findings, key=lambda f: SEVERITIES.index(f.rule.severity))
    return "".join(f"{line}\n" for line in [*map(_command, ordered), _data(counts(report))])


def _command(finding: Finding) -> str:
    rule, place = finding.rule, finding.location
    properties = {
        "file": place.path,
        "line": place.line,
        "endLine": place.line,
        "col": place.column,
        "endColumn": place.column + place.width,
        "title": f"maturity ({rule.code})",
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    help_text = f" ({finding.hint})" if finding.hint else ""
    text = f"{place}: {rule.code} {rule.name}: {finding.message}{help_text}"
    return f"::{_LEVELS[rule.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    return _written(text, _DATA)


def _property(text: str) -> str:
    return _written(text, _PROPERTY)


def _written(text: str, escapes: Mapping[str, str]) -> str:
    """Escape a text for a command, without what acts on the terminal that shows the log."""
    escaped = "".join(escapes.get(letter, letter) for letter in text)
    return inert(printable(escaped, "\ufffd"))
