"""What people install: the wheel holds the content it needs, and nothing that git ignores."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
FOLDERS = ("maturity", "questionnaires", "report_templates")
NEEDED = (".gitignore", "LICENSE", "README.md", "pyproject.toml")
IGNORED = (
    ".env",
    "maturity/.env",
    "maturity/left.tmp",
    "maturity/__pycache__/model.cpython-311.pyc",
    "questionnaires/.maturity-0123.tmp",
    "questionnaires/samples/.env",
)
CONTENT_SUFFIXES = {".py", ".typed", ".yaml", ".json", ".md", ".css", ".j2", ".html", ".svg"}


def content_of(project: Path) -> set[str]:
    files = [path for folder in FOLDERS for path in (project / folder).rglob("*")]
    names = {path.relative_to(project).as_posix() for path in files if path.is_file()}
    return {name for name in names if "__pycache__" not in name and Path(name).name[0] != "."}


def build(project: Path, kind: str) -> Path:
    out = project / "dist"
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(out)],
        cwd=project,
        check=True,
        capture_output=True,
    )
    (made,) = out.iterdir()
    return made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the project as it would be committed, with what git ignores lying about."""
    copy = tmp_path_factory.mktemp("project")
    for folder in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__", "*.tmp", ".env")
        shutil.copytree(PROJECT / folder, copy / folder, ignore=ignored)
    for name in NEEDED:
        shutil.copy(PROJECT / name, copy / name)
    for name in IGNORED:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text("secret")
    return copy


@pytest.fixture(scope="module")
def wheel(project: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(build(project, "wheel")) as made:
        return {name: made.read(name) for name in made.namelist()}


def in_wheel(name: str) -> str:
    return name if name.startswith("maturity/") else f"maturity/{name}"


def test_the_wheel_holds_every_file_of_the_three_folders(wheel: dict[str, bytes]) -> None:
    wanted = {in_wheel(name) for name in content_of(PROJECT) if not name.endswith(".tmp")}
    assert {Path(name).suffix for name in wanted} <= {*CONTENT_SUFFIXES, ""}
    assert wanted <= set(wheel)
    assert "maturity/questionnaires/public-sector/framework.yaml" in wheel
    assert "maturity/questionnaires/schemas/questionnaire.json" in wheel
    assert any(name.startswith("maturity/report_templates/") for name in wheel)


def test_the_wheel_holds_nothing_else(wheel: dict[str, bytes]) -> None:
    extra = set(wheel) - {in_wheel(name) for name in content_of(PROJECT)}
    assert {Path(name).parts[0].partition("-")[2] for name in extra} == {"0.1.0.dist-info"}
    assert b"secret" not in wheel.values()


def test_the_wheel_carries_both_licences_and_the_program(wheel: dict[str, bytes]) -> None:
    licences = [name for name in wheel if "/licenses/" in name]
    assert sorted(Path(name).parts[2:] for name in licences) == [
        ("LICENSE",),
        ("questionnaires", "LICENSE"),
    ]
    (entry,) = (name for name in wheel if name.endswith("entry_points.txt"))
    assert b"maturity = maturity.__main__:main" in wheel[entry]


def test_the_sdist_holds_the_same_and_no_secret(project: Path) -> None:
    shutil.rmtree(project / "dist", ignore_errors=True)
    with tarfile.open(build(project, "sdist")) as made:
        names = {name.partition("/")[2] for name in made.getnames()}
    assert content_of(PROJECT) <= names
    assert not names & set(IGNORED)


def test_the_version_stands_in_one_place() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" in settings["project"]["dynamic"]
    assert settings["tool"]["hatch"]["version"]["path"] == "maturity/__init__.py"
