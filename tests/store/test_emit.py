"""Values as text: what is written reads back the same, and other tools read it alike."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from store.hand_written import TRICKY

from maturity.errors import MaturityError
from maturity.load.yaml_reader import read_bytes
from maturity.store.emit import Bare, Layout, Value, key_of, lines_of, quoted, text_of


def written(value: Value, layout: Layout | None = None) -> str:
    """A file with one key, `a`."""
    head, below = lines_of(value, 0, layout or Layout())
    return "\n".join([f"a: {head}".rstrip(" "), *below, ""])


def read(text: str) -> Any:
    document = read_bytes(text.encode(), "f.yaml")
    assert document.problems == (), text
    assert isinstance(document.data, dict)
    return document.data["a"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("security.mfa", "security.mfa"),
        ("Bo's team (2)", "Bo's team (2)"),
        ("1.0.0", "1.0.0"),
        ("2026-11-22", "2026-11-22"),
        ("https://example.org/a?b", "https://example.org/a?b"),
        ("one, two [three]", "one, two [three]"),
        ("yes", '"yes"'),
        (Bare("yes"), "yes"),
        (Bare("no"), "no"),
        (Bare("2"), '"2"'),
        (Bare("a: b"), '"a: b"'),
        ("2", '"2"'),
        ("2.50", '"2.50"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("", '""'),
        (" a", '" a"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a:", '"a:"'),
        ("- a", '"- a"'),
        ("12:30", '"12:30"'),
        ("1_000", '"1_000"'),
        ("0x1F", '"0x1F"'),
        ("2026-11-22 10:00:00", '"2026-11-22 10:00:00"'),
        ('say "a\\b"', 'say "a\\b"'),
        ('"a\\b"', '"\\"a\\\\b\\""'),
        ("a\tb", '"a\\tb"'),
        ("a\x85b", '"a\\x85b"'),
        ("a\u2028b\u2029", '"a\\u2028b\\u2029"'),
        ("\ufeffa", '"\\ufeffa"'),
        ("a\0\x1b", '"a\\0\\x1b"'),
        ("日本 🙂", "日本 🙂"),
        (2, "2"),
        (-3, "-3"),
        (Fraction(9, 4), "2.25"),
        (Fraction(-1, 20), "-0.05"),
        (Fraction(3), "3"),
        (Fraction(1, 10**9), "0.000000001"),
        (10**17, "100000000000000000"),
        (None, "null"),
        (True, "true"),
        (False, "false"),
        ([], "[]"),
        ({}, "{}"),
        (["a", "b: c", 2], '[a, "b: c", 2]'),
        (["a,b", "http://x"], '["a,b", "http://x"]'),
    ],
)
def test_on_one_line(value: Value, text: str) -> None:
    assert lines_of(value, 0, Layout()) == (text, [])
    assert read(f"a: {text}\n") == (list(value) if isinstance(value, tuple) else value)


def test_in_braces_more_is_quoted() -> None:
    value: Value = {"note": "a, b", "at": "x:y", "evidence": ["r", {"title": "t\nu"}], "n": 1}
    text = text_of(value, in_flow=True)
    assert text == '{note: "a, b", at: "x:y", evidence: [r, {title: "t\\nu"}], n: 1}'
    assert read(f"a: {text}\n") == value


def test_lines_of_text_stand_under_a_bar() -> None:
    assert written("one\n  two\n\n# three\n") == "a: |\n  one\n    two\n\n  # three\n"
    assert written("one\ntwo", Layout(step=4)) == "a: |-\n    one\n    two\n"


@pytest.mark.parametrize(
    "text", ["\none", " one\ntwo", "one\n\n", "one\n \n", "a\r\nb", "a\nb\x85"]
)
def test_lines_that_a_bar_would_change_are_quoted(text: str) -> None:
    assert written(text) == f"a: {quoted(text)}\n"
    assert read(written(text)) == text


def test_mappings_and_lists_in_the_layout_of_the_file() -> None:
    value: Value = {"evidence": [{"title": "T", "note": "x\ny"}, "said", 3], "n": {"m": []}}
    assert written(value, Layout(step=4, dash=0)) == (
        "a:\n"
        "    evidence:\n"
        "    - title: T\n"
        "      note: |-\n"
        "          x\n"
        "          y\n"
        "    - said\n"
        "    - 3\n"
        "    n:\n"
        "        m: []\n"
    )
    assert written(value).splitlines()[:4] == [
        "a:",
        "  evidence:",
        "    - title: T",
        "      note: |-",
    ]
    assert read(written(value)) == value
    assert read(written(value, Layout(step=1, dash=0))) == value


def test_a_long_list_of_words_gets_lines() -> None:
    words: Value = [f"item-{n}" for n in range(20)]
    assert written(words).startswith("a:\n  - item-0\n  - item-1\n")
    assert lines_of(["a"], 0, Layout(), in_lines=True) == ("", ["  - a"])


def test_keys_are_quoted_where_they_would_be_something_else() -> None:
    assert [key_of(key) for key in ("a.b", "no", "2", "a: b", "")] == [
        "a.b", '"no"', '"2"', '"a: b"', '""',
    ]  # fmt: skip


@pytest.mark.parametrize("value", [Fraction(1, 3), Fraction(1, 10**18), 10**18, Fraction(1, 2**30)])
def test_a_number_that_would_not_read_back_is_refused(value: Fraction | int) -> None:
    with pytest.raises(MaturityError, match="cannot be written as a decimal"):
        text_of(value)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(MaturityError, match=r"half a character \(U\+D83D\)"):
        text_of("a\ud83db")


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_texts_read_back(text: str) -> None:
    values: list[Value] = [text, [text], {"k": text}, [{"k": text, "l": text}, text]]
    for value in values:
        head, below = lines_of(value, 0, Layout(step=1, dash=0))
        assert read("\n".join([f"a: {head}", *below, "b: 1", ""])) == value
        assert read(f"a: {text_of([value], in_flow=True)}\n") == [value]


# A day is a date there; people write it without quotes, too.
@pytest.mark.parametrize("text", sorted({*TRICKY} - {"2026-11-22"}))
def test_other_tools_read_the_same_text(text: str) -> None:
    assert yaml.safe_load(written(text)) == {"a": text}


PRINTABLE = st.text(st.characters(exclude_categories=["Cs"]))
VALUES: st.SearchStrategy[Value] = st.recursive(
    PRINTABLE | st.integers(-(10**17), 10**17) | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PRINTABLE, inner, max_size=4),
    max_leaves=8,
)


def without_own(value: Any) -> Any:
    """The loader leaves out the author's own keys."""
    if isinstance(value, dict):
        return {k: without_own(v) for k, v in value.items() if not k.startswith("x-")}
    return list(map(without_own, value)) if isinstance(value, list) else value


@given(VALUES, st.sampled_from([1, 2, 4]), st.sampled_from([0, 2]))
def test_any_value_reads_back(value: Value, step: int, dash: int) -> None:
    assert read(written(value, Layout(step, dash))) == without_own(value)
    assert read(f"a: {text_of(value, in_flow=True)}\n") == without_own(value)
