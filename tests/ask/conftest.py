from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ask.asking import ANSWERS, load, write_framework

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.model.framework import Framework


@pytest.fixture(scope="session")
def framework(tmp_path_factory: pytest.TempPathFactory) -> Framework:
    return load(write_framework(tmp_path_factory.mktemp("kinds") / "framework"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the current folder one with `framework/`, and `answers.yaml` without an answer."""
    write_framework(tmp_path / "framework")
    (tmp_path / "answers.yaml").write_text(ANSWERS)
    monkeypatch.chdir(tmp_path)
    return tmp_path
