"""The folder that templates of somebody's own lie in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from render import samples
from render.own_templates import (
    HTML,
    own,
)

from maturity.errors import MaturityError
from maturity.load.own_templates import load_templates
from maturity.model.own_templates import OwnTemplates
from maturity.render.own.run import render_own
from maturity.render.own.sandbox import SHIPPED


def test_templates_are_read_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_text(HTML)
    (tmp_path / "notes.txt").write_text("not a template")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.j2").write_text("not read")
    assert load_templates(tmp_path) == OwnTemplates(str(tmp_path), {"report.html.j2": HTML})


def test_folders_that_cannot_be_used(tmp_path: Path) -> None:
    def refused(folder: Path) -> str:
        with pytest.raises(MaturityError) as error:
            load_templates(folder)
        return error.value.problems[0].message.replace(str(tmp_path), ".")

    assert refused(tmp_path / "none") == "there is no folder ./none"
    one = tmp_path / "one"
    one.mkdir()
    (tmp_path / "secret.j2").write_text("secret")
    (one / "report.html.j2").symlink_to(tmp_path / "secret.j2")
    assert refused(one) == "./one/report.html.j2 is a link that leads out of the folder"
    (one / "report.html.j2").unlink()
    (one / "report.html.j2").symlink_to("report.html.j2")
    assert refused(one) == "./one/report.html.j2 is a link that leads out of the folder"
    (one / "report.html.j2").unlink()
    os.mkfifo(one / "report.html.j2")
    assert refused(one) == "./one/report.html.j2 is not a regular file"
    (one / "report.html.j2").unlink()
    (one / "report.html.j2").write_text("x" * 200_001)
    assert refused(one) == "the file is larger than 200,000 bytes"
    (one / "report.html.j2").write_bytes(b"\xff")
    assert refused(one) == "the byte 0xFF is not UTF-8"
    for number in range(20):
        (one / f"{number}.j2").write_text("")
    assert refused(one) == "./one holds more than 20 templates"


def test_a_folder_without_the_template_that_is_needed() -> None:
    with pytest.raises(MaturityError) as error:
        render_own(samples.result(), "markdown", own())
    (problem,) = error.value.problems
    assert problem.message == "mine has no template for markdown"
    assert problem.hint == "it has report.html.j2"
    with pytest.raises(MaturityError, match="json is not laid out by templates"):
        render_own(samples.result(), "json", own())


def test_shipped_templates_load_one_another_whatever_lies_in_the_folder() -> None:
    shadow = {"blocks.html.j2": "{% macro section(a, b) %}SHADOW{% endmacro %}"}
    assert "SHADOW" not in render_own(
        samples.result(), "html", OwnTemplates("mine", {"report.html.j2": HTML, **shadow})
    )
    assert SHIPPED == "maturity/"
