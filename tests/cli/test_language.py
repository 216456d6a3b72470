"""`--language`: which words and which texts a report has, and what is noted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from languages import pseudo

from maturity.cli.app import run
from maturity.load.framework import load_framework
from maturity.load.translate import own_texts

pytestmark = pytest.mark.usefixtures("folder")

PARTLY = """\
format: language/1
code: cy
name: Cymraeg
months: [Ionawr, Chwefror, Mawrth, Ebrill, Mai, Mehefin, Gorffennaf, Awst, Medi, Hydref, Tachwedd,
  Rhagfyr]
sentences: {Summary: Crynodeb}
"""


@pytest.fixture
def translated(folder: Path) -> Path:
    """The small framework with a translation, and a language file."""
    pseudo.write(folder / "framework", load_framework(folder / "framework"))
    (folder / "qps.yaml").write_text(pseudo.language_text(), encoding="utf-8")
    (folder / "cy.yaml").write_text(PARTLY, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("translated")
@pytest.mark.parametrize("name", ["report.html", "report.md"])
def test_a_result_makes_the_same_bytes_as_its_answers(name: str) -> None:
    asked = ["--language", "qps.yaml"]
    assert run(["report", "answers.yaml", *asked, "-o", "result.json"]) == 0
    assert run(["report", "answers.yaml", *asked, "-o", f"answers-{name}"]) == 0
    assert run(["report", "result.json", *asked, "-o", f"result-{name}"]) == 0
    made = Path(f"answers-{name}").read_bytes()
    assert made == Path(f"result-{name}").read_bytes()
    assert pseudo.pseudo("Security").encode() in made
    assert pseudo.pseudo("Summary").encode() in made


@pytest.mark.usefixtures("translated")
def test_a_result_keeps_its_texts_and_the_language_says_the_rest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["report", "answers.yaml", "-o", "result.json"]) == 0
    capsys.readouterr()
    assert run(["report", "result.json", "--language", "qps.yaml"]) == 0
    out, err = capsys.readouterr()
    assert err.splitlines()[0] == "note: the framework's texts are in en-GB"
    assert "Security" in out
    assert pseudo.pseudo("Dimension by dimension") in out


@pytest.mark.usefixtures("translated")
def test_what_is_not_translated_is_english_and_noted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "answers.yaml", "--language", "cy.yaml", "--format", "html"]) == 0
    out, err = capsys.readouterr()
    first, second = err.splitlines()
    assert first == "note: the framework's texts are in en-GB"
    assert second.endswith("sentences are missing and said in English")
    assert '<html lang="cy">' in out
    assert "Crynodeb" in out
    assert "22 Tachwedd 2026" in out
    assert "Dimension by dimension" in out
    assert "the framework has no translation into Cymraeg; its texts are in English" in out


def test_a_framework_picks_its_own_language(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "framework" / "framework.yaml"
    english = path.read_text(encoding="utf-8")
    path.write_text(f"{english}language: cy\n", encoding="utf-8")
    assert run(["report", "answers.yaml", "--format", "html"]) == 0
    out, err = capsys.readouterr()
    assert err == (
        "note: there is no language file for 'cy'; the report's own words are in English\n"
    )
    assert '<html lang="en-GB">' in out
    path.write_text(f"{english}language: en-IE\n", encoding="utf-8")
    assert run(["report", "answers.yaml", "--format", "html"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert '<html lang="en-IE">' in out


@pytest.mark.usefixtures("translated")
def test_json_has_the_texts_of_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "answers.yaml", "--language", "qps.yaml", "--format", "json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["framework"]["language"] == "qps"
    assert [node["title"] for node in result["dimensions"]] == ["Удвхтифщ", "Гафа"]


@pytest.mark.usefixtures("translated")
def test_a_comparison_speaks_the_language_too(capsys: pytest.CaptureFixture[str]) -> None:
    words = [
        "compare",
        "answers.yaml",
        "answers.yaml",
        "--language",
        "qps.yaml",
        "--format",
        "html",
    ]
    assert run(words) == 0
    out = capsys.readouterr().out
    assert '<html lang="qps">' in out
    assert pseudo.pseudo("What moved") in out
    assert "Like for like" not in out


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("tlh", "there is no language 'tlh'"),
        ("missing.yaml", "there is no file missing.yaml"),
        ("answers.yaml", "the file's format is 'answers/1'"),
    ],
)
def test_a_language_that_cannot_be_used_ends_it(
    name: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "answers.yaml", "--language", name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_new_files_to_translate_check_clean(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "language", "cy.yaml"]) == 0
    assert run(["new", "translation", "framework/translations/cy.yaml"]) == 0
    capsys.readouterr()
    assert run(["check", "cy.yaml", "framework/translations/cy.yaml"]) == 0
    err = capsys.readouterr().err
    assert "sentences are missing and said in English" in err
    assert run(["report", "answers.yaml", "--language", "cy.yaml", "-o", "report.html"]) == 0
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert '<html lang="cy">' in page
    assert "texts of the framework are not in cy yet and stand in English" in page
    assert page.count('lang="en-GB"') > 20


BEGUN = """\
format: translation/1
framework: {id: small, version: 2.1.0}
language: cy
"""


@pytest.mark.parametrize("answers", ["answers.yaml", "result.json"])
def test_the_texts_that_are_not_translated_are_counted(
    folder: Path, capsys: pytest.CaptureFixture[str], answers: str
) -> None:
    path = folder / "framework" / "translations" / "cy.yaml"
    path.parent.mkdir()
    path.write_text(BEGUN, encoding="utf-8")
    (folder / "cy.yaml").write_text(PARTLY, encoding="utf-8")
    left = len(own_texts(load_framework(folder / "framework")))
    note = f"note: {left} texts of the framework are not in Cymraeg yet and stand in English"
    asked = ["--language", "cy.yaml", "-o"]
    assert run(["report", "answers.yaml", *asked, "result.json"]) == 0
    assert note in capsys.readouterr().err.splitlines()
    for output in ("page.html", "page.md", "more.json"):
        assert run(["report", answers, *asked, output]) == 0
        assert note in capsys.readouterr().err.splitlines()
    assert run(["compare", answers, answers, *asked, "compared.html"]) == 0
    assert note in capsys.readouterr().err.splitlines()


def test_a_translation_is_no_language_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "cy.yaml").write_text(f"{BEGUN}questions: {{nobody: {{ask: Pa}}}}\n")
    assert run(["report", "answers.yaml", "--language", "cy.yaml"]) == 2
    err = capsys.readouterr().err
    assert err.count("error:") == 1
    assert "this is a translation of a framework; --language takes a language file" in err
    assert "cy.yaml:1:9" in err


def test_a_language_file_beside_the_name_is_meant(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "cy.yaml").write_text(PARTLY, encoding="utf-8")
    assert run(["report", "answers.yaml", "--language", "cy"]) == 2
    assert "did you mean cy.yaml?" in capsys.readouterr().err


def test_a_file_where_the_folder_of_translations_belongs_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "framework" / "translations").write_text("mine")
    assert run(["new", "translation", "framework/translations/cy.yaml"]) == 2
    err = capsys.readouterr().err
    assert "translations cannot be made: a file has that name" in err
    assert "move what stands there" in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["language", "cymraeg.yaml"], "the name 'cymraeg.yaml' does not say which language it is"),
        (["language", "cy.txt"], "the name 'cy.txt' does not say which language it is"),
        (["translation", "cy.yaml"], "a translation lies in the folder 'translations'"),
        (["language", "cy.yaml", "--quick"], "a new file to translate takes no options"),
    ],
)
def test_what_a_new_file_needs(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", *words]) == 2
    assert message in capsys.readouterr().err
