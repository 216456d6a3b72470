"""A small framework with one answer file, whose numbers are worked by hand, and the program."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FRAMEWORK = """\
format: framework/1
id: small
version: 1.0.0
title: A small framework
levels:
  - {level: 0, name: Absent, description: Nothing}
  - {level: 1, name: Ad hoc, description: Some}
  - {level: 2, name: Developing, description: More}
  - {level: 3, name: Established, description: Much}
  - {level: 4, name: Leading, description: All}
dimensions: [security, data]
min_coverage: 0.6
roles: [{id: leadership, title: Leadership}]
facts: [{id: staff, ask: How many staff?, type: number, unit: people, if_unknown: 1000}]
profiles: [{id: council, title: Council, targets: {security: 3, data: 2}}]
"""
STATEMENTS = "levels: {0: Never, 1: Seldom, 2: Often, 3: Mostly, 4: Always}"
SECURITY = f"""\
format: questionnaire/1
id: security
title: Security
questions:
  - id: mfa
    ask: How widely is multi-factor authentication enforced?
    type: level
    {STATEMENTS}
    weight: 2
    critical: [{{at_most: 1, cap: 2, because: One stolen password opens everything}}]
  - {{id: backups, ask: Are backups restored?, type: level, {STATEMENTS}}}
  - {{id: patching, ask: Is software patched?, type: level, {STATEMENTS}}}
  - {{id: training, ask: Are people trained?, type: level, {STATEMENTS}}}
actions:
  - {{id: enforce-mfa, title: Enforce it, raises: {{mfa: 3}}, effort_days: 20, months: 2}}
"""
DATA = f"""\
format: questionnaire/1
id: data
title: Data
questions:
  - {{id: register, ask: Is there a register?, type: level, {STATEMENTS}}}
"""
ANSWERS = """\
format: answers/1
framework: {path: framework}
organisation: {name: Example Borough Council, profile: council}
respondent: {id: r-07}
date: 2026-11-22
answers:
  security.mfa: 1
  security.backups: 3
  security.patching: 4
  data.register: 2
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the current folder one with `framework/` and `answers.yaml`.

    Security is (2*1 + 3 + 4) / 4 = 2.25, capped at 2, its range 1.8 to 2; Data is 2. Overall 2.
    """
    (tmp_path / "framework").mkdir()
    (tmp_path / "framework" / "framework.yaml").write_text(FRAMEWORK)
    (tmp_path / "framework" / "security.yaml").write_text(SECURITY)
    (tmp_path / "framework" / "data.yaml").write_text(DATA)
    (tmp_path / "answers.yaml").write_text(ANSWERS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Program(Protocol):
    """The real program in a process of its own."""

    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run it in the current folder."""
        ...


@pytest.fixture
def program() -> Program:
    names = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "ACCESSIBLE", "MATURITY_DEBUG")
    kept = {name: value for name, value in os.environ.items() if name not in names}

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "maturity", *arguments],
            env={**kept, "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8", **environment},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=60,
            check=False,
        )

    return run
