"""Seeded defects in every shipped file are found, and on the right line."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from load.logos import GOOD_SVG

from check.mutants import (
    ANSWERS,
    ASSESSMENT,
    FRAMEWORK,
    QUESTIONNAIRE,
    THEME,
    THEME_TEXT,
    Mutator,
    mutants,
)
from maturity.check.run import Wanted, check_paths
from maturity.load.positions import Document
from maturity.load.yaml_reader import read_file
from maturity.resources import framework_folder, shipped

ROUNDS = int(os.environ.get("MUTATION_ROUNDS", "0"))
"""How many mutants a mutator makes of a file; 0 is a third of the mutators, for the suite."""
SHARE_ON_THE_LINE = 0.99


def _survey(
    path: Path, checked: Path, mutators: dict[str, Mutator], seed: int, rounds: int = ROUNDS
) -> tuple[list[str], list[str], int]:
    """Try all mutants of a file; give those accepted, those blamed elsewhere, and how many."""
    good = path.read_bytes()
    silent: list[str] = []
    astray: list[str] = []
    count = 0
    for name, mutant in mutants(good.decode(), mutators, seed, rounds):
        path.write_bytes(mutant.text.encode())
        count += 1
        found = [
            finding.location.line
            for finding in check_paths([checked], Wanted()).findings
            if Path(finding.location.path) == path
        ]
        if not found:
            silent.append(f"{path.name}: {name}")
        elif not mutant.lines & set(found):
            astray.append(f"{path.name}: {name}: {sorted(mutant.lines)} and not {found[:3]}")
    path.write_bytes(good)
    return silent, astray, count


@pytest.fixture
def _each_text_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files that did not change only once: reading them is most of the time."""
    known: dict[tuple[str, bytes], Document] = {}

    def read(path: Path) -> Document:
        key = (str(path), path.read_bytes())
        if key not in known:
            known[key] = read_file(path)
        return known[key]

    monkeypatch.setattr("maturity.load.framework.read_file", read)


@pytest.fixture(scope="module")
def shipped_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copytree(framework_folder("public-sector"), folder / "public-sector")
    shutil.copytree(shipped("questionnaires") / "samples", folder / "samples")
    return folder


@pytest.mark.usefixtures("_each_text_read_once")
def test_no_defect_in_shipped_files_is_accepted_and_the_line_is_right(shipped_copy: Path) -> None:
    folder = shipped_copy / "public-sector"
    silent: list[str] = []
    astray: list[str] = []
    total = 0
    for seed, path in enumerate(sorted(folder.glob("*.yaml"))):
        if path.stem == "coverage":
            continue
        mutators = FRAMEWORK if path.stem == "framework" else QUESTIONNAIRE
        a, b, count = _survey(path, folder, mutators, seed)
        silent, astray, total = silent + a, astray + b, total + count
    assert total > 60
    assert silent == []
    assert len(astray) <= (1 - SHARE_ON_THE_LINE) * total, astray


@pytest.mark.usefixtures("_each_text_read_once")
def test_no_defect_in_shipped_answers_is_accepted_and_the_line_is_right(
    shipped_copy: Path,
) -> None:
    silent: list[str] = []
    astray: list[str] = []
    total = 0
    answers = sorted((shipped_copy / "samples").glob("*/answers/*.yaml"))
    for seed, path in enumerate(answers):
        a, b, count = _survey(path, path, ANSWERS, seed)
        silent, astray, total = silent + a, astray + b, total + count
    assert total > 80
    assert silent == []
    assert len(astray) <= (1 - SHARE_ON_THE_LINE) * total, astray


@pytest.mark.usefixtures("_each_text_read_once")
def test_no_defect_in_assessments_or_themes_is_accepted_and_the_line_is_right(
    shipped_copy: Path,
) -> None:
    theme = shipped_copy / "theme.yaml"
    theme.write_text(THEME_TEXT, encoding="utf-8")
    (shipped_copy / "logo.svg").write_text(GOOD_SVG, encoding="utf-8")
    assert check_paths([theme], Wanted()).findings == []
    silent, astray, total = _survey(theme, theme, THEME, 0, max(1, ROUNDS))
    for seed, path in enumerate(sorted((shipped_copy / "samples").glob("*/assessment.yaml"))):
        a, b, count = _survey(path, path, ASSESSMENT, seed, max(1, ROUNDS))
        silent, astray, total = silent + a, astray + b, total + count
    assert total > 90
    assert silent == []
    assert len(astray) <= (1 - SHARE_ON_THE_LINE) * total, astray
