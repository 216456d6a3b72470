"""The formats: exact text, and what the tools that read them ask for."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from check.folders import HERE, check_folder
from check.made import finding, report
from maturity.check.finding import Finding
from maturity.check.formats import FORMATS, render
from maturity.check.formats.fingerprint import line_hashes
from maturity.check.selection import BY_WORD
from maturity.errors import Location, MaturityError
from maturity.printed import columns_of

HOSTILE = "100%, %0A%250D%2525, a::b\r\nnext\n::error file=x::y <&\"'>]]>\x07\u202e"


def test_full_shows_the_line_the_caret_the_remedy_and_the_rule() -> None:
    assert render(report(finding()), "full") == (
        "warning[leading-question]: it leads\n"
        " --> a.yaml:3:10\n"
        "  |\n"
        "3 |     ask: Don't you agree?\n"
        "  |          ^^^^^^^^^^^^^^^^\n"
        "  = help: ask how\n"
        "  = rule: Q402, see: maturity check --explain leading-question\n"
        "\n"
        "1 warning in 2 files\n"
    )


def test_the_caret_stands_under_the_place_of_a_long_line_and_of_wide_letters() -> None:
    text = "x" * 150 + "日日HERE" + "y" * 40
    wide = Finding(BY_WORD["Q402"], "m", "", Location("a.yaml", 1, 153, text, 4))
    lines = render(report(wide), "full").split("\n")
    shown, caret = lines[3][4:], lines[4][4:]
    start = shown.index("HERE")
    assert caret == " " * (start + 2) + "^^^^"
    assert lines[3].startswith("1 | …")
    assert lines[3].endswith("…")
    assert columns_of(lines[3]) <= 80


@pytest.mark.parametrize("line", [3, 1234])
@pytest.mark.parametrize("start", [0, 20, 60, 75, 76, 77, 100, 160, 195])
@pytest.mark.parametrize("letter", ["x", "日"])
def test_every_line_fits_the_columns_and_the_caret_its_place(
    letter: str, start: int, line: int
) -> None:
    text = letter * start + "HERE" + letter * (195 - start)
    one = Finding(BY_WORD["Q402"], "m", "", Location("a.yaml", line, start + 1, text, 4))
    for columns in (80, 100):
        lines = render(report(one), "full", columns=columns).split("\n")
        assert columns - 4 <= columns_of(lines[3]) <= columns
        assert columns_of(lines[4]) == columns_of(lines[3].partition("HERE")[0]) + 4
        assert lines[4].endswith(" ^^^^")


def test_a_line_that_just_fits_is_not_cut() -> None:
    for text, is_cut in (("x" * 76, False), ("x" * 77, True)):
        one = Finding(BY_WORD["Q402"], "m", "", Location("a.yaml", 3, 1, text, 1))
        assert ("…" in render(report(one), "full")) == is_cut
        assert "…" not in render(report(one), "full", columns=81)


def test_concise_is_one_line_a_finding() -> None:
    assert render(report(finding(), finding("duplicate-key", "twice", 9)), "concise") == (
        "a.yaml:3:10: warning Q402 leading-question: it leads\n"
        "a.yaml:9:10: error Y003 duplicate-key: twice\n"
        "1 error, 1 warning in 2 files\n"
    )


def test_colour_is_only_where_it_is_wanted() -> None:
    assert "\x1b[" not in render(report(finding()), "full")
    assert "\x1b[33;1m" in render(report(finding()), "full", colour=True)
    assert "\x1b[33;1mwarning" in render(report(finding()), "concise", colour=True)


def test_no_text_of_a_file_can_steer_the_terminal() -> None:
    hostile = Finding(BY_WORD["Q402"], HOSTILE, HOSTILE, Location("a\x1b[2J.yaml", 1, 1, "\x1b", 1))
    for name in ("full", "concise"):
        text = render(report(hostile), name)
        assert not set(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text))


def test_json_names_its_format_and_holds_every_finding() -> None:
    one = finding()
    whole = json.loads(render(report(one), "json"))
    assert whole["format"] == "check/1"
    assert whole["failed"] is False
    assert whole["counts"] == {"error": 0, "warning": 1, "info": 0}
    assert whole["findings"] == [
        {
            "code": "Q402",
            "rule": "leading-question",
            "severity": "warning",
            "message": "it leads",
            "hint": "ask how",
            "path": "a.yaml",
            "line": 3,
            "column": 10,
            "end_line": 3,
            "end_column": 26,
            "text": "    ask: Don't you agree?",
        }
    ]


def unescaped(text: str, *, is_property: bool) -> str:
    """Undo GitHub's escaping as its runner does."""
    for code, letter in (("%3A", ":"), ("%2C", ",")) if is_property else ():
        text = text.replace(code, letter)
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_github_escapes_hostile_text_and_puts_the_gravest_first() -> None:
    hostile = Finding(BY_WORD["Y003"], HOSTILE, "", Location("a,b:c%.%2C%3A%25.yaml", 2, 1, "", 4))
    text = render(report(finding(), hostile), "github")
    first, second, last, end = text.split("\n")
    assert end == ""
    assert last == "1 error, 1 warning in 2 files"
    assert first.startswith("::error ")
    assert second == (
        "::warning file=a.yaml,line=3,endLine=3,col=10,endColumn=26,title=maturity (Q402)::"
        "a.yaml:3:10: Q402 leading-question: it leads (ask how)"
    )
    found = re.fullmatch("::error (.*?)::(.*)", first, re.DOTALL)
    assert found is not None
    properties, data = found.groups()
    pairs = dict(pair.split("=") for pair in properties.split(","))
    assert unescaped(pairs["file"], is_property=True) == "a,b:c%.%2C%3A%25.yaml"
    shown = HOSTILE.replace("\x07", "\ufffd").replace("\u202e", "\ufffd")
    assert unescaped(data, is_property=False).endswith(f": {shown}")
    assert not set(text) & set("\x07\u202e")


