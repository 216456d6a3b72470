from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maturity.cli.app import run

if TYPE_CHECKING:
    from cli.conftest import Program

pytestmark = pytest.mark.usefixtures("folder")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["explain", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_overall_score_is_explained_where_nothing_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = said(capsys, "answers.yaml")
    assert code == 0
    assert out.startswith("Overall score: 2.0 of 4, level 2 Developing\n")
    assert "Sum: (2 + 2) / 2 = 4 / 2 = 2" in out
    assert err == "\nNext: maturity explain answers.yaml security\n"


def test_a_dimension_and_what_sets_its_ceiling_next(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "answers.yaml", "security", "--profile", "council")
    assert code == 0
    assert "Sum: (2 × 1 + 3 + 4) / 4 = 9 / 4 = 2.25" in out
    assert "2.25 becomes 2" in out
    assert err == "\nNext: maturity explain answers.yaml security.mfa --profile council\n"


def test_options_stand_before_or_after_the_id(capsys: pytest.CaptureFixture[str]) -> None:
    first = said(capsys, "--format", "json", "answers.yaml", "security.mfa")
    last = said(capsys, "answers.yaml", "security.mfa", "--format", "json")
    assert first == last
    assert json.loads(first[1])["kind"] == "question"
    assert first[2] == ""


def test_a_question_leads_no_further(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "answers.yaml", "security.mfa")
    assert (code, err) == (0, "")
    assert out.startswith("security.mfa: 1.0 of 4")


def test_an_action(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "answers.yaml", "enforce-mfa")
    assert code == 0
    assert "number 1 of 1 in the plan" in out
    assert err == "\nNext: maturity explain answers.yaml security.mfa\n"


def test_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "answers.yaml", "security", "--format", "markdown")
    assert (code, err) == (0, "")
    assert out.startswith("# Security: 2.0 of 4")


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize("name", ["overall", "security", "data.register", "enforce-mfa"])
def test_a_result_explains_the_same_as_its_answers(
    form: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "answers.yaml", "-o", "result.json"]) == 0
    capsys.readouterr()
    direct = said(capsys, "answers.yaml", name, "--format", form)
    again = said(capsys, "result.json", name, "--format", form)
    assert direct[:2] == again[:2]
    assert direct[0] == 0


@pytest.mark.parametrize(
    ("arguments", "error", "help_"),
    [
        (["answers.yaml", "securty"], "has no dimension", "did you mean 'security'?"),
        (["answers.yaml", "mfa"], "has no dimension", "did you mean 'security.mfa'?"),
        (["security"], "there is no file or folder security", "maturity explain ANSWERS security"),
        (["answers.yaml", "other.yaml"], "there is no file other.yaml", ""),
        (["answers.yaml", "--format", "jsn"], "there is no format 'jsn'", "did you mean 'json'?"),
        (["answers.yaml", "a b"], "there is no file or folder a b", ""),
        (["gone.json"], "there is no file gone.json", ""),
    ],
)
def test_what_cannot_be_explained_exits_with_2(
    arguments: list[str], error: str, help_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, *arguments)
    assert (code, out) == (2, "")
    assert error in err
    assert help_ in err


def test_the_audience_is_the_team_unless_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "- a respondent: level 1." in said(capsys, "answers.yaml", "security.mfa")[1]
    code, out, err = said(capsys, "answers.yaml", "security", "--audience", "full")
    assert err.endswith("maturity explain answers.yaml security.mfa --audience full\n")
    assert (
        "- r-07: level 1." in said(capsys, "answers.yaml", "security.mfa", "--audience", "full")[1]
    )
    assert "Answers\n" not in said(capsys, "answers.yaml", "security.mfa", "--audience", "board")[1]
    code, out, err = said(capsys, "answers.yaml", "--audience", "bord")
    assert (code, out) == (2, "")
    assert "did you mean 'board'?" in err


def test_a_result_has_its_framework_and_stands_alone(capsys: pytest.CaptureFixture[str]) -> None:
    run(["report", "answers.yaml", "-o", "result.json"])
    capsys.readouterr()
    assert "stands for all" in said(capsys, "result.json", "answers.yaml", "security")[2]
    assert "has its framework" in said(capsys, "result.json", "--profile", "council")[2]


def test_a_folder_with_the_name_of_an_id(capsys: pytest.CaptureFixture[str]) -> None:
    answers = Path("answers.yaml").read_text()
    for name in ("security", "others"):
        Path(name).mkdir()
        text = answers.replace("path: framework", "path: ../framework").replace("r-07", name)
        Path(name, "answers.yaml").write_text(text)
    # A word that names a part is the ID; with ./ before it, and where it names none, the folder.
    assert said(capsys, "answers.yaml", "security")[1].startswith("Security: ")
    for folder in ("./security", "others"):
        out = json.loads(said(capsys, "answers.yaml", folder, "--format", "json")[1])
        assert (out["kind"], out["id"]) == ("overall", "overall")
    out = json.loads(said(capsys, "answers.yaml", "others", "security.mfa", "--format", "json")[1])
    assert out["question"]["answered"] == 2


def test_a_single_folder_with_the_name_of_an_id_is_the_answers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("data").mkdir()
    text = Path("answers.yaml").read_text().replace("path: framework", "path: ../framework")
    Path("data", "answers.yaml").write_text(text)
    assert said(capsys, "data")[1].startswith("Overall score: ")


def test_in_a_process_of_its_own(program: Program) -> None:
    done = program("explain", "answers.yaml", "security.mfa", COLUMNS="60")
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 60
    done = program("explain", "answers.yaml", "nothing-of-it")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
