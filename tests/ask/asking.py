"""A framework with a question of each type, and a person at a terminal who answers it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.ask.asked import Audience, select
from maturity.ask.session import Session
from maturity.load.framework import load_framework

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pexpect

    from maturity.model.answers import Answer
    from maturity.model.framework import Framework

MAIN = """\
format: framework/1
id: kinds
version: 1.1.0
title: One of each kind
levels:
  - {level: 0, name: Absent}
  - {level: 1, name: Ad hoc}
  - {level: 2, name: Developing}
  - {level: 3, name: Established}
dimensions: [people, tools]
roles: [{id: leadership, title: Leadership}, {id: frontline, title: Front line}]
facts:
  - {id: uses-ai, ask: Is any AI in use?, type: yes-no, if_unknown: yes}
  - {id: staff, ask: How many staff?, type: number, unit: people, if_unknown: 1000}
  - id: nation
    ask: Which nation?
    type: choice
    options: [{id: wales, label: Wales}, {id: england, label: England}]
    if_unknown: england
profiles:
  - {id: council, title: Council, targets: {people: 2, tools: 3}, leave_out: [tools.trains]}
  - {id: railway, title: Railway}
renamed: {people.teaching: [people.training]}
"""
PEOPLE = """\
format: questionnaire/1
id: people
title: People
questions:
  - id: training
    ask: Are staff trained every year?
    why: Nobody guesses how a tool works.
    type: level
    levels:
      0: Nobody is.
      1: Some are, on their own initiative, in a few of the teams that asked for it first.
      2: Most are.
      3: All are.
    weight: 2
    critical: [{at_most: 0, cap: 1, because: Untaught people work around tools}]
    not_applicable: no
    expects: [Attendance by team]
  - id: owner
    ask: Who answers for it?
    type: choice
    options:
      - {id: nobody, label: Nobody, level: 0}
      - {id: board, label: The board, level: 3}
    answered_by: [leadership]
  - id: checks
    ask: Which checks are made?
    type: checklist
    items: [{id: plan, label: A plan}, {id: test, label: A test}, {id: review, label: A review}]
actions:
  - {id: train, title: Train everybody, raises: {training: 3}, effort_days: 10, months: 2}
"""
TOOLS = """\
format: questionnaire/1
id: tools
title: Tools
questions:
  - id: share
    ask: What share is supported?
    type: number
    unit: percent
    min: 0
    max: 100
    bands: {0: 0, 1: 50, 2: 75, 3: 90}
    quick: yes
  - {id: backup, ask: Is there a backup?, type: yes-no, level_if_yes: 3, level_if_no: 0}
  - id: ai
    ask: Is AI written down?
    type: yes-no
    level_if_yes: 3
    level_if_no: 0
    ask_if: {fact: uses-ai, is: yes}
  - {id: trains, ask: Do trains run?, type: yes-no, level_if_yes: 3, level_if_no: 0}
  - {id: words, ask: What else?, type: text}
"""
ORDER = (
    "people.training",
    "people.owner",
    "people.checks",
    "tools.share",
    "tools.backup",
    "tools.ai",
    "tools.words",
)
"""What a council is asked that uses AI."""
ANSWERS = """\
format: answers/1   # by hand
framework: {path: framework}
organisation: {name: Our Council, profile: council, facts: {uses-ai: yes, staff: 40}}
respondent: {id: r-1}
date: 2026-11-22
answers:
  people.training:  # the first one
"""


def write_framework(folder: Path) -> Path:
    """Write the framework's files into a folder."""
    folder.mkdir()
    (folder / "framework.yaml").write_text(MAIN)
    (folder / "people.yaml").write_text(PEOPLE)
    (folder / "tools.yaml").write_text(TOOLS)
    return folder


def session_of(
    framework: Framework, answers: dict[str, Answer] | None = None, *, uses_ai: bool = True
) -> Session:
    """Begin a sitting of a council."""
    facts = {"uses-ai": "yes" if uses_ai else "no"}
    audience = Audience(profile=framework.profile("council"))
    return Session(framework, select(framework, audience, facts), answers or {}).begin()


def load(folder: Path) -> Framework:
    """Load the framework."""
    return load_framework(folder)


def spawn(
    *arguments: str, cwd: Path, environment: Mapping[str, str], columns: int = 80, rows: int = 50
) -> pexpect.spawn[str]:
    """Start the real program in a pseudo-terminal."""
    import pexpect

    names = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "ACCESSIBLE", "MATURITY_DEBUG")
    kept = {name: value for name, value in os.environ.items() if name not in names}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "maturity", "assess", *arguments],
        env={**kept, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **environment},
        cwd=str(cwd),
        dimensions=(rows, columns),
        encoding="utf-8",
        timeout=30,
    )
    child.delaybeforesend = 0.05  # what is typed before the prompt is dropped
    return child


def plain_text(text: str) -> str:
    """Take out styles and what a line editor sends."""
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text).replace("\r", "")
