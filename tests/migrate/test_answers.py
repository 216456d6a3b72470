"""Answer files from one version to the next: what stays, moves, splits and is kept aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from migrate.years import ANSWERS, MIGRATED, make, planned

from maturity.errors import MaturityError
from maturity.load.assessment import load_assessment
from maturity.migrate import write
from maturity.migrate.answers import free_id
from maturity.model.migrated import Step

if TYPE_CHECKING:
    from pathlib import Path

HEAD, _, _ = ANSWERS.partition("answers:\n  #")


def migrated(folder: Path, answers: str, **keys: str) -> str:
    """Migrate one file with these answers; gives what follows its respondent."""
    make(folder, one=HEAD + answers, **keys)
    write(planned(folder))
    text = (folder / "answers" / "one.yaml").read_text()
    head = HEAD.replace("1.0.0", "2.0.0")
    assert text.startswith(head)
    return text.removeprefix(head)


def test_a_file_with_everything_comes_out_byte_for_byte(tmp_path: Path) -> None:
    make(tmp_path, one=ANSWERS)
    (change,) = planned(tmp_path)
    assert (tmp_path / "answers" / "one.yaml").read_text() == ANSWERS
    write([change])
    assert (tmp_path / "answers" / "one.yaml").read_text() == MIGRATED


def test_each_list_names_what_became_of_an_answer(tmp_path: Path) -> None:
    make(tmp_path, one=ANSWERS)
    done = planned(tmp_path)[0].done
    kept = "security.passwords"
    assert (done.was, done.carried, done.is_current) == ("1.0.0", 1, False)
    assert done.moved == (Step("security.two-factor", ("security.mfa",)),)
    assert done.split == (Step(kept, ("security.length",), kept),)
    assert done.again == (
        Step("security.patching", ("security.patching",), "security.patching"),
        Step("security.notes", ("security.notes",), "security.notes"),
        Step(kept, ("security.manager",), kept),
    )
    assert done.retired == (Step("security.doors", (), "security.doors"),)
    assert done.spare == ()


def test_what_is_migrated_loads_and_is_current(tmp_path: Path) -> None:
    make(tmp_path, one=ANSWERS)
    write(planned(tmp_path))
    loaded = load_assessment([tmp_path / "answers"], framework=str(tmp_path / "framework"))
    values = {name: answer.value for name, answer in loaded.sheets[0].answers.items()}
    assert values == {"security.mfa": 2, "security.backups": 3, "security.length": 1}
    (again,) = planned(tmp_path)
    assert again.done.is_current
    assert again.edits == ()


def test_a_split_answer_that_fits_everywhere_is_copied_and_not_kept(tmp_path: Path) -> None:
    text = migrated(tmp_path, "answers:\n  security.passwords: unknown   # ask Bo\n")
    assert text == (
        "answers:\n  security.length: unknown   # ask Bo\n  security.manager: unknown\n"
    )


def test_an_answer_under_the_new_id_stands(tmp_path: Path) -> None:
    text = migrated(tmp_path, "answers:\n  security.two-factor: 1\n  security.mfa: 4\n")
    assert text == "answers:\n  security.mfa: 4\nretired:\n  security.two-factor: 1\n"


def test_of_two_old_answers_to_one_question_the_first_counts(tmp_path: Path) -> None:
    text = migrated(tmp_path, "answers:\n  security.two-step: 3\n  security.two-factor: 1\n")
    assert text == "answers:\n  security.mfa: 3\nretired:\n  security.two-factor: 1\n"


@pytest.mark.parametrize(
    ("blank", "filled"),
    [("", " 1"), (" {x-mine: 1}", " {x-mine: 1, answer: 1}")],
)
def test_a_blank_under_the_new_id_is_filled(tmp_path: Path, blank: str, filled: str) -> None:
    text = migrated(tmp_path, f"answers:\n  security.mfa:{blank}\n  security.two-factor: 1\n")
    assert text == f"answers:\n  security.mfa:{filled}\n"


def test_what_was_kept_before_stays_beside_what_is_kept_now(tmp_path: Path) -> None:
    answers = "answers: {security.doors: 1}\nretired: {security.doors: 4}   # old\n"
    text = migrated(tmp_path, answers)
    assert text == "answers: {}\nretired: {security.doors: 4, security.doors-2: 1}   # old\n"


@pytest.mark.parametrize(
    ("used", "found"), [((), "a.b"), (("a.b",), "a.b-2"), (("a.b", "a.b-2"), "a.b-3")]
)
def test_an_id_that_is_used_gets_a_number(used: tuple[str, ...], found: str) -> None:
    assert free_id("a.b", used) == found


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        ("yes", " yes"),
        ("[no, more]", " [no, more]"),
        ("{answer: yes, note: Ja}", "\n    answer: yes\n    note: Ja"),
    ],
)
def test_a_record_is_kept_as_it_was_said(tmp_path: Path, record: str, kept: str) -> None:
    text = migrated(tmp_path, f"answers: {{security.doors: {record}}}\nretired: {{}}\n")
    assert text == f"answers: {{}}\nretired:\n  security.doors:{kept}\n"


def test_a_note_without_an_answer_moves_too(tmp_path: Path) -> None:
    text = migrated(tmp_path, "answers:\n  security.two-factor: {note: Ask Bo}\n")
    assert text == "answers:\n  security.mfa: {note: Ask Bo}\n"


def test_a_file_without_a_version_gets_one_only_if_it_changes(tmp_path: Path) -> None:
    unnamed = ANSWERS.replace(", version: 1.0.0", "")
    same = unnamed.partition("answers:\n  #")[0] + "answers: {security.backups: 1}\n"
    make(tmp_path, one=unnamed, two=same.replace("r-1", "r-2"))
    first, second = planned(tmp_path)
    write([first, second])
    assert "{id: yearly, version: 2.0.0}" in (tmp_path / "answers" / "one.yaml").read_text()
    assert second.done.is_current


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("version: 1.0.0", "version: 2.0.1", 3, "the file is of version 2.0.1, newer than"),
        ("version: 1.0.0", "version: 10.0.0", 3, "the file is of version 10.0.0, newer than"),
        ("id: yearly", "id: other", 3, "the file names the framework 'other', and this is"),
        ("security.doors", "security.dors", 15, "'security.dors' is no question of this"),
    ],
)
def test_what_cannot_be_migrated_is_an_error_with_its_place(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    make(tmp_path, one=ANSWERS.replace(old, new), two=ANSWERS.replace("r-1", "r-2"))
    with pytest.raises(MaturityError) as error:
        planned(tmp_path)
    (problem,) = error.value.problems
    assert problem.message.startswith(message)
    assert problem.location is not None
    assert (problem.location.path.rpartition("/")[2], problem.location.line) == ("one.yaml", line)
    if old == "security.doors":
        assert problem.hint.startswith("did you mean 'security.doors'?")


def test_every_file_is_looked_through_before_it_is_said_what_is_wrong(tmp_path: Path) -> None:
    wrong = ANSWERS.replace("security.doors", "security.dors")
    newer = ANSWERS.replace("1.0.0", "3.0.0")
    make(tmp_path, one=wrong, two=wrong, three=newer)
    with pytest.raises(MaturityError) as error:
        planned(tmp_path)
    paths = [problem.location.path for problem in error.value.problems if problem.location]
    assert [path.rpartition("/")[2] for path in paths] == ["one.yaml", "three.yaml", "two.yaml"]


def test_all_files_are_checked_before_one_is_written(tmp_path: Path) -> None:
    stuck = HEAD + "answers: {security.doors: 1, # why\n  security.backups: 1}\n"
    make(tmp_path, one=ANSWERS, two=stuck.replace("r-1", "r-2"))
    with pytest.raises(MaturityError, match="cannot be changed here"):
        planned(tmp_path)
    assert (tmp_path / "answers" / "one.yaml").read_text() == ANSWERS


def test_a_file_that_cannot_be_written_keeps_the_others_as_they_are(tmp_path: Path) -> None:
    make(tmp_path, one=ANSWERS, two=ANSWERS.replace("r-1", "r-2"))
    changes = planned(tmp_path)
    (tmp_path / "answers" / "two.yaml").write_text("- broken: [\n")
    with pytest.raises(MaturityError):
        write(changes)
    assert (tmp_path / "answers" / "one.yaml").read_text() == ANSWERS
