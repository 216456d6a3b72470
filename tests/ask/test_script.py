from __future__ import annotations

import io
from pathlib import Path

import pytest

from maturity.cli.app import run
from maturity.load.assessment import load_assessment

pytestmark = pytest.mark.usefixtures("folder")


def assess(lines: str, *arguments: str) -> int:
    Path("lines.txt").write_text(lines)
    return run(["assess", *arguments, "--answers-from", "lines.txt"])


def given(*paths: str) -> dict[str, object]:
    (sheet,) = load_assessment([Path(path) for path in paths]).sheets
    return {
        name: answer.value if answer.state == "answered" else answer.state
        for name, answer in sheet.answers.items()
        if answer.state != "unanswered"
    }


def test_lines_are_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert assess("2\n1\n2\n", "answers.yaml") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "\x1b" not in err
    assert err.endswith(
        "Everything that was answered is saved in answers.yaml.\n"
        "To continue: maturity assess answers.yaml\n"
    )
    assert given("answers.yaml") == {
        "people.training": 2,
        "people.owner": "nobody",
        "people.checks": ("test",),
    }


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"3\r\nq\r\n")))
    assert run(["assess", "--answers-from", "-"]) == 0
    assert given("answers.yaml") == {"people.training": 3}


def test_a_line_that_does_not_fit_ends_it_and_what_was_before_is_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert assess("2\n7\n1\n", "answers.yaml") == 2
    err = capsys.readouterr().err
    assert "error: '7' is none of the choices" in err
    assert "--> lines.txt:2:1" in err
    assert "saved in answers.yaml" in err
    assert given("answers.yaml") == {"people.training": 2}


def test_a_cap_is_said_at_the_end_of_its_dimension(capsys: pytest.CaptureFixture[str]) -> None:
    assert assess("s\n2\nall\ng training\n0\n", "answers.yaml") == 0
    pending, biting = capsys.readouterr().err.split("People scores")[1:]
    assert "People is provisional: people.training is critical and not answered." in pending
    assert "Not answered: people.training." in pending
    # (2*0 + 3 + 3) / 4 = 1.5, and at most 1
    assert "1.0, level Ad hoc; the target is 2, a gap of 1.0." in biting
    assert "People is capped at 1, from 1.5, because people.training is at 0.0:" in biting
    assert "Untaught people work around tools." in biting


