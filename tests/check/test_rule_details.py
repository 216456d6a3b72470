"""What single rules say and leave out, beside their fixtures."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from check.folders import HERE, OPTIONS
from maturity.check.run import Wanted, check_paths

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.check.finding import Finding


def found(folder: Path, edits: list[tuple[str, str]], *select: str) -> list[Finding]:
    """Copy a good framework, edit its files and check it."""
    shutil.copytree(HERE / "good" / "target-without-action", folder, dirs_exist_ok=True)
    for before, after in edits:
        (path,) = (p for p in folder.glob("*.yaml") if before in p.read_text())
        path.write_text(path.read_text().replace(before, after))
    return check_paths([folder], Wanted(select=select, options=OPTIONS)).findings


def without_action(folder: Path, weight: str = "") -> list[Finding]:
    """Let no action raise mfa."""
    good = (HERE / "good" / "target-without-action" / "security.yaml").read_text()
    action = "  - id: require-mfa" + good.partition("  - id: require-mfa")[2]
    edits = [(action, ""), ("  - id: mfa\n", f"  - id: mfa\n{weight}")]
    return found(folder, edits, "A306")


def test_a_question_that_no_action_raises_is_told_once(tmp_path: Path) -> None:
    (only,) = without_action(tmp_path)
    assert only.message == (
        "'security.mfa' at level 0 is below the target 3 of 'council', and no action raises it"
    )
    assert only.hint == "add an action that raises it to 4"


def test_a_question_that_moves_no_score_needs_no_action(tmp_path: Path) -> None:
    assert without_action(tmp_path, "    weight: 0\n") == []
    capped = "    weight: 0\n    critical: [{at_most: 0, cap: 1, because: It opens everything.}]\n"
    assert len(without_action(tmp_path, capped)) == 1


CHECKLIST = """\
  - id: mfa
    ask: Which of these are there?
    type: checklist
    items:
      - {id: a, label: A register}
      - {id: b, label: A named owner}
      - {id: c, label: A test each year}
"""


def test_levels_that_never_end_are_written_as_decimals(tmp_path: Path) -> None:
    good = (HERE / "good" / "target-without-action" / "security.yaml").read_text()
    question = good[good.index("  - id: mfa\n") : good.index("actions:\n")]
    edits = [("{security: 3}", "{security: 2}"), (question, CHECKLIST), ("{mfa: 4}", "{mfa: 1}")]
    (only,) = found(tmp_path, edits, "A306")
    assert "'security.mfa' at level about 1.33 is below the target 2 of 'council'" in only.message
    assert only.hint == "add an action that raises it to 2"  # to 8/3, which nobody can write


@pytest.mark.parametrize(
    ("ask", "written"),
    [
        ("How are backups, e.g. tapes, kept?", "e.g."),
        ("How are backups (E.g tapes) kept?", "E.g"),
        ("How are backups, e. g. tapes, kept?", "e. g."),
        ("How are backups, archives, Etc. kept?", "Etc"),
        ("How are backups, tapes And so  on kept?", "And so  on"),
    ],
)
def test_an_open_list_is_quoted_as_it_is_written(ask: str, written: str, tmp_path: Path) -> None:
    asked = ("How widely are restores from backup tested?", f'"{ask}"')
    (only,) = found(tmp_path, [asked], "Q411")
    assert only.message == f"'{written}' leaves the list open"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Some.", "D503"),
        ("Good and effective.", "D503"),
        ("Partly done.", "D505"),
        ("A very good and effective process.", "D503"),
    ],
)
def test_a_short_level_has_one_finding(text: str, code: str, tmp_path: Path) -> None:
    level = ("No restore was tested in the last year.", text)
    assert [one.rule.code for one in found(tmp_path, [level])] == [code]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            "url: www.gov.uk, date: 2025-08",
            [(46, "the address of the source 'caf4' is not whole", "begin it with https://")],
        ),
        ("date: 2025-08", [(10, "the source 'caf4' has no web address", "add 'url:'")]),
        ("url: https://www.gov.uk", [(10, "the source 'caf4' has no date", "add 'date:'")]),
        (
            'url: ""',
            [(10, "the source 'caf4' has no web address and no date", "add 'url:' and 'date:'")],
        ),
        (
            "url: ftp.gov.uk",
            [
                (10, "the source 'caf4' has no date", "add 'date:'"),
                (46, "the address of the source 'caf4' is not whole", "begin it with https://"),
            ],
        ),
        ("url: http://www.gov.uk, date: 2025-08", []),
    ],
)
def test_what_a_source_lacks_is_told_where_it_is(
    fields: str, told: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    sources = f"sources:\n  - {{id: caf4, title: Assessment Rules, {fields}}}\nprofiles:\n"
    report = found(tmp_path, [("profiles:\n", sources)], "R218")
    assert [(f.location.column, f.message, f.hint) for f in report] == told
