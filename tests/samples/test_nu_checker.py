"""Every kind of page is valid HTML to the Nu HTML Checker, where that is installed.

It needs Java and its jar, which VNU_JAR names, or a `vnu` on PATH; nothing is downloaded.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from samples.pages import PAGES


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command that runs it."""
    jar, java, vnu = os.environ.get("VNU_JAR"), shutil.which("java"), shutil.which("vnu")
    if jar and java:
        return [java, "-jar", jar]
    if not vnu:
        pytest.skip("there is no vnu on PATH, nor Java with a jar that VNU_JAR names")
    return [vnu]


def found(checker: list[str], *pages: Path) -> list[str]:
    """What it says of pages.

    Messages of the kind `info` are left out: it does not know of styles allowed by a hash.
    """
    done = subprocess.run(
        [*checker, "--format", "json", *map(str, pages)], capture_output=True, encoding="utf-8"
    )
    return [
        f"{Path(message['url']).name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
        if message["type"] != "info"
    ]


def test_every_page_is_valid(checker: list[str], tmp_path: Path) -> None:
    files = []
    for name, make in PAGES.items():
        files.append(tmp_path / f"{name}.html")
        files[-1].write_text(make(), encoding="utf-8")
    assert found(checker, *files) == []


def test_a_fault_would_be_found(checker: list[str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<!doctype html><html lang=en><title>x</title><p id=a><p id=a>", encoding="utf-8"
    )
    assert found(checker, bad) == ["bad.html:1: Duplicate ID “a”."]
