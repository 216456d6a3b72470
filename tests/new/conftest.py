"""A folder to make things in, and the frameworks that they are made for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maturity.load.framework import find_framework
from maturity.model.framework import Framework
from maturity.new.framework_text import framework_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def shipped() -> Framework:
    return find_framework("public-sector")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Framework:
    home = tmp_path_factory.mktemp("small")
    for name, text in framework_files("small").items():
        (home / name).write_text(text, encoding="utf-8")
    return find_framework(str(home))
