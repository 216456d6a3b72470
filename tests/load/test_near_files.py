"""Files and folders that are nearly there: what is said when a name is misspelt."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from load.small import ANSWERS, DATA, FRAMEWORK, changed, told, write

from maturity.errors import MaturityError
from maturity.load.assessment import load_assessment
from maturity.load.framework import load_framework
from maturity.load.yaml_reader import read_file

BOTH_NAMES_ARE_ONE = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="capitals make no other name there"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a framework, beside another folder and a hidden one."""
    write(tmp_path, {"notes/a.txt": "", ".framewor/x.yaml": ""})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(path: str) -> tuple[str, str]:
    with pytest.raises(MaturityError) as error:
        read_file(Path(path))
    (problem,) = error.value.problems
    return problem.message, problem.hint


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        ("framwork", "there is no file or folder framwork", "did you mean 'framework'?"),
        (
            "framework/Securty.yaml",
            "there is no file framework/Securty.yaml",
            "did you mean 'security.yaml'?",
        ),
        (
            "framwork/security.yaml",
            "there is no file framwork/security.yaml",
            "there is no folder framwork either; did you mean 'framework'?",
        ),
        (
            "framework/of/ours/a.yaml",
            "there is no file framework/of/ours/a.yaml",
            "there is no folder framework/of either",
        ),
        ("notes/b.yaml", "there is no file notes/b.yaml", "there is no YAML file in notes"),
        ("notes/b", "there is no file or folder notes/b", "there is no YAML file in notes"),
    ],
)
def test_a_missing_file_or_folder_names_the_nearest(path: str, message: str, hint: str) -> None:
    assert refused(path) == (message, hint)


def test_the_folder_of_a_framework_that_answers_name(here: Path) -> None:
    write(here, {"a.yaml": changed(ANSWERS, "path: framework", "path: framwork")})
    with pytest.raises(MaturityError) as error:
        load_assessment([Path("a.yaml")])
    assert told(here, error) == [
        (
            "a.yaml:2:19",
            "there is no file framwork/framework.yaml",
            "there is no folder framwork either; did you mean 'framework'?",
        )
    ]


def test_a_path_in_an_answer_file_is_never_the_id_of_a_shipped_framework(here: Path) -> None:
    write(here, {"a.yaml": changed(ANSWERS, "path: framework", "path: public-sector")})
    with pytest.raises(MaturityError) as error:
        load_assessment([Path("a.yaml")])
    assert str(error.value) == "there is no file public-sector/framework.yaml"


@pytest.mark.parametrize(
    ("listed", "there", "hint"),
    [
        ("dat", "data.yaml", "did you mean 'data'?"),
        ("securiti", "data.yaml", "put it beside this file as securiti.yaml"),  # it is listed
        ("data", "data.yml", "rename data.yml to data.yaml"),
        pytest.param(
            "data", "Data.YAML", "rename Data.YAML to data.yaml", marks=BOTH_NAMES_ARE_ONE
        ),
    ],
)
def test_a_questionnaire_under_nearly_its_name(
    listed: str, there: str, hint: str, tmp_path: Path
) -> None:
    write(
        tmp_path,
        {
            "framework/framework.yaml": changed(
                FRAMEWORK, "dimensions: [security, data]", f"dimensions: [security, {listed}]"
            )
        },
    )
    (tmp_path / "framework" / "data.yaml").unlink()
    (tmp_path / "framework" / there).write_text(DATA, encoding="utf-8")
    with pytest.raises(MaturityError) as error:
        load_framework(tmp_path / "framework")
    message = f"the questionnaire of '{listed}' is missing"
    assert told(tmp_path, error) == [("framework/framework.yaml:11:24", message, hint)]


def test_answers_whose_name_ends_in_capitals_are_read(tmp_path: Path) -> None:
    write(tmp_path, {"answers/r-1.YAML": changed(ANSWERS, "path: fr", "path: ../fr")})
    assert [sheet.respondent for sheet in load_assessment([tmp_path / "answers"]).sheets] == ["r-1"]
