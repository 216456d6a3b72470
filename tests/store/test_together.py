"""Several programs at one file, and programs that are killed: no answer that was saved is lost."""

from __future__ import annotations

import errno
import os
import random
import signal
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.errors import MaturityError
from maturity.load.yaml_reader import read_file
from maturity.store import lock
from maturity.store.change import change_file
from maturity.store.edits import Put
from maturity.store.lock import locked

KILLS = 300 if os.environ.get("MATURITY_LONG_TESTS") == "1" else 25
START = "# mine\nformat: answers/1\nanswers: {}\n"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="programs are forked here")


def program(work: Callable[[int], None]) -> tuple[int, int]:
    """Start a program; gives its process and a pipe of what it reports."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        status = 1
        try:
            os.close(reading)
            work(writing)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    return process, reading


def answers_in(path: Path) -> dict[str, object]:
    document = read_file(path)
    assert document.problems == ()
    assert isinstance(document.data, dict)
    return document.data["answers"] or {}


def test_two_programs_lose_no_edit(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(START)

    def work(dimension: str) -> Callable[[int], None]:
        def save(_: int) -> None:
            for number in range(40):
                change_file(path, [Put(("answers", f"{dimension}.q-{number}"), number)])

        return save

    both = [program(work(dimension)) for dimension in ("one", "two")]
    for process, pipe in both:
        assert os.waitpid(process, 0)[1] == 0
        os.close(pipe)
    expected = {f"{d}.q-{n}": n for d in ("one", "two") for n in range(40)}
    assert answers_in(path) == expected
    assert path.read_text().startswith("# mine\n")
    assert [entry.name for entry in tmp_path.iterdir()] == ["answers.yaml"]


def test_a_killed_program_loses_no_saved_answer(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(START)
    chance = random.Random(7)  # noqa: S311 - nothing secret
    saved = 0
    for _ in range(KILLS):
        first = saved + 1

        def work(pipe: int, first: int = first) -> None:
            base = path.read_bytes()
            for number in range(first, first + 1_000):
                edits = [Put(("answers", f"a.q-{number % 30}"), {"answer": number, "note": "x\ny"})]
                base = change_file(path, edits, base=base)
                os.write(pipe, number.to_bytes(4, "big"))

        process, pipe = program(work)
        reported = os.read(pipe, 4)
        time.sleep(chance.random() * 0.03)
        os.kill(process, signal.SIGKILL)
        assert os.waitpid(process, 0)[1] == signal.SIGKILL
        while more := os.read(pipe, 4_096):
            reported += more
        os.close(pipe)
        saved = int.from_bytes(reported[-4:], "big")
        answers = answers_in(path)
        # All that was reported is there, and at most the one that was being saved besides.
        found = {answer["answer"] for answer in answers.values() if isinstance(answer, dict)}
        newest = max(found)
        assert newest in (saved, saved + 1)
        assert found == set(range(max(1, newest - 29), newest + 1))
        saved = newest
    with locked(path, 0):  # the last one killed may have held it
        pass


def test_who_holds_a_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(START)

    def hold(pipe: int) -> None:
        with locked(path):
            os.write(pipe, b"held")
            time.sleep(60)

    process, pipe = program(hold)
    assert os.read(pipe, 4) == b"held"
    begun = time.monotonic()
    try:
        with pytest.raises(
            MaturityError, match=f"another program \\(process {process} on "
        ) as held:
            change_file(path, [Put(("answers", "a.b"), 1)], wait_seconds=0.1)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(pipe)
    assert 0.1 <= time.monotonic() - begun < 5
    assert "wait until that is done" in held.value.problems[0].hint
    assert (tmp_path / "answers.yaml.lock").exists()
    change_file(path, [Put(("answers", "a.b"), 1)], wait_seconds=0)  # freed by the kill
    assert answers_in(path) == {"a.b": 1}
    assert not (tmp_path / "answers.yaml.lock").exists()


def test_a_lock_is_free_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    with pytest.raises(ValueError, match="mine"), locked(path, 0):
        raise ValueError("mine")
    with locked(path, 0), pytest.raises(MaturityError, match="another program"), locked(path, 0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_its_holder_removed_is_not_taken_for_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.yaml"
    real = lock._is_still
    removed: list[Path] = []

    def remove_once(handle: int, file: Path) -> bool:
        if not removed:
            removed.append(file)
            file.unlink()
        return real(handle, file)

    monkeypatch.setattr(lock, "_is_still", remove_once)
    with locked(path, 0):
        assert (tmp_path / "answers.yaml.lock").exists()
    assert removed == [tmp_path / "answers.yaml.lock"]


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_is_used_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    import fcntl

    def refuse(_handle: int, _operation: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    path = tmp_path / "answers.yaml"
    path.write_text(START)
    change_file(path, [Put(("answers", "a.b"), 1)])
    assert answers_in(path) == {"a.b": 1}


def test_another_fault_of_a_lock_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(_handle: int, _operation: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(MaturityError, match="input/output error"), locked(tmp_path / "a.yaml", 0):
        pass


def test_a_colleagues_lock_can_be_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml.lock").write_text("process 1 on elsewhere\n")
    real = os.open

    def refuse(name: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(name, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with locked(tmp_path / "a.yaml", 0):
        pass
    with pytest.raises(MaturityError, match="does not allow it"), locked(tmp_path / "b.yaml", 0):
        pass


def test_the_lock_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[str, int]] = []
    refusals = [PermissionError(errno.EACCES, "Permission denied")]

    def locking(handle: int, mode: str, count: int) -> None:
        calls.append((mode, os.lseek(handle, 0, os.SEEK_CUR)))
        assert count == 1
        if refusals:
            raise refusals.pop()

    msvcrt = types.ModuleType("msvcrt")
    vars(msvcrt).update(locking=locking, LK_NBLCK="lock", LK_UNLCK="unlock")
    monkeypatch.setitem(sys.modules, "msvcrt", msvcrt)
    monkeypatch.setattr(sys, "platform", "win32")
    with locked(tmp_path / "a.yaml", 1):
        assert (tmp_path / "a.yaml.lock").read_text().startswith(f"process {os.getpid()} on ")
    assert calls == [("lock", 1 << 30), ("lock", 1 << 30), ("unlock", 1 << 30)]
    assert list(tmp_path.iterdir()) == []
