"""What changed since another version, and which version that asks for."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from check.folders import HERE, OPTIONS
from maturity.check.changes import Change, changes, is_enough, needed_version
from maturity.check.finding import Report
from maturity.check.run import Wanted, check_paths
from maturity.check.versions import compare_with
from maturity.errors import MaturityError
from maturity.load.framework import load_framework

if TYPE_CHECKING:
    from pathlib import Path

WANTED = Wanted(
    ignore=["A306"], options=OPTIONS
)  # nothing raises mfa, which is easily renamed then


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        shutil.copytree(HERE / "good" / "removed-id" / "old", folder)
    return old, new


def edit(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / name
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


def found(pair: tuple[Path, Path]) -> list[Change]:
    return changes(load_framework(pair[0]), load_framework(pair[1]))


@pytest.mark.parametrize(
    ("file", "before", "after", "kind", "words"),
    [
        ("security.yaml", "    ask: How widely", "    ask: How far", "wording", "ask"),
        ("security.yaml", "0: No restore", "0: Not a restore", "wording", "levels.0"),
        ("security.yaml", "      2: Staff", "      3: Staff", "scores", "levels.2 Staff"),
        ("security.yaml", "      2: Staff", "      1: None\n      2: Staff", "content", "levels.1"),
        (
            "security.yaml",
            "    ask: How widely",
            "    quick: yes\n    ask: How widely",
            "scores",
            "quick no → yes",
        ),
        (
            "framework.yaml",
            "dimensions:",
            "min_coverage: 0.7\ndimensions:",
            "content",
            "min_coverage",
        ),
        (
            "framework.yaml",
            "  - {level: 2,",
            "  - {level: 1, name: Some}\n  - {level: 2,",
            "scores",
            "levels.1",
        ),
        (
            "framework.yaml",
            "id: example",
            "id: other",
            "ids",
            "the framework's id 'example' is now 'other'",
        ),
        ("security.yaml", "    type: level", "    type: level\n    weight: 3", "scores", "1 → 3"),
        ("security.yaml", "effort_days: 5", "effort_days: 8", "content", "effort_days.high 5 → 8"),
        ("security.yaml", "id: test-restores", "id: test-them", "ids", "'test-restores' is gone"),
        ("framework.yaml", "security: 2", "security: 3", "content", "targets.security 2 → 3"),
        ("framework.yaml", "name: Absent", "name: Nothing", "wording", "levels.0.name"),
        ("framework.yaml", "id: council", "id: city", "ids", "the profile 'council' is gone"),
        ("framework.yaml", "title: Example", "title: Sample", "wording", "title"),
        ("framework.yaml", "dimensions:", "aggregate: min\ndimensions:", "scores", "mean → min"),
    ],
)
def test_each_change_is_of_its_kind(
    pair: tuple[Path, Path], file: str, before: str, after: str, kind: str, words: str
) -> None:
    edit(pair[1], file, before, after)
    first = found(pair)[0]
    assert first.kind == kind
    assert words in first.text


RULES = """\
  - id: tools
    ask: Which of these are in use?
    type: checklist
    items:
      - {id: p, label: Passwords}
      - {id: q, label: Keys}
      - {id: r, label: Cards}
    rules:
      - {level: 4, all: [p, q]}
      - {level: 2, all: [p, r]}
      - {level: 2, any: [q]}
      - {level: 2, any: [r]}
actions:
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{level: 2, any: [q]}", "{level: 2, any: [p]}"),
        ("{level: 2, any: [r]}", "{level: 2, any: [p]}"),
        (
            "{level: 4, all: [p, q]}\n      - {level: 2, all: [p, r]}",
            "{level: 2, all: [p, r]}\n      - {level: 4, all: [p, q]}",
        ),
        ("      - {level: 2, any: [r]}\n", ""),
    ],
    ids=["second", "last", "order", "one gone"],
)
def test_rules_of_one_level_are_told_apart(
    pair: tuple[Path, Path], before: str, after: str
) -> None:
    for folder in pair:
        edit(folder, "security.yaml", "actions:\n", RULES)
    edit(pair[1], "security.yaml", before, after)
    kinds = {(change.kind, change.entity) for change in found(pair)}
    assert kinds == {("scores", ("question", "security.tools"))}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "renamed: {security.old: [security.mfa]}\n",
            "",
            ["renamed: security.old security.mfa → nothing"],
        ),
        (
            "[security.mfa]",
            "[security.backups]",
            ["renamed: security.old security.mfa → security.backups"],
        ),
        ("retired: [security.floppy]\n", "", ["retired: security.floppy is no longer listed"]),
        ("[security.floppy]", "[security.floppy, security.tapes]", []),
        ("security.old: [", "security.older: [security.mfa], security.old: [", []),
    ],
)
def test_old_names_stay_known(
    pair: tuple[Path, Path], before: str, after: str, said: list[str]
) -> None:
    history = "renamed: {security.old: [security.mfa]}\nretired: [security.floppy]\nprofiles:"
    for folder in pair:
        edit(folder, "framework.yaml", "profiles:", history)
    edit(pair[1], "framework.yaml", before, after)
    assert [(change.kind, change.text) for change in found(pair)] == [("ids", one) for one in said]


