"""The cloud maturity model of the Central Digital and Data Office: unanswered counts as 0."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from vectors.files import Row, score_files

CASES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "cloud_maturity.json").read_text()
)
TOP = CASES["points_per_question_max"]
LEVELS = range(TOP + 1)
SHARED = (
    f"levels: [{', '.join(f'{{level: {n}, name: Level {n}}}' for n in LEVELS)}]\nmissing: lowest"
)
# What is missing stands at the lowest level that its question offers, so 0 is one of them.
QUESTION = f"type: level, levels: {{{', '.join(f'{n}: level {n}' for n in LEVELS)}}}"


def greedy(total: int, questions: int) -> list[int]:
    """Answers with this sum, in as few questions as can be."""
    return [min(TOP, max(0, total - TOP * number)) for number in range(questions)]


def spread(total: int, questions: int) -> list[int]:
    """Answers with this sum, in as many questions as can be."""
    return [total // questions + (number < total % questions) for number in range(questions)]


def rows(answers: list[int | None]) -> list[Row]:
    return [Row(f"q{n}", QUESTION, str(a) if a else "") for n, a in enumerate(answers)]


@pytest.mark.parametrize("share_out", [greedy, spread])
def test_the_percentages_by_category(share_out: Any, tmp_path: Path) -> None:
    counts = CASES["question_counts"]
    sums = CASES["answers_sum_by_category"]
    parts = {name: rows(share_out(sums[name], counts[name])) for name in counts}
    found = score_files(tmp_path, SHARED, parts)
    for name, percent in CASES["expected_percent_by_category"].items():
        exact = Fraction(found[name].exact or "-1") / TOP
        assert exact == Fraction(sums[name], TOP * counts[name])
        assert float(exact) == pytest.approx(percent, abs=1e-15)


def test_a_category_with_an_open_question(tmp_path: Path) -> None:
    found = score_files(tmp_path, SHARED, {"tech": rows(CASES["tech_answers"])})["tech"]
    # 1 of 10 points: (1 + 0) / 2 on a scale of 0 to 5
    assert found.exact == "1/2"
    assert Fraction(1, 2) * len(CASES["tech_answers"]) == CASES["expected_score"]
    assert Fraction(1, 2) / TOP == Fraction(str(CASES["expected_percent"]))
