"""--theme and --template on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from load.logos import GOOD_SVG, write_theme
from load.test_themes import WHOLE

from maturity.cli.app import run

if TYPE_CHECKING:
    from cli.conftest import Program

ASSESSMENT = """\
format: assessment/1
framework: {path: framework}
organisation: {name: Example Borough Council, profile: council}
theme: theme.yaml
"""


@pytest.fixture(autouse=True)
def theme(folder: Path) -> Path:
    return write_theme(folder, WHOLE, GOOD_SVG)


def text(name: str) -> str:
    return Path(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.json"])
def test_the_theme_that_is_named_is_used(name: str) -> None:
    assert run(["report", "answers.yaml", "--theme", "theme.yaml", "-o", name]) == 0
    assert "OFFICIAL-SENSITIVE" in text(name)
    assert run(["report", "answers.yaml", "-o", name]) == 0
    assert "OFFICIAL-SENSITIVE" not in text(name)


@pytest.mark.parametrize("name", ["again.html", "again.md"])
def test_a_result_gives_the_same_bytes_without_the_files(name: str, folder: Path) -> None:
    Path("assessment.yaml").write_text(ASSESSMENT)
    paths = ["assessment.yaml", "answers.yaml"]
    assert run(["report", *paths, "-o", name]) == 0
    assert "OFFICIAL-SENSITIVE" in text(name)
    direct = Path(name).read_bytes()
    assert run(["report", *paths, "-o", "result.json"]) == 0
    (folder / "theme.yaml").unlink()
    (folder / "logo.svg").unlink()
    assert run(["report", "result.json", "-o", name]) == 0
    assert Path(name).read_bytes() == direct


def test_a_theme_named_on_the_command_line_outranks_the_others() -> None:
    Path("assessment.yaml").write_text(ASSESSMENT)
    Path("other.yaml").write_text("format: theme/1\nname: Other\nmarking: TOP\n")
    arguments = ["report", "assessment.yaml", "answers.yaml", "--theme", "other.yaml"]
    assert run([*arguments, "-o", "a.md"]) == 0
    assert text("a.md").startswith("**TOP**\n")
    assert "OFFICIAL" not in text("a.md")


@pytest.mark.parametrize("style", ["html", "markdown"])
def test_a_comparison_has_the_look_and_keeps_its_title(
    style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    both = ["compare", "answers.yaml", "answers.yaml", "--format", style]
    assert run([*both, "--theme", "theme.yaml"]) == 0
    said = capsys.readouterr().out
    assert "OFFICIAL" in said
    assert "Northgate" in said
    assert "What moved" in said
    assert "A review" not in said


def test_a_wrong_theme_is_shown_in_its_line(program: Program) -> None:
    Path("theme.yaml").write_text('format: theme/1\nname: X\ncolours: {light: {ink: "#eee"}}\n')
    done = program("report", "answers.yaml", "--theme", "theme.yaml", "-o", "a.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "  --> theme.yaml:3:24\n" in done.stderr
    assert not Path("a.html").exists()


def test_a_template_of_ones_own(program: Program) -> None:
    Path("mine").mkdir()
    Path("mine/report.html.j2").write_text(
        '{% extends "maturity/report.html.j2" %}\n'
        "{% block title %}<h1>For {{ result.organisation.name }}</h1>{% endblock %}\n"
    )
    done = program("report", "answers.yaml", "--template", "mine", "-o", "a.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert "<h1>For Example Borough Council</h1>" in text("a.html")
    refused = program("report", "answers.yaml", "--template", "mine", "-o", "a.md")
    assert refused.returncode == 2
    assert "mine has no template for markdown" in refused.stderr
    assert not Path("a.md").exists()


def test_a_template_that_fails_is_shown_in_its_line(program: Program) -> None:
    Path("mine").mkdir()
    Path("mine/report.html.j2").write_text(
        '{% extends "maturity/report.html.j2" %}\n{% block title %}\n  {{ reslut }}{% endblock %}'
    )
    done = program("report", "answers.yaml", "--template", "mine", "-o", "a.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[:2] == [
        "error: there is no variable 'reslut'",
        "  --> mine/report.html.j2:3:3",
    ]
    assert "help: did you mean 'result'?" in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("a.html").exists()
    assert (
        "there is no folder none" in program("report", "answers.yaml", "--template", "none").stderr
    )
