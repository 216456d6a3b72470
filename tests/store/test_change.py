"""A file on a disk is changed: whoever else is at it, wherever it lies."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from maturity.errors import MaturityError
from maturity.store import replace
from maturity.store.change import Conflict, change_file, writable
from maturity.store.edits import Delete, Put, Rename

TEXT = "format: answers/1\nanswers:\n  a.b: 1  # Bo\n  a.c: 2\n"
PUT = Put(("answers", "a.b"), 3)
NEW = TEXT.replace("1  # Bo", "3  # Bo")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yaml"
    path.write_text(TEXT)
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@contextmanager
def mounted(*arguments: str) -> Iterator[None]:
    """Mount something for a moment, which only an administrator may."""
    done = subprocess.run(["mount", *arguments], capture_output=True, check=False)  # noqa: S607 - on PATH
    if done.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield
    finally:
        subprocess.run(["umount", arguments[-1]], check=True)  # noqa: S607 - on PATH


def test_a_change_leaves_nothing_beside_the_file(path: Path) -> None:
    assert change_file(path, [PUT]) == NEW.encode()
    assert path.read_text() == NEW
    assert names_in(path.parent) == ["answers.yaml"]


def test_nothing_to_change_writes_nothing(path: Path) -> None:
    before = path.stat()
    assert change_file(path, [Put(("answers", "a.b"), 1)]) == TEXT.encode()
    assert path.stat() == before


def test_a_link_stays_and_its_file_changes(path: Path, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "mine.yaml"
    link.symlink_to(Path("..") / "answers.yaml")
    change_file(link, [PUT])
    assert link.is_symlink()
    assert path.read_text() == NEW
    assert names_in(tmp_path / "links") == ["mine.yaml"]


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o664])
def test_permissions_stay(path: Path, mode: int) -> None:
    path.chmod(mode)
    change_file(path, [PUT])
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only an administrator may give a file away")
def test_the_owner_stays(path: Path) -> None:
    os.chown(path, 1234, 2345)
    change_file(path, [PUT])
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with mounted("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)):
        file = disk / "answers.yaml"
        file.write_text(TEXT)
        (disk / "filler").write_bytes(b"x" * 52_000)
        with pytest.raises(MaturityError, match="no space left on device") as refused:
            change_file(file, [Put(("answers", "a.d"), "word " * 4_000)])
        assert file.read_text() == TEXT
        assert [name for name in names_in(disk) if name.endswith((".tmp", ".lock"))] == []
        # The note does not fit into NAME.rescue either: the person gets it back.
        assert "has to be entered again" in refused.value.problems[-1].message
        assert "word word" in refused.value.problems[-1].hint


def fail_with(monkeypatch: pytest.MonkeyPatch, number: int, times: int = 1_000) -> list[int]:
    """Let the step that gives a file its name fail; gives how often it was tried."""
    tried: list[int] = []
    real = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        tried.append(number)
        if len(tried) > times or target.name.endswith(".bak"):
            return real(self, target)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    return tried


def test_what_fails_is_kept_in_the_rescue_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, errno.ENOSPC)
    note = Put(("answers", "a.d"), {"answer": 2, "note": "one\ntwo"})
    with pytest.raises(MaturityError, match="no space left") as refused:
        change_file(path, [PUT, note])
    assert path.read_text() == TEXT
    rescue = path.with_name("answers.yaml.rescue")
    first, _, text = rescue.read_text().partition("\n")
    assert first.endswith(
        f"not saved in answers.yaml: {path} cannot be written: no space left on device"
    )
    assert text == (
        "answers:\n  a.b: 3\n"
        "answers:\n  a.d:\n    answer: 2\n    note: |-\n      one\n      two\n\n"
    )
    assert str(rescue) in refused.value.problems[-1].message
    with pytest.raises(MaturityError):
        change_file(path, [Delete(("answers", "a.b")), Rename(("answers", "a.c"), "a.e")])
    assert rescue.read_text().endswith(
        "# 'answers: a.b' is to be taken out\n# 'answers: a.c' is to be called 'a.e'\n\n"
    )
    assert rescue.read_text().count("not saved in") == 2
    assert names_in(path.parent) == ["answers.yaml", "answers.yaml.rescue"]


def test_a_text_that_no_file_can_hold_is_rescued_spelt_out(path: Path) -> None:
    with pytest.raises(MaturityError, match="half a character"):
        change_file(path, [Put(("answers", "a.b"), "a\ud800")])
    assert "'a\\ud800'" in path.with_name("answers.yaml.rescue").read_text()
    assert path.read_text() == TEXT


def test_a_broken_file_is_never_overwritten(path: Path) -> None:
    path.write_text("answers:\n  a.b: [1\n")
    with pytest.raises(MaturityError, match="not closed") as refused:
        change_file(path, [PUT])
    assert str(refused.value.problems[0].location) == f"{path}:2:8"
    assert path.read_text() == "answers:\n  a.b: [1\n"


def test_a_file_that_is_mounted_alone_is_written_in_place(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside.yaml", tmp_path / "answers.yaml"
    outside.write_text(TEXT + "# and a long comment\n")
    inside.write_text("")
    with mounted("--bind", str(outside), str(inside)):
        change_file(inside, [Delete(("answers", "a.b"))])
        assert inside.read_text() == outside.read_text()
    kept = "format: answers/1\nanswers:\n  # Bo\n  a.c: 2\n# and a long comment\n"
    assert outside.read_text() == kept
    assert names_in(tmp_path) == ["answers.yaml", "outside.yaml"]


def test_writing_in_place_keeps_the_old_file_until_it_is_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(monkeypatch, errno.EBUSY)
    monkeypatch.setattr(os, "ftruncate", refuse_to_truncate(os.ftruncate))
    with pytest.raises(MaturityError, match="input/output error") as refused:
        change_file(path, [PUT])
    assert path.with_name("answers.yaml.bak").read_text() == TEXT
    assert f"{path}.bak" in refused.value.problems[0].hint
    monkeypatch.undo()
    path.write_text(TEXT)
    fail_with(monkeypatch, errno.EBUSY)
    change_file(path, [PUT])
    assert path.read_text() == NEW
    assert not path.with_name("answers.yaml.bak").exists()


def refuse_to_truncate(real: object) -> object:
    def refuse(handle: int, length: int) -> None:
        if length:  # an empty one is the lock's
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        assert callable(real)
        real(handle, length)

    return refuse


def test_windows_is_asked_again_while_a_scanner_has_the_file_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "sleep", waits.append)
    tried = fail_with(monkeypatch, errno.EACCES, times=3)
    replace.replace_file(path, NEW.encode())
    assert path.read_text() == NEW
    assert len(tried) == 4
    assert len(waits) == 3
    tried = fail_with(monkeypatch, errno.EACCES)
    with pytest.raises(PermissionError):
        replace.replace_file(path, b"")
    assert len(tried) == 11
    assert path.read_text() == NEW


def test_what_is_written_is_on_the_disk_before_it_counts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, rename = os.fsync, Path.replace

    def note_sync(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def note_rename(self: Path, target: Path) -> Path:
        steps.append("name")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_rename)
    change_file(path, [PUT])
    assert steps == ["file", "name", "folder"]


def test_stray_files_are_swept_after_a_minute(path: Path) -> None:
    old, young = ".answers.yaml.0123456789abcdef.tmp", ".answers.yaml.fedcba9876543210.tmp"
    others = [".other.yaml.0123456789abcdef.tmp", ".answers.yaml.swp", "answers.yaml.tmp"]
    hour_ago = time.time() - 3_600
    for name in (old, young, *others):
        (path.parent / name).write_text("half")
        if name != young:
            os.utime(path.parent / name, (hour_ago, hour_ago))
    change_file(path, [PUT])
    assert names_in(path.parent) == sorted(["answers.yaml", young, *others])


def test_what_others_changed_meanwhile_is_kept(path: Path) -> None:
    base = path.read_bytes()
    path.write_text(TEXT.replace("a.c: 2", "a.c: 4  # Cy") + "# Cy was here\n")
    new = change_file(path, [PUT], base=base)
    assert new.decode() == NEW.replace("a.c: 2", "a.c: 4  # Cy") + "# Cy was here\n"
    assert change_file(path, [Put(("answers", "a.b"), 5)], base=new) == new.replace(
        b"3  #", b"5  #"
    )


def test_the_same_value_changed_twice_is_a_conflict(path: Path) -> None:
    base = path.read_bytes()
    theirs = TEXT.replace("a.b: 1", "a.b: {answer: 4}")
    path.write_text(theirs)
    with pytest.raises(Conflict, match=r"'answers: a\.b' was changed in .* meanwhile") as conflict:
        change_file(path, [Put(("answers", "a.c"), 9), PUT], base=base)
    assert conflict.value.path == ("answers", "a.b")
    assert conflict.value.mine == 3
    assert conflict.value.theirs == {"answer": 4}
    assert path.read_text() == theirs
    assert names_in(path.parent) == ["answers.yaml"]
    change_file(path, [PUT], base=conflict.value.current)
    assert path.read_text() == NEW


@pytest.mark.parametrize(
    ("theirs", "edit", "is_conflict"),
    [
        (TEXT.replace(": 1 ", ": 3 "), PUT, False),  # they had the same idea
        (TEXT.replace(": 1 ", ": 3 "), Delete(("answers", "a.b")), True),
        (TEXT.replace("  a.b: 1  # Bo\n", ""), PUT, True),
        (TEXT.replace("  a.b: 1  # Bo\n", ""), Delete(("answers", "a.b")), False),
        (TEXT + "  a.d: 5\n", Put(("answers", "a.d"), 6), True),
        (TEXT.replace(": 1 ", ":   1 "), PUT, False),  # written otherwise, meant alike
        ("format: answers/1\n", PUT, True),
        ("format: answers/1\n", Put(("answers", "a.d"), 6), False),
    ],
)
def test_what_is_a_conflict(path: Path, theirs: str, edit: Put | Delete, is_conflict: bool) -> None:
    path.write_text(theirs)
    try:
        change_file(path, [edit], base=TEXT.encode())
    except Conflict:
        assert is_conflict
        assert path.read_text() == theirs
    else:
        assert not is_conflict


def test_writable_leaves_no_trace(path: Path, tmp_path: Path) -> None:
    before = path.stat()
    writable(path)
    writable(tmp_path / "new.yaml")
    assert path.stat() == before
    assert names_in(tmp_path) == ["answers.yaml"]


def test_writable_finds_a_folder_that_is_not(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with mounted("-t", "tmpfs", "tmpfs", str(disk)):
        (disk / "answers.yaml").write_text(TEXT)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607 - on PATH
        with pytest.raises(MaturityError, match="cannot be written: read-only file system"):
            writable(disk / "answers.yaml")


def test_writable_finds_a_folder_of_somebody_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # An administrator may write anywhere, so the system's answer is played to it.
    real = os.open

    def refuse(name: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(name, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(MaturityError, match=f"{path.parent} does not allow it"):
        writable(path)


def test_writable_finds_a_write_protected_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda name, mode: (name, mode) != (path, os.W_OK))
    with pytest.raises(MaturityError, match="is write-protected"):
        writable(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1\n", "not closed"),
        ("", "the file is empty"),
        ("a: |\n  x", "cannot be changed at 'x-trial' without changing something else"),
        ("- a\n", "the file is no mapping"),
    ],
)
def test_writable_finds_a_file_that_cannot_be_changed(path: Path, text: str, message: str) -> None:
    path.write_text(text)
    with pytest.raises(MaturityError, match=message):
        writable(path)
    assert path.read_text() == text


def test_there_is_no_such_file_or_folder(tmp_path: Path) -> None:
    with pytest.raises(MaturityError, match="there is no file"):
        change_file(tmp_path / "none.yaml", [PUT])
    assert "a.b: 3" in (tmp_path / "none.yaml.rescue").read_text()
    with pytest.raises(MaturityError, match=f"there is no folder {tmp_path / 'none'}"):
        writable(tmp_path / "none" / "a.yaml")
