from __future__ import annotations

import os
import shlex
import shutil
import signal
import stat
import sys
import time
from typing import TYPE_CHECKING

import pytest

pexpect = pytest.importorskip("pexpect", reason="needs a pseudo-terminal")

from ask.asking import ANSWERS, plain_text, spawn  # noqa: E402 - nothing of it without one

from maturity.cli.assess import EXAMPLES  # noqa: E402 - after the test for pexpect
from maturity.load.assessment import load_assessment  # noqa: E402 - as above
from maturity.resources import DEMO_SAMPLE, sample  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Person:
    """Somebody who reads until a prompt, and types."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        columns: int = 80,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        env = environment or {}
        self.child = spawn(*arguments, cwd=folder, environment=env, columns=columns)
        self.seen = ""

    def type(self, *pairs: tuple[str, str]) -> str:
        """Wait for each prompt, and answer it; gives what was on the screen before the last."""
        screen = ""
        for prompt, line in pairs:
            screen = self.wait(prompt)
            self.child.sendline(line)
        return screen

    def wait(self, text: str) -> str:
        self.child.expect_exact(text)
        part = plain_text(f"{self.child.before}{text}")
        self.seen += part
        return part

    def end(self) -> int:
        self.child.expect(pexpect.EOF)
        self.seen += plain_text(str(self.child.before))
        self.child.close()
        code = self.child.exitstatus
        assert code is not None, f"ended by signal {self.child.signalstatus}"
        return code


LEVEL, CHOICE, CHECKS = "Level 0 to 3,", "Number 1, 2,", "or none,"
NUMBER, YES, WORDS = "Number of percent, 0 to 100", "yes or no", "Your words"
START = (
    ("Name: ", "Our Council"),
    ("leaves it open: ", "1"),
    ("asks everything: ", ""),
    ("leaves it open: ", "Housing"),
    ("leaves it open: ", "b"),
    ("leaves it open: ", "Adult care"),
    ("leaves it open: ", "A. Person"),
    ("Enter is 1: ", ""),
    ("Enter is all: ", ""),
    ("yes is assumed then): ", "y"),
    ("1000 people is assumed then): ", "1,200"),
    ("England is assumed then): ", ""),
)


def answers(folder: Path, name: str = "answers.yaml") -> dict[str, object]:
    sheet = load_assessment([folder / name]).sheets[0]
    return {
        key: answer.value if answer.state == "answered" else answer.state
        for key, answer in sheet.answers.items()
        if answer.state != "unanswered"
    }


def test_from_nothing_to_the_end(folder: Path) -> None:
    person = Person(folder, "new.yaml", "--framework", "framework")
    person.type(*START)
    person.type((LEVEL, "2"), (CHOICE, "2"), (CHECKS, "1 3"))
    assert "Saved people.checks = A plan; A review. (b goes back)" in person.type((NUMBER, "80 %"))
    summary = " ".join(person.seen.split())
    # (2*2 + 3 + 2/3 of 3) / 4 = 9/4
    assert "People scores 2.3, level Developing; the target of 2 is met." in summary
    person.type((YES, "n"), (YES, "d"), (WORDS, "All = fine: yes"))
    person.wait("Enter ends")
    end = " ".join(person.seen.split())
    assert "Our Council scores" in end
    assert "Biggest gaps - Tools:" in end
    assert "First actions" in end
    person.child.sendline("")
    assert person.end() == 0
    assert "Next: maturity report new.yaml -o report.html" in person.seen
    assert answers(folder, "new.yaml") == {
        "people.training": 2,
        "people.owner": "board",
        "people.checks": ("plan", "review"),
        "tools.share": 80,
        "tools.backup": "no",
        "tools.ai": "unknown",
        "tools.words": "All = fine: yes",
    }
    read = load_assessment([folder / "new.yaml"])
    assert read.organisation == "Our Council"
    assert read.profile is not None
    assert read.facts == {"uses-ai": "yes", "staff": 1200, "nation": "england"}
    assert read.assumed == ("nation",)
    assert (read.sheets[0].unit, read.sheets[0].name) == ("Adult care", "A. Person")


def test_every_key(folder: Path) -> None:
    person = Person(folder)
    person.type((LEVEL, "?"))
    help_text = person.type((LEVEL, "nonsense"))
    assert "Nobody guesses how a tool works." in help_text
    assert "Attendance by team" in help_text
    assert "Keys, each with Enter" in help_text
    assert "'nonsense' is no answer here." in person.type((LEVEL, "x We have none"))
    assert "may not be left out" in person.type((LEVEL, "n Only two teams"))
    assert "Saved with people.training. So far: note: Only two teams." in " ".join(
        person.type((LEVEL, "nn")).split()
    )
    person.type(("a point alone ends it.", "and"), ("and", "a third"), ("a third", "."))
    person.type((LEVEL, "e"), ("its title", "Report"), ("Where is it?", "Share/x"))
    person.type(("Its date", "14 May"), ("Its date", "2026-05-14"), ("said, shown or", "sh"))
    person.type((LEVEL, "1"), (CHOICE, "b"))
    assert "* 1  Ad hoc" in person.type(("Enter keeps it", ""))
    person.type((CHOICE, "x"), ("Why does it not apply?", "No board"), (CHECKS, "s"))
    assert "1 skipped" in person.type((NUMBER, "/ai written"))
    assert "6  tools.ai: Is AI written down?" in person.type((NUMBER, "l"))
    assert "Open (5)" in person.type((NUMBER, "g ai"))
    person.type((YES, "d"), (WORDS, "o"), ("Enter keeps it, d if not known", "n"))
    person.type(("Enter keeps it, d if", ""), ("England is assumed", "wales"))
    person.type((WORDS, "s"), (NUMBER, "q"))
    assert person.end() == 0
    assert "To continue: maturity assess answers.yaml" in person.seen
    text = (folder / "answers.yaml").read_text()
    assert text == (
        ANSWERS.replace("{uses-ai: yes, staff: 40}", "{uses-ai: no, staff: 40, nation: wales}")
        + "    note: |-\n"
        "      Only two teams\n"
        "      and\n"
        "      a third\n"
        "    evidence:\n"
        "      - title: Report\n"
        "        ref: Share/x\n"
        "        date: 2026-05-14\n"
        "        strength: shown\n"
        "    answer: 1\n"
        "  people.owner:\n"
        "    not_applicable: No board\n"
        "  tools.ai: unknown\n"
    )


def test_back_and_change_and_resume(folder: Path) -> None:
    first = Person(folder, "answers.yaml")
    first.type((LEVEL, "1"), (CHOICE, "b"), (LEVEL, "3"))
    assert "Saved people.training = 3 Established." in first.wait(CHOICE)
    first.child.sendcontrol("c")
    assert first.end() == 130
    assert "saved in answers.yaml" in first.seen
    assert "To continue: maturity assess answers.yaml" in first.seen
    again = Person(folder, "answers.yaml")
    assert "1 answered already" in again.wait(CHOICE)
    again.child.sendeof()
    assert again.end() == 0
    assert answers(folder) == {"people.training": 3}


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--plain",), {}),
        ((), {"TERM": "dumb"}),
        ((), {"ACCESSIBLE": "1"}),
    ],
)
def test_plain_has_no_escape_codes_and_a_fact_a_line(
    folder: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    person = Person(folder, *arguments, environment=environment)
    raw = ""
    for line in ("2", "1", "none", "10", "n", "y", "done", ""):
        person.child.expect(r": $")
        raw += f"{person.child.before}: "
        person.child.sendline(line)
    assert person.end() == 0
    # The terminal's own mark of a paste may be there, asked for by the line editor.
    written = raw.replace("\x1b[?2004h", "").replace("\x1b[?2004l", "")
    assert "\x1b" not in written
    assert "Question 1 of 7. People, 1 of 3.\r\n0 of 7 answered.\r\npeople.training.\r\n" in written
    assert "0. Absent. Nobody is.\r\n" in written
    assert written.count("? for help") == 1
    assert "Saved. 1 of 7 answered.\r\n" in written


def test_forty_columns(folder: Path) -> None:
    person = Person(folder, columns=40)
    person.type((LEVEL, "?"), (LEVEL, "l"), (LEVEL, "2"), (CHOICE, "q"))
    assert person.end() == 0
    lines = person.seen.split("Everything that")[0].splitlines()
    assert max(map(len, lines)) <= 40


def test_colour_is_bold_and_dim_and_none_with_no_color(folder: Path) -> None:
    for no_color, is_styled in (("", True), ("1", False)):
        person = Person(folder, environment={"NO_COLOR": no_color})
        person.child.expect_exact(LEVEL)
        assert ("\x1b[1mAre staff trained" in str(person.child.before)) is is_styled
        person.child.sendline("q")
        assert person.end() == 0


def test_a_paste_of_several_lines_does_not_answer_the_next_question(folder: Path) -> None:
    person = Person(folder)
    person.wait(LEVEL)
    time.sleep(0.1)
    person.child.send("\x1b[200~2\n1\n\x1b[201~\r")
    person.wait("Several lines were pasted")
    person.type((LEVEL, "n"))
    person.wait("Note (Enter: none): ")
    time.sleep(0.1)
    person.child.send("\x1b[200~one\ntwo\x1b[201~\r")
    person.type((LEVEL, "q"))
    assert person.end() == 0
    sheet = load_assessment([folder / "answers.yaml"]).sheets[0]
    assert sheet.answers["people.training"].note == "one\ntwo"
    assert answers(folder) == {}


def test_what_is_typed_ahead_is_not_taken_for_an_answer(folder: Path) -> None:
    person = Person(folder)
    person.wait(LEVEL)
    time.sleep(0.1)
    person.child.send("2\n1\n2\n3\n")
    person.type((CHOICE, "q"))
    assert person.end() == 0
    assert answers(folder) == {"people.training": 2}


def test_ctrl_c_in_a_long_note_keeps_its_lines(folder: Path) -> None:
    person = Person(folder)
    person.type((LEVEL, "nn"), ("ends it.", "kept"), ("kept", "too"))
    person.wait("too")
    time.sleep(0.1)
    person.child.sendcontrol("c")
    person.type((LEVEL, "x"), (LEVEL, "g owner"), (CHOICE, "x"))
    person.wait("Why does it not apply?")
    time.sleep(0.1)
    person.child.sendcontrol("c")
    person.wait("Nothing was changed")
    person.type((CHOICE, "q"))
    assert person.end() == 0
    sheet = load_assessment([folder / "answers.yaml"]).sheets[0]
    assert sheet.answers["people.training"].note == "kept\ntoo"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_signals_end_it_with_a_word(folder: Path, number: signal.Signals, code: int) -> None:
    person = Person(folder)
    person.type((LEVEL, "2"))
    person.wait(CHOICE)
    person.child.kill(number)
    assert person.end() == code
    assert "saved in answers.yaml" in person.seen
    assert answers(folder) == {"people.training": 2}


def test_a_terminal_that_is_closed_loses_nothing(folder: Path) -> None:
    person = Person(folder)
    person.type((LEVEL, "2"))
    person.wait(CHOICE)
    person.child.close(force=True)
    assert answers(folder) == {"people.training": 2}


def test_two_people_on_one_question_see_both_answers(folder: Path) -> None:
    one, two = Person(folder), Person(folder)
    for person in (one, two):
        person.wait(LEVEL)
    one.child.sendline("1")
    one.wait("Saved")
    two.child.sendline("3")
    both = two.type(("saves mine: ", "t"))
    assert "Theirs: 1 Ad hoc" in both
    assert "Mine: 3 Established" in both
    two.type((CHOICE, "2"))
    one.wait(CHOICE)
    time.sleep(0.1)
    one.child.sendline("1")
    two.wait(CHECKS)
    one.type(("saves mine: ", "m"), (CHECKS, "2"), (NUMBER, "q"))
    time.sleep(0.1)
    two.child.sendline("g tools")
    two.type((NUMBER, "5"))
    two.wait("they are kept")
    two.type((YES, "q"))
    assert (one.end(), two.end()) == (0, 0)
    assert answers(folder) == {
        "people.training": 1,
        "people.owner": "nobody",
        "people.checks": ("test",),
        "tools.share": 5,
    }


def test_a_file_that_was_broken_meanwhile_is_not_touched(folder: Path) -> None:
    person = Person(folder)
    person.wait(LEVEL)
    path = folder / "answers.yaml"
    path.write_text(ANSWERS + "  people.owner: [\n")
    person.child.sendline("2")
    person.wait("This answer is not saved.")
    person.wait("answers.yaml.rescue")
    assert path.read_text() == ANSWERS + "  people.owner: [\n"
    path.write_text(ANSWERS)
    person.type((LEVEL, "2"), (CHOICE, "q"))
    assert person.end() == 0
    assert answers(folder) == {"people.training": 2}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_found_before_the_first_question(folder: Path) -> None:
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        person = Person(folder)
        assert person.end() == 2
    finally:
        folder.chmod(stat.S_IRWXU)
    assert "cannot be written" in person.seen
    assert LEVEL not in person.seen


def test_an_older_version_is_read_under_the_new_ids(folder: Path) -> None:
    path = folder / "answers.yaml"
    old = ANSWERS.replace("path: framework", "path: framework, version: 1.0.0")
    path.write_text(old + "  people.teaching: 2  # since May\n")
    person = Person(folder)
    start = " ".join(person.wait(CHOICE).split())
    assert "'people.teaching' is now people.training; its answer counts there" in start
    time.sleep(0.1)
    person.child.sendline("b")
    person.type(("Enter keeps it", "3"), (CHOICE, "q"))
    assert person.end() == 0
    was = old.replace("training:", "training: 3")
    assert path.read_text() == was + "  people.teaching: 2  # since May\n"
    assert answers(folder) == {"people.training": 3}


def test_a_broken_file_is_shown_with_its_line(folder: Path) -> None:
    (folder / "answers.yaml").write_text(ANSWERS + "  tools.share: 900\n")
    person = Person(folder)
    assert person.end() == 2
    assert "answers.yaml:8:16" in person.seen
    assert "100 or less" in person.seen


def test_no_terminal_is_an_error_and_never_waits(folder: Path) -> None:
    import subprocess

    done = subprocess.run(
        [sys.executable, "-m", "maturity", "assess"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no terminal" in done.stderr
    assert "--answers-from" in done.stderr


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_help_works(tmp_path: Path, example: str) -> None:
    shutil.copytree(sample(DEMO_SAMPLE), tmp_path, dirs_exist_ok=True)
    shutil.copy(tmp_path / "answers" / "r-01-leadership.yaml", tmp_path / "answers.yaml")
    (tmp_path / "lines.txt").write_text("q\n")
    person = Person(tmp_path, *shlex.split(example)[2:])
    if "--answers-from" not in example:
        person.child.expect([": $", "> $"])
        person.child.sendline("q")
    assert person.end() == 0
    assert "Nothing was written" in person.seen or "To continue: maturity" in person.seen


def test_an_assessment_folder_asks_who_is_answering(folder: Path) -> None:
    (folder / "answers").mkdir()
    (folder / "assessment.yaml").write_text(
        "format: assessment/1\nframework: {path: framework}\n"
        "organisation: {name: Our Council, profile: council, facts: {uses-ai: no}}\n"
        "roles: [{id: partner, title: Partner body}]\n"
    )
    text = ANSWERS.replace("{path: framework}", "{path: ../framework}")
    (folder / "answers" / "ana.yaml").write_text(text.replace("r-1", "ana, role: partner"))
    person = Person(folder)
    assert "ana (partner)" in person.type(("Number, id, or new: ", "ana"))
    person.type((LEVEL, "2"), (CHECKS, "q"))  # a partner is not asked for the owner
    assert person.end() == 0
    new = Person(folder, ".")
    new.type(("Number, id, or new: ", "new"), ("asks everything: ", "frontline"))
    new.type(("leaves it open: ", ""), ("leaves it open: ", ""), ("Enter is all: ", "2"))
    new.type((NUMBER, "50"), (YES, "y"), (WORDS, "q"))
    assert new.end() == 0
    sheets = load_assessment([folder]).sheets
    assert [sheet.respondent for sheet in sheets] == ["ana", "respondent-1"]
    given = [answer.value for answer in sheets[1].answers.values() if answer.value is not None]
    assert given == [50, "yes"]
