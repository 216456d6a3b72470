"""The pre-commit hooks and the GitHub Action, as far as they run without either."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from check.folders import HERE
from maturity.cli.app import run

PROJECT = HERE.parents[1]
BAD = HERE / "bad" / "leading-question" / "security.yaml"


def loaded(name: str) -> Any:
    return yaml.safe_load((PROJECT / name).read_text(encoding="utf-8"))


HOOKS = {hook["id"]: hook for hook in loaded(".pre-commit-hooks.yaml")}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "questionnaires").mkdir()
    shutil.copy(BAD, tmp_path / "questionnaires" / "security.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "is_ours"),
    [
        ("questionnaires/security.yaml", True),
        ("a/questionnaires/our-framework/security.yml", True),
        ("assessment.yaml", True),
        ("ours/answers/r-01.yaml", True),
        ("brand.maturity.yaml", True),
        (".github/workflows/ci.yaml", False),
        ("my-questionnaires/security.yaml", False),
        ("questionnaires/README.md", False),
    ],
)
def test_the_hook_of_changed_files_looks_at_ours(path: str, is_ours: bool) -> None:
    assert bool(re.search(HOOKS["maturity-check"]["files"], path)) == is_ours


@pytest.mark.parametrize(
    ("hook", "names"), [("maturity-check", True), ("maturity-check-all", False)]
)
@pytest.mark.parametrize(("given", "code"), [([], 0), (["--fail-on", "warning"], 1)])
def test_the_hooks_entry_runs(
    hook: str, names: bool, given: list[str], code: int, project: Path
) -> None:
    assert HOOKS[hook].get("pass_filenames", True) == names
    program, *entry = shlex.split(HOOKS[hook]["entry"])
    assert program == "maturity"
    files = ["questionnaires/security.yaml"] if names else []
    assert run([*entry, *HOOKS[hook]["args"], *given, *files]) == code
    (project / "maturity.toml").write_text('exclude = ["questionnaires"]\n')
    assert run([*entry, *given, *files]) == (0 if names else 2)


def step(project: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's step `Check` as a runner does, with inputs as its defaults are."""
    action = loaded("action.yml")
    given = {name: what.get("default", "") for name, what in action["inputs"].items()} | inputs
    (check,) = (s for s in action["runs"]["steps"] if s.get("name") == "Check")
    program = project / "runner" / "maturity" / "bin"
    program.mkdir(parents=True, exist_ok=True)
    if not (program / "python").exists():
        (program / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        (program / "python").chmod(0o755)
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: given[found[1]], text)
        for name, text in check["env"].items()
    }
    runner = {"RUNNER_TEMP": str(project / "runner"), "PYTHONPATH": str(PROJECT)}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check["run"]],  # noqa: S607 - as the action does
        env={**os.environ, **runner, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")


@needs_bash
def test_the_action_annotates_prints_and_writes_sarif(project: Path) -> None:
    done = step(project)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("::warning file=questionnaires/security.yaml,line=6,")
    assert "\nwarning[leading-question]: " in done.stdout
    written = json.loads((project / "maturity-check.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in written["runs"][0]["results"]] == ["Q402"]


@needs_bash
def test_the_actions_inputs_are_options_and_never_commands(project: Path) -> None:
    assert step(project, **{"fail-on": "warning", "sarif-file": ""}).returncode == 1
    assert not (project / "maturity-check.sarif").exists()
    assert step(project, args="--ignore\nQ402", **{"fail-on": "warning"}).returncode == 0
    (project / "maturity.toml").write_text('fail-on = "warning"\n')
    assert step(project, paths="questionnaires\nquestionnaires/security.yaml").returncode == 1
    hostile = step(project, paths="$(touch pwned); `touch pwned`")
    assert hostile.returncode == 2
    assert not (project / "pwned").exists()
