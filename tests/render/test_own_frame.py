"""What stands outside the blocks stays as it is: the policy, the style sheet, the marking."""

from __future__ import annotations

import pytest
from render.own_templates import (
    asked,
    data,
    html,
    marked_data,
    said,
)

from maturity.errors import MaturityError
from maturity.render.own.frame import check_frame, frame_of
from maturity.render.own.rules import TemplateError
from maturity.render.own.sandbox import sandbox


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("""{% set style_hash = "x'; script-src 'unsafe-inline'" %}""", 1),
        ("\n{% set style = '*{display:none}' %}", 2),
        ("\n\n{% set report = dict(report, brand=none, warnings=[]) %}", 3),
    ],
)
def test_a_stranger_cannot_replace_policy_style_or_marking(source: str, line: int) -> None:
    with pytest.raises(MaturityError) as error:
        html(source)
    assert str(error.value.problems[0].location) == f"mine/report.html.j2:{line}:1"


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_whatever_gets_past_the_names_the_frame_is_measured(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.render.own.rules._check_names", lambda *_: None)
    monkeypatch.setitem(data(), "report", marked_data()["report"])
    assert "OFFICIAL" in asked("", form)["text"]
    line, message, hint = said("{% set report = dict(report, brand=none) %}", form)
    assert message.startswith("the template changes what stands outside its blocks: the page's")
    assert (line, hint) == (1, "change only what is in blocks")
    if form == "html":
        for source in ("{% set style = 'x' %}", "{% set style_hash = 'x' %}"):
            assert said(source)[1] == message


def test_the_frame_is_all_that_is_not_in_blocks() -> None:
    own_data = {**marked_data(), "style": "p{}", "style_hash": "sha256-x"}
    frame = frame_of(sandbox("html", {}), "report.html.j2", own_data)
    assert "style-src 'sha256-x'" in frame[0]
    assert frame[0].endswith('<header class="head">\n<p class="marking">OFFICIAL</p>')
    assert frame[-1] == '<p class="marking">OFFICIAL</p></footer>\n</body>\n</html>\n'
    whole = "x".join(frame)
    check_frame(whole, frame, "m")
    for wrong in (whole[1:], whole[:-1], whole.replace("<main", "<p"), frame[0], ""):
        with pytest.raises(TemplateError):
            check_frame(wrong, frame, "m")
