"""Comments that set findings aside: where they count, and what is said of useless ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from check.folders import HERE, OPTIONS
from maturity.check.finding import Report
from maturity.check.run import Wanted, check_paths

if TYPE_CHECKING:
    from pathlib import Path

GOOD = (HERE / "good" / "leading-question" / "security.yaml").read_text()
ASK = "    ask: How widely are restores from backup tested?\n"


def checked(tmp_path: Path, text: str, *select: str) -> Report:
    (tmp_path / "security.yaml").write_text(text)
    return check_paths([tmp_path], Wanted(select=select, options=OPTIONS))


def codes(report: Report) -> list[str]:
    return [finding.rule.code for finding in report.findings]


@pytest.mark.parametrize(
    "ask",
    [
        "    ask: Don't you test it?  # maturity: ignore[Q402] quoted\n",
        "    ask: Don't you test it?  # maturity: ignore[leading-question] quoted\n",
        "    # maturity: ignore[leading-question] quoted\n    ask: Don't you test it?\n",
        "    ask: >-  # maturity: ignore[Q402] quoted\n      Don't you test it?\n",
        "    ask: Don't you regularly test it?  #maturity:ignore[Q402, vague-quantifier] quoted\n",
        "    ask: Don't you test it?  # maturity: ignore[q402] quoted\n",
        "    ask: Don't you test it?  # maturity: ignore[Leading-Question] quoted\n",
    ],
)
def test_a_comment_sets_findings_of_its_line_aside(tmp_path: Path, ask: str) -> None:
    report = checked(tmp_path, GOOD.replace(ASK, ask))
    assert codes(report) == []
    assert {finding.rule.code for finding in report.suppressed} >= {"Q402"}
    assert {finding.reason for finding in report.suppressed} == {"quoted"}


def test_words_inside_a_value_are_no_comment(tmp_path: Path) -> None:
    ask = '    ask: "Don\'t you test it? # maturity: ignore[Q402] quoted"\n'
    assert "Q402" in codes(checked(tmp_path, GOOD.replace(ASK, ask)))
    ask = "    ask: >-\n      Don't you test it?\n      # maturity: ignore[Q402] quoted\n"
    assert "Q402" in codes(checked(tmp_path, GOOD.replace(ASK, ask)))


def test_a_comment_of_another_line_or_rule_sets_nothing_aside(tmp_path: Path) -> None:
    text = GOOD.replace(ASK, "    ask: Don't you test it?  # maturity: ignore[Q407] quoted\n")
    assert codes(checked(tmp_path, text)) == ["Q402", "X901"]
    text = "# maturity: ignore[Q402] quoted\n" + GOOD.replace(ASK, "    ask: Don't you test it?\n")
    assert codes(checked(tmp_path, text)) == ["X901", "Q402"]


def test_what_every_command_refuses_cannot_be_ignored(tmp_path: Path) -> None:
    text = GOOD.replace(ASK, ASK + "    aks: x  # maturity: ignore[S101] we like it\n")
    assert codes(checked(tmp_path, text)) == ["S101", "X902"]


def test_what_old_answers_would_suffer_from_cannot_be_ignored(tmp_path: Path) -> None:
    text = GOOD.replace(ASK, ASK.rstrip("\n") + "  # maturity: ignore[removed-id] never used\n")
    assert codes(checked(tmp_path, text)) == ["X902"]


def test_a_rule_that_did_not_run_is_not_called_unused(tmp_path: Path) -> None:
    line = ASK.rstrip("\n") + "  # maturity: ignore[Q402] quoted\n"
    assert codes(checked(tmp_path, GOOD.replace(ASK, line), "X", "Q407")) == []
    assert codes(checked(tmp_path, GOOD.replace(ASK, line), "X", "Q402")) == ["X901"]
    level = "      0: No restore was tested in the last year.\n"
    alone = GOOD.replace(level, level.rstrip() + "  # maturity: ignore[unreachable-level] later\n")
    assert codes(checked(tmp_path, alone)) == []


def test_the_place_of_an_unused_name_is_the_name(tmp_path: Path) -> None:
    line = ASK.rstrip("\n") + "  # maturity: ignore[Q407,  Q402] quoted\n"
    report = checked(tmp_path, GOOD.replace(ASK, line))
    found = [(f.location.column, f.location.width) for f in report.findings]
    written = line.index("Q407") + 1, line.index("Q402") + 1
    assert found == [(written[0], 4), (written[1], 4)]


@pytest.mark.parametrize(
    ("word", "message", "hint"),
    [
        ("Q999", "there is no rule 'Q999'", "maturity check --explain all lists them"),
        ("zz", "there is no rule 'zz'", "maturity check --explain all lists them"),
        ("Leading-Qestion", "there is no rule", "did you mean 'leading-question'?"),
        ("Q4", "'Q4' means more than one rule", "name the one that is meant"),
        ("q", "'q' means more than one rule", "name the one that is meant"),
        ("all", "'all' means more than one rule", "name the one that is meant"),
        ("", "no rule is named", "write: # maturity: ignore[rule] reason"),
        ("s101", "'s101' cannot be ignored", "mend what it finds"),
    ],
)
def test_a_word_that_names_no_one_rule_is_told(
    word: str, message: str, hint: str, tmp_path: Path
) -> None:
    line = ASK.rstrip("\n") + f"  # maturity: ignore[{word}] quoted\n"
    (only,) = checked(tmp_path, GOOD.replace(ASK, line)).findings
    assert only.rule.name == "unknown-rule"
    assert only.message.startswith(message)
    assert only.hint.startswith(hint)
    assert only.location.column == line.index("ignore[") + len("ignore[") + 1
    assert only.location.width == max(1, len(word))


@pytest.mark.parametrize(
    "comment",
    [
        "# maturity: ignore [Q402] quoted",
        "# maturity: Ignore[Q402] quoted",
        "# maturity: ignroe[Q402] quoted",
        "# maturity: ignore",
        "# maturity: ignore[Q402 quoted",
        "#maturity: Q402",
        "# maturity:",
    ],
)
def test_a_comment_that_is_not_written_as_it_must_be_is_told(comment: str, tmp_path: Path) -> None:
    line = f"    ask: Don't you test it?  {comment}\n"
    report = checked(tmp_path, GOOD.replace(ASK, line))
    assert report.suppressed == []
    assert codes(report) == ["Q402", "X902"]
    told = report.findings[1]
    assert told.message == "this comment has no effect"
    assert told.hint == "write: # maturity: ignore[rule] reason"
    assert (told.location.column, told.location.width) == (line.index("#") + 1, len(comment))


@pytest.mark.parametrize(
    "line",
    [
        "# yaml-language-server: $schema=../schemas/questionnaire.json\n",
        "# ignore[Q402] quoted\n",
        "# the maturity: of it\n",
        "# see # maturities: ignore\n",
    ],
)
def test_other_comments_are_not_ours(line: str, tmp_path: Path) -> None:
    assert codes(checked(tmp_path, line + GOOD)) == []
