"""`maturity new`: what it refuses, and that it then leaves everything as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from new.making import refused

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["assesment", "a"], "did you mean 'assessment'?"),
        (["assessment", "taken"], "error: taken exists already"),
        (["framework", "taken"], "error: taken exists already"),
        (["answers", "taken.yaml"], "error: taken.yaml exists already"),
        (["answers", "a"], "end it with .yaml"),
        (["answers", "no/a.yaml"], "there is no folder no"),
        (["answers", "a.yaml", "--role", "frontlin"], "did you mean 'frontline'?"),
        (["answers", "a.yaml", "--profile", "counci"], "there is no profile 'counci'"),
        (["answers", "a.yaml", "--framework", "public"], "there is no framework 'public'"),
        (["assessment", "a", "--role", "frontline"], "leave out --role"),
        (["framework", "a", "--quick"], "a new framework takes no options"),
    ],
)
def test_what_cannot_be_made(
    arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "taken").mkdir()
    (folder / "taken.yaml").write_text("mine")
    assert said in refused(*arguments, capsys=capsys)
    assert sorted(path.name for path in folder.iterdir()) == ["taken", "taken.yaml"]
    assert (folder / "taken.yaml").read_text() == "mine"
    assert list((folder / "taken").iterdir()) == []
