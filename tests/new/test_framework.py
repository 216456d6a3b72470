"""`maturity new framework`: it works, wherever it lies."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from new.making import answered, assert_valid, data_of, new, result

from maturity.cli import app
from maturity.load.framework import find_framework
from maturity.model.framework import questions_in

if TYPE_CHECKING:
    from pathlib import Path


def test_a_framework_has_one_of_each_and_its_answers_score(folder: Path) -> None:
    new("framework", "Our Framework")
    framework = find_framework("Our Framework")
    assert (framework.file.id, framework.file.title) == ("our-framework", "Our Framework")
    kinds = [[q.type for q in questions_in(part)] for part in framework.questionnaires]
    assert kinds == [["level", "choice", "checklist"], ["number", "yes-no", "text"]]
    assert [q.id for q in framework.questions.values() if q.critical] == ["people.training"]
    assert (len(framework.actions), len(framework.file.profiles)) == (2, 1)
    assert_valid(folder / "Our Framework" / "framework.yaml", "framework")
    assert_valid(folder / "Our Framework" / "people.yaml", "questionnaire")
    assert_valid(folder / "Our Framework" / "technology.yaml", "questionnaire")

    new("answers", "a.yaml", "--framework", "Our Framework", "--profile", "public-body")
    answers = {
        "people.training": "1",
        "people.ownership": "manager",
        "people.launch-checks": "[research, privacy]",
        "technology.supported-share": "80",
        "technology.restore-test": "yes",
        "technology.next-replacement": '"The telephones: all of them"',
    }
    answered(folder / "a.yaml", answers)
    found = result(folder / "a.yaml")
    # People (2*1 + 2 + 2) / 4 = 3/2; Technology (2 + 3) / 2 = 5/2, which counts 1.5 times:
    # (3/2 + 3/2 * 5/2) / (5/2) = 21/10.
    assert [node.exact for node in found.dimensions] == ["3/2", "5/2"]
    assert (found.overall.exact, found.overall.coverage) == ("21/10", 1)
    assert [action.id for action in found.plan] == ["launch-training", "replace-unsupported"]


def test_the_lowest_answers_to_the_new_framework_meet_its_ceiling(folder: Path) -> None:
    new("framework", "fw")
    new("answers", "a.yaml", "--framework", "fw")
    rest = {"people.ownership": "executive", "people.launch-checks": "[research]"}
    answered(folder / "a.yaml", {"people.training": "0", **rest})
    people = result(folder / "a.yaml").dimensions[0]
    # (2*0 + 4 + 1) / 4 = 5/4, capped at 1.
    assert (people.exact, people.uncapped) == ("1", 1.25)


@pytest.mark.parametrize(
    ("name", "framework_id"),
    [
        ("our-framework", "our-framework"),
        ("Ärzte & Co: 1", "arzte-co-1"),
        ("x-ray", "ray"),
        ("日本", "framework"),
        ("public-sector", "our-public-sector"),
        ("null", "null"),
        ("7", "7"),
    ],
)
def test_a_framework_is_named_after_its_folder(name: str, framework_id: str, folder: Path) -> None:
    new("framework", name)
    assert find_framework(str(folder / name)).file.id == framework_id


@pytest.mark.parametrize("way", ["frameworks/fw", "frameworks/fw/framework.yaml"])
def test_a_framework_of_ones_own_is_found_from_every_file(
    way: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "frameworks").mkdir()
    (folder / "clients").mkdir()
    new("framework", "frameworks/fw")
    new("assessment", "clients/one", "--framework", way)
    new("answers", "clients/alone.yaml", "--framework", way)
    monkeypatch.chdir("/")
    assert result(folder / "clients" / "one").framework.id == "fw"
    assert result(folder / "clients" / "alone.yaml").framework.id == "fw"
    first = data_of(folder / "clients" / "one" / "answers" / "respondent-1.yaml")
    assert first["framework"]["path"] == "../../../frameworks/fw"


def test_a_framework_on_another_drive_is_named_by_its_whole_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, __: Path) -> str:
        raise ValueError

    new("framework", "fw")
    monkeypatch.setattr(os.path, "relpath", refuse)
    new("assessment", "ours", "--framework", "fw")
    first = data_of(folder / "ours" / "answers" / "respondent-1.yaml")
    assert first["framework"]["path"] == str(folder.resolve() / "fw")
    assert result(folder / "ours").framework.id == "fw"


@pytest.mark.usefixtures("folder")
def test_what_is_made_checks_without_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    new("framework", "fw")
    new("assessment", "ours", "--framework", "fw")
    new("answers", "alone.yaml")
    assert app.run(["check", "fw", "ours", "alone.yaml", "--fail-on", "info"]) == 0
    assert "no findings in 6 files" in "".join(capsys.readouterr())
