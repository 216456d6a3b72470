from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from maturity.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

ASSESSMENT = """\
format: assessment/1
framework: {path: framework}
organisation: {name: Example Borough Council, profile: council}   # since 1974
actions:
  tracked: {}   # none yet
  local:
    - {id: ask-staff, title: Ask, raises: {data.register: 2}, effort_days: 1}   # ours
"""


@pytest.fixture
def main_file(folder: Path) -> Path:
    """An assessment around the answers: mfa is 1, and `enforce-mfa` raises it to 3."""
    (folder / "answers").mkdir()
    text = (folder / "answers.yaml").read_text().replace("path: framework", "path: ../framework")
    (folder / "answers" / "r-07.yaml").write_text(text)
    (folder / "assessment.yaml").write_text(ASSESSMENT)
    return folder / "assessment.yaml"


def tracked(lines: str) -> str:
    return ASSESSMENT.replace("{}   # none yet\n", f"  # none yet\n{lines}")


@pytest.mark.parametrize("name", [".", "assessment.yaml"])
def test_an_action_is_planned_at_first(
    main_file: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["track", name, "enforce-mfa", "--owner", "no", "--due", "2027-03-31"]
    assert run(words) == 0
    lines = '    enforce-mfa:\n      status: planned\n      owner: "no"\n      due: 2027-03-31\n'
    assert main_file.read_text() == tracked(lines)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == ("Saved in assessment.yaml: enforce-mfa is planned, due 2027-03-31\n")


def test_what_is_given_changes_and_the_rest_stays(
    main_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = "    enforce-mfa: {status: started, owner: Bo, due: 2027-03-31}  # Bo is off in May\n"
    main_file.write_text(tracked(before))
    words = ["--status", "done", "--due", "", "--note", "all, at last"]
    assert run(["track", ".", "enforce-mfa", *words]) == 0
    after = '    enforce-mfa: {status: done, owner: Bo, note: "all, at last"}  # Bo is off in May\n'
    assert main_file.read_text() == tracked(after)
    assert capsys.readouterr().err == (
        "Saved in assessment.yaml: enforce-mfa is done\n"
        "Not to be seen in the answers yet: security.mfa is at 1.0, and 3 is stated. "
        "The answers set the levels.\n"
    )


def test_an_action_of_ones_own_that_the_answers_show(
    main_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["track", ".", "ask-staff", "--status", "done"]) == 0
    assert main_file.read_text() == tracked("    ask-staff:\n      status: done\n")
    assert capsys.readouterr().err == "Saved in assessment.yaml: ask-staff is done\n"


@pytest.mark.usefixtures("main_file")
def test_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["track", "."]) == 0
    assert capsys.readouterr().out.startswith("No action is tracked yet.")
    run(["track", ".", "enforce-mfa", "--status", "started", "--due", "2027-03-31"])
    run(["track", ".", "ask-staff", "--status", "done"])
    assert run(["track", ".", "--today", "2027-04-02"]) == 0
    assert capsys.readouterr().out == (
        "Late on 2 April 2027\n"
        "Action       Due            Late         Status\n"
        "enforce-mfa  31 March 2027  2 days late  started\n"
        "\n"
        "And 1 done.\n"
    )
    assert run(["track", ".", "--today", "2027-03-31"]) == 0
    assert capsys.readouterr().out.startswith("Due\n")


def test_today_is_the_systems_date(main_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    yesterday = datetime.datetime.now().astimezone().date() - datetime.timedelta(days=1)
    entry = f"    enforce-mfa: {{status: started, due: {yesterday.isoformat()}}}\n"
    main_file.write_text(tracked(entry))
    assert run(["track", "."]) == 0
    assert " late " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("enforce-mfaa --status done", "there is no action 'enforce-mfaa'"),
        ("enforce-mfaa --status done", "did you mean 'enforce-mfa'?"),
        ("enforce-mfa", "nothing is said of 'enforce-mfa'"),
        ("enforce-mfa --status dome", "there is no status 'dome'"),
        ("enforce-mfa --status dome", "did you mean 'done'?"),
        ("enforce-mfa --due 31/3/2027", "'31/3/2027' is no date for --due"),
        ("enforce-mfa --due 31/3/2027", "write a date that exists as year-month-day"),
        ("enforce-mfa --due 2027-02-30", "'2027-02-30' is no date for --due"),
        ("--today now", "'now' is no date for --today"),
        ("--status done", "no action is named"),
    ],
)
def test_what_is_refused(
    main_file: Path, words: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["track", ".", *words.split()]) == 2
    assert message in capsys.readouterr().err
    assert main_file.read_text() == ASSESSMENT
    assert not main_file.with_name("assessment.yaml.rescue").exists()


@pytest.mark.usefixtures("main_file")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("answers", "there is no assessment.yaml in answers"),
        ("answers.yaml", "answers.yaml is no assessment"),
        ("none", "none is no assessment"),
        ("none/assessment.yaml", "there is no assessment.yaml in none"),
    ],
)
def test_what_is_no_assessment(name: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["track", name]) == 2
    assert f"error: {message}" in capsys.readouterr().err


def test_a_file_that_cannot_be_changed_says_where_the_words_are(
    main_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ASSESSMENT.partition("actions:")[0] + "commentary:\n  summary: |\n    ours"
    main_file.write_text(before)
    assert run(["track", ".", "enforce-mfa", "--note", "by May"]) == 2
    printed = capsys.readouterr().err
    assert "put a line break at the end of the file's last line" in printed
    assert "it is kept in" in printed
    assert main_file.read_text() == before
    assert "note: by May" in main_file.with_name("assessment.yaml.rescue").read_text()
