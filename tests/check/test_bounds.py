"""Folders and settings from strangers take little time, whatever is in them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from load.small import SECURITY, changed, write

from maturity.check.finding import Finding
from maturity.check.gather import MAX_DEPTH, gather
from maturity.check.run import Wanted, check_paths
from maturity.check.settings import MAX_BYTES, MAX_PARTS, find_settings
from maturity.errors import MaturityError


def test_findings_are_not_compared_with_all_before_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = 0
    equal = Finding.__eq__

    def counted(self: Finding, other: object) -> bool:
        nonlocal compared
        compared += 1
        return equal(self, other)

    more = "".join(
        f"  - {{id: m{n}, ask: Are backups regularly tested?, type: text}}\n" for n in range(300)
    )
    text = changed(SECURITY, "actions:\n", f"{more}actions:\n")
    write(tmp_path, {"framework/security.yaml": text})
    monkeypatch.setattr(Finding, "__eq__", counted)
    report = check_paths([tmp_path], Wanted(select=["all"]))
    assert len(report.findings) > 300
    assert compared < 2 * len(report.findings)


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the small framework and 1,200 folders in one another."""
    write(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    for _ in range(1_200):  # no path is as long, so they are made from within
        Path("d").mkdir()
        monkeypatch.chdir("d")
    yield tmp_path
    for _ in range(1_200):  # what clears up after the tests does not go as deep
        monkeypatch.chdir("..")
        shutil.rmtree("d")


def test_a_folder_of_very_many_levels_is_looked_into_so_far(deep: Path) -> None:
    gathered = gather([deep])
    assert [file.path.name for file in gathered.files] == [
        "data.yaml",
        "framework.yaml",
        "security.yaml",
    ]
    deepest = deep.joinpath(*["d"] * MAX_DEPTH)
    assert gathered.notes() == [
        f"{deepest}: folders more than {MAX_DEPTH} deep are not looked into"
    ]
    (deep.joinpath(*["d"] * (MAX_DEPTH - 1)) / "d/a.yaml").write_text("format: theme/1")
    assert len(gather([deep]).files) == 4
    (deepest / "d/a.yaml").write_text("format: theme/1")
    assert len(gather([deep]).files) == 4


@pytest.mark.parametrize("name", ["maturity.toml", "pyproject.toml"])
def test_settings_larger_than_anybody_writes_are_not_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(6_000_000_000)  # which takes no room on the disk
    with pytest.raises(MaturityError) as refused:
        find_settings(tmp_path)
    (problem,) = refused.value.problems
    assert problem.message == f"the file is larger than {MAX_BYTES:,} bytes"
    assert str(problem.location).startswith(str(path))


@pytest.mark.parametrize("part", ["a", '"a b"', "'a'"])
@pytest.mark.parametrize("between", [".", " . "])
@pytest.mark.parametrize("around", ["{} = 1", "[{}]", "b = {{{} = 1}}"])
def test_keys_of_very_many_parts_are_not_read(
    part: str, between: str, around: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "maturity.toml"
    path.write_text(around.format(between.join([part] * (MAX_PARTS + 1))))
    monkeypatch.setattr("tomllib.loads", lambda _: pytest.fail("it was read"))
    with pytest.raises(MaturityError, match="cannot be read: a key has more than 32 parts"):
        find_settings(tmp_path)


def test_such_keys_in_the_file_of_other_tools_are_theirs(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(".".join(["a"] * 20_000) + "=1\n")
    assert find_settings(tmp_path).folder is None
    numbers = ", ".join(['"a==1.2.3"'] * 500)
    (tmp_path / "pyproject.toml").write_text(
        f'[project]\ndependencies = [{numbers}]\n[tool.maturity]\nselect = ["Q410"]\n'
    )
    assert find_settings(tmp_path).select == ("Q410",)
