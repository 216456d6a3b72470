"""Paths that can lead nowhere, and files that are none of ours: refused in words, never shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from load.small import ANSWERS, ASSESSMENT, changed, write

from maturity.cli.app import run
from maturity.errors import MaturityError
from maturity.load.assessment import load_assessment
from maturity.load.file_names import is_file, is_folder, is_link, is_there, whole_path

TOO_LONG = "a" * 300
FAR_UP = "../" * 3_000
NOWHERE = (TOO_LONG, FAR_UP, f"{TOO_LONG}.yaml", "a\0b")
LINE = "root: x: 0: very secret"


@pytest.mark.parametrize("name", NOWHERE)
def test_what_can_be_no_path_leads_to_nothing(name: str) -> None:
    path = Path(name)
    assert [is_file(path), is_folder(path), is_there(path), is_link(path)] == [False] * 4
    assert whole_path(path).is_absolute()


def test_what_is_there_is_found(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1")
    (tmp_path / "link").symlink_to(file)
    assert is_file(file)
    assert is_folder(tmp_path)
    assert is_there(file)
    assert is_link(tmp_path / "link")
    assert whole_path(tmp_path / "link") == file.resolve()


@pytest.mark.parametrize("path", [TOO_LONG, FAR_UP, '"a\\0b"'])
@pytest.mark.parametrize("command", ["score", "check"])
def test_a_framework_or_theme_at_no_possible_path(
    command: str, path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = changed(ANSWERS, "path: framework", f"path: {path}")
    write(tmp_path, {"answers.yaml": answers, "of/assessment.yaml": ""})
    assert run([command, str(tmp_path / "answers.yaml")]) in (1, 2)
    said = "".join(capsys.readouterr())
    assert "answers.yaml:2:" in said
    assert "fault" not in said
    main = f"{changed(ASSESSMENT, 'path: framework', 'path: ../framework')}theme: {path}\n"
    inner = changed(ANSWERS, "path: framework", "path: ../../framework")
    write(tmp_path, {"of/assessment.yaml": main, "of/answers/a.yaml": inner})
    assert run([command, str(tmp_path / "of")]) in (1, 2)
    said = "".join(capsys.readouterr())
    assert f"assessment.yaml:{main.count(chr(10))}:" in said
    assert "fault" not in said


@pytest.mark.parametrize("name", [TOO_LONG, FAR_UP, f"{TOO_LONG}.yaml", f"{TOO_LONG}.json"])
@pytest.mark.parametrize(
    "before",
    [
        ["score"],
        ["check"],
        ["explain"],
        ["plan"],
        ["track"],
        ["migrate"],
        ["report", "-o", "-"],
        ["compare", "here"],
        ["score", "here", "--framework"],
        ["check", "here", "--against"],
        ["check", "here", "--output"],
        ["report", "here", "-o"],
        ["report", "here", "-o", "-", "--theme"],
        ["report", "here", "-o", "-", "--template"],
        ["report", "here", "-o", "-", "--language"],
        ["demo", "--out"],
    ],
    ids=" ".join,
)
def test_no_command_fails_on_such_a_path(
    before: list[str],
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(tmp_path, {"here/answers.yaml": changed(ANSWERS, "path: f", "path: ../f")})
    monkeypatch.chdir(tmp_path)
    last = f"json={name}" if before[-1] == "--output" else name
    assert run([*before, last]) == 2
    said = capsys.readouterr().err
    assert "error: " in said
    assert "fault" not in said


@pytest.mark.parametrize("command", ["score", "check", "migrate"])
def test_a_file_that_is_no_framework_is_not_shown(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = changed(ANSWERS, "path: framework", "path: passwd")
    write(tmp_path, {"passwd": f"{LINE}\n", "answers.yaml": answers})
    assert run([command, str(tmp_path / "answers.yaml")]) != 0
    said = "".join(capsys.readouterr())
    assert f"{tmp_path / 'passwd'} is no framework" in said
    assert "secret" not in said
    # Nor is a folder's framework.yaml, which may be anything as well.
    (tmp_path / "passwd").unlink()
    write(tmp_path, {"passwd/framework.yaml": f"{LINE}\n"})
    assert run([command, str(tmp_path / "answers.yaml")]) != 0
    said = "".join(capsys.readouterr())
    assert "is no framework" in said
    assert "secret" not in said


@pytest.mark.parametrize("command", ["score", "check"])
@pytest.mark.parametrize("text", [f"{LINE}\n", "secret: [1, 2]\n", "- secret\n"])
def test_a_file_that_is_no_theme_is_not_shown(
    text: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = f"{changed(ASSESSMENT, 'path: framework', 'path: ../framework')}theme: ../passwd\n"
    inner = changed(ANSWERS, "path: framework", "path: ../../framework")
    write(tmp_path, {"passwd": text, "of/assessment.yaml": main, "of/answers/a.yaml": inner})
    assert run([command, str(tmp_path / "of")]) != 0
    said = "".join(capsys.readouterr())
    assert "passwd is no theme" in said
    assert "secret" not in said


@pytest.mark.parametrize(
    "first", ["format: framework/1", "{format: framework/1,", "format: framwork/1"]
)
def test_a_framework_of_ours_is_shown_with_what_is_wrong(first: str, tmp_path: Path) -> None:
    write(tmp_path, {"framework/framework.yaml": f"{first}\nid: a: b\n", "answers.yaml": ANSWERS})
    with pytest.raises(MaturityError) as error:
        load_assessment([tmp_path / "answers.yaml"])
    place = error.value.problems[0].location
    assert place is not None
    assert Path(place.path) == tmp_path / "framework/framework.yaml"
    assert place.text
