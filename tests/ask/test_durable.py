from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from maturity.load.assessment import load_assessment

KILLS = 300 if os.environ.get("MATURITY_LONG_TESTS") else 10
EACH = 100
"""How many answers each of two programs gives."""


def start(folder: Path, lines: list[str]) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "maturity", "assess", "answers.yaml", "--answers-from", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
    )
    assert process.stdin is not None
    process.stdin.write("\n".join(lines))
    process.stdin.close()
    return process


def acknowledged(said: str) -> tuple[int, int]:
    """Give the last number, and the last entry, after which the program said that it was saved."""
    last = {"Number": -1, "Your": -1}
    given = ("", -1)
    for line in said.splitlines():
        answer = re.fullmatch(r"(Number|Your) .*: (?:entry )?(\d+)", line)
        if answer:
            given = (answer[1], int(answer[2]))
        elif line.startswith("Saved.") and given[0]:
            last[given[0]] = given[1]
            given = ("", -1)
    return last["Number"], last["Your"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_at_any_moment_loses_nothing_that_was_called_saved(folder: Path) -> None:
    lines = [line for k in range(101) for line in ("g share", str(k), "g words", f"entry {k}")]
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    kills_while_saving = 0
    original = (folder / "answers.yaml").read_bytes()
    for _ in range(KILLS):
        (folder / "answers.yaml").write_bytes(original)
        process = start(folder, lines)
        assert process.stderr is not None
        said = ""
        while not said.endswith("Saved."):  # it is under way
            part = process.stderr.read(1)
            assert part, said
            said += part
        time.sleep(chance.uniform(0, 0.8))
        process.send_signal(signal.SIGKILL)
        said += process.stderr.read()
        process.stderr.close()
        if process.wait() == -signal.SIGKILL:
            kills_while_saving += 1
        sheet = load_assessment([folder / "answers.yaml"]).sheets[0]
        number, entry = acknowledged(said)
        share, words = sheet.answers["tools.share"], sheet.answers.get("tools.words")
        assert share.value in (number, number + 1)
        found = -1 if words is None else int(str(words.value).removeprefix("entry "))
        assert found in (entry, entry + 1)
        assert b"# by hand" in (folder / "answers.yaml").read_bytes()
    assert kills_while_saving > KILLS // 2


def test_two_programs_at_once_lose_no_answer(folder: Path) -> None:
    names = ("training", "share")
    both = [start(folder, [f"g {name}", *(f"n {name} {k}" for k in range(EACH))]) for name in names]
    for process in both:
        assert process.stderr is not None
        said = process.stderr.read()
        process.stderr.close()
        assert process.wait() == 0, said
        assert said.count("Saved with") == EACH
    sheet = load_assessment([folder / "answers.yaml"]).sheets[0]
    for name, question in zip(names, ("people.training", "tools.share"), strict=True):
        lines = sheet.answers[question].note.splitlines()
        assert lines == [f"{name} {k}" for k in range(EACH)]
    assert not list(folder.glob("answers.yaml.*"))
