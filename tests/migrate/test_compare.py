"""A migrated assessment compared with what it was: only ids changed, so nothing moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate.years import BEFORE, HEAD, SHARED, planned, question

from maturity.compare import compare
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.migrate import write

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = """\
format: answers/1
framework: {{id: yearly, version: 1.0.0}}
organisation: {{name: Example}}
respondent: {{id: {who}}}
answers:
  security.two-factor: {first}
  security.passwords: 1   # too short
  security.doors: unknown
  security.backups: {{not_applicable: None are made}}
"""
RENAMED = """\
renamed:
  security.two-factor: [security.mfa]
  security.passwords: [security.length]
"""


def test_where_only_ids_changed_nothing_moved(tmp_path: Path) -> None:
    same = HEAD + "".join(map(question, ("mfa", "length", "doors", "patching", "backups", "notes")))
    for name, version, more, text in (
        ("old", "1.0.0", "", BEFORE),
        ("framework", "2.0.0", RENAMED, same),
    ):
        (tmp_path / name).mkdir()
        shared = SHARED.format(version=version, more=more)
        (tmp_path / name / "framework.yaml").write_text(shared)
        (tmp_path / name / "security.yaml").write_text(text)
    folder = tmp_path / "answers"
    folder.mkdir()
    for who, first in (("bo", 2), ("di", 4), ("el", "unknown")):
        (folder / f"{who}.yaml").write_text(ANSWERS.format(who=who, first=first))
    before = evaluate(load_assessment([folder], framework=str(tmp_path / "old")))
    write(planned(tmp_path))
    after = evaluate(load_assessment([folder], framework=str(tmp_path / "framework")))
    # mfa is the median of 2 and 4, and length 1: the mean is 2
    assert (before.overall.exact, after.overall.exact) == ("2", "2")
    found = compare(before, after)
    assert found.overall.change == 0
    assert found.because is not None
    assert (found.because.organisation, found.because.rules) == (0, 0)
    assert {movement.change for movement in found.questions} == {0, None}
    assert (found.added, found.removed) == ((), ())
    assert len(found.questions) == 6
