"""`maturity compare`: where its document goes, and in which format."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from maturity.cli.app import run
from maturity.cli.formats import COMPARISONS, FORMATS, Format

pytestmark = pytest.mark.usefixtures("folder")
BOTH = ["compare", "earlier.yaml", "answers.yaml"]


@pytest.fixture(autouse=True)
def earlier(folder: Path) -> None:
    text = (folder / "answers.yaml").read_text()
    (folder / "earlier.yaml").write_text(text.replace("security.mfa: 1", "security.mfa: 0"))


@pytest.mark.parametrize(
    ("name", "start"), [("a.html", "<!doctype html>"), ("a.md", "# "), ("a.json", "{\n")]
)
def test_the_ending_says_what_is_written(
    name: str, start: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*BOTH, "-o", name]) == 0
    assert Path(name).read_text(encoding="utf-8").startswith(start)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"Wrote {name}\n")


def test_compare_writes_no_format_that_holds_no_comparison(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new format of a report is a line in the table; compare refuses it, and offers its own."""
    module = ModuleType("maturity.render.formats.plain")
    module.__dict__["render_plain"] = lambda result, _: f"{result.organisation.name}\n"
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(FORMATS, "plain", Format((".txt",), lays_out=False))
    assert run(["report", "answers.yaml", "-o", "a.txt"]) == 0
    assert Path("a.txt").read_text() == "Example Borough Council\n"
    capsys.readouterr()
    assert run([*BOTH, "-o", "b.txt"]) == 2
    said = capsys.readouterr().err
    assert "the name 'b.txt' does not say what to write" in said
    assert "end it with one of .md, .markdown, .html, .htm, .json" in said
    assert not Path("b.txt").exists()


@pytest.mark.parametrize("command", ["report", "compare"])
def test_the_help_names_the_formats_of_the_table(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "--help"]) == 0
    wanted = {"report": [*FORMATS], "compare": ["table", *COMPARISONS]}[command]
    assert "|".join(wanted) in capsys.readouterr().out.replace("\n", "")


def test_what_is_written_is_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*BOTH, "-o", "a.html"]) == 0
    capsys.readouterr()
    assert run([*BOTH, "--format", "html"]) == 0
    assert capsys.readouterr().out == Path("a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "earlier.yaml"], "the report would take the place of earlier.yaml"),
        (["-o", "a.docx"], "the name 'a.docx' does not say what to write"),
        (["-o", "a.html", "--format", "table"], "a table is for the terminal"),
        (["--format", "tabel"], "there is no format 'tabel'"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_touched(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name: path.read_bytes() for path in Path().glob("*.*")}
    assert run([*BOTH, *arguments]) == 2
    assert f"error: {message}" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in Path().glob("*.*")} == before