def test_a_target_is_no_wording_whatever_its_dimension_is_called(pair: tuple[Path, Path]) -> None:
    for folder in pair:
        edit(folder, "security.yaml", "id: security", "id: language")
        (folder / "security.yaml").rename(folder / "language.yaml")
        edit(folder, "framework.yaml", "[security]", "[language]")
        edit(folder, "framework.yaml", "{security: 2}", "{language: 2}")
    edit(pair[1], "framework.yaml", "{language: 2}", "{language: 3}")
    assert [change.kind for change in found(pair)] == ["content"]


def test_nothing_changed_is_no_change(pair: tuple[Path, Path]) -> None:
    edit(pair[1], "security.yaml", "title: Security", "title: Security  # a comment")
    assert found(pair) == []


@pytest.mark.parametrize(
    ("kinds", "version"),
    [
        (["wording"], "1.4.3"),
        (["content", "wording"], "1.5.0"),
        (["scores", "wording"], "2.0.0"),
        (["ids"], "2.0.0"),
        ([], "1.4.2"),
    ],
)
def test_the_version_that_changes_ask_for(kinds: list[str], version: str) -> None:
    listed = [Change(kind, "", ("question", "x")) for kind in kinds]
    assert needed_version("1.4.2", listed) == version
    assert is_enough(version, "1.4.2", listed)
    assert is_enough("10.0.0", "1.4.2", listed)
    assert not is_enough("1.4.1", "1.4.2", listed)


def compared(against: str, path: Path) -> Report:
    report = check_paths([path], WANTED)
    compare_with(against, [path], report, WANTED)
    return report


def test_git_gives_the_other_version(pair: tuple[Path, Path]) -> None:
    _, new = pair
    git = ["git", "-C", str(new), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        subprocess.run([*git, *words], check=True)
    assert compared("HEAD", new).changes == []
    edit(new, "security.yaml", "    type: level", "    type: level\n    weight: 3")
    report = compared("HEAD", new)
    assert [kind for kind, _ in report.changes] == ["scores"]
    assert [finding.rule.code for finding in report.findings] == ["V701"]
    assert report.findings[0].hint == "make it 2.0.0"
    with pytest.raises(MaturityError, match="git could not show 'nowhere'"):
        compared("nowhere", new)
    with pytest.raises(MaturityError, match="is no name of a version"):
        compared("--help", new)


def test_a_version_that_does_not_load_stops_the_run(pair: tuple[Path, Path]) -> None:
    edit(pair[0], "framework.yaml", "levels:", "levelz:")
    with pytest.raises(MaturityError, match="has errors, so nothing can be compared") as caught:
        compared(str(pair[0]), pair[1])
    hint = "name a version that loads; here, framework.yaml:5: 'levelz' is no key here"
    assert caught.value.problems[0].hint == hint


def test_a_renamed_question_is_not_gone(pair: tuple[Path, Path]) -> None:
    edit(pair[1], "security.yaml", "id: mfa", "id: second-factor")
    edit(pair[1], "framework.yaml", "version: 1.0.0", "version: 2.0.0")
    assert [f.rule.code for f in compared(str(pair[0]), pair[1]).findings] == ["V702"]
    renamed = "renamed: {security.mfa: [security.second-factor]}\nprofiles:"
    edit(pair[1], "framework.yaml", "profiles:", renamed)
    assert compared(str(pair[0]), pair[1]).findings == []
