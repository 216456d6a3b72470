"""The theme in a result: written whole, read back the same, checked as strictly as a file."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from load.logos import GOOD_SVG, SVG, write_theme
from load.test_themes import WHOLE
from render import samples

from maturity.errors import MaturityError
from maturity.load.result import load_result
from maturity.load.theme import load_theme
from maturity.model.result import Result
from maturity.redact import AUDIENCES, redact
from maturity.render.formats.html import render_html
from maturity.render.formats.json import render_json
from maturity.render.formats.markdown import render_markdown


@pytest.fixture
def themed(tmp_path: Path) -> Result:
    theme = load_theme(write_theme(tmp_path, WHOLE, GOOD_SVG))
    return samples.result().model_copy(update={"theme": theme})


def test_a_result_with_a_theme_reads_back_the_same(themed: Result, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(render_json(themed), encoding="utf-8")
    (tmp_path / "logo.svg").unlink()  # a result stands alone
    (tmp_path / "theme.yaml").unlink()
    again = load_result(path)
    assert again == themed
    for render in (render_json, render_html, render_markdown):
        assert render(again) == render(themed)


def test_without_a_theme_nothing_is_written_of_it(themed: Result) -> None:
    plain = samples.result()
    assert "theme" not in json.loads(render_json(plain))
    whole = json.loads(render_json(themed))
    assert list(whole)[-1] == "theme"
    assert {**whole, "theme": None} == {**json.loads(render_json(plain)), "theme": None}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_audience_gets_the_theme(audience: Any, themed: Result) -> None:
    assert redact(themed, audience).theme == themed.theme


BAD_LOGO = base64.b64encode(SVG.format("<script/>").encode()).decode()
CHANGED = [
    (("light", "accent"), "#88ffbb", "theme.light.accent: accent #88ffbb on paper #ffffff has con"),
    (("dark", "ink"), "#000000", "theme.dark.ink: ink #000000 on paper"),
    (("light", "accent"), "red", "theme.light.accent: this is no colour"),
    (("light", "accent"), "#123456;}</style>", "theme.light.accent: this is no colour"),
    (("light",), {"limit": "#123456"}, "theme.light.limit.[key]: input should be"),
    (("font",), ["Arial"], "theme.font: no font is sure"),
    (("font",), ["a;}b", "serif"], "theme.font[0]: this is no name of a font"),
    (("marking",), "x" * 81, "theme.marking: string should have at most 80"),
    (("marking",), " ", "theme.marking: this text shows nothing"),
    (("footer",), "x" * 601, "theme.footer: string should have at most 600"),
    (("logo", "data"), BAD_LOGO, "theme.logo: a logo may not have <script>"),
    (("logo", "data"), '"><script>', "theme.logo.data: string should match"),
    (("logo", "data"), "A" * 300_000, "theme.logo.data: string should have at most"),
    (("logo", "type"), "text/html", "theme.logo.type: input should be"),
    (("logo", "width"), 241, "theme.logo: its type or its size is not that of the picture"),
    (("logo", "width"), 10**9, "theme.logo.width: input should be less"),
    (("logo", "alt"), "", "theme.logo.alt: this text shows nothing"),
    (("extra",), "x", "theme.extra: extra inputs are not permitted"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "message"), CHANGED)
def test_what_no_theme_file_could_give_is_refused(
    place: tuple[str, ...], value: object, message: str, themed: Result, tmp_path: Path
) -> None:
    data = json.loads(render_json(themed))
    part = data["theme"]
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    path = tmp_path / "result.json"
    path.write_text(json.dumps(data))
    with pytest.raises(MaturityError) as error:
        load_result(path)
    problem = error.value.problems[0]
    assert problem.message.startswith(f"{path}: {message}")
    assert problem.hint.startswith("make it again")
