"""Whole reports in the made-up language: nothing in them is English, and no number is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from languages import pseudo
from render import samples
from render.pages import Page

from maturity.compare import compare
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.load.framework import load_framework
from maturity.load.language import load_language
from maturity.model.language import Language
from maturity.model.result import Result
from maturity.redact import redact
from maturity.render.formats.html import html_of, render_html
from maturity.render.formats.markdown import markdown_of, render_markdown
from maturity.render.report.comparison import build_comparison
from maturity.render.report.context import questions_under
from maturity.render.words.words import Words
from maturity.resources import framework_folder, sample

SAMPLES = ("district-council", "district-council-2025", "nhs-trust", "small-body")
AUDIENCES = ("full", "team", "board", "public")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the language file and the shipped framework, translated."""
    folder = tmp_path_factory.mktemp("languages")
    framework = folder / "public-sector"
    shutil.copytree(framework_folder("public-sector"), framework)
    pseudo.write(framework, load_framework(framework))
    (folder / "qps.yaml").write_text(pseudo.language_text(), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def words(place: Path) -> Words:
    return Words(load_language(place / "qps.yaml").language)


@cache
def evaluated(place: Path, name: str, language: str | None) -> Result:
    framework = str(place / "public-sector")
    found = load_assessment([sample(name)], framework=framework, language=language)
    return evaluate(found)


def strange(result: Result) -> Result:
    """The result with what people wrote in the made-up language too."""
    return Result.model_validate(_strange(result.model_dump(by_alias=True), ()))


PEOPLES = {
    "note", "detail", "ref", "name", "unit", "by", "owner", "target_because", "publisher", "title",
    "person",
}  # fmt: skip
"""What people write, or what is a document's; titles that the framework gives are said already."""


def _strange(part: Any, path: tuple[Any, ...]) -> Any:
    if isinstance(part, dict):
        if path[-1:] == ("commentary",):
            return {key: pseudo.pseudo(text) for key, text in part.items()}
        own = part.get("state") == "not-applicable"
        return {
            key: pseudo.pseudo(value)
            if isinstance(value, str) and _is_a_persons(path, key, own=own)
            else _strange(value, (*path, key))
            for key, value in part.items()
        }
    if isinstance(part, list | tuple):
        return tuple(_strange(one, path) for one in part)
    return part


def _is_a_persons(path: tuple[Any, ...], key: str, *, own: bool) -> bool:
    if key == "name" and path == ("tool",):
        return False
    return (
        key in PEOPLES or (key == "reason" and own) or (key == "id" and path[-1:] == ("by_unit",))
    )


def shown(source: str) -> list[str]:
    """Every text that a page shows or says, in its attributes too."""
    page = Page(source)
    found = [text for element in page.elements() for text in _texts(element)]
    assert len(found) > 20
    return [text for text in found if text]


def _texts(element: Any) -> list[str]:
    spoken = [element.get(name, "") for name in ("title", "alt", "aria-label", "content")]
    if element.tag in ("style", "meta"):
        return [element.get("content", "")] if element.get("name") == "description" else []
    return [element.text or "", element.tail or "", *spoken]


WORD = re.compile(r"[A-Za-z]{2,}")
ENGLISH_NUMBER = re.compile(r"[0-9]\.[0-9]|[0-9],[0-9]{3}(?![0-9])")
KEPT = re.compile(
    r"maturity|public-sector"  # what the tool and the framework are called
    r"|\b[0-9a-f]{64}\b"  # digests
    r"|\b\d+\.\d+\.\d+\S*"  # versions
    r"|\b[a-z0-9-]+\.[a-z0-9-]+\b"  # ids
    r"|\br-\d+\b"
    r"|specialist|retired-thing"  # ids of the hand-made results that have no title there
)


def english_in(texts: list[str]) -> list[str]:
    """The texts in which a word or number of English is left, without what stays as it is."""
    kept = [(text, KEPT.sub("", text)) for text in texts]
    return [text for text, rest in kept if WORD.search(rest) or ENGLISH_NUMBER.search(rest)]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("name", SAMPLES)
def test_no_english_is_left_on_the_page(
    place: Path, words: Words, name: str, audience: Any
) -> None:
    result = strange(redact(evaluated(place, name, "qps"), audience))
    source = render_html(result, words)
    assert english_in(shown(source)) == []
    assert Page(source).root.get("lang") == "qps"


@pytest.mark.parametrize("name", SAMPLES)
def test_no_english_is_left_in_markdown(place: Path, words: Words, name: str) -> None:
    result = strange(redact(evaluated(place, name, "qps"), "team"))
    text = re.sub(r"\]\(<[^>]*>\)", "]", render_markdown(result, words)).replace("\\", "")
    assert english_in(text.splitlines()) == []


def test_no_english_is_left_in_a_comparison(place: Path, words: Words) -> None:
    before, after = (
        strange(redact(evaluated(place, name, "qps"), "team"))
        for name in ("district-council-2025", "district-council")
    )
    changed = after.model_copy(
        update={
            "organisation": after.organisation.model_copy(update={"name": "Псэудо"}),
            "profile": None,
            "framework": after.framework.model_copy(update={"version": "2.0.0"}),
        }
    )
    report = build_comparison(compare(before, changed), words)
    assert english_in(shown(html_of(report))) == []
    assert english_in(markdown_of(report).replace("\\", "").splitlines()) == []


@pytest.mark.parametrize("make", [samples.result, samples.matrix, samples.nothing_scored])
def test_hand_made_results_say_no_english_either(words: Words, make: Callable[[], Result]) -> None:
    source = render_html(samples.hostile("Жда", make()), words)
    assert english_in(shown(source)) == []


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("30 November 2026", "2026/30/Опцднбдт"),
        ("£4,500–£18,000", "4'500 £–18'000 £"),
        ("£36,000", "36'000 £"),
        ("75%", "% 75"),
        ("1.8–2.0", "1,8–2,0"),
        ("+0.04", "+0,04"),
        ("20 days", "20 гащуⁿ"),
    ],
)
def test_numbers_days_and_money_follow_the_language(words: Words, english: str, said: str) -> None:
    result = samples.result()
    pages = [" ".join(shown(render_html(result, spoken))) for spoken in (None, words)]
    assert [english in page for page in pages] == [True, False]
    assert [said in page for page in pages] == [False, True]