def test_quick_role_dimension_and_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert assess("2\n80\n", "answers.yaml", "--quick") == 0
    assert "2 questions." in capsys.readouterr().err
    assert assess("", "answers.yaml", "--role", "frontline", "--dimension", "people") == 0
    assert "2 questions, 1 answered already." in capsys.readouterr().err
    assert load_assessment([Path("answers.yaml")]).sheets[0].role == "frontline"
    assert assess("", "answers.yaml", "--role", "frontline", "--all") == 0
    assert "7 questions, 2 answered already." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (("answers.yaml", "--dimension", "peple"), "there is no dimension 'peple'", "'people'?"),
        (("answers.yaml", "--role", "boss"), "there is no role 'boss'", "frontline"),
        (("framework",), "there are no answers in framework", "maturity new assessment"),
        (("nowhere",), "the name 'nowhere' is not that of an answer file", ".yaml"),
        (("framework/framework.yaml",), "the file's format is 'framework/1'", "answers/1"),
        (("no/such/folder.yaml",), "cannot be written", "make it first"),
        (("new.yaml", "--profile", "cuoncil"), "there is no profile 'cuoncil'", "'council'?"),
        (("framework", "--facilitate"), "framework is no assessment's folder", "new folder"),
    ],
)
def test_what_cannot_be_asked(
    arguments: tuple[str, ...], error: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["--framework", "framework"] if "new.yaml" in arguments else []
    assert assess("", *arguments, *names) == 2
    err = capsys.readouterr().err
    assert error in err
    assert hint in err
    assert "fault" not in err


def test_the_role_of_a_file_is_not_changed_in_passing(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("answers.yaml")
    path.write_text(path.read_text().replace("{id: r-1}", "{id: r-1, role: frontline}"))
    assert assess("", "answers.yaml", "--role", "leadership") == 2
    assert "holds the answers of the role 'frontline'" in capsys.readouterr().err


def test_leaving_before_the_file_is_made_writes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert assess("Our Council\n1\nq\n", "new.yaml", "--framework", "framework") == 0
    assert capsys.readouterr().err.endswith("Nothing was written.\n")
    assert not Path("new.yaml").exists()


def test_facts_that_were_not_reached_are_asked_next_time() -> None:
    start = "Our Council\n1\n\n\n\n\n\n"
    assert assess(start + "n\nq\n", "new.yaml", "--framework", "framework") == 0
    assert load_assessment([Path("new.yaml")]).facts["uses-ai"] == "no"
    assert assess("2\n", "new.yaml") == 0
    assert given("new.yaml") == {"people.training": 2}


def test_a_file_that_does_not_say_whose_it_is_asks_once() -> None:
    path = Path("answers.yaml")
    kept = [line for line in path.read_text().splitlines() if "organisation" not in line]
    path.write_text("\n".join(kept) + "\n")
    assert assess("Our Council\ny\n40\n\n3\n", "answers.yaml") == 0
    assert load_assessment([path]).organisation == "Our Council"
    assert given("answers.yaml") == {"people.training": 3}


WORKSHOP = """\
Our Council
1

n
40
2
Ana, Leadership, Housing
Bo, frontline

1
3
2
Bo counted more teams
n Since May
2
1
1 2
2 3
1

q
"""


def test_a_workshop(capsys: pytest.CaptureFixture[str]) -> None:
    assert assess(WORKSHOP, "council", "--facilitate", "--framework", "framework") == 0
    err = capsys.readouterr().err
    assert (
        "The answers differ:\n"
        "Ana (leadership): 1 Ad hoc. Some are, on their own initiative, in a few of the teams "
        "that asked for it first.\n"
        "Bo (frontline): 3 Established. All are.\n"
    ) in err
    read = load_assessment([Path("council")])
    assert read.facts == {"uses-ai": "no", "staff": 40, "nation": "england"}
    by_name = {sheet.name or "agreed": sheet for sheet in read.sheets}
    ana, bo, agreed = by_name["Ana"], by_name["Bo"], by_name["agreed"]
    assert (ana.role, ana.unit, bo.role, agreed.agreed) == (
        "leadership",
        "Housing",
        "frontline",
        True,
    )
    assert ana.answers["people.training"].value == 1
    assert bo.answers["people.training"].value == 3
    assert agreed.answers["people.training"].value == 2
    assert agreed.answers["people.training"].note == "Bo counted more teams"
    # Bo is not asked who answers for it.
    assert ana.answers["people.owner"].value == "board"
    assert ana.answers["people.owner"].note == "Since May"
    assert "people.owner" not in bo.answers
    assert agreed.answers["people.owner"].value == "nobody"
    assert ana.answers["people.checks"].value == ("plan", "test")
    assert agreed.answers["people.checks"].value == ("plan",)


def test_a_workshop_goes_on_with_the_people_it_had(capsys: pytest.CaptureFixture[str]) -> None:
    begin = "Our Council\n1\n\n\n\n\nAna\n\n2\n\n"
    assert assess(begin, "council", "--facilitate", "--framework", "framework") == 0
    assert "Enter takes 2 Developing" in capsys.readouterr().err
    more = "zed, boss\n"
    assert assess(more, "council", "--facilitate") == 2
    assert "there is no role 'boss'" in capsys.readouterr().err
    assert assess("1\nBo\n\nb\n3\n1\n\n", "council", "--facilitate") == 0
    sheets = {s.name or "agreed": s for s in load_assessment([Path("council")]).sheets}
    assert {name: s.answers["people.training"].value for name, s in sheets.items()} == {
        "Ana": 3,
        "Bo": 1,
        "agreed": 2,
    }
