"""`maturity check` on themes: by themselves, and where an assessment names them."""

from __future__ import annotations

from pathlib import Path

import pytest
from load.logos import GOOD_SVG, SVG, write_theme
from load.small import ANSWERS, ASSESSMENT, write

from maturity.check.finding import Report
from maturity.check.run import Wanted, check_paths

WEAK = 'colours: {light: {accent: "#88ffbb"}}\n'


def told(report: Report, folder: Path) -> list[tuple[str, str, str]]:
    return [
        (str(one.location).removeprefix(f"{folder}/"), one.rule.code, one.message)
        for one in report.findings
    ]


def test_a_theme_by_itself(tmp_path: Path) -> None:
    path = write_theme(tmp_path, WEAK + "footer: TODO\ncolour: red\n")
    found = told(check_paths([path], Wanted()), tmp_path)
    assert [(place, code) for place, code, _ in found] == [
        ("theme.yaml:4:9", "R219"),
        ("theme.yaml:5:1", "S101"),
    ]
    path = write_theme(tmp_path, WEAK)
    assert told(check_paths([tmp_path], Wanted()), tmp_path) == [
        (
            "theme.yaml:3:27",
            "S104",
            "accent #88ffbb on paper #ffffff has contrast 1.2:1; needs 4.5:1",
        )
    ]


def test_a_logo_is_checked_and_named(tmp_path: Path) -> None:
    path = write_theme(tmp_path, logo=SVG.format("<script/>"))
    assert told(check_paths([path], Wanted()), tmp_path) == [
        ("logo.svg:1:63", "S104", "a logo may not have <script>")
    ]
    write_theme(tmp_path, logo=GOOD_SVG)
    assert told(check_paths([path], Wanted()), tmp_path) == []


@pytest.mark.parametrize("named", ["assessment.yaml", "answers/r-1.yaml", "."])
def test_the_theme_of_an_assessment_is_checked_once(named: str, tmp_path: Path) -> None:
    answers = ANSWERS.replace("path: framework", "path: ../framework")
    main = f"{ASSESSMENT}theme: theme.yaml\n"
    write(tmp_path, {"assessment.yaml": main, "answers/r-1.yaml": answers})
    write_theme(tmp_path, WEAK)
    found = told(check_paths([tmp_path / named], Wanted(select=["S"])), tmp_path)
    assert [place for place, _, _ in found] == ["theme.yaml:3:27"]


def test_a_theme_that_is_not_there_is_said_in_the_assessment(tmp_path: Path) -> None:
    write(tmp_path, {"assessment.yaml": f"{ASSESSMENT}theme: brand.yaml\n"})
    found = told(check_paths([tmp_path / "assessment.yaml"], Wanted()), tmp_path)
    line = ASSESSMENT.count("\n") + 1
    assert found[0][:2] == (f"assessment.yaml:{line}:8", "R202")
    (tmp_path / "assessment.yaml").write_text(f"{ASSESSMENT}theme: /brand.yaml\n")
    found = told(check_paths([tmp_path / "assessment.yaml"], Wanted()), tmp_path)
    assert found == [
        (f"assessment.yaml:{line}:8", "S104", "'/brand.yaml' is no place relative to this file")
    ]


def test_another_file_in_its_place(tmp_path: Path) -> None:
    write(tmp_path, {"assessment.yaml": f"{ASSESSMENT}theme: framework/data.yaml\n"})
    found = told(check_paths([tmp_path / "assessment.yaml"], Wanted(select=["S"])), tmp_path)
    assert [place for place, _, _ in found] == ["framework/data.yaml:1:9"]
