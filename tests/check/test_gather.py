"""Which files are checked, which are left out with a note, and which stop the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from check.folders import HERE
from maturity.check.gather import gather, kind_in
from maturity.check.run import Wanted, check_paths
from maturity.check.settings import find_settings
from maturity.errors import MaturityError

QUESTIONNAIRE = (HERE / "good" / "leading-question" / "security.yaml").read_text()


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_yaml", ".yaml").replace("_toml", ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"format: questionnaire/1\n", "questionnaire"),
        (b"\xef\xbb\xbf# a comment\r\nformat: 'answers/1'\r\n", "answers"),
        (b'"format": theme/1\n', "theme"),
        (b"format: result/1\n", None),
        (b"name: x\non: push\n", None),
        (b"id: x\ntitle: y\nquestions: []\n", "questionnaire"),
        (b"fromat: framework/1\nid: x\nlevels: []\ndimensions: []\n", "framework"),
        (b"nested:\n  format: questionnaire/1\n", None),
        (b"", None),
    ],
)
def test_the_kind_of_a_file_is_told_from_its_keys(data: bytes, kind: str | None) -> None:
    assert kind_in(data) == kind


def test_folders_are_searched_and_what_is_not_ours_is_noted(tmp_path: Path) -> None:
    write(
        tmp_path,
        a__security_yaml=QUESTIONNAIRE,
        a__ci_yaml="on: push\n",
        **{".hidden__security_yaml": QUESTIONNAIRE, "node_modules__security_yaml": QUESTIONNAIRE},
    )
    gathered = gather([tmp_path])
    assert [file.path for file in gathered.files] == [tmp_path / "a" / "security.yaml"]
    assert gathered.notes() == [f"{tmp_path}/a/ci.yaml: skipped, it has no 'format:' line of ours"]


def test_a_file_that_two_paths_mean_is_checked_once(tmp_path: Path) -> None:
    write(tmp_path, security_yaml=QUESTIONNAIRE)
    gathered = gather([tmp_path / "security.yaml", tmp_path])
    assert len(gathered.files) == 1


def test_a_folder_with_nothing_of_ours_stops_the_run(tmp_path: Path) -> None:
    write(tmp_path, ci_yaml="on: push\n")
    with pytest.raises(MaturityError, match="there is nothing to check"):
        gather([tmp_path])


def test_a_missing_file_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(MaturityError, match="there is no file"):
        gather([tmp_path / "nothing.yaml"])


def test_a_named_mapping_that_is_not_ours_is_only_noted(tmp_path: Path) -> None:
    write(tmp_path, ci_yaml="on: push\n")
    report = check_paths([tmp_path / "ci.yaml"], Wanted())
    assert (report.findings, len(report.notes)) == ([], 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a\n- b\n", "S103"),
        ("just text\n", "S103"),
        ("", "Y007"),
        ("a: &x 1\nb: *x\n", "Y005"),
        ('a: "open\n', "Y002"),
        ("a: " + "[" * 40, "Y004"),
    ],
)
def test_a_named_file_that_breaks_the_rules_of_yaml_is_an_error(
    tmp_path: Path, text: str, code: str
) -> None:
    write(tmp_path, other_yaml=text)
    report = check_paths([tmp_path / "other.yaml"], Wanted())
    assert code in {finding.rule.code for finding in report.findings}
    assert report.failed


def test_a_file_over_the_limit_is_an_error_when_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, security_yaml="format: questionnaire/1\n" + "# padding\n" * 250_000)
    report = check_paths([tmp_path / "security.yaml"], Wanted())
    assert [finding.rule.code for finding in report.findings] == ["Y001"]
    assert report.files == [str(tmp_path / "security.yaml")]


def test_a_file_over_the_limit_that_is_not_ours_is_noted(tmp_path: Path) -> None:
    write(tmp_path, security_yaml=QUESTIONNAIRE, big_yaml="# padding\n" * 250_000)
    gathered = gather([tmp_path])
    assert [file.path.name for file in gathered.files] == ["security.yaml"]
    noted = f"{tmp_path}/big.yaml: the file is larger than 2,000,000 bytes: skipped"
    assert gathered.notes() == [noted]


def test_a_link_that_leads_nowhere_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "security.yaml").symlink_to("gone.yaml")
    with pytest.raises(MaturityError) as caught:
        gather([tmp_path / "security.yaml"])
    assert caught.value.problems[0].hint == "it is a link to a file that is not there"


def test_themes_and_translations_are_known_and_read_as_yaml(tmp_path: Path) -> None:
    write(tmp_path, theme_yaml="format: theme/1\nname: Ours\nfooter: TODO\n")
    report = check_paths([tmp_path], Wanted())
    assert [finding.rule.code for finding in report.findings] == ["R219"]
    assert report.files == [str(tmp_path / "theme.yaml")]


def test_a_named_part_of_a_framework_is_checked_with_the_whole(tmp_path: Path) -> None:
    good = HERE / "good" / "unused-definition"
    write(
        tmp_path,
        framework_yaml=(good / "framework.yaml").read_text(),
        security_yaml=(good / "security.yaml").read_text().replace("lenses: [ai]", "lenses: [a1]"),
    )
    report = check_paths([tmp_path / "security.yaml"], Wanted())
    assert [finding.rule.code for finding in report.findings] == ["R202"]
    write(tmp_path, security_yaml=(good / "security.yaml").read_text().replace("[ai]", "[]"))
    named = check_paths([tmp_path / "security.yaml"], Wanted())
    assert named.findings == []  # a warning in a file that nobody named
    whole = check_paths([tmp_path], Wanted())
    assert [finding.rule.code for finding in whole.findings] == ["R217"]
    main = (good / "framework.yaml").read_text()
    reason = "  # maturity: ignore[unused-definition] to come"
    write(tmp_path, framework_yaml=main.replace("AI readiness}", "AI readiness}" + reason))
    named = check_paths([tmp_path / "security.yaml"], Wanted())
    assert (named.findings, named.suppressed) == ([], [])  # nor a word of comments that it holds
    whole = check_paths([tmp_path], Wanted())
    assert [finding.rule.code for finding in whole.suppressed] == ["R217"]


def test_excluded_files_are_left_out_even_named_when_forced(tmp_path: Path) -> None:
    write(tmp_path, old__security_yaml=QUESTIONNAIRE, security_yaml=QUESTIONNAIRE)
    named = tmp_path / "old" / "security.yaml"
    assert [f.path for f in gather([tmp_path], exclude=["old"]).files] == [
        tmp_path / "security.yaml"
    ]
    assert gather([named], exclude=["old"]).files[0].path == named
    assert gather([named], exclude=["old"], force_exclude=True).files == []
    pattern = f"{tmp_path.resolve()}/old/*.yaml"
    assert gather([named], exclude=[pattern], force_exclude=True).files == []


def test_settings_are_found_upward(tmp_path: Path) -> None:
    write(
        tmp_path,
        maturity_toml='select = ["Q"]\nfail-on = "warning"\nexclude = ["old", "a/b/"]\n',
        inner__pyproject_toml="[tool.other]\nx = 1\n",
    )
    settings = find_settings(tmp_path / "inner")
    assert settings.select == ("Q",)
    assert settings.fail_on == "warning"
    assert settings.patterns == ["old", f"{tmp_path.resolve().as_posix()}/a/b"]
    write(tmp_path, inner__pyproject_toml="[tool.maturity]\nevidence-max-age = 24\n")
    assert find_settings(tmp_path / "inner").evidence_max_age == 24


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('[tool.maturity]\nfail-on = "warning"\n[tool.x\n', "cannot be read: .* line 3"),
        ('[tool]\nmaturity = ["Q"]\n', "maturity is not what is needed"),
    ],
)
def test_settings_in_a_broken_pyproject_stop_the_run(tmp_path: Path, text: str, wrong: str) -> None:
    write(tmp_path, pyproject_toml=text)
    with pytest.raises(MaturityError, match=wrong):
        find_settings(tmp_path)


def test_a_broken_pyproject_of_other_tools_is_theirs(tmp_path: Path) -> None:
    write(tmp_path, pyproject_toml="[tool.x\n", maturity_toml='fail-on = "info"\n')
    (tmp_path / "inner").mkdir()
    write(tmp_path, inner__pyproject_toml="[tool.x\n")
    assert find_settings(tmp_path / "inner").fail_on == "info"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("slect = []", "there is no setting 'slect'"),
        ("select = 'Q'", "select is not what is needed"),
        ("fail-on = 'info '", "fail-on cannot be"),
        ("evidence-max-age = true", "evidence-max-age is not"),
        ("select = [", "cannot be read"),
    ],
)
def test_wrong_settings_stop_the_run(tmp_path: Path, text: str, wrong: str) -> None:
    write(tmp_path, maturity_toml=text)
    with pytest.raises(MaturityError, match=wrong):
        find_settings(tmp_path)
