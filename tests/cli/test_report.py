from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maturity.cli.app import run
from maturity.render.formats import json as json_output

if TYPE_CHECKING:
    from cli.conftest import Program

pytestmark = pytest.mark.usefixtures("folder")

STARTS = {"markdown": "#", "html": "<!doctype html>", "json": "{"}


def begins(text: str, form: str) -> bool:
    return text.lstrip().lower().startswith(STARTS[form])


def test_markdown_goes_to_stdout_unless_a_file_is_named(program: Program) -> None:
    done = program("report", "answers.yaml", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Example Borough Council" in done.stdout
    assert "–" in done.stdout
    assert run(["report", "answers.yaml", "-o", "report.md"]) == 0
    assert Path("report.md").read_text(encoding="utf-8") == done.stdout


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("a.html", "html"),
        ("a.htm", "html"),
        ("a.json", "json"),
    ],
)
def test_the_files_ending_says_what_to_write(
    name: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "answers.yaml", "--output", name]) == 0
    assert begins(Path(name).read_text(encoding="utf-8"), form)
    assert capsys.readouterr() == ("", f"Wrote {name}\n")


@pytest.mark.parametrize("form", STARTS)
def test_format_outranks_the_ending_and_a_dash_is_stdout(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "answers.yaml", "-o", "-", "--format", form]) == 0
    assert begins(capsys.readouterr().out, form)
    assert run(["report", "answers.yaml", "-o", "report.txt", "--format", form]) == 0
    assert begins(Path("report.txt").read_text(encoding="utf-8"), form)


@pytest.mark.parametrize("form", STARTS)
def test_a_result_gives_the_same_report_as_its_answers(form: str) -> None:
    assert run(["report", "answers.yaml", "-o", "result.json"]) == 0
    assert run(["report", "answers.yaml", "-o", "direct", "--format", form]) == 0
    assert run(["report", "result.json", "-o", "again", "--format", form]) == 0
    assert Path("again").read_bytes() == Path("direct").read_bytes()


def test_a_result_with_names_needs_its_audience_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "answers.yaml", "--audience", "full", "-o", "full.json"]) == 0
    assert run(["report", "answers.yaml", "-o", "team.json"]) == 0
    note = "note: full.json is for the audience full, this is the version for the team; "
    note += "say --audience full again for the same report"
    said = {}
    for name, again in (("full", ()), ("full", ("--audience", "full")), ("team", ())):
        capsys.readouterr()
        assert run(["report", f"{name}.json", *again]) == 0
        said[name, again] = capsys.readouterr()
    assert said["full", ()].err == f"{note}\n"
    assert said["full", ("--audience", "full")].err == said["team", ()].err == ""
    assert "Version for the team" in said["full", ()].out
    assert "Version for the team" not in said["full", ("--audience", "full")].out


