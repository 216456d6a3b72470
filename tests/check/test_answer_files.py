"""Answer files beside several frameworks: which one they are checked with."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from check.folders import HERE, check_folder

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.check.finding import Finding


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two versions of a framework; the second no longer asks for restores."""
    for name in ("first", "second"):
        shutil.copytree(HERE / "good" / "version-not-raised" / "old", tmp_path / name)
    edit(tmp_path / "second" / "framework.yaml", "version: 1.0.0", "version: 2.0.0")
    edit(tmp_path / "second" / "security.yaml", "id: backups", "id: restores")
    edit(tmp_path / "second" / "security.yaml", "{backups: 4}", "{restores: 4}")
    return tmp_path


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


def found(folder: Path, framework: str) -> list[Finding]:
    (folder / "answers.yaml").write_text(
        f"format: answers/1\nframework: {framework}\n"
        "organisation: {name: Example}\nanswers:\n  security.backups: 2\n  security.mfa: 2\n"
    )
    return check_folder(folder).findings


@pytest.mark.parametrize("ref", ["{id: example, version: 1.0.0}", "{path: first}"])
def test_answers_go_with_the_framework_they_name(two: Path, ref: str) -> None:
    assert found(two, ref) == []


@pytest.mark.parametrize("ref", ["{id: example}", "{id: example, version: 1.1.0}"])
def test_two_frameworks_of_one_id_are_not_chosen_between(two: Path, ref: str) -> None:
    (only,) = found(two, ref)
    assert only.message == "2 frameworks here are called 'example': versions 1.0.0, 2.0.0"
    assert (only.rule.name, only.location.line) == ("unknown-reference", 2)
    assert "framework: {path: " in only.hint
