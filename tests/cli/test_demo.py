from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.cli.app import run

if TYPE_CHECKING:
    import pytest
    from cli.conftest import Program


def test_the_demo_writes_its_files_always_alike_and_says_what_to_do_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: Program
) -> None:
    monkeypatch.chdir(tmp_path)
    done = program("demo")
    assert done.returncode == 0
    assert " out of 4, level " in done.stdout
    assert "Digital skills" in done.stdout
    names = {path.name for path in Path("maturity-demo").iterdir()}
    assert names == {"report.html", "report.md", "result.json"}
    for name in names:
        assert f"  {Path('maturity-demo') / name}\n" in done.stderr
    assert f"Next: open {Path('maturity-demo') / 'report.html'} in a browser." in done.stderr
    assert "maturity frameworks public-sector" in done.stderr
    result = json.loads(Path("maturity-demo/result.json").read_text(encoding="utf-8"))
    assert result["format"] == "result/1"
    assert run(["demo", "--out", "a/b"]) == 0
    for name in names:
        assert Path("a/b", name).read_bytes() == Path("maturity-demo", name).read_bytes()


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine")
    assert run(["demo", "--out", str(tmp_path / "file")]) == 2
    assert "cannot be made: a file has that name" in capsys.readouterr().err
    assert run(["demo", "--out", str(tmp_path / "file" / "below")]) == 2
    assert "cannot be made: not a directory" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "mine"
