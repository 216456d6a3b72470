"""Whole texts of the sample for its team, on a terminal of 80 columns and in Markdown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from explain.making import sample_result

from maturity.explain import explain
from maturity.redact import redact
from maturity.render.explanation.markdown import render_explanation_markdown
from maturity.render.explanation.view import explanation_blocks
from maturity.render.screen.terminal import Look, draw

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = "district-council"
PARTS = ("overall", "security", "data", "security.mfa", "lens:ai", "shield-exposed-servers")


def file_of(name: str, suffix: str) -> Path:
    return GOLDEN / f"{name.replace(':', '-')}{suffix}"


@pytest.mark.parametrize("name", PARTS)
def test_the_text_on_a_terminal(name: str, golden: Callable[[Path, str], None]) -> None:
    explanation = explain(redact(sample_result(SAMPLE), "team"), name)
    golden(file_of(name, ".txt"), draw(explanation_blocks(explanation), Look()))


def test_the_same_in_markdown(golden: Callable[[Path, str], None]) -> None:
    explanation = explain(redact(sample_result(SAMPLE), "team"), "data")
    golden(file_of("data", ".md"), render_explanation_markdown(explanation))


def test_no_golden_file_is_left_over() -> None:
    kept = {file_of(name, ".txt").name for name in PARTS} | {"data.md"}
    assert {path.name for path in GOLDEN.iterdir()} == kept
