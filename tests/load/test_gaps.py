"""What loading should refuse and does not yet: each fails until it does."""

from __future__ import annotations

from pathlib import Path

import pytest
from load.bad_frameworks import D, F, S
from load.small import ANSWERS, DATA, FRAMEWORK, SECURITY, changed, write

from maturity.errors import MaturityError
from maturity.load.assessment import load_assessment
from maturity.load.framework import load_framework


def refused(folder: Path, files: dict[str, str]) -> None:
    write(folder, files)
    with pytest.raises(MaturityError):
        load_framework(folder / "framework")


def test_a_dimension_named_overall(tmp_path: Path) -> None:
    text = changed(
        FRAMEWORK, "dimensions: [security, data]", "dimensions: [security, data, overall]"
    )
    part = (
        "format: questionnaire/1\nid: overall\ntitle: O\nquestions: [{id: a, ask: A, type: text}]\n"
    )
    refused(tmp_path, {F: text, "framework/overall.yaml": part})


def test_a_question_with_the_full_id_of_another_dimensions(tmp_path: Path) -> None:
    refused(tmp_path, {S: changed(SECURITY, "- id: response", "- id: data.listed")})


def test_a_topic_with_the_name_of_another_dimension(tmp_path: Path) -> None:
    refused(tmp_path, {D: changed(DATA, "- id: used\n", "- id: security.used\n")})


def test_an_action_that_raises_a_question_twice(tmp_path: Path) -> None:
    refused(tmp_path, {S: changed(SECURITY, "{mfa: 4}", "{mfa: 4, security.mfa: 2}")})


@pytest.mark.xfail(reason="whoever chooses it is told that a reason is missing")
@pytest.mark.parametrize("name", ["na", "not-applicable"])
def test_an_option_that_can_never_be_chosen(name: str, tmp_path: Path) -> None:
    refused(tmp_path, {D: changed(DATA, "{id: all,", f"{{id: {name},")})


@pytest.mark.xfail(reason="the first in the file counts; the order of lines must not matter")
def test_two_old_questions_that_became_one(tmp_path: Path) -> None:
    old = ["  security.two-factor: 4\n", "  security.passwords: 0\n"]
    head = changed(ANSWERS, "  security.mfa: 2\n  security.backups: 45\n", "")
    found = []
    for lines in (old, old[::-1]):
        write(tmp_path, {"answers.yaml": head + "".join(lines)})
        found.append(load_assessment([tmp_path / "answers.yaml"]).sheets[0].answers)
    assert found[0] == found[1]
