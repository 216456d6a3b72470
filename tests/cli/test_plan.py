from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from maturity.cli.app import run

if TYPE_CHECKING:
    from cli.conftest import Program

pytestmark = pytest.mark.usefixtures("folder")

MORE = """\
  - {id: train-staff, title: Train them, raises: {backups: 4}, effort_days: {low: 10, high: 30},
     needs: [enforce-mfa], owner: Head of HR, cost: {one_off: 500}}
  - {id: tidy, title: '=HYPERLINK("x")', raises: {patching: 2}, effort_days: 5}
"""
TABLE = """\
Example Borough Council scores 2.0 out of 4, level Developing; the target is
2.5, a gap of 0.5. The missing answers could make it anything from 1.9 to 2.0.

The plan holds one action. It takes 20 days. That counts on 20 days of work a
month. When all of it is done, in month 2, the overall score is 2.6. Months are
counted from the start of the work. An action stands under now, next or later by
when it is finished.

The action that matters first
- Enforce it: 20 days · months 1 to 2 · +0.6 overall. Lifts the ceiling set by
  “How widely is multi-factor authentication enforced?”

It takes 20 days. The overall score goes from 2.0 to 2.6.

Security 2.0 → 3.3, 20 days.

Now: done by month 3 – 1 action, 20 days
Action         Days  Months  Rise  After
1. Enforce it    20  1 to 2  +0.6    2.6

How sure it is
The action to do now stays so with every missing answer at its lowest, and with
every one at its highest.

For the team, without: who answered, by name or id.
"""


