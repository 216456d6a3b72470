"""SARIF against its schema, and by our own eyes where a schema sees nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator

from check.folders import HERE, check_folder
from check.made import finding, report
from maturity.check.finding import Report
from maturity.check.formats import render
from maturity.check.formats.fingerprint import line_hashes
from maturity.check.formats.sarif import artifact
from maturity.check.rules import RULES

Sarif = dict[str, Any]
SCHEMA = json.loads((HERE / "sarif" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def sarif(of: Report) -> Sarif:
    whole = json.loads(render(of, "sarif"))
    assert isinstance(whole, dict)
    return whole


def sarif_run(of: Report) -> Sarif:
    (run,) = sarif(of)["runs"]
    assert isinstance(run, dict)
    return run


def unseen_faults(run: Sarif) -> Iterator[str]:
    """Say what is wrong with a run though the schema may allow it."""
    rules, keys = run["tool"]["driver"]["rules"], []
    if run.get("columnKind") != "unicodeCodePoints":
        yield "columns are counted in another way"
    for result in run["results"]:
        if not 0 <= result["ruleIndex"] < len(rules):
            yield "no such rule"
        elif rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield "another rule"
        if not result["message"]["text"].strip():
            yield "no message"
        (place,) = result["locations"]
        yield from _faults_of_place(place["physicalLocation"])
        prints = result["partialFingerprints"]
        keys.append(prints["maturity/v1"])
        if ":" not in prints.get("primaryLocationLineHash", ""):
            yield "no hash of the line"
    if len(set(keys)) < len(keys):
        yield "two of one fingerprint"


def _faults_of_place(place: Sarif) -> Iterator[str]:
    address, region = place["artifactLocation"], place.get("region", {})
    parts = urlsplit(address["uri"])
    if parts.scheme or parts.netloc or parts.path.startswith("/") or "\\" in address["uri"]:
        yield "no relative address with slashes"
    elif not (HERE / unquote(parts.path)).is_file() or parts.query or parts.fragment:
        yield "no such file"
    if address.get("uriBaseId") != "SRCROOT":
        yield "relative to nothing"
    if not 1 <= region.get("startLine", 0) == region.get("endLine", -1):
        yield "not one line"
    if not 1 <= region.get("startColumn", 0) < region.get("endColumn", 0):
        yield "no columns"


@pytest.fixture(scope="module")
def everything() -> Sarif:
    """Give one log with the findings of every rule's fixtures."""
    of = Report()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(HERE)
        for rule in RULES:
            for kind in ("bad", "good"):
                one = check_folder(Path(kind) / rule.name, "all")
                of.findings += one.findings
                of.suppressed += one.suppressed
        return sarif(of)


def test_the_findings_of_every_rule_fit_the_schema(everything: Sarif) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(everything)] == []
    (run,) = everything["runs"]
    assert {result["ruleId"] for result in run["results"]} == {rule.code for rule in RULES}
    assert everything["version"] == "2.1.0"
    assert everything["$schema"].endswith("sarif-2.1.0.json")


def test_a_run_without_findings_fits_the_schema() -> None:
    assert VALIDATOR.is_valid(sarif(Report()))


def test_every_result_says_what_the_schema_cannot_see(everything: Sarif) -> None:
    assert list(unseen_faults(everything["runs"][0])) == []


def _place(result: Sarif) -> Sarif:
    place = result["locations"][0]["physicalLocation"]
    assert isinstance(place, dict)
    return place


Change = Callable[[Sarif], object]
INVALID: dict[str, Change] = {
    "a level of our own": lambda result: result.update(level="info"),
    "no message": lambda result: result.pop("message"),
    "a line below the first": lambda result: _place(result)["region"].update(startLine=0),
    "an unknown key": lambda result: result.update(rule="x"),
    "a suppression of no kind": lambda result: result.update(suppressions=[{"kind": "comment"}]),
    "an index below none": lambda result: result.update(ruleIndex=-2),
}
UNSEEN: dict[str, tuple[Change, str]] = {
    "backslash": (
        lambda result: _place(result)["artifactLocation"].update(uri="bad\\x.yaml"),
        "no relative address with slashes",
    ),
    "absolute": (
        lambda result: _place(result)["artifactLocation"].update(uri="file:///x.yaml"),
        "no relative address with slashes",
    ),
    "not escaped": (
        lambda result: _place(result)["artifactLocation"].update(uri="bad/a#b.yaml"),
        "no such file",
    ),
    "no base": (
        lambda result: _place(result)["artifactLocation"].pop("uriBaseId"),
        "relative to nothing",
    ),
    "another rule": (lambda result: result.update(ruleIndex=len(RULES) - 1), "another rule"),
    "no such rule": (lambda result: result.update(ruleIndex=len(RULES)), "no such rule"),
    "no line": (lambda result: _place(result)["region"].pop("startLine"), "not one line"),
    "no region": (lambda result: _place(result).pop("region"), "not one line"),
    "columns": (lambda result: _place(result)["region"].update(endColumn=1), "no columns"),
    "no hash": (
        lambda result: result["partialFingerprints"].pop("primaryLocationLineHash"),
        "no hash of the line",
    ),
    "twins": (
        lambda result: result["partialFingerprints"].update({"maturity/v1": "1"}),
        "two of one fingerprint",
    ),
}


