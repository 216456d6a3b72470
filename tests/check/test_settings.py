"""Settings: the command line outranks them, and mistakes in them are told with their file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from check.folders import HERE
from maturity.check.settings import find_settings
from maturity.cli.app import run
from maturity.errors import MaturityError


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one warning of Q402."""
    shutil.copy(HERE / "bad" / "leading-question" / "security.yaml", tmp_path / "security.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(folder: Path, text: str) -> None:
    (folder / "maturity.toml").write_text(text)


def rules(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert run(["check", "--format", "concise", *arguments]) == 0
    return [line.split()[2] for line in capsys.readouterr().out.splitlines()[:-1]]


def test_select_outranks_what_the_settings_select_and_ignore(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(project, 'select = ["D"]\n')
    assert rules(capsys) == []
    assert rules(capsys, "--select", "Q402") == ["Q402"]
    settings(project, 'ignore = ["Q402"]\n')
    assert rules(capsys) == []
    assert rules(capsys, "--select", "Q402") == ["Q402"]
    assert rules(capsys, "--select", "Q402", "--ignore", "leading-question") == []


def test_ignore_on_the_command_line_adds_to_the_settings(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "security.yaml"
    path.write_text(path.read_text().replace("title: Security", "title: TBC"))
    settings(project, 'ignore = ["Q402"]\n')
    assert rules(capsys) == ["R219"]
    assert rules(capsys, "--ignore", "R219") == []


def test_the_age_of_evidence_in_the_settings_counts_and_is_outranked(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "security.yaml").unlink()
    shutil.copytree(HERE / "bad" / "stale-evidence", project / "a")  # of 2023-02-01, for 2026-11-22
    assert rules(capsys) == []
    settings(project, "evidence-max-age = 24\n")
    assert rules(capsys) == ["N601"]
    assert rules(capsys, "--evidence-max-age", "48") == []
    settings(project, "evidence-max-age = 48\n")
    assert rules(capsys) == []


@pytest.mark.parametrize("pattern", ["./drafts/", "./drafts", "drafts", "./drafts/*", "."])
def test_a_pattern_from_this_folder(
    pattern: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "drafts").mkdir()
    shutil.copy(project / "security.yaml", project / "drafts" / "security.yaml")
    settings(project, f'exclude = ["{pattern}"]\n')
    if pattern == ".":
        assert run(["check"]) == 2
        assert "there is nothing to check in ." in capsys.readouterr().err
    else:
        assert rules(capsys) == ["Q402"]


def test_a_pattern_from_this_folder_leaves_folders_of_that_name_elsewhere(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("drafts", "a/drafts"):
        (project / folder).mkdir(parents=True)
        shutil.copy(project / "security.yaml", project / folder / "security.yaml")
    settings(project, 'exclude = ["./drafts"]\n')
    assert rules(capsys) == ["Q402", "Q402"]
    settings(project, 'exclude = ["drafts"]\n')
    assert rules(capsys) == ["Q402"]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('ignore = ["Q999"]', "there is no rule 'Q999'", "maturity check --explain all lists them"),
        ('select = ["leading"]', "there is no rule 'leading'", "did you mean 'leading-question'?"),
        (
            "[tool.maturity]\nselect = []",
            "there is no setting 'tool'",
            "in maturity.toml leave out the line [tool.maturity]",
        ),
        (
            'exclude = "drafts"',
            "exclude is not what is needed",
            'give a list of texts, such as ["drafts"]',
        ),
        (
            'acronyms = "LGR"',
            "acronyms is not what is needed",
            'give a list of texts, such as ["LGR"]',
        ),
        ("ignore = 4", "ignore is not what is needed", 'give a list of texts, such as ["Q410"]'),
    ],
)
def test_a_mistake_is_told_with_its_file_and_its_remedy(
    text: str, message: str, hint: str, tmp_path: Path
) -> None:
    settings(tmp_path, text)
    with pytest.raises(MaturityError) as error:
        find_settings(tmp_path)
    (problem,) = error.value.problems
    assert problem.message == f"{tmp_path / 'maturity.toml'}: {message}"
    assert problem.hint == hint


@pytest.mark.parametrize("arguments", [["--select", "QQ"], ["--explain", "nonsense"]])
def test_a_word_like_no_rule_is_sent_to_the_list(
    arguments: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert project.is_dir()
    assert run(["check", *arguments]) == 2
    printed = capsys.readouterr().err
    assert f"there is no rule '{arguments[1]}'" in printed
    assert "maturity check --explain all lists them" in printed
    assert "the choices are" not in printed
