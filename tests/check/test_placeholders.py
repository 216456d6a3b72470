"""Texts left to be written are found as people write them, and normal English is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from check.folders import HERE, OPTIONS
from maturity.check.run import Wanted, check_paths
from maturity.cli.app import run
from maturity.new.theme_text import theme_text

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (HERE / "bad" / "placeholder-text" / "security.yaml").read_text()


def found(tmp_path: Path, written: str) -> list[tuple[str, int, int, int]]:
    assert "summary: TBC\n" in TEXT
    path = tmp_path / "security.yaml"
    path.write_text(TEXT.replace("summary: TBC\n", f"summary: {written}\n"))
    report = check_paths([path], Wanted(options=OPTIONS))
    assert {finding.rule.code for finding in report.findings} <= {"R219"}
    return [
        (one.message, one.location.line, one.location.column, one.location.width)
        for one in report.findings
    ]


@pytest.mark.parametrize(
    ("written", "words", "column"),
    [
        ("TBC", "TBC", 10),
        ("tbc", "tbc", 10),
        ("The owner is tbd.", "tbd", 23),
        ('"TODO: write"', "TODO", 11),
        ("TODO-write", "TODO", 10),
        ("xxx", "xxx", 10),
        ("Call 0300 xxxxxx", "xxxxxx", 20),
        ("lorem", "lorem", 10),
        ("Lorem Ipsum dolor", "Lorem Ipsum", 10),
        ("Held by whom????", "????", 22),
        ("FIXME", "FIXME", 10),
        ('"[insert text]"', "[insert text]", 11),
        ("Held by <Insert the name> only", "<Insert the name>", 18),
        ("İİİ tBc", "tBc", 14),  # İ in small letters is two characters
        ("Held by [enter a name], tbc", "[enter a name]", 18),
    ],
)
def test_a_short_form_or_a_gap_counts_where_it_stands(
    written: str, words: str, column: int, tmp_path: Path
) -> None:
    place = (f"'{words}' stands for a text to come", 4, column, len(words))
    assert found(tmp_path, written)[0] == place


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("To do", "To do"),
        ("to-do", "to-do"),
        ("todo", "todo"),
        ("To do.", "To do"),
        ('"todo: write"', "todo"),
        ("'To do : the owner'", "To do"),
        ("to be confirmed", "to be confirmed"),
        ("To be decided …", "To be decided"),
        ('"To be written: who keeps it"', "To be written"),
        ("Coming soon!", "Coming soon"),
    ],
)
def test_words_count_as_the_whole_text_or_before_a_colon(
    written: str, words: str, tmp_path: Path
) -> None:
    place = (f"'{words}' stands for a text to come", 4, 10, len(written))
    assert found(tmp_path, written) == [place]


def test_a_block_text_is_read_from_its_first_word(tmp_path: Path) -> None:
    (only,) = found(tmp_path, ">-\n  To be\n  written: what it is for.")
    assert only[:3] == ("'To be written' stands for a text to come", 4, 10)


@pytest.mark.parametrize(
    "written",
    [
        "To do this, name an owner.",
        "What there is to do",
        "The todo list of the team",
        "To be decided by the board every year.",
        "Measures to be confirmed by the auditor",
        "To follow the standard",
        "Replaced by a policy [2019]",
        "Ask who inserts it <once>",
        "Name of the organisation",
        "Really??",
        "Text boxes # tbc",
        "Plain >-  # TODO",
        "a-tbc-b",
    ],
)
def test_normal_english_and_comments_are_left_alone(written: str, tmp_path: Path) -> None:
    assert found(tmp_path, written) == []


def test_new_files_are_clean_and_say_on_demand_what_is_left_to_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "framework", "ours"]) == 0
    assert run(["new", "assessment", "us"]) == 0
    capsys.readouterr()
    assert run(["check", "--format", "concise"]) == 0
    assert capsys.readouterr().out.startswith("no findings in ")
    assert run(["check", "--format", "concise", "--select", "default,R222"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[2] for line in lines[:-1]] == [
        "info R222 text-of-new-file: 'Replace this with' is the text of a new file",
        "info R222 text-of-new-file: 'Name of your organisation' is the text of a new file",
    ]


def test_what_new_themes_suggest_is_known_too(tmp_path: Path) -> None:
    lines = ["format: theme/1", "name: Ours", "names:", "  prepared_for: Name of the board"]
    lines += ["footer: What readers should know about this report"]
    path = tmp_path / "brand.yaml"
    path.write_text("\n".join(lines) + "\n")
    report = check_paths([path], Wanted(select=["R222"], options=OPTIONS))
    assert [one.location.line for one in report.findings] == [4, 5]
    written = "".join(theme_text().replace("#", "").split())
    assert all("".join(line.split()) in written for line in lines[3:])
