from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from maturity.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Program

    Change = Callable[[str, str], None]

TABLE = """\
Example Borough Council scores 2.0 out of 4, level Developing; the target is
2.5, a gap of 0.5. The missing answers could make it anything from 1.9 to 2.0.

A small framework 1.0.0; Council; 22 November 2026; draft; 1 respondent; 90%
answered.

Dimension  Score    Range  Level       Target  Gap  Answered  Flag
Security     2.0  1.8–2.0  Developing       3  1.0       80%  capped
Data         2.0      2.0  Developing       2  0.0      100%

What limits the scores
- Security is capped at 2, from 2.3, because security.mfa is at 1.0: One stolen
  password opens everything. At 2 the cap is lifted.
- Nobody said, so it is assumed: staff is 1000 people.

Missing answers, widest effect first
- security.training (not answered, moves the overall score by up to 0.1): Are
  people trained?

For the team, without: who answered, by name or id.
"""
NARROW = """\
Security
  score 2.0, range 1.8–2.0, level
  Developing, target 3, gap 1.0,
  answered 80%, flag capped
Data
  score 2.0, range 2.0, level
  Developing, target 2, gap 0.0,
  answered 100%
"""


@pytest.fixture
def change(folder: Path) -> Change:
    """Replace a text in the answers, or in a file of the framework."""

    def replace(old: str, new: str) -> None:
        for path in (folder / "answers.yaml", *sorted((folder / "framework").iterdir())):
            text = path.read_text()
            if old in text:
                path.write_text(text.replace(old, new))
                return
        raise AssertionError(old)

    return replace


@pytest.mark.usefixtures("folder")
def test_the_table_is_on_stdout_and_the_next_command_on_stderr(program: Program) -> None:
    done = program("score", "answers.yaml", "--profile", "council")
    assert done.stdout == TABLE
    assert done.stderr == (
        "\nNext: maturity report answers.yaml --profile council -o report.html\n"
    )
    assert done.returncode == 0


@pytest.mark.usefixtures("folder")
def test_what_is_piped_is_plain_whatever_the_environment(program: Program) -> None:
    insisting = {"FORCE_COLOR": "1", "GITHUB_ACTIONS": "true", "TERM": "xterm-256color"}
    assert program("score", "answers.yaml", **insisting).stdout == TABLE


@pytest.mark.usefixtures("folder")
def test_forty_columns(program: Program) -> None:
    printed = program("score", "answers.yaml", COLUMNS="40").stdout
    assert NARROW in printed
    assert max(map(len, printed.splitlines())) <= 40


@pytest.mark.usefixtures("folder")
def test_a_terminal_of_few_characters(program: Program) -> None:
    done = program("score", "answers.yaml", PYTHONIOENCODING="ascii:strict")
    assert (done.returncode, done.stdout) == (0, TABLE.replace("–", "-"))


@pytest.mark.usefixtures("folder")
def test_a_terminal_gets_bold_and_a_line_but_not_with_no_color() -> None:
    import pty

    def seen(**environment: str) -> str:
        ours, theirs = pty.openpty()
        done = subprocess.run(
            [sys.executable, "-m", "maturity", "score", "answers.yaml"],
            stdout=theirs,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "COLUMNS": "80", "TERM": "xterm", **environment},
            check=True,
            timeout=60,
        )
        assert done.returncode == 0
        os.close(theirs)
        parts = []
        try:
            while part := os.read(ours, 65536):
                parts.append(part)
        except OSError:  # how Linux says that it is over
            pass
        os.close(ours)
        return b"".join(parts).decode().replace("\r\n", "\n")

    styled = seen(PYTHONIOENCODING="utf-8", NO_COLOR="")
    assert "\x1b[1mDimension" in styled
    assert "────" in styled
    assert seen(PYTHONIOENCODING="utf-8", NO_COLOR="1") == TABLE


@pytest.mark.usefixtures("folder")
def test_json_is_the_whole_result_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", "answers.yaml", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    result = json.loads(out)
    assert result["format"] == "result/1"
    assert result["overall"]["exact"] == "2"
    security = result["dimensions"][0]
    assert (security["score"], security["uncapped"], security["coverage"]) == (2, 2.25, 0.8)
    assert (security["low"], security["high"]) == (1.8, 2)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("limit", "code", "said"),
    [
        ("2", 0, ""),
        ("1.99", 0, ""),
        ("-1", 0, ""),
        ("2.00000001", 1, "The overall score is exactly 2, which is below 2.00000001."),
    ],
)
def test_fail_under_compares_the_exact_overall_score(
    limit: str, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["score", "answers.yaml", "--fail-under", limit]) == code
    out, err = capsys.readouterr()
    assert out.startswith("Example Borough Council scores 2.0")
    assert err.splitlines()[2:] == ([said] if said else [])


