"""A small framework with every kind of part, and a way to spoil one line of it.

In what replaces the line, `§` stands where the problem must be reported; it is not written.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.errors import MaturityError

FRAMEWORK = """\
format: framework/1
id: small
version: 2.1.0
title: Small
levels:
  - {level: 0, name: None}
  - {level: 1, name: Some}
  - {level: 2, name: Half}
  - {level: 3, name: Most}
  - {level: 4, name: All}
dimensions: [security, data]
roles:
  - {id: specialist, title: Specialist}
  - {id: leadership, title: Leadership}
facts:
  - {id: uses-ai, ask: Is AI in use?, type: yes-no, if_unknown: yes}
  - {id: staff, ask: How many staff?, type: number, unit: people, if_unknown: 100}
  - id: nation
    ask: Which nation?
    type: choice
    options: [{id: england, label: England}, {id: wales, label: Wales}]
    if_unknown: wales
profiles:
  - id: council
    title: Council
    targets: {security: 3, data: 2}
    weights: {data: 1.5, security.mfa: 2}
    leave_out: [data.shared]
  - {id: charity, title: Charity}
lenses:
  - {id: ai, title: AI}
sources:
  - {id: caf, title: Assessment framework, checked: official}
renamed:
  security.two-factor: [security.mfa]
  security.passwords: [security.two-factor, security.backups]
  security.doors: [security.floppy-disks]
retired: [security.floppy-disks]
"""
SECURITY = """\
format: questionnaire/1
id: security
title: Security
questions:
  - id: mfa
    ask: How widely is multi-factor authentication enforced?
    type: level
    levels:
      0: Nowhere
      1: For some
      2: For most
      4: For all
    weight: 2
    answered_by: [specialist]
    critical:
      - {at_most: 0, cap: 1, because: One password opens everything}
      - {at_most: 1, cap: 2, because: Some passwords open much}
    not_applicable: no
    sources: [caf]
    lenses: [ai]
  - id: backups
    ask: What share of backups was restored?
    type: number
    unit: percent
    min: 0
    max: 100
    bands: {0: 0, 1: 10, 2: 40, 4: 80}
    ask_if: {fact: staff, at_least: 10}
  - id: patching
    ask: What is patched every month?
    type: checklist
    items:
      - {id: servers, label: Servers}
      - {id: laptops, label: Laptops}
      - {id: phones, label: Phones}
    count: {1: 1, 4: 3}
  - id: response
    ask: What is there for the worst day?
    type: checklist
    items: [{id: plan, label: A plan}, {id: drill, label: A drill}]
    rules:
      - {level: 4, all: [plan, drill]}
      - {level: 2, any: [plan, drill]}
actions:
  - id: enforce-mfa
    title: Enforce multi-factor authentication
    raises: {mfa: 4}
    needs: [list-accounts]
    effort_days: 20
  - id: list-accounts
    title: List the accounts
    raises: {patching: 1, data.open: 2}
    effort_days: {low: 2, high: 4}
    sources: [caf]
"""
DATA = """\
format: questionnaire/1
id: data
title: Data
topics:
  - id: held
    title: Held
    aggregate: ladder
    pass: 3
    questions:
      - {id: listed, ask: Is it listed?, type: yes-no, level_if_yes: 4, level_if_no: 0, rung: 1}
      - id: open
        ask: Is it open?
        type: choice
        options:
          - {id: none, label: None, level: 0}
          - {id: all, label: All, level: 4}
        rung: 2
  - id: used
    title: Used
    questions:
      - {id: shared, ask: Is it shared?, type: level, levels: {0: Never, 3: Always}}
      - {id: story, ask: Will you tell us more?, type: text}
"""
ANSWERS = """\
format: answers/1
framework: {path: framework, version: 2.0.0}
organisation: {name: Example Council, profile: council, facts: {staff: 50}}
respondent: {id: r-1, role: specialist}
answers:
  security.mfa: 2
  security.backups: 45
  security.patching: [servers, phones]
  data.open: all
  data.listed: yes
"""
OTHER = """\
format: answers/1
framework: {path: framework, version: 2.0.0}
organisation: {name: Example Council, profile: council, facts: {staff: 50}}
respondent: {id: r-2, role: leadership}
answers:
  security.mfa: 0
"""
ASSESSMENT = """\
format: assessment/1
framework: {path: framework}
organisation: {name: Example Council, profile: council, facts: {staff: 50}}
date: 2026-11-30
status: draft
roles: [{id: clinician, title: Clinician}]
targets: {security: {level: 3.5, because: We agreed}, security.mfa: 4}
weights: {data: {weight: 2, because: We hold much}}
actions:
  tracked: {enforce-mfa: {status: started}}
  local:
    - {id: tell-people, title: Tell people, raises: {security.mfa: 1}, effort_days: 2}
commentary: {summary: All well, security: Better, enforce-mfa: Soon}
"""
GOOD = {
    "framework/framework.yaml": FRAMEWORK,
    "framework/security.yaml": SECURITY,
    "framework/data.yaml": DATA,
}
EXPECTED = "§"


def write(folder: Path, files: dict[str, str]) -> None:
    """Write the files of the good framework, and these."""
    for name, text in {**GOOD, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(EXPECTED, ""), encoding="utf-8")


def changed(text: str, old: str, new: str) -> str:
    """The text with one place of it changed."""
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    return text.replace(old, new)


def marked(files: dict[str, str]) -> list[str]:
    """The places that are marked, as file:line:column."""
    return [
        f"{name}:{number}:{line.index(EXPECTED) + 1}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if EXPECTED in line
    ]


def told(folder: Path, error: pytest.ExceptionInfo[MaturityError]) -> list[tuple[str, str, str]]:
    """Each problem's place, message and hint; paths from the folder."""
    return [
        (
            str(problem.location).removeprefix(f"{folder}/") if problem.location else "",
            problem.message.replace(f"{folder}/", ""),
            problem.hint.replace(f"{folder}/", ""),
        )
        for problem in error.value.problems
    ]
