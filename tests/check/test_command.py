"""The command: its outputs, exit codes and settings."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from check.folders import HERE
from maturity.check.formats import FORMATS
from maturity.check.rules import RULES
from maturity.cli.app import run
from maturity.resources import shipped


class Terminal(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


BAD = HERE / "bad" / "leading-question"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(BAD / "security.yaml", tmp_path / "security.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_that_is_shipped_passes_with_warnings_forbidden(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["check", str(shipped("questionnaires")), "--fail-on", "warning"]) == 0
    assert capsys.readouterr().out.startswith("no findings in ")


def test_what_is_shipped_sets_nothing_aside_without_a_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["check", str(shipped("questionnaires")), "--format", "json"])
    whole = json.loads(capsys.readouterr().out)
    assert whole["ignored"]
    assert all(len(one["reason"].split()) >= 4 for one in whole["ignored"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "info"], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning", "--exit-zero"], 0),
        (["--fail-on", "warning", "--ignore", "Q402"], 0),
        (["--fail-on", "warning", "--ignore", "leading-question"], 0),
        (["--fail-on", "warning", "--select", "D,q407"], 0),
        (["--fail-on", "warning", "--select", "Q4"], 1),
        (["--fail-on", "bad"], 2),
        (["--select", "Q999"], 2),
        (["--format", "xml"], 2),
        (["nothing.yaml"], 2),
        (["--against", "nowhere"], 2),
        (["--paths"], 2),
        (["--paths", "--output", "junit=out.xml"], 2),
        (["--output", "sarif=security.yaml"], 2),
    ],
)
@pytest.mark.usefixtures("project")
def test_exit_codes(arguments: list[str], code: int) -> None:
    assert run(["check", *arguments]) == code


@pytest.mark.usefixtures("project")
def test_findings_go_to_stdout_and_notes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ci.yaml").write_text("on: push\n")
    assert run(["check", "--format", "concise"]) == 0
    printed = capsys.readouterr()
    assert printed.out == (
        "security.yaml:6:10: warning Q402 leading-question: 'don't you' suggests the answer\n"
        "1 warning in 1 file\n"
    )
    assert printed.err == "note: ci.yaml: skipped, it has no 'format:' line of ours\n"


@pytest.mark.usefixtures("project")
def test_several_outputs_of_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    outputs = ["--output", "sarif=out.sarif", "--output", "junit=out.xml", "--output", "github"]
    assert run(["check", *outputs, "--output", "concise"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("::warning file=security.yaml")
    assert printed.count("1 warning in 1 file") == 2
    assert json.loads(Path("out.sarif").read_text())["version"] == "2.1.0"
    assert Path("out.xml").read_text().startswith("<?xml")


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (["--output", "sarif=out.sarif"], ""),
        (["--output", "sarif=out.sarif", "--format", "concise"], "1 warning in 1 file\n"),
        (["--output", "concise", "--format", "concise"], "1 warning in 1 file\n"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_goes_to_stdout_beside_files(
    arguments: list[str], printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", *arguments]) == 0
    out = capsys.readouterr().out
    assert (out.endswith(printed), out.count("\n")) == (True, 2 if printed else 0)


@pytest.mark.parametrize(
    ("is_terminal", "columns", "widest"), [(True, 120, 120), (True, 60, 80), (False, 120, 80)]
)
def test_a_long_line_is_cut_to_the_terminal_if_that_is_wider_than_usual(
    is_terminal: bool,
    columns: int,
    widest: int,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = project / "security.yaml"
    asked = f"Don't you test {'every system and ' * 10}restores from backup?"
    path.write_text(path.read_text().replace("Don't you test restores from backup?", asked))
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(["check", "--select", "Q402"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) == widest - 1  # room is kept for a mark at both ends


@pytest.mark.usefixtures("project")
def test_settings_stand_under_the_command_line() -> None:
    Path("pyproject.toml").write_text('[tool.maturity]\nfail-on = "warning"\n')
    assert run(["check"]) == 1
    assert run(["check", "--fail-on", "error"]) == 0
    Path("pyproject.toml").write_text('[tool.maturity]\nfail-on = "warning"\nignore = ["Q402"]\n')
    assert run(["check"]) == 0
    Path("pyproject.toml").write_text('[tool.maturity]\nexclude = ["*.yaml"]\n')
    assert run(["check"]) == 2
    assert run(["check", "--force-exclude", "security.yaml"]) == 0


@pytest.mark.parametrize("chosen", [["--ignore", "R202"], ["--select", "Q4"]])
def test_what_does_not_load_fails_whatever_is_selected(
    chosen: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "security.yaml"
    path.write_text(path.read_text().replace("{backups: 4}", "{backup: 4}"))
    assert run(["check", *chosen, "--format", "concise"]) == 1
    printed = capsys.readouterr()
    assert " error R202 unknown-reference: 'security.backup' is no question" in printed.out
    told = "note: unknown-reference cannot be ignored: what it finds does not load\n"
    assert printed.err == (told if "--ignore" in chosen else "")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--output", "junit=out.xml"),
        ("--format", "json"),
        ("--against", "main"),
        ("--select", "Q4"),
        ("--ignore", "Q4"),
        ("--fail-on", "warning"),
    ],
)
def test_paths_refuse_what_they_cannot_heed(
    option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(HERE / "good" / "removed-id" / "old")
    assert run(["check", folder, "--paths", option, value]) == 2
    assert f"--paths takes no {option}\n" in capsys.readouterr().err


def test_no_output_replaces_what_was_checked(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (project / "security.yaml").read_text()
    assert run(["check", "--output", "full", "--output", "sarif=./security.yaml"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "the report would take the place of security.yaml" in printed.err
    assert (project / "security.yaml").read_text() == before


@pytest.mark.usefixtures("project")
def test_a_note_is_one_line_whatever_a_file_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    Path("n\n::error::x\x1b[2J.yaml").write_text("on: push\n")
    assert run(["check"]) == 0
    assert capsys.readouterr().err == (
        "note: n ::error::x[2J.yaml: skipped, it has no 'format:' line of ours\n"
    )


def test_what_is_described_acts_on_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(HERE / "good" / "removed-id" / "old", tmp_path / "own")
    path = tmp_path / "own" / "security.yaml"
    hostile = 'title: "\\e]8;;http://example.org\\a\\e[31m\\u202eSecurity"'
    path.write_text(path.read_text().replace("title: Security", hostile))
    assert run(["check", str(tmp_path / "own"), "--paths"]) == 0
    printed = capsys.readouterr().out
    assert "Security (security)" in printed
    assert not set(printed) & set("\x1b\x07\u202e")


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems refuse such a name")
@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.usefixtures("project")
def test_a_file_name_that_is_no_text_is_reported(style: str) -> None:
    Path(os.fsdecode(b"c\xff\xfe.yaml")).write_bytes(Path("security.yaml").read_bytes())
    assert run(["check", "--exit-zero", "--output", f"{style}=out.txt"]) == 0
    assert Path("out.txt").read_text(encoding="utf-8").count("Q402") > 1


@pytest.mark.usefixtures("project")
def test_a_dash_is_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--output", "json=-"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "check/1"
    assert not Path("-").exists()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_that_have_it(
    environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    assert run(["check"]) == 0
    assert ("\x1b[33;1m" in terminal.getvalue()) is coloured


def test_what_a_comparison_finds_can_be_left_out_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(HERE / "bad" / "version-not-raised", tmp_path / "a")
    monkeypatch.chdir(tmp_path / "a")
    compared = ["check", "new", "--against", "old", "--format", "concise"]
    assert run(compared) == 1
    assert " error V701 version-not-raised: " in capsys.readouterr().out
    for chosen in (["--ignore", "V701"], ["--ignore", "version-not-raised"], ["--select", "Q"]):
        assert run([*compared, *chosen]) == 0
        assert "V701" not in capsys.readouterr().out


def test_paths_leave_out_what_the_settings_exclude(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(HERE / "good" / "removed-id" / "old", tmp_path / "kept")
    shutil.copytree(HERE / "bad" / "non-monotonic-levels", tmp_path / "drafts")
    monkeypatch.chdir(tmp_path)
    assert run(["check", "--paths"]) == 2
    Path("maturity.toml").write_text('exclude = ["drafts"]\n')
    capsys.readouterr()
    assert run(["check", "--paths"]) == 0
    assert capsys.readouterr().out.count("Example (example ") == 1


@pytest.mark.usefixtures("project")
def test_notes_beyond_ten_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(12):
        Path(f"ci-{number:02}.yaml").write_text("on: push\n")
    assert run(["check"]) == 0
    assert capsys.readouterr().err.splitlines()[9:] == [
        "note: ci-09.yaml: skipped, it has no 'format:' line of ours",
        "note: 2 more notes like these",
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_manual_can_be_printed(rule: object, capsys: pytest.CaptureFixture[str]) -> None:
    code, name = getattr(rule, "code", ""), getattr(rule, "name", "")
    assert run(["check", "--explain", code]) == 0
    by_code = capsys.readouterr().out
    assert run(["check", "--explain", name]) == 0
    assert capsys.readouterr().out == by_code
    assert by_code.startswith(f"{code} {name} (")
    assert "\nBad:\n" in by_code
    assert "\nGood:\n" in by_code


def test_all_rules_can_be_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--explain", "all"]) == 0
    printed = capsys.readouterr().out
    assert all(f"{rule.code}  " in printed for rule in RULES)
    assert run(["check", "--explain", "leading"]) == 2
    assert "did you mean 'leading-question'?" in capsys.readouterr().err


def test_stale_evidence_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)  # this project's own settings leave its bad examples out
    folder = str(HERE / "bad" / "stale-evidence")
    assert run(["check", folder, "--fail-on", "warning"]) == 0
    assert run(["check", folder, "--fail-on", "warning", "--evidence-max-age", "24"]) == 1
    assert "is of 2023-02-01, more than 24 months before 2026-11-22" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("date", "months", "said"),
    [
        ("2026-10-22", "1", ""),
        ("2026-10-21", "1", "is of 2026-10-21, more than 1 month before 2026-11-22"),
        ("2024-11-22", "24", ""),
        ("2024-11-21", "24", "is of 2024-11-21, more than 24 months before 2026-11-22"),
    ],
)
def test_evidence_is_stale_from_the_day_after(
    date: str, months: str, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shutil.copytree(HERE / "bad" / "stale-evidence", tmp_path / "a")
    answers = tmp_path / "a" / "answers" / "r-01.yaml"
    answers.write_text(answers.read_text().replace("2023-02-01", date))
    run(["check", str(tmp_path / "a"), "--evidence-max-age", months])
    out = capsys.readouterr().out
    assert said in out
    assert ("N601" in out) == bool(said)


def test_paths_of_the_shipped_framework(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--paths", str(shipped("questionnaires") / "public-sector")]) == 0
    printed = capsys.readouterr().out
    assert printed.count(": from 0 to 4\n") == 6
    assert "nobody is at level" not in printed
