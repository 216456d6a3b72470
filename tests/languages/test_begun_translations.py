"""A translation that is only begun: each text is marked as in the language that it is in."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from languages import pseudo
from languages.test_reports import in_language
from render.pages import Page

from maturity.compare import compare
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.load.framework import load_framework
from maturity.load.language import language_name
from maturity.load.translate import own_texts
from maturity.model.language import Language
from maturity.model.part import Part
from maturity.model.planned import PlannedAction
from maturity.model.result import Result
from maturity.model.scored import AnswerShown
from maturity.redact import redact
from maturity.render.formats.html import html_of, render_html
from maturity.render.formats.json import render_json
from maturity.render.report.comparison import build_comparison
from maturity.render.words.foreign import Foreign, together
from maturity.render.words.framework_texts import framework_texts
from maturity.render.words.words import Words
from maturity.resources import framework_folder, sample

BEGUN = """\
format: translation/1
framework: {id: public-sector, version: VERSION}
language: cy
dimensions: {security: {title: Diogelwch}}
roles: {leadership: Arweinwyr}
"""
MONTHS = tuple("abcdefghijkl")
CYMRAEG = Language(
    format="language/1",
    code="cy",
    name="Cymraeg",
    months=MONTHS,
    group=".",
    decimal=",",
    sentences={"Summary": {"other": "Crynodeb"}, "English": {"other": "Saesneg"}},
)


def translated(folder: Path, text: str) -> Path:
    framework = folder / "public-sector"
    shutil.copytree(framework_folder("public-sector"), framework)
    (framework / "translations").mkdir()
    version = load_framework(framework).file.version
    path = framework / "translations" / "cy.yaml"
    path.write_text(text.replace("VERSION", version), encoding="utf-8")
    return framework


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """A sample with two texts in Welsh."""
    framework = translated(tmp_path_factory.mktemp("begun"), BEGUN)
    found = load_assessment([sample("small-body")], framework=str(framework), language="cy")
    return evaluate(found)


def said(source: str) -> dict[str, list[str]]:
    """The texts of a page by the language that they are marked as."""
    found: dict[str, list[str]] = {}
    for text, language in in_language(Page(source).root, ""):
        found.setdefault(language, []).append(text)
    return found


def test_what_is_not_translated_keeps_its_mark_and_what_is_has_none(begun: Result) -> None:
    texts = said(render_html(redact(begun, "team"), Words(CYMRAEG)))
    assert set(texts) == {"cy", "en-GB"}
    assert len(texts["en-GB"]) > 800
    english, welsh = " ".join(texts["en-GB"]), " ".join(texts["cy"])
    for node in begun.dimensions:
        assert (node.title in english) == (node.title != "Diogelwch")
    assert "Diogelwch" in welsh
    assert all(action.detail in english for action in begun.plan)
    assert any(action.owner in texts["en-GB"] for action in begun.plan)
    titles = [fact.ask for fact in begun.organisation.facts]
    assert all(title in english for title in titles)


def test_on_an_english_page_the_translated_texts_are_marked(begun: Result) -> None:
    texts = said(render_html(redact(begun, "team")))
    assert set(texts["cy"]) <= {"Diogelwch", "Arweinwyr"}
    assert "Diogelwch" in texts["cy"]
    assert set(texts) == {"en-GB", "cy"}


def test_a_result_remembers_what_is_not_translated(begun: Result) -> None:
    again = Result.model_validate_json(render_json(begun))
    assert again == begun
    page = render_html(redact(again, "team"), Words(CYMRAEG))
    assert page == render_html(redact(begun, "team"), Words(CYMRAEG))


def test_no_text_that_a_version_lacks_is_given_away(begun: Result) -> None:
    whole, cut = (render_json(redact(begun, name)) for name in ("full", "public"))
    hidden = [
        question.ask
        for node in begun.dimensions
        if node.sensitive
        for topic in (node, *node.topics)
        for question in topic.questions
    ]
    assert hidden
    assert all(json.dumps(text, ensure_ascii=False) in whole for text in hidden)
    assert not any(text in cut for text in hidden)


def test_a_comparison_marks_them_too(begun: Result) -> None:
    team = redact(begun, "team")
    texts = said(html_of(build_comparison(compare(team, team), Words(CYMRAEG))))
    assert {node.title for node in begun.dimensions} - {"Diogelwch"} <= set(texts["en-GB"])
    assert "Diogelwch" in texts["cy"]


def test_a_result_in_one_language_says_nothing_of_others() -> None:
    result = evaluate(load_assessment([sample("small-body")]))
    assert result.untranslated is None
    assert "untranslated" not in json.loads(render_json(result))


def test_the_page_names_the_languages(begun: Result) -> None:
    left = len(own_texts(load_framework(framework_folder("public-sector")))) - 2
    assert left > 1000
    welsh = render_html(begun, Words(CYMRAEG))
    note = "{} texts of the framework are not in Cymraeg yet and stand in Saesneg"
    assert note.format(f"{left:,}".replace(",", ".")) in welsh


def test_languages_are_named() -> None:
    assert [language_name(code) for code in ("en-GB", "en", "tlh")] == ["English", "English", "tlh"]
    words = Words(CYMRAEG)
    assert [words.language(code) for code in ("cy", "cy-GB", "en-GB", "fr")] == [
        "Cymraeg",
        "Cymraeg",
        "Saesneg",
        "fr",
    ]


def test_an_amount_keeps_the_language_of_its_unit() -> None:
    found = Words(CYMRAEG).again(Foreign((("1,200 staff", "en-GB"),)), ("{n} {unit}",))
    assert isinstance(found, Foreign)
    assert found.runs == (("1.200", ""), (" ", ""), ("staff", "en-GB"))


def test_joined_texts_keep_their_languages() -> None:
    mixed = together(", ", ["Tai", Foreign((("Housing", "en-GB"),))])
    assert isinstance(mixed, Foreign)
    assert mixed.runs == (("Tai", ""), (", ", ""), ("Housing", "en-GB"))
    assert type(together(", ", ["Tai", "Data"])) is str


def held(part: Any) -> Iterator[tuple[str, str]]:
    """Every text that stands in a Result outside the fields of a framework's words."""
    if isinstance(part, Part):
        for name, value in part:
            if name not in framework_texts(type(part)) and _may_be_of_framework(part, name):
                for place, text in held(value):
                    yield f"{type(part).__name__}.{name}{place and '/'}{place}", text
    elif isinstance(part, tuple | list):
        for one in part:
            yield from held(one)
    elif isinstance(part, str):
        yield "", part


def _may_be_of_framework(part: Part, name: str) -> bool:
    """Whether a text is more than one that `Marker` or the page looks up elsewhere."""
    if isinstance(part, PlannedAction) and name == "owner":
        return part.owner != part.owner_role
    return not (isinstance(part, AnswerShown) and name == "answer")


def test_every_text_that_a_translation_gives_is_in_a_field_that_is_marked(tmp_path: Path) -> None:
    """What `translate` says again and what `Marker` marks is the same."""
    original = load_framework(framework_folder("public-sector"))
    framework = translated(tmp_path, pseudo.translation_text(original).replace("qps", "cy"))
    given = set(own_texts(original).values())
    strange = {pseudo.pseudo(text) for text in given}
    found = load_assessment([sample("district-council")], framework=str(framework), language="cy")
    unmarked = {(place, text) for place, text in held(evaluate(found)) if text in strange}
    assert unmarked == set()
