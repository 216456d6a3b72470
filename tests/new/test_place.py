from __future__ import annotations

import os
from pathlib import Path

import pytest

from maturity.errors import MaturityError
from maturity.new.place import place_file, place_folder

FILES = {"a.yaml": "a: é\n", "answers/b.yaml": "b: 1\n"}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_and_a_folder_are_written(tmp_path: Path) -> None:
    place_file(tmp_path / "one.yaml", "a: é\r\n")
    place_folder(tmp_path / "two", FILES)
    assert (tmp_path / "one.yaml").read_bytes() == "a: é\r\n".encode()
    assert (tmp_path / "two" / "a.yaml").read_bytes() == "a: é\n".encode()
    assert (tmp_path / "two" / "answers" / "b.yaml").read_text() == "b: 1\n"
    assert names(tmp_path) == ["one.yaml", "two"]


def put_file(path: Path) -> None:
    path.write_text("mine")


def put_link(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("put", [put_file, Path.mkdir, put_link])
@pytest.mark.parametrize("is_folder", [True, False])
def test_what_is_there_stays(put: object, is_folder: bool, tmp_path: Path) -> None:
    path = tmp_path / "taken"
    assert callable(put)
    put(path)
    with pytest.raises(MaturityError) as error:
        place_folder(path, FILES) if is_folder else place_file(path, "new")
    assert error.value.problems[0].message == f"{path} exists already"
    assert names(tmp_path) == ["taken"]
    assert path.is_symlink() or path.is_dir() or path.read_text() == "mine"
    assert not path.is_dir() or names(path) == []


def test_a_name_taken_at_the_last_moment_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "late.yaml"
    link = os.link

    def late(source: Path, target: Path) -> None:
        target.write_text("theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(MaturityError, match="exists already"):
        place_file(path, "mine")
    assert path.read_text() == "theirs"
    assert names(tmp_path) == ["late.yaml"]


def test_a_disk_without_second_names_takes_a_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, __: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    place_file(tmp_path / "a.yaml", "a: 1\n")
    assert names(tmp_path) == ["a.yaml"]
    assert (tmp_path / "a.yaml").read_text() == "a: 1\n"


@pytest.mark.parametrize("is_folder", [True, False])
def test_without_a_folder_around_it_nothing_is_made(is_folder: bool, tmp_path: Path) -> None:
    path = tmp_path / "no" / "such"
    with pytest.raises(MaturityError) as error:
        place_folder(path, FILES) if is_folder else place_file(path, "new")
    (problem,) = error.value.problems
    assert problem.message == f"{path} cannot be made: there is no folder {path.parent}"
    assert problem.hint == "make it first"
    assert names(tmp_path) == []


def test_a_folder_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_text

    def full(path: Path, text: str, **how: str) -> int:
        if path.name == "b.yaml":
            raise OSError(28, "No space left on device")
        return write(path, text, **how)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(MaturityError, match="cannot be made: no space left on device"):
        place_folder(tmp_path / "new", FILES)
    assert names(tmp_path) == []
