"""Stage 2: a report for people: each finding with its line, a caret, the remedy and the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.formats.plain import USUAL_COLUMNS, changed, counts, painted, plain
from maturity.load.source import shown_index
from maturity.printed import inert, underlined

if TYPE_CHECKING:
    from maturity.check.finding import Finding, Report


def render(report: Report, *, colour: bool = False, columns: int = USUAL_COLUMNS) -> str:
    """Write all findings, and the counts at the end; lines of files are cut to fit the columns."""
    parts = [_finding(finding, columns, colour=colour) for finding in report.findings]
    return inert("\n".join([*parts, *changed(report), f"{counts(report)}\n"]))


def _finding(finding: Finding, columns: int, *, colour: bool) -> str:
    rule, place = finding.rule, finding.location
    title = painted(f"{rule.severity}[{rule.name}]", rule.severity, colour=colour)
    number = str(place.line)
    gutter = painted(f"{' ' * len(number)} |", "quiet", colour=colour)
    lines = [
        f"{title}: {painted(plain(finding.message), 'bold', colour=colour)}",
        f"{' ' * len(number)}--> {plain(str(place))}",
    ]
    room = columns - len(f"{number} | ")
    line = underlined(plain(place.text), shown_index(place), place.width, room)
    if line is not None:
        marks = painted(line[1], rule.severity, colour=colour)
        lines += [
            gutter,
            f"{painted(f'{number} |', 'quiet', colour=colour)} {line[0]}",
            f"{gutter} {marks}",
        ]
    edge = " " * len(number)
    if finding.hint:
        lines.append(f"{edge} = help: {plain(finding.hint)}")
    lines.append(f"{edge} = rule: {rule.code}, see: maturity check --explain {rule.name}")
    return "\n".join(lines) + "\n"