@pytest.mark.usefixtures("folder")
def test_fail_under_is_not_deceived_by_rounding(
    change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change("security.patching: 4", "security.patching: 4\n  security.training: 4")
    change("security.mfa: 1", "security.mfa: 2")  # (2*2 + 3 + 4 + 4) / 5 = 3: overall 2.5
    assert run(["score", "answers.yaml", "--fail-under", "2.5"]) == 0
    change("weight: 2", "weight: 2.1")  # (4.2 + 11) / 5.1 = 2.98..., with 2 of data: 2.4902
    capsys.readouterr()
    assert run(["score", "answers.yaml", "--fail-under", "2.5"]) == 1
    said = "The overall score is about 2.4902, exactly 127/51, which is below 2.5.\n"
    assert capsys.readouterr().err.endswith(said)


@pytest.mark.usefixtures("folder")
def test_the_lowest_dimension_counts_where_there_is_no_overall(
    change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change("min_coverage: 0.6", "aggregate: none")
    change("data.register: 2", "data.register: 1")
    assert run(["score", "answers.yaml", "--fail-under", "1"]) == 0
    out, _ = capsys.readouterr()
    assert out.startswith(
        "Example Borough Council has no overall score: this framework shows each\n"
        "dimension for itself.\n"
    )
    assert run(["score", "answers.yaml", "--fail-under", "1.5"]) == 1
    assert capsys.readouterr().err.endswith("Data is exactly 1, which is below 1.5.\n")


@pytest.mark.usefixtures("folder")
def test_a_dimension_without_answers_fails_but_one_that_is_left_out_does_not(
    change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change("min_coverage: 0.6", "aggregate: none")
    change("data.register: 2", "data.register: unknown")
    assert run(["score", "answers.yaml", "--fail-under", "0"]) == 1
    assert capsys.readouterr().err.endswith("Data is missing, which counts as below 0.\n")
    change("data.register: unknown", "data.register: {not_applicable: No data here}")
    assert run(["score", "answers.yaml", "--fail-under", "0"]) == 0


@pytest.mark.usefixtures("folder")
def test_no_score_at_all_fails(change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    change("min_coverage: 0.6", "missing: block")
    change("data.register: 2", "data.register: unknown")
    assert run(["score", "answers.yaml", "--fail-under", "0"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith(
        "Example Borough Council has no overall score, for want of answers in: Security,\nData.\n"
    )
    assert err.endswith("The overall score is missing, which counts as below 0.\n")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("limit", ["", "high", "nan", "inf", "1e9", "2,5", "2.", "9" * 10])
def test_fail_under_takes_numbers_only(limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", "answers.yaml", "--fail-under", limit]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"error: --fail-under takes a number, not '{limit}'")


@pytest.mark.usefixtures("folder")
def test_fail_under_above_the_scale_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", "answers.yaml", "--fail-under", "4"]) == 1
    capsys.readouterr()
    assert run(["score", "answers.yaml", "--fail-under", "4.1"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "error: --fail-under 4.1 is above the scale, which ends at 4",
        "  help: write 4 or less",
    ]


@pytest.mark.usefixtures("folder")
def test_a_wrong_answer_is_shown_in_its_line(change: Change, program: Program) -> None:
    change("security.backups: 3", "security.backups: 7")
    done = program("score", "answers.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert lines[0].startswith("error: ")
    assert lines[1:4] == [
        "  --> answers.yaml:8:21",
        "    |   security.backups: 7",
        "    |                     ^",
    ]
    assert lines[4].startswith("  help: ")
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("folder")
def test_several_wrong_answers_are_counted(
    change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change("security.backups: 3", "security.backups: 7\n  security.mfaa: 2")
    assert run(["score", "answers.yaml"]) == 2
    assert capsys.readouterr().err.endswith("\n2 problems.\n")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "error", "help_text"),
    [
        (["answer.yaml"], "there is no file answer.yaml", "did you mean 'answers.yaml'?"),
        (["answers.yaml", "--format", "jsn"], "there is no format 'jsn'", "did you mean 'json'?"),
        (["answers.yaml", "--profile", "counsil"], "there is no profile 'counsil'", "council"),
        (["answers.yaml", "--framework", "nowhere"], "there is no framework 'nowhere'", ""),
        (["framework"], "", "answers/1"),
    ],
)
def test_what_cannot_be_scored(
    arguments: list[str], error: str, help_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["score", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"error: {error}")
    assert help_text in err
    assert "fault" not in err


@pytest.mark.usefixtures("folder")
def test_nothing_that_people_wrote_acts_on_the_terminal(
    change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change("Example Borough Council", '"\\e[2J[bold]\\u202eExample Borough Council"')
    change("title: Security", 'title: "Secu\\e[31mrity\\a"')
    assert run(["score", "answers.yaml"]) == 0
    out, err = capsys.readouterr()
    assert not set(out + err) & set("\x1b\x07\u202e")
    assert out.startswith("[2J[bold]Example Borough Council scores")


@pytest.mark.usefixtures("folder")
def test_critical_questions_left_out_and_pending_ones_are_listed(
    change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change("  security.mfa: 1\n", "")
    assert run(["score", "answers.yaml"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Security is provisional: security.mfa is critical and not answered." in out
    assert "At its lowest it caps the score at 2: One stolen password opens everything." in out
    assert "Security is provisional: 40% answered, 60% needed." in out
    change("answers:\n", "answers:\n  security.mfa: {not_applicable: Nobody signs in}\n")
    assert run(["score", "answers.yaml"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Critical questions left out - security.mfa, not applicable: Nobody signs in." in out


@pytest.mark.usefixtures("folder")
def test_a_reader_that_goes_away_changes_no_exit_code() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "maturity", "score", "answers.yaml", "--fail-under", "4"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
    assert process.returncode == 1
    assert said.endswith("which is below 4.\n")
    assert "Broken" not in said