def test_help_says_that_a_full_result_needs_its_audience_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["report", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "one that was made with --audience full needs that again" in said


def refuse(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["report", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: ")
    assert "fault" not in err
    return err


def test_an_unknown_ending_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    said = refuse(capsys, "answers.yaml", "-o", "report.docx")
    assert ".md, .markdown, .html, .htm, .json" in said
    assert "--format markdown|html|json" in said
    said = refuse(capsys, "answers.yaml", "-o", "report.md", "--format", "htm")
    assert "did you mean 'html'?" in said


def test_what_it_is_made_from_is_never_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("answers.yaml").read_bytes()
    run(["report", "answers.yaml", "-o", "result.json"])
    capsys.readouterr()
    Path("link.md").symlink_to("answers.yaml")
    os.link("answers.yaml", "hard.md")
    for arguments in (
        ("answers.yaml", "-o", "answers.yaml", "--format", "html"),
        ("answers.yaml", "-o", "link.md"),
        ("answers.yaml", "-o", "hard.md"),
        ("answers.yaml", "-o", "framework/data.yaml", "--format", "json"),
        ("result.json", "-o", "result.json"),
    ):
        assert "would take the place of" in refuse(capsys, *arguments)
    assert Path("answers.yaml").read_bytes() == before


def test_a_theme_is_not_replaced_by_what_it_adorns(capsys: pytest.CaptureFixture[str]) -> None:
    Path("theme.json").write_text('{"format": "theme/1", "name": "Example"}')
    arguments = ("answers.yaml", "--theme", "theme.json", "-o", "theme.json")
    assert "would take the place of theme.json" in refuse(capsys, *arguments)


def test_a_link_that_leads_out_of_its_folder_is_not_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    precious = tmp_path / "elsewhere" / "precious.txt"
    precious.parent.mkdir()
    precious.write_text("mine")
    Path("report.html").symlink_to(precious)
    said = refuse(capsys, "answers.yaml", "-o", "report.html")
    assert "report.html is a link that leads to" in said
    assert precious.read_text() == "mine"
    Path("beside.html").write_text("old")
    Path("link.html").symlink_to("beside.html")
    assert run(["report", "answers.yaml", "-o", "link.html"]) == 0
    assert Path("link.html").is_symlink()
    assert Path("beside.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_report_that_is_there_already_is_replaced() -> None:
    Path("report.md").write_text("old")
    assert run(["report", "answers.yaml", "-o", "report.md"]) == 0
    assert "Example Borough Council" in Path("report.md").read_text(encoding="utf-8")


def test_a_report_that_fails_leaves_the_old_one_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise ZeroDivisionError

    Path("result.json").write_text("old")
    monkeypatch.setattr(json_output, "render_json", fail)
    assert run(["report", "answers.yaml", "-o", "result.json"]) == 2
    assert "fault in maturity (ZeroDivisionError" in capsys.readouterr().err
    assert Path("result.json").read_text() == "old"


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    said = refuse(capsys, "answers.yaml", "-o", "out/report.md")
    assert "there is no folder out" in said


def test_a_broken_result_is_shown_in_its_line(program: Program) -> None:
    Path("result.json").write_text('{"format":\n "result/1",}')
    done = program("report", "result.json", "-o", "report.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "  --> result.json:2:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("report.md").exists()


def test_a_result_stands_alone(capsys: pytest.CaptureFixture[str]) -> None:
    run(["report", "answers.yaml", "-o", "result.json"])
    capsys.readouterr()
    assert "a result stands for all" in refuse(capsys, "answers.yaml", "result.json")
    assert "has its framework" in refuse(capsys, "result.json", "--profile", "council")


def test_answers_in_json_are_no_result(capsys: pytest.CaptureFixture[str]) -> None:
    Path("answers.json").write_text(json.dumps({"format": "answers/1"}))
    assert "has the format 'answers/1'" in refuse(capsys, "answers.json")


@pytest.mark.parametrize(
    "command",
    [
        ["report", "answers.yaml"],
        ["plan", "answers.yaml", "--format", "markdown"],
        ["compare", "answers.yaml", "answers.yaml", "--format", "markdown"],
    ],
)
def test_markdown_has_a_flavour_for_github(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path("answers.yaml")
    path.write_text(path.read_text().replace("Example Borough Council", '"@example Council #12"'))
    assert run(command) == 0
    plain = capsys.readouterr().out
    assert run([*command, "--flavour", "plain"]) == 0
    assert capsys.readouterr().out == plain
    assert run([*command, "--flavour", "github"]) == 0
    github = capsys.readouterr().out
    assert "\\@example Council \\#12" in plain
    assert "\\@\u200bexample Council \\#\u200b12" in github
    assert ("```mermaid\ngantt\n" in github) == (command[0] != "compare")
    assert "mermaid" not in plain


def test_a_flavour_is_known_and_for_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    said = refuse(capsys, "answers.yaml", "--flavour", "githup")
    assert "there is no flavour 'githup'" in said
    assert "did you mean 'github'?" in said
    said = refuse(capsys, "answers.yaml", "-o", "a.html", "--flavour", "github")
    assert "--flavour is for Markdown, not for html" in said
    assert not Path("a.html").exists()
    said = refuse(capsys, "answers.yaml", "--flavour", "github", "--template", ".")
    assert "--flavour github has templates of its own" in said