@pytest.mark.parametrize("name", ["full", "concise", "github"])
def test_no_line_is_a_command_of_somebody_elses(name: str) -> None:
    place = Location("::error::x.yaml", 1, 1, "  ::stop-commands::y", 3)
    text = render(report(Finding(BY_WORD["Q402"], "##[add-mask]x", "::debug::z", place)), name)
    ours = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert [line.partition(" ")[0] for line in ours] == (["::warning"] if name == "github" else [])
    assert "##[" not in text


def test_junit_names_are_unique_and_clean_files_pass() -> None:
    twins = [finding(), finding(), finding("Y003", HOSTILE)]
    text = render(report(*twins), "junit")
    root = ET.fromstring(text)  # noqa: S314 - our own XML - made a line above
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(cases) == len(set(cases)) == 4
    assert ("b.yaml", "no findings") in cases
    failures = list(root.iter("failure"))
    assert [failure.get("type") for failure in failures] == ["Y003 duplicate-key"]
    assert root.get("failures") == "1"
    assert root.get("tests") == "4"
    assert [suite.get("name") for suite in root.iter("testsuite")] == ["a.yaml", "b.yaml"]


def test_junit_fails_what_fails_the_run() -> None:
    root = ET.fromstring(render(report(finding(), fail_on="warning"), "junit"))  # noqa: S314 - our own XML
    assert len(list(root.iter("failure"))) == 1
    root = ET.fromstring(render(report(finding(), fail_on="never"), "junit"))  # noqa: S314 - our own XML
    assert not list(root.iter("failure"))


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
        ),
        (
            " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
            [
                "8b7cf3e952e7aeb2:1",
                "b1ae1287ec4718d9:1",
                "bff680108adb0fcc:1",
                "c6805c5e1288b612:1",
                "b86d3392aea1be30:1",
                "e6ceba753e1a442:1",
            ],
        ),
    ],
)
def test_line_hashes_are_those_of_the_uploader(text: str, hashes: list[str]) -> None:
    assert list(line_hashes(text).values()) == hashes
    assert list(line_hashes(text)) == list(range(1, len(hashes) + 1))


def test_equal_lines_are_numbered_and_line_breaks_are_alike() -> None:
    text = "same\n" * 60
    found = line_hashes(text)
    assert found[1].split(":")[0] == found[2].split(":")[0]
    assert (found[1][-2:], found[2][-2:]) == (":1", ":2")
    assert line_hashes(text.replace("\n", "\r\n")) == found


@pytest.mark.parametrize("name", FORMATS)
def test_equal_input_gives_equal_bytes(name: str) -> None:
    folder = HERE / "bad" / "undefined-acronym"
    assert render(check_folder(folder), name) == render(check_folder(folder), name)


def test_equal_input_gives_equal_bytes_in_another_process(tmp_path: Path) -> None:
    """Sets of texts have another order in each process, as the seed of their hashes says."""
    shutil.copytree(HERE / "bad", tmp_path / "bad")
    outputs = [f"--output={name}={name}.out" for name in FORMATS]
    written: list[list[bytes]] = []
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "maturity", "check", "bad", "--select=all", *outputs],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1
        written.append([(tmp_path / f"{name}.out").read_bytes() for name in FORMATS])
        written[-1].append(done.stderr)
    assert written[0] == written[1]
    assert all(b"Q402" in text for text in written[0][: len(FORMATS)])


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(MaturityError, match="there is no format 'xml'"):
        render(report(), "xml")
