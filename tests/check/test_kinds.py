"""What kind of file is it, where its `format:` line is wrong or hard to see?"""

from __future__ import annotations

from pathlib import Path

import pytest
from load.small import ANSWERS, FRAMEWORK, GOOD, SECURITY, changed, write

from maturity.check.gather import gather, kind_in
from maturity.check.run import Wanted, check_paths
from maturity.errors import MaturityError

SAYS = "skipped, it has no 'format:' line of ours"


def errors(*paths: Path) -> list[tuple[str, str, str, str]]:
    """Give the place, the code, the message and the hint of each error."""
    return [
        (
            f"{Path(one.location.path).name}:{one.location.line}:{one.location.column}",
            one.rule.code,
            one.message,
            one.hint,
        )
        for one in check_paths(paths, Wanted()).findings
        if one.rule.severity == "error"
    ]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("themes/1", "theme/1"),
        ("Theme/1", "theme/1"),
        ("theme", "theme/1"),
        ("questionaire/1", "questionnaire/1"),
        ("questions/1", "questionnaire/1"),
        ("assesment/1", "assessment/1"),
        ("answer/1", "answers/1"),
        ("frame-work/1", "framework/1"),
    ],
)
def test_a_misspelt_format_is_an_error_named_or_found(
    given: str, meant: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(f"format: {given}\nname: Ours\n", encoding="utf-8")
    wrong = (
        "file.yaml:1:9",
        "S105",
        f"'{given}' is no format",
        f"did you mean '{meant}'?",
    )
    assert errors(path) == [wrong]
    assert errors(tmp_path) == [wrong]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("result/1", "skipped: a result, which check does not read"),
        ("results/1", "skipped: a result, which check does not read"),
        ("json", SAYS),
        ("docker/2", SAYS),
        ("plan/1", SAYS),
        ("[theme/1]", SAYS),
    ],
)
def test_other_formats_are_only_noted(given: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(f"format: {given}\nname: Ours\n", encoding="utf-8")
    report = check_paths([path], Wanted())
    assert (report.findings, report.notes) == ([], [f"{path}: {why}"])
    write(tmp_path, {})
    report = check_paths([tmp_path], Wanted())
    assert report.notes == [f"{path}: {why}"]


def test_a_file_of_ours_in_braces_is_told_how_to_begin(tmp_path: Path) -> None:
    path = tmp_path / "theme.yaml"
    path.write_text('{"format": "theme/1", "name": "Ours"}\n', encoding="utf-8")
    message = "the format of the file does not stand on a line of its own"
    hint = "write the file as lines of YAML that begin with 'format: theme/1'"
    assert errors(path) == [("theme.yaml:1:12", "S105", message, hint)]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"# a\rformat: questionnaire/1\rid: x\r", "questionnaire"),
        (b"id: x\rtitle: y\rquestions: []\r", "questionnaire"),
        (b"format: theme\n", "theme"),
        (b"format:\ntheme/1:\n", None),
        (b"name: x\ncolours: {}\n", None),
        (b"name: x\ncolours: {}\nmarking: y\n", "theme"),
    ],
)
def test_the_kind_is_told_from_lines_however_they_end(data: bytes, kind: str | None) -> None:
    assert kind_in(data) == kind


def test_a_file_with_cr_alone_is_checked_like_any_other(tmp_path: Path) -> None:
    text = f"# The format is not in the first line.\n{SECURITY}"
    write(tmp_path, {"framework/security.yaml": text})
    path = tmp_path / "framework" / "security.yaml"

    def found() -> list[tuple[str, int, int]]:
        report = check_paths([tmp_path / "framework"], Wanted())
        assert report.notes == []
        return [(f.rule.code, f.location.line, f.location.column) for f in report.findings]

    before = found()
    assert len(before) > 10
    path.write_text(text.replace("\n", "\r"), encoding="utf-8", newline="")
    assert b"\n" not in path.read_bytes()
    assert found() == before


