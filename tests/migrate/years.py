"""A framework of last year and of this year, and the files that were written for the first.

This year mfa has been renamed twice, passwords split in two, doors retired, patching's levels
changed, and backups is as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.load.collect import collect
from maturity.load.findings import stop_if_any
from maturity.load.framework import load_framework
from maturity.load.history import current_ids
from maturity.load.shape import fit
from maturity.migrate import Change, Source, plan
from maturity.model.answers import AnswersFile
from maturity.model.assessment import AssessmentFile

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.load.positions import Document
    from maturity.migrate.change import Locate

SHARED = """\
format: framework/1
id: yearly
version: {version}
title: Yearly
levels:
  - {{level: 0, name: None}}
  - {{level: 1, name: Some}}
  - {{level: 2, name: Half}}
  - {{level: 3, name: Most}}
  - {{level: 4, name: All}}
dimensions: [security]
roles: [{{id: specialist, title: Specialist}}]
{more}"""
HEAD = "format: questionnaire/1\nid: security\ntitle: Security\nquestions:\n"
LEVELS = "levels: {0: No, 1: Little, 2: Half, 3: Much, 4: All}"
ALL = "type: level, " + LEVELS


def question(name: str, rest: str = ALL) -> str:
    return f"  - {{id: {name}, ask: How is {name}?, {rest}}}\n"


BEFORE = HEAD + "".join(
    map(question, ("two-factor", "passwords", "doors", "patching", "backups", "notes"))
)
AFTER = (
    HEAD
    + question("mfa")
    + question("length")
    + question("manager", "type: yes-no, level_if_yes: 4, level_if_no: 0")
    + question("patching", "type: level, levels: {0: No, 2: Half, 4: All}")
    + question("backups")
    + question("notes", ALL + ", not_applicable: no")
)
ACTIONS = """\
actions:
  - {id: enforce, title: Enforce, raises: {mfa: 3}, effort_days: 5}
"""
MORE = """\
renamed:
  security.two-factor: [security.two-step]
  security.two-step: [security.mfa]
  security.passwords: [security.length, security.manager]
retired: [security.doors]
"""
ANSWERS = """\
# of the second week
format: answers/1
framework: {id: yearly, version: 1.0.0}   # last year's
organisation: {name: Example}
respondent: {id: r-1, role: specialist}
answers:
  # access
  security.two-factor: 2   # since May
  security.backups:
    answer: 3              # tested
    note: "Twice"
    x-ticket: 17

  security.passwords: 1    # too short
  security.doors:
    answer: 4
    note: All of them
    x-door: front
  security.patching: 3     # nearly all
  security.notes: {not_applicable: Nobody writes any}
"""
MIGRATED = """\
# of the second week
format: answers/1
framework: {id: yearly, version: 2.0.0}   # last year's
organisation: {name: Example}
respondent: {id: r-1, role: specialist}
answers:
  # access
  security.mfa: 2   # since May
  security.backups:
    answer: 3              # tested
    note: "Twice"
    x-ticket: 17

  security.length: 1    # too short
  # nearly all
retired:
  security.patching: 3
  security.notes:
    not_applicable: Nobody writes any
  security.passwords: 1
  security.doors:
    answer: 4
    note: All of them
    x-door: front
"""


def make(folder: Path, **files: str) -> Path:
    """Write this year's framework into `framework`, last year's into `old`, and files."""
    for name, version, more, questions in (
        ("old", "1.0.0", "", BEFORE),
        ("framework", "2.0.0", MORE, AFTER + ACTIONS),
    ):
        (folder / name).mkdir()
        shared = SHARED.format(version=version, more=more)
        (folder / name / "framework.yaml").write_text(shared)
        (folder / name / "security.yaml").write_text(questions)
    (folder / "answers").mkdir()
    for name, text in files.items():
        path = folder / ("assessment.yaml" if name == "assessment" else f"answers/{name}.yaml")
        path.write_text(text)
    return folder


def place(document: Document) -> Locate:
    return lambda keys: document.locate(keys, key=True)


def planned(folder: Path) -> list[Change]:
    """Plan the files of a folder for this year's framework: the assessment's change first."""
    framework = load_framework(folder / "framework")
    collected = collect([folder if (folder / "assessment.yaml").exists() else folder / "answers"])
    answers: list[Source[AnswersFile]] = []
    for one in collected.answers:
        sheet, problems = fit(AnswersFile, one)
        stop_if_any(problems)
        assert sheet is not None
        path = folder / "answers" / one.source.path.rpartition("/")[2]
        answers.append(Source(path, path.read_bytes(), sheet, place(one)))
    main = None
    if collected.assessment is not None:
        document = collected.assessment
        file, problems = fit(AssessmentFile, document)
        stop_if_any(problems)
        assert file is not None
        path = folder / "assessment.yaml"
        main = Source(path, path.read_bytes(), file, place(document))
    return plan(answers, main, framework, lambda name: current_ids(name, framework))
