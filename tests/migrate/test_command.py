"""`maturity migrate`: what it prints, what it writes, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from migrate.years import ANSWERS, MIGRATED, make

from maturity.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

PATHS = ANSWERS.replace("id: yearly", "path: ../framework")
DONE = MIGRATED.replace("id: yearly", "path: ../framework")
PRINTED = """\
1 file to version 2.0.0.

File              Was    Carried  Moved  Split  Again  Retired
answers/one.yaml  1.0.0        1      1      1      3        1

Moved to a new id
- security.two-factor is now security.mfa

Split: each new question has the answer
- security.passwords is now security.length

To be answered again; the old answer is kept under 'retired:'
- security.patching
- security.notes
- security.manager, once security.passwords

Retired; the answer is kept under 'retired:'
- security.doors
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make(tmp_path, one=PATHS))
    return tmp_path


@pytest.mark.parametrize("path", ["answers", "answers/one.yaml"])
def test_a_dry_run_says_all_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    assert run(["migrate", path, "--dry-run"]) == 0
    printed = capsys.readouterr()
    assert printed.out == PRINTED
    assert printed.err == "\nNothing was written.\n"
    assert (folder / "answers" / "one.yaml").read_text() == PATHS
    assert [entry.name for entry in (folder / "answers").iterdir()] == ["one.yaml"]


def test_it_writes_what_it_says_and_then_has_nothing_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["migrate", "answers"]) == 0
    printed = capsys.readouterr()
    assert printed.out == PRINTED
    assert printed.err == "\nSaved: answers/one.yaml\nNext: maturity assess answers/one.yaml\n"
    assert (folder / "answers" / "one.yaml").read_text() == DONE
    assert run(["migrate", "answers"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "answers/one.yaml is of version 2.0.0 already: nothing to do.\n"
    assert printed.err == ""
    assert run(["score", "answers"]) == 0


def test_several_files_are_told_together(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "answers" / "two.yaml").write_text(PATHS.replace("r-1", "r-2"))
    (folder / "answers" / "three.yaml").write_text(DONE.replace("r-1", "r-3"))
    assert run(["migrate", "answers"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("2 files to version 2.0.0. 1 is there already.\n")
    assert "- security.two-factor is now security.mfa (2 files)\n" in out
    assert "- security.patching (answers/one.yaml, answers/two.yaml)\n" in out
    assert run(["migrate", "answers"]) == 0
    assert capsys.readouterr().out.startswith("All 3 files are of version 2.0.0 already")


def test_what_is_left_to_a_person_is_said_with_why_it_does_not_load(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "assessment.yaml").write_text(
        "format: assessment/1\nframework: {path: framework, version: 1.0.0}\n"
        "organisation: {name: Example}\nactions: {tracked: {lift: {status: done}}}\n"
    )
    assert run(["migrate", "."]) == 0
    printed = capsys.readouterr()
    left = "actions: tracked: lift is no longer in the framework; take it out"
    assert f"To be changed by hand\n- assessment.yaml: {left}\n" in printed.out.replace("\n  ", " ")
    assert "They cannot be scored as they are:\n- assessment.yaml:4:21: 'lift' is no" in printed.err


def test_an_answer_that_stands_already_is_told_with_the_one_that_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PATHS.replace("answers:\n", "answers:\n  security.mfa: 4\n")
    text += "retired: {security.two-factor: 0}\n"
    (folder / "answers" / "one.yaml").write_text(text)
    assert run(["migrate", "answers"]) == 0
    out = capsys.readouterr().out
    title = "Answered under the new id already; the old answer is kept under 'retired:'\n"
    kept = "- security.two-factor is now security.mfa, kept as security.two-factor-2\n"
    assert title + kept in out


def test_the_framework_can_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = folder / "answers" / "one.yaml"
    one.write_text(ANSWERS)
    assert run(["migrate", "answers", "--framework", "framework"]) == 0
    assert one.read_text() == MIGRATED
    one.write_text(ANSWERS)
    capsys.readouterr()
    assert run(["migrate", "answers"]) == 2
    error = capsys.readouterr().err
    assert "there is no framework 'yearly'" in error
    assert "answers/one.yaml:3:13" in error


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("version: 1.0.0", "version: 3.0.0", "answers/one.yaml:3:33"),
        ("format: answers/1", "format: framework/1", "answers/one.yaml:2:9"),
        ("respondent:", "respondant:", "answers/one.yaml:5:1"),
    ],
)
def test_bad_files_end_with_2_and_their_place(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    (folder / "answers" / "one.yaml").write_text(PATHS.replace(old, new))
    assert run(["migrate", "answers"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
