"""`maturity new theme`: a theme that changes nothing until it is told to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from load.logos import GOOD_SVG
from new.making import assert_valid, new, refused

from maturity.cli import app
from maturity.load.theme import load_theme
from maturity.model.palette import BRANDED, DARK, LIGHT
from maturity.model.theme import Colours, ThemeFile
from maturity.new.theme_text import theme_text

if TYPE_CHECKING:
    from pathlib import Path

USED = re.sub(r"(?m)^#(?=[^ \n]|  )", "", theme_text())
"""The scaffold with every example put to use."""


@pytest.mark.usefixtures("folder")
def test_it_checks_without_a_finding_and_changes_nothing(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    new("theme", "brand.yaml")
    assert "maturity report ANSWERS --theme brand.yaml -o report.html" in capsys.readouterr().err
    assert app.run(["check", "brand.yaml", "--fail-on", "info"]) == 0
    assert "no findings in 1 file" in "".join(capsys.readouterr())
    assert load_theme(folder / "brand.yaml").model_fields_set == {"name", "light", "dark", "logo"}
    assert load_theme(folder / "brand.yaml").model_dump(exclude_defaults=True) == {
        "name": "Our house style"
    }
    assert_valid(folder / "brand.yaml", "theme")


def test_every_example_in_it_can_be_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "brand.yaml"
    path.write_text(USED, encoding="utf-8")
    (folder / "logo.svg").write_text(GOOD_SVG)
    assert app.run(["check", "brand.yaml", "--fail-on", "info"]) == 0, capsys.readouterr().out
    theme = load_theme(path)
    by_palette = {name: name.replace("-", "_") for name in BRANDED}
    assert theme.light == {key: LIGHT[name] for name, key in by_palette.items()}
    assert theme.dark == {key: DARK[name] for name, key in by_palette.items()}
    assert theme.marking == "OFFICIAL-SENSITIVE"
    assert_valid(path, "theme")


def test_it_says_every_key_of_a_theme() -> None:
    sections = set(re.findall(r"(?m)^([a-z]+):", USED))
    assert sections == set(ThemeFile.model_fields)
    assert {name.replace("-", "_") for name in BRANDED} == set(Colours.model_fields)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["theme", "taken.yaml"], "error: taken.yaml exists already"),
        (["theme", "brand"], "end it with .yaml"),
        (["theme", "brand.yaml", "--quick"], "a new theme takes no options"),
        (["theme", "no/brand.yaml"], "there is no folder no"),
    ],
)
def test_what_cannot_be_made(
    arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "taken.yaml").write_text("mine")
    assert said in refused(*arguments, capsys=capsys)
    assert [path.name for path in folder.iterdir()] == ["taken.yaml"]