def test_a_page_has_the_same_places_in_every_language(place: Path, words: Words) -> None:
    result = {code: redact(evaluated(place, "nhs-trust", code), "team") for code in (None, "qps")}
    pages = [Page(render_html(result[None])), Page(render_html(result["qps"], words))]
    ids = [[one.get("id") for one in page.elements() if one.get("id")] for page in pages]
    assert ids[0] == ids[1]


def in_language(element: Any, own: str) -> Iterator[tuple[str, str]]:
    """Every text of a page with the language that it is marked as."""
    own = element.get("lang", own)
    if element.tag != "style":
        yield element.text or "", own
        for child in element:
            yield from in_language(child, own)
            yield child.tail or "", own


def test_texts_in_another_language_than_the_page_are_marked(place: Path, words: Words) -> None:
    result = redact(evaluated(place, "small-body", None), "team")
    page = Page(render_html(result, words))
    assert page.errors == []
    marked = " ".join(t for t, language in in_language(page.root, "") if language == "en-GB")
    others = " ".join(t for t, language in in_language(page.root, "") if language == "qps")
    questions = [one for node in result.dimensions for one in questions_under(node)]
    assert all(one.ask in marked for one in questions)
    steps = [one.next_level.text for one in questions if one.next_level]
    assert all(text in marked for text in steps)
    assert all(node.title in marked for node in result.dimensions)
    assert all(one.detail in marked for one in result.plan)
    assert pseudo.pseudo("What we do not know") in others
    assert pseudo.pseudo("What we do not know") not in marked
    english = Page(render_html(result))
    assert [one for one in english.elements() if one.get("lang")] == [english.root]
    tags = [one.tag for one in page.elements() if one.get("lang") == "en-GB"]
    assert set(tags) == {"span"}


def test_what_a_language_file_says_is_shown_and_never_run() -> None:
    said = "<script>alert(1)</script> | `x` [a](javascript:b)"
    data = {"format": "language/1", "code": "cy", "name": "x", "months": tuple("abcdefghijkl")}
    language = Language.model_validate({**data, "sentences": {"Summary": said}})
    page = Page(render_html(samples.result(), Words(language)))
    assert page.all("script") == []
    assert said in shown(page.source)
    assert "\\<script\\>" in render_markdown(samples.result(), Words(language))
