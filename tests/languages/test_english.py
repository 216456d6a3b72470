"""en-GB.yaml and the sentences in the code are the same; what the engine says is known too."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest
from languages.english import FILE, OF_PLAN, ROOT, SPEAKING, english, written

from maturity.load.language import find_language, load_language
from maturity.render.words.stored import ANSWERS, SENTENCES, STORED, VALUES, recognised

ENGINE = ("plan", "score", "redact", "load", "compare", "model")
"""The packages whose sentences go into a Result."""
AGAIN = "run: python tests/languages/english.py"


def test_the_english_file_lists_every_sentence_of_the_code_and_no_other() -> None:
    listed = load_language(FILE).language.sentences
    said = english()
    assert [said[one].place for one in said if one not in listed] == [], AGAIN
    assert [one for one in listed if one not in said] == [], AGAIN
    assert FILE.read_text(encoding="utf-8") == written(), AGAIN


def test_only_a_plan_on_its_own_says_what_nobody_translates() -> None:
    """Neither a report nor a comparison may use what is left out of the file."""
    render = ROOT / "maturity" / "render"
    modules = {name.removesuffix(".py") for name in OF_PLAN}
    for folder in SPEAKING:
        for path in (render / folder).glob("*.py"):
            if path.name not in OF_PLAN:
                names = set(re.findall(r"maturity\.render\.report\.(\w+)", path.read_text("utf-8")))
                assert names.isdisjoint(modules), path
    assert "Action plan: {name}" not in english()


def test_english_words_are_changed_in_the_code() -> None:
    for sentence, forms in load_language(FILE).language.sentences.items():
        place = english()[sentence].place
        assert forms["other"] == sentence, f"change the words in {place}, then {AGAIN}"


def test_english_needs_no_file() -> None:
    assert [find_language(code) for code in ("en", "en-GB", "en-IE")] == [None] * 3


def test_every_gap_is_a_plain_name() -> None:
    for found in english().values():
        assert all(gap.isidentifier() for gap in found.gaps), found.place


@cache
def engine_texts() -> frozenset[str]:
    """Every text in the engine, what stands in braces left open."""
    paths = [path for part in ENGINE for path in (ROOT / "maturity" / part).rglob("*.py")]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in paths]
    return frozenset(text for tree in trees for text in texts_in(tree))


def texts_in(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
            found.add("".join(map(str, parts)))
    return found


LISTED_BY_VALUE = {
    "{n} {unit} or more",
    "{n} {unit} or less",
    "{value}, {then}",
    "{value} or {then}",
    "Of so many actions the first {n} stand in the best order; the others follow in a simpler one. "
    "Some targets stay out of reach even when all of it is done: {titles}.",
}
"""What the engine puts together of parts."""


@pytest.mark.parametrize("sentence", sorted(set(STORED) - LISTED_BY_VALUE))
def test_what_the_engine_says_is_listed_as_it_says_it(sentence: str) -> None:
    assert re.sub(r"\{\w+\}", "{}", sentence) in engine_texts()


def test_every_reason_and_every_cut_of_the_engine_is_listed() -> None:
    listed = {re.sub(r"\{\w+\}", "{}", one) for one in STORED}
    reasons = ast.parse((ROOT / "maturity/plan/reasons.py").read_text(encoding="utf-8"))
    returned = [node for node in ast.walk(reasons) if isinstance(node, ast.Return)]
    said = {text for node in returned for text in texts_in(node)}
    for path in (ROOT / "maturity" / "redact").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Withheld":
                said |= {text for word in node.keywords for text in texts_in(word.value)}
    assert len(said) > 20
    parts = {part for one in listed for part in one.split("{}")}
    assert {one for one in said if one.count(" ") > 1 and one not in parts} <= listed


@pytest.mark.parametrize(
    ("text", "among", "sentence", "gaps"),
    [
        ("It is rejected", SENTENCES, "It is rejected", {}),
        (
            "It needs “Buy “it””, which is rejected",
            SENTENCES,
            "It needs “{title}”, which is rejected",
            {"title": "Buy “it”"},
        ),
        ("3 of 5 items", ANSWERS, "{n} of {all} items", {"n": "3", "all": "5"}),
        ("2.5 km or less", ANSWERS, "{n} {unit} or less", {"n": "2.5", "unit": "km"}),
        ("10 or more", VALUES, "{n} or more", {"n": "10"}),
        ("a or b", VALUES, "{value} or {then}", {"value": "a", "then": "b"}),
    ],
)
def test_a_stored_sentence_is_recognised(
    text: str, among: tuple[str, ...], sentence: str, gaps: dict[str, str]
) -> None:
    assert recognised(text, among) == (sentence, gaps)


@pytest.mark.parametrize(
    "text", ["", "Our own reason", "It is rejected!", "many of 5 items", "x" * 3000]
)
def test_people_s_words_are_not(text: str) -> None:
    assert recognised(text, SENTENCES) is None
    assert recognised(text, ANSWERS) is None


def test_a_text_full_of_what_stands_between_gaps_is_looked_at_once() -> None:
    """With a pattern that tries every place for every gap, these would take hours."""
    for fixed in ("' is now ", "; its answer counts for ", " of ", ", ", " or "):
        text = "'" + fixed * (900 // len(fixed))
        for among in (SENTENCES, ANSWERS, VALUES):
            assert recognised(text + "\n", among) is None or fixed in (", ", " or ")