@pytest.fixture
def more(folder: Path) -> None:
    """Two more actions, targets that need them, and a day rate."""
    path = folder / "framework" / "security.yaml"
    path.write_text(path.read_text() + MORE)
    answers = (folder / "answers.yaml").read_text().replace("framework}", "../framework}")
    (folder / "answers").mkdir()
    (folder / "answers" / "r-07.yaml").write_text(answers)
    (folder / "answers.yaml").unlink()
    Path("assessment.yaml").write_text(
        "format: assessment/1\nframework: {path: framework}\n"
        "organisation: {name: Example Borough Council, profile: council}\n"
        "targets: {security: 4}\ncapacity: {days_per_month: 10, day_rate: 450}\n"
    )


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["plan", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    code, out, _ = said(capsys, *arguments, "--format", "json")
    assert code == 0
    found = json.loads(out)
    assert isinstance(found, dict)
    return found


def ids(document: dict[str, Any], key: str = "plan") -> list[str]:
    actions = document[key]
    assert isinstance(actions, list)
    return [one["id"] for one in actions]


def test_the_table_is_on_stdout_and_the_next_command_on_stderr(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = said(capsys, "answers.yaml")
    assert out.splitlines() == TABLE.splitlines()
    assert code == 0
    assert err == "\nNext: maturity report answers.yaml -o report.html\n"


@pytest.mark.usefixtures("more")
def test_json_holds_the_plan_alone(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, ".")
    assert (found["format"], found["days_per_month"], found["day_rate"]) == ("plan/1", 10, 450)
    assert ids(found) == ["enforce-mfa", "train-staff"]
    assert ids(found, "beyond") == ["tidy"]
    first, second = found["plan"]
    assert (first["needed_by"], second["needs"]) == (["train-staff"], ["enforce-mfa"])
    assert first["sure"] == {"lowest": "now", "highest": "now"}
    # 40 days at 10 a month are 4 months: enforce-mfa until 2, train-staff until 4.
    assert (second["start_month"], second["finish_month"]) == (2, 4)
    assert second["sure"] == {"lowest": "next", "highest": "next"}
    # (2·3 + 4 + 4) / 4 = 3.5; overall (3.5 + 2) / 2.
    assert found["first"] == {
        "actions": ["enforce-mfa", "train-staff"],
        "totals": found["totals"],
        "rises": [{"dimension": "security", "title": "Security", "from": 2, "to": 3.5}],
        "overall_from": 2,
        "overall_to": 2.75,
    }
    assert found["totals"] == {
        "actions": 2,
        "effort_days": {"low": 30, "high": 50, "planned": 40},
        "effort_pounds": {"low": 13500, "high": 22500, "planned": 18000},
        "cost": {"one_off": 500, "yearly": 0},
    }


@pytest.mark.usefixtures("more")
def test_days_a_month_move_the_plan_and_are_stored(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, ".", "--days-per-month", "2.5")
    assert found["days_per_month"] == 2.5
    spans = [(one["start_month"], one["finish_month"]) for one in found["plan"]]
    assert spans == [(0, 8), (8, 16)]
    assert found["day_rate"] == 450


@pytest.mark.usefixtures("more")
def test_only_and_exclude(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, ".", "--only", "data")
    assert (found["only"], ids(found)) == ("data", [])
    found = document(capsys, ".", "--only", "security", "--exclude", "train-staff")
    assert (found["excluded"], ids(found)) == (["train-staff"], ["enforce-mfa"])
    found = document(capsys, ".", "--exclude", "tidy", "--exclude", "enforce-mfa")
    assert (found["excluded"], ids(found)) == (["enforce-mfa", "tidy"], [])
    code, out, _ = said(capsys, ".", "--only", "security", "--exclude", "train-staff")
    assert code == 0
    assert "closes the gap of Security alone. It leaves out “Train them”, and what" in out


@pytest.mark.usefixtures("more")
def test_csv_opens_and_runs_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("framework", "security.yaml")
    text = path.read_text().replace("Train them", "'+cmd|calc'")
    path.write_text(text.replace("{patching: 2}", "{patching: 4, mfa: 4}"))
    code, out, err = said(capsys, ".", "--format", "csv")
    assert (code, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["title"] for row in rows] == ['\'=HYPERLINK("x")', "Enforce it", "'+cmd|calc"]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]
    assert [row["number"] for row in rows] == ["1", "2", "3"]
    assert (rows[2]["waits_for"], rows[1]["needed_by"]) == ("enforce-mfa", "train-staff")
    assert rows[2]["effort_pounds_planned"] == "9000"


@pytest.mark.usefixtures("more")
def test_markdown_lists_everything(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, ".", "--format", "markdown")
    assert (code, err) == (0, "")
    assert out.startswith("# Action plan: Example Borough Council\n")
    shown = ("Security 2.0 → 3.5", "### Now: done by month 3", "Train them", "What it raises is al")
    for part in shown:
        assert part in out


@pytest.mark.parametrize("form", ["table", "csv", "markdown", "json"])
@pytest.mark.usefixtures("more")
def test_a_result_shows_the_same_plan_but_for_how_sure_it_is(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", ".", "-o", "result.json"]) == 0
    capsys.readouterr()
    _, direct, _ = said(capsys, ".", "--format", form)
    code, again, _ = said(capsys, "result.json", "--format", form)
    assert code == 0
    if form == "json":
        ours, theirs = json.loads(direct), json.loads(again)
        assert {one["sure"] for one in theirs["plan"]} == {None}
        for one in (*ours["plan"], *theirs["plan"]):
            del one["sure"]
        assert ours == theirs
    elif form == "csv":
        assert again == direct.replace('"now","now",', '"","",').replace('"next","next",', '"","",')
    else:
        assert set(filter(None, again.splitlines())) < set(direct.splitlines())
        assert "How sure it is" in direct
        assert "How sure it is" not in again


@pytest.mark.parametrize(
    ("arguments", "error", "help_"),
    [
        (["answers.yaml", "--only", "securty"], "no dimension 'securty'", "mean 'security'?"),
        (["answers.yaml", "--exclude", "enforce"], "no action 'enforce'", "'enforce-mfa'"),
        (["answers.yaml", "--days-per-month", "0"], "a number above 0, not '0'", "such as 20"),
        (["answers.yaml", "--days-per-month", "-5"], "a number above 0, not '-5'", "such as 20"),
        (["answers.yaml", "--days-per-month", "ten"], "above 0, not 'ten'", "such as 20"),
        (["answers.yaml", "--days-per-month", "nan"], "above 0, not 'nan'", "such as 20"),
        (["answers.yaml", "--days-per-month", "1e9"], "above 0, not '1e9'", "such as 20"),
        (["answers.yaml", "--format", "cvs"], "there is no format 'cvs'", "did you mean 'csv'?"),
        (["result.json", "--only", "security"], "holds its plan already", "give the answers"),
        (["result.json", "--exclude", "x"], "holds its plan already", "give the answers"),
        (["result.json", "--days-per-month", "5"], "holds its plan already", "give the answers"),
        (["result.json", "answers.yaml"], "stands for all", "give the one .json file"),
        (["damaged.json"], "damaged.json", ""),
    ],
)
def test_what_cannot_be_planned_exits_with_2(
    arguments: list[str], error: str, help_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "answers.yaml", "-o", "result.json"]) == 0
    Path("damaged.json").write_text(Path("result.json").read_text()[:500])
    capsys.readouterr()
    code, out, err = said(capsys, *arguments)
    assert (code, out) == (2, "")
    assert error in err
    assert help_ in err


@pytest.mark.usefixtures("more")
@pytest.mark.parametrize("width", [40, 80])
def test_in_a_process_of_its_own(width: int, program: Program) -> None:
    done = program("plan", ".", COLUMNS=str(width))
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= width
    ascii_ = program("plan", ".", COLUMNS=str(width), PYTHONIOENCODING="ascii:strict")
    assert "Security 2.0 -> 3.5" in ascii_.stdout