KEYS_OF_ANOTHER = [
    ("framework/security.yaml", "questionnaire/1", "framework/1", "a questionnaire"),
    ("framework/security.yaml", "questionnaire/1", "theme/1", "a questionnaire"),
    ("framework/framework.yaml", "framework/1", "questionnaire/1", "a framework"),
    ("a.yaml", "answers/1", "assessment/1", "an answer file"),
    ("a.yaml", "answers/1", "translation/1", "an answer file"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "what"), KEYS_OF_ANOTHER)
def test_a_format_of_another_kind_is_one_error(
    file: str, right: str, wrong: str, what: str, tmp_path: Path
) -> None:
    good = {**GOOD, "a.yaml": ANSWERS}
    write(tmp_path, {file: changed(good[file], f"format: {right}", f"format: {wrong}")})
    message = f"the keys are those of {what}, but the format says {wrong}"
    hint = f"write 'format: {right}', if that is what the file is"
    found = (f"{Path(file).name}:1:9", "S105", message, hint)
    assert errors(tmp_path / file) == [found]
    if file != "a.yaml":
        assert errors(tmp_path / "framework") == [found]


def test_a_framework_with_a_misspelt_key_stays_one(tmp_path: Path) -> None:
    write(tmp_path, {"framework/framework.yaml": changed(FRAMEWORK, "dimensions:", "dimension:")})
    assert errors(tmp_path / "framework") == [
        ("framework.yaml:11:1", "S101", "'dimension' is no key here", "did you mean 'dimensions'?")
    ]


# Notes on files that are left out


@pytest.mark.parametrize(
    "data", [b"", b"# to come\n", b"- a\n", SECURITY.encode("utf-16"), b"title: Security\n"]
)
def test_a_file_with_an_error_is_not_said_to_be_skipped(data: bytes, tmp_path: Path) -> None:
    write(tmp_path, {})
    path = tmp_path / "framework" / "security.yaml"
    path.write_bytes(data)
    other = tmp_path / "framework" / "ci.yaml"
    other.write_text("on: push\n", encoding="utf-8")
    report = check_paths([tmp_path / "framework"], Wanted())
    assert {finding.location.path for finding in report.findings} >= {str(path)}
    assert report.notes == [f"{other}: {SAYS}"]


def test_an_excluded_file_with_an_error_is_not_said_to_be_skipped(tmp_path: Path) -> None:
    write(tmp_path, {})
    main, path = tmp_path / "framework" / "framework.yaml", tmp_path / "framework" / "security.yaml"
    wanted = Wanted(exclude=["security.yaml"], force_exclude=True)
    report = check_paths([main, path], wanted)
    assert report.notes == [f"{path}: skipped, the settings exclude it"]
    write(tmp_path, {"framework/security.yaml": changed(SECURITY, "weight: 2", "weight: -2")})
    report = check_paths([main, path], wanted)
    assert [finding.location.path for finding in report.findings] == [str(path)]
    assert report.notes == []


def test_a_folder_that_is_excluded_says_so(tmp_path: Path) -> None:
    write(tmp_path, {})
    folder = tmp_path / "framework"
    with pytest.raises(MaturityError) as error:
        gather([folder], exclude=["framework"])
    message = f"there is nothing to check in {folder}: the settings exclude what is in it"
    assert error.value.problems[0].message == message
    (tmp_path / "empty").mkdir()
    with pytest.raises(MaturityError) as error:
        gather([tmp_path / "empty"], exclude=["framework"])
    message = f"there is nothing to check in {tmp_path / 'empty'}"
    assert error.value.problems[0].message == message


def test_a_name_that_ends_in_capitals_is_gathered(tmp_path: Path) -> None:
    (tmp_path / "Security.YAML").write_text(SECURITY, encoding="utf-8")
    assert [file.path.name for file in gather([tmp_path]).files] == ["Security.YAML"]


def test_what_is_no_number_is_not_to_be_put_in_quotes(tmp_path: Path) -> None:
    write(tmp_path, {"framework/security.yaml": changed(SECURITY, "weight: 2", "weight: .inf")})
    report = check_paths([tmp_path / "framework"], Wanted())
    told = [
        (finding.rule.code, finding.hint)
        for finding in report.findings
        if finding.location.line == 13
    ]
    assert told == [("S104", "write a number such as 1.5")]
