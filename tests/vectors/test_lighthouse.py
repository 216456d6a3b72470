"""Lighthouse: a weighted mean in which a score that is missing leaves no score at all."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from vectors.files import Row, score_files

from maturity.model.scored import Node

DATA = Path(__file__).parent / "data"
CATEGORIES: list[dict[str, Any]] = json.loads((DATA / "lighthouse_categories.json").read_text())
UNIT_CASES: list[dict[str, Any]] = json.loads((DATA / "lighthouse_unit_cases.json").read_text())
REPORTS = sorted({category["file"] for category in CATEGORIES})
SHARED = "levels: [{level: 0, name: None}, {level: 1, name: All}]\nmissing: block"


def published(node: Node) -> Fraction | None:
    """The score as Lighthouse prints it: two decimals, a half goes up."""
    if node.exact is None:
        return None
    return Fraction((Fraction(node.exact) * 100 + Fraction(1, 2)).__floor__(), 100)


def row(audit: str, weight: object, score: object) -> Row:
    question = f"type: number, unit: of 1, min: 0, max: 1, weight: {weight}"
    return Row(audit, question, "" if score is None else str(score))


def rows(category: dict[str, Any]) -> list[Row]:
    return [row(audit, weight, score) for audit, weight, score, _ in category["items"]]


def test_all_of_the_published_scores_are_here() -> None:
    assert (len(CATEGORIES), len(REPORTS), len(UNIT_CASES)) == (44, 9, 5)


@pytest.mark.parametrize("report", REPORTS)
def test_the_categories_of_a_report(report: str, tmp_path: Path) -> None:
    categories = {each["category"]: each for each in CATEGORIES if each["file"] == report}
    found = score_files(tmp_path, SHARED, {name: rows(c) for name, c in categories.items()})
    for name, category in categories.items():
        assert published(found[name]) == Fraction(category["expected"]), name


def unit_rows(case: dict[str, Any]) -> list[Row]:
    found = []
    for number, (score, weight, *mode) in enumerate(case["items"]):
        made = row(f"audit-{number}", weight, score)
        out = "{not_applicable: Not here}" if mode == ["notApplicable"] else made.answer
        found.append(Row(made.id, made.question, out))
    return found


@pytest.mark.parametrize("case", UNIT_CASES[1:], ids=lambda case: str(case["expected"]))
def test_its_unit_cases(case: dict[str, Any], tmp_path: Path) -> None:
    found = score_files(tmp_path, SHARED, {"part": unit_rows(case)})
    assert published(found["part"]) == Fraction(str(case["expected"]))


def test_nothing_scored_is_no_score_here_and_0_there(tmp_path: Path) -> None:
    assert UNIT_CASES[0] == {"items": [], "expected": 0}
    found = score_files(tmp_path, SHARED, {"part": [Row("note", "type: text", "in words")]})
    assert found["part"].score is None


def test_a_missing_score_with_a_weight_leaves_none_and_without_one_changes_nothing(
    tmp_path: Path,
) -> None:
    heavy = [row("one", 1, "0.5"), row("two", 3, None)]
    light = [row("one", 1, "0.5"), row("two", 0, None)]
    found = score_files(tmp_path, SHARED, {"heavy": heavy, "light": light})
    assert (found["heavy"].score, found["light"].score) == (None, 0.5)
