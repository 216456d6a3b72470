from __future__ import annotations

import runpy
import shlex
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maturity import __main__, __version__
from maturity.cli import app
from maturity.load import framework
from maturity.resources import DEMO_SAMPLE, sample

if TYPE_CHECKING:
    from cli.conftest import Program

HEAVY = {"typer", "rich", "jinja2", "pydantic", "yaml"}


def modules_after(*arguments: str) -> set[str]:
    code = (
        "import sys; sys.argv[1:] = sys.argv[1:]; from maturity.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def test_version_imports_none_of_the_libraries() -> None:
    assert modules_after("--version") & HEAVY == set()


def test_help_of_the_program_and_of_a_command_imports_no_more_than_it_needs() -> None:
    assert modules_after("--help") & HEAVY == {"typer"}
    loaded = modules_after("score", "--help")
    assert loaded & HEAVY == {"typer"}
    assert "maturity.cli.report" not in loaded


def test_version_is_printed_on_stdout(program: Program) -> None:
    done = program("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"maturity {__version__}\n", "")


def test_version_beside_other_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["--version", "score"]) == 0
    assert capsys.readouterr().out == f"maturity {__version__}\n"


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_every_command(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run([flag]) == 0
    printed = capsys.readouterr().out
    for name, summary in app.COMMANDS.items():
        row = next(line for line in printed.splitlines() if line.startswith(f"  {name} "))
        assert summary[:40] in row
    assert "Exit codes: 0 done, 1 examined and found wanting, 2 could not run." in printed


@pytest.mark.parametrize("name", app.COMMANDS)
def test_every_row_of_the_table_is_a_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    module = import_module(f"maturity.cli.{name}")
    assert module.run.__doc__.splitlines()[0] == app.COMMANDS[name]
    assert app.run([name, "-h"]) == 0
    printed = capsys.readouterr().out
    assert f"Usage: maturity {name} " in printed
    for example in module.EXAMPLES:
        assert f"\n    {example}\n" in printed


# assess asks a person: its examples are run in a terminal, with its other tests.
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", [name for name in app.COMMANDS if name != "assess"])
def test_every_example_of_the_help_works(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree("framework", "questionnaires/our-framework")
    shutil.copytree(sample(DEMO_SAMPLE), ".", dirs_exist_ok=True)
    shutil.copy("answers/r-01-leadership.yaml", "answers.yaml")
    commit = ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "First"]
    for words in (["init", "-q", "-b", "main"], ["add", "."], commit):
        subprocess.run(["git", *words], check=True)  # noqa: S607 - the git on PATH
    for example in import_module(f"maturity.cli.{name}").EXAMPLES:
        if "result.json" in example:
            assert app.run(["report", ".", "-o", "result.json"]) == 0
        if "--language" in example:
            assert app.run(["new", "language", "cy.yaml"]) == 0
        if "--theme" in example:
            assert app.run(["new", "theme", "brand.yaml"]) == 0
        words = shlex.split(example.partition(" > ")[0])
        assert words[0] == "maturity"
        code = app.run(words[1:])
        said = capsys.readouterr().err
        assert code in (0, 1), said
        assert code == 0 or example.startswith(("maturity check", "maturity score")), said


def test_no_arguments_print_the_help_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Usage: maturity" in err


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["sore"], "error: No such command 'sore'. Did you mean 'score'?"),
        (["score", "--fromat", "json"], "error: No such option: --fromat"),
        (["score"], "error: Missing argument 'ANSWERS...'"),
        (["score", "a.yaml", "--format"], "error: Option '--format' requires an argument"),
        (["frameworks", "a", "b"], "error: Got unexpected extra argument(s) (b)"),
        (["--\x1b[31mred"], "error: No such option: --"),
    ],
)
def test_wrong_usage_exits_with_2(
    arguments: list[str], error: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(error)
    assert "--help shows how it is used" in err
    assert "\x1b" not in err


def break_frameworks(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_: str) -> None:
        raise error

    monkeypatch.setattr(framework, "find_framework", fail)


def test_a_fault_is_one_line_and_no_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MATURITY_DEBUG", raising=False)
    break_frameworks(monkeypatch, KeyError("x\x1b]0;"))
    assert app.run(["frameworks"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: this is a fault in maturity (KeyError: 'x\\x1b]0;')\n  help: ")
    assert "Traceback" not in err


def test_a_fault_shows_its_trace_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MATURITY_DEBUG", "1")
    break_frameworks(monkeypatch, ValueError("odd"))
    assert app.run(["frameworks"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("Traceback")
    assert "this is a fault in maturity (ValueError: odd)" in err


def test_ctrl_c_is_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    break_frameworks(monkeypatch, KeyboardInterrupt())
    assert app.run(["frameworks"]) == 130
    assert capsys.readouterr() == ("", "\n")


def test_ctrl_c_while_starting_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "run", interrupt)
    monkeypatch.setattr(sys, "argv", ["maturity", "frameworks"])
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 130


def test_the_fast_path_and_the_exit_code_of_main(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["maturity", "--version"])
    runpy.run_path(str(Path(__main__.__file__)), run_name="__main__")
    assert capsys.readouterr().out == f"maturity {__version__}\n"
    monkeypatch.setattr(sys, "argv", ["maturity", "frameworks", "no-such"])
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 2


@pytest.mark.parametrize("columns", [24, 40, 60, 80])
def test_help_fits_a_narrow_terminal(
    columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert app.run(["--help"]) == 0
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= columns
    assert all(f"\n  {name} " in printed for name in app.COMMANDS)
