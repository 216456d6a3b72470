"""Stage 2: a report for people: each finding with its line, a caret, the remedy and the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.formats.plain import USUAL_COLUMNS, changed, counts, painted, plain, width
from maturity.load.source import shown_index

if TYPE_CHECKING:
    from maturity.check.finding import Finding, Report


def render(report: Report, *, colour: bool = False, columns: int = USUAL_COLUMNS) -> str:
    """Write all findings, and the counts at the end; lines of files are cut to fit the columns."""
    parts = [_finding(finding, columns, colour=colour) for finding in report.findings]
    return "\n".join([*parts, *changed(report), f"{counts(report)}\n"])


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
    text, index = _cut(plain(place.text).rstrip(), shown_index(place), room)
    if text.strip():
        end = index + max(1, min(place.width, len(text) - index))
        under = " " * width(text[:index])
        mark = "^" * max(1, width(text[index:end]))
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


def _cut(text: str, index: int, room: int) -> tuple[str, int]:
    """Give the part of a line around an index that fits so many columns, and the index in it."""
    index = min(index, len(text))
    if width(text) <= room:
        return text, index
    room -= 2  # for a mark at each end
    first = last = index
    while first and width(text[first - 1 : index]) <= room // 2:
        first -= 1
    while last < len(text) and width(text[first : last + 1]) <= room:
        last += 1
    while first and width(text[first - 1 : last]) <= room:
        first -= 1
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"{before}{text[first:last]}{after}", index - first + len(before)
