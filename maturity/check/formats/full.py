"""Stage 2: a report for people: each finding with its line, a caret, the remedy and the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.formats.plain import changed, columns, counts, painted, plain
from maturity.load.source import shown_index

if TYPE_CHECKING:
    from maturity.check.finding import Finding, Report

WIDTH = 92
"""How much of a long line is shown."""


def render(report: Report, *, colour: bool = False) -> str:
    """Write all findings, and the counts at the end."""
    parts = [_finding(finding, colour=colour) for finding in report.findings]
    return "\n".join([*parts, *changed(report), f"{counts(report)}\n"])


def _finding(finding: Finding, *, colour: bool) -> str:
    rule, place = finding.rule, finding.location
    title = painted(f"{rule.severity}[{rule.name}]", rule.severity, colour=colour)
    number = str(place.line)
    gutter = painted(f"{' ' * len(number)} |", "quiet", colour=colour)
    lines = [
        f"{title}: {painted(plain(finding.message), 'bold', colour=colour)}",
        f"{' ' * len(number)}--> {plain(str(place))}",
    ]
    text, index = _cut(plain(place.text), shown_index(place))
    if text.strip():
        width = max(1, min(place.width, len(text) - index))
        under = " " * columns(text[:index])
        mark = "^" * max(1, columns(text[index : index + width]))
        lines += [
            gutter,
            f"{painted(f'{number} |', 'quiet', colour=colour)} {text}",
            f"{gutter} {under}{painted(mark, rule.severity, colour=colour)}",
        ]
    edge = " " * len(number)
    if finding.hint:
        lines.append(f"{edge} = help: {plain(finding.hint)}")
    lines.append(f"{edge} = rule: {rule.code}, see: maturity check --explain {rule.name}")
    return "\n".join(lines) + "\n"


def _cut(text: str, index: int) -> tuple[str, int]:
    """Give the part of a long line around an index, and the index in that part."""
    text = text.rstrip()
    if len(text) <= WIDTH:
        return text, min(index, max(0, len(text)))
    start = max(0, min(index - WIDTH // 2, len(text) - WIDTH))
    part = text[start : start + WIDTH]
    if start:
        part = "…" + part[1:]
    if start + WIDTH < len(text):
        part = part[:-1] + "…"
    return part, index - start
