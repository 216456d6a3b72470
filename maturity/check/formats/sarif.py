"""Stage 2: a report as SARIF 2.1.0, the way GitHub code scanning reads it."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from maturity import __version__
from maturity.check.formats.fingerprint import hashes_of, own_key
from maturity.check.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.check.finding import Finding, Report
    from maturity.check.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "SRCROOT"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SEVERITIES = {"error": "error", "warning": "warning", "info": "recommendation"}
_INDEX = {rule.code: index for index, rule in enumerate(RULES)}
_MOST_DESCRIBED = 1000


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - one form for all
    """Write one run with all rules, the findings, and those that comments ignore."""
    hashes: dict[str, dict[int, str]] = {}
    numbers: Counter[tuple[str, str, str]] = Counter()
    results = []
    for finding in sorted([*report.findings, *report.suppressed], key=lambda f: f.sort_key):
        path = finding.location.path
        if path not in hashes:
            hashes[path] = hashes_of(path)
        alike = (finding.rule.code, path, finding.message)
        numbers[alike] += 1
        results.append(_result(finding, hashes[path], numbers[alike], report))
    run = {
        "tool": {"driver": _driver()},
        "automationDetails": {"id": "maturity-check/"},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that was checked."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _driver() -> dict[str, Any]:
    return {
        "name": "maturity",
        "fullName": "maturity check",
        "semanticVersion": __version__,
        "version": __version__,
        "rules": [_rule(rule) for rule in RULES],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    why = " ".join(rule.body.partition("\n\nBad:")[0].split())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {why}"[:_MOST_DESCRIBED]},
        "help": {"text": f"{rule.summary}\n\n{rule.body}", "markdown": _markdown(rule, why)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["questionnaire", "wording" if rule.is_wording else "structure"],
            "precision": "medium" if rule.is_wording else "very-high",
            "problem.severity": _SEVERITIES[rule.severity],
        },
    }


def _markdown(rule: Rule, why: str) -> str:
    examples = rule.manual.partition("Bad:")[2]
    bad, _, good = examples.partition("Good:")
    blocks = [
        f"**{name}**\n\n```yaml\n{_outdented(text)}\n```"
        for name, text in (("Bad", bad), ("Good", good))
    ]
    return "\n\n".join([f"{rule.summary} {why}", *blocks])


def _outdented(text: str) -> str:
    lines = [line for line in text.splitlines() if line.startswith("    ")]
    return "\n".join(line[4:] for line in lines)


def _result(
    finding: Finding, hashes: Mapping[int, str], number: int, report: Report
) -> dict[str, Any]:
    place, rule = finding.location, finding.rule
    hint = f" ({finding.hint})" if finding.hint else ""
    result: dict[str, Any] = {
        "ruleId": rule.code,
        "ruleIndex": _INDEX[rule.code],
        "level": _LEVELS[rule.severity],
        "message": {"text": finding.message + hint},
        "locations": [{"physicalLocation": _physical(finding)}],
        "partialFingerprints": {"maturity/v1": own_key(finding, number)},
    }
    if place.line in hashes:
        result["partialFingerprints"]["primaryLocationLineHash"] = hashes[place.line]
    if finding in report.suppressed:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.reason}]
    return result


def _physical(finding: Finding) -> dict[str, Any]:
    place = finding.location
    return {
        "artifactLocation": artifact(place.path),
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.line,
            "endColumn": place.column + place.width,
        },
    }


def artifact(path: str) -> dict[str, str]:
    """Give a file's address: relative with slashes below this folder, else whole."""
    given = Path(path)
    if given.is_absolute() or ".." in given.parts:
        try:
            given = given.resolve().relative_to(Path.cwd())
        except ValueError:
            return {"uri": given.resolve().as_uri()}
    return {"uri": quote(os.fsencode(given.as_posix())), "uriBaseId": ROOT}