def changed(whole: Sarif, change: Change, results: int = 1) -> Sarif:
    copy: Sarif = json.loads(json.dumps(whole))
    for result in copy["runs"][0]["results"][:results]:
        change(result)
    return copy


@pytest.mark.parametrize("what", INVALID)
def test_the_schema_refuses(what: str, everything: Sarif) -> None:
    assert not VALIDATOR.is_valid(changed(everything, INVALID[what]))


@pytest.mark.parametrize("what", UNSEEN)
def test_what_the_schema_lets_pass_is_seen(what: str, everything: Sarif) -> None:
    change, fault = UNSEEN[what]
    broken = changed(everything, change, results=2)
    assert VALIDATOR.is_valid(broken)
    assert fault in list(unseen_faults(broken["runs"][0]))


def test_every_rule_is_listed_with_what_code_scanning_needs() -> None:
    driver = sarif_run(report())["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for rule in driver["rules"]:
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["help"]["markdown"].count("```yaml\n") == 2
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert len(rule["properties"]["tags"]) <= 20


def test_addresses_are_escaped_and_ignored_findings_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a folder" / "é#"
    folder.mkdir(parents=True)
    good = (HERE / "good" / "leading-question" / "security.yaml").read_text()
    asked = "Don't you test it?  # maturity: ignore[Q402] quoted"
    bad = good.replace("How widely are restores from backup tested?", asked)
    bad = bad.replace("Restore test report", "TBC")
    (folder / "security.yaml").write_text(bad)
    monkeypatch.chdir(tmp_path)
    of = check_folder(Path("a folder"))
    run = sarif_run(of)
    assert run["automationDetails"]["id"] == "maturity-check/"
    assert len(run["results"]) == len(of.findings) + len(of.suppressed) == 2
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert [result["ruleId"] for result in suppressed] == ["Q402"]
    assert suppressed[0]["suppressions"] == [{"kind": "inSource", "justification": "quoted"}]
    hashes = line_hashes(bad)
    for result in run["results"]:
        address = _place(result)["artifactLocation"]
        assert address == {"uri": "a%20folder/%C3%A9%23/security.yaml", "uriBaseId": "SRCROOT"}
        line = _place(result)["region"]["startLine"]
        assert result["partialFingerprints"]["primaryLocationLineHash"] == hashes[line]


def test_the_region_is_the_place_and_ends_after_its_last_character() -> None:
    """Columns begin with 1, and the end is that of the first character beyond."""
    region = _place(sarif_run(report(finding()))["results"][0])["region"]
    assert region == {"startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 26}
    (whole,) = check_folder(HERE / "bad" / "unknown-field").findings
    written = _place(sarif_run(report(whole))["results"][0])["region"]
    line = Path(whole.location.path).read_text().splitlines()[written["startLine"] - 1]
    assert line[written["startColumn"] - 1 : written["endColumn"] - 1] == "aks"


def test_the_own_fingerprint_survives_lines_that_move() -> None:
    keys = [
        sarif_run(report(finding(line=line)))["results"][0]["partialFingerprints"]["maturity/v1"]
        for line in (3, 40)
    ]
    assert keys[0] == keys[1]


def test_addresses_outside_this_folder_are_whole() -> None:
    assert artifact("/nowhere/a b.yaml") == {"uri": "file:///nowhere/a%20b.yaml"}
    assert artifact("x/a b.yaml") == {"uri": "x/a%20b.yaml", "uriBaseId": "SRCROOT"}
