from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from maturity.errors import MaturityError
from maturity.store.whole_file import write_whole


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_new_file_is_utf_8_with_line_feeds(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.md", "1–2\n")
    assert (tmp_path / "a.md").read_bytes() == b"1\xe2\x80\x932\n"
    assert names_in(tmp_path) == ["a.md"]


def test_half_a_character_becomes_a_question_mark(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.md", "a\ud800b")
    assert (tmp_path / "a.md").read_bytes() == b"a?b"


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.md", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(0o604)
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real" / "a.md")
    write_whole(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real" / "a.md").read_text() == "new"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    write_whole(pipe, "through")
    reader.join(timeout=10)
    assert got == ["through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def refuse(monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    def replace(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", replace)


def test_what_fails_at_the_last_step_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    refuse(monkeypatch, OSError(errno.EBUSY, "Device or resource busy"))
    with pytest.raises(MaturityError, match=r"a\.md cannot be written: device or resource busy"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["a.md"]


def test_a_folder_that_may_not_be_written_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, PermissionError(errno.EACCES, "Permission denied"))
    with pytest.raises(MaturityError) as refused:
        write_whole(tmp_path / "a.md", "new")
    assert refused.value.problems[0].message.endswith(f"{tmp_path} does not allow it")
    assert names_in(tmp_path) == []


def test_there_is_no_such_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "none", tmp_path / "file"):
        with pytest.raises(MaturityError, match=f"there is no folder {folder}"):
            write_whole(folder / "a.md", "x")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(MaturityError, match="is a folder"):
        write_whole(tmp_path, "x")
