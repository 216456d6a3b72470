"""assessment.yaml: targets, weights and commentary follow; what is gone is left and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from migrate.years import ANSWERS, make, planned

from maturity.load.assessment import load_assessment
from maturity.migrate import write
from maturity.model.migrated import Step

if TYPE_CHECKING:
    from pathlib import Path

ASSESSMENT = """\
format: assessment/1
framework: {path: framework, version: 1.0.0}
organisation: {name: Example}
targets:
  security: 3                     # the board's
  security.two-factor: {level: 4, because: We agreed}   # in June
  security.passwords: 2
weights:
  security.two-factor: {weight: 2, because: It matters}
commentary: {summary: Fine, security: Better}
"""


def test_targets_and_weights_follow_their_questions(tmp_path: Path) -> None:
    make(tmp_path, assessment=ASSESSMENT, one=ANSWERS)
    change = planned(tmp_path)[0]
    write([change])
    text = (tmp_path / "assessment.yaml").read_text()
    moved = ASSESSMENT.replace("two-factor", "mfa").replace("1.0.0", "2.0.0")
    lines = "  security.length: 2\n  security.manager: 2\n"
    assert text == moved.replace("  security.passwords: 2\n", lines)
    done = change.done
    assert done.carried == 3  # security; summary and security
    assert done.moved == (
        Step("security.two-factor", ("security.mfa",), where="targets"),
        Step("security.two-factor", ("security.mfa",), where="weights"),
    )
    new = ("security.length", "security.manager")
    assert done.split == (Step("security.passwords", new, where="targets"),)
    assert done.left == ()


def test_the_whole_then_loads(tmp_path: Path) -> None:
    answers = ANSWERS.replace("id: yearly", "path: ../framework")
    make(tmp_path, assessment=ASSESSMENT, one=answers)
    write(planned(tmp_path))
    loaded = load_assessment([tmp_path])
    assert loaded.framework.file.version == "2.0.0"
    assert {name: target.level for name, target in loaded.targets.items()} == {
        "security": 3,
        "security.mfa": 4,
        "security.length": 2,
        "security.manager": 2,
    }
    assert loaded.weights["security.mfa"].weight == 2
    assert loaded.notes == ()


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("  security.passwords: 2\n", "  security.doors: 2\n",
         "targets: security.doors is no longer in the framework; take it out"),
        ("  security.passwords: 2\n", "  security.mfa: 2\n",
         "targets: security.two-factor is now security.mfa, which is there too; take it out"),
        ("  security: 3 ", "  security: 9 ", "targets: security is 9, and the scale is now 0 to 4"),
        ("commentary:", "actions: {tracked: {lift: {status: done}}}\ncommentary:",
         "actions: tracked: lift is no longer in the framework; take it out"),
        ("commentary:", "actions: {local: [{id: own, title: Own, effort_days: 1, "
         "raises: {security.passwords: 3}}]}\ncommentary:",
         "actions: local: own raises security.passwords; "
         "write security.length and security.manager"),
        ("commentary:", "actions: {local: [{id: own, title: Own, effort_days: 1, "
         "raises: {security.two-factor: 3, security.mfa: 2}}]}\ncommentary:",
         "actions: local: own raises security.two-factor; write security.mfa"),
        ("commentary:", "actions: {local: [{id: own, title: Own, effort_days: 1, "
         "raises: {security.doors: 3}}]}\ncommentary:",
         "actions: local: own raises security.doors; take it out"),
        ("commentary:", "actions: {local: [{id: own, title: Own, effort_days: 1, needs: [lift], "
         "raises: {security.mfa: 3}}]}\ncommentary:",
         "actions: local: own needs lift, which is no longer in the framework; take it out"),
        ("commentary: {", "commentary: {lift: Soon, ",
         "commentary: lift is no longer in the framework; take it out"),
        ("targets:", "status: final\napprovals: [{by: Bo, date: 2026-01-02, digest: ab}]\ntargets:",
         "approvals: the answers have other ids now; approve them again, or set 'status: draft'"),
    ],
)  # fmt: skip
def test_what_a_person_has_to_change_is_listed_and_left(
    tmp_path: Path, old: str, new: str, left: str
) -> None:
    assert ASSESSMENT.count(old) == 1
    text = ASSESSMENT.replace(old, new)
    make(tmp_path, assessment=text, one=ANSWERS)
    change = planned(tmp_path)[0]
    assert change.done.left == (left,)
    write([change])
    section = new.strip().partition("\n")[0]
    assert section in (tmp_path / "assessment.yaml").read_text()


def test_a_current_assessment_stays_and_its_answers_move(tmp_path: Path) -> None:
    current = "format: assessment/1\nframework: {path: framework, version: 2.0.0}\n"
    current += "organisation: {name: Example}\n"
    make(tmp_path, assessment=current, one=ANSWERS)
    main, sheet = planned(tmp_path)
    assert (main.done.is_current, sheet.done.is_current) == (True, False)


def test_local_actions_raise_the_questions_of_today(tmp_path: Path) -> None:
    local = """\
actions:
  local:
    - {id: ask, title: Ask, effort_days: 1, raises: {security.backups: 2}}
    - id: own
      title: Own
      effort_days: 1
      raises:
        security.backups: 3
        security.two-factor: 3   # with keys
      x-ticket: 12
"""
    text = ASSESSMENT + local
    make(tmp_path, assessment=text, one=ANSWERS.replace("id: yearly", "path: ../framework"))
    changes = planned(tmp_path)
    assert changes[0].done.left == ()
    step = Step("security.two-factor", ("security.mfa",), where="actions: local: raises")
    assert changes[0].done.moved[-1] == step
    write(changes)
    after = (tmp_path / "assessment.yaml").read_text()
    assert after.endswith(local.replace("two-factor", "mfa"))
    raises = load_assessment([tmp_path]).local_actions[1].raises
    assert raises == {"security.backups": 3, "security.mfa": 3}
