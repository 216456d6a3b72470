from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from maturity.load.yaml_reader import read_bytes
from maturity.model.base import FULL_ID_PATTERN
from maturity.new.yaml_text import WIDTH, comment, quoted, word


def read(text: str) -> object:
    document = read_bytes(text.encode(), "f.yaml")
    assert document.problems == ()
    return document.data


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example('Bob: "the" Council # not a comment')
@example("yes")
@example("1.0")
@example("- {a: b}")
@example("tab\t, line\nbreak, \x85 \u2028 \ufeff \x7f \x00 \uffff \U0001f600")
def test_any_text_reads_back_as_it_was(text: str) -> None:
    assert read(f"a: {quoted(text)}\n") == {"a": text}


def test_half_a_character_is_replaced() -> None:
    assert quoted("b\udc80") == '"b\ufffd"'


@settings(max_examples=30)
@given(st.from_regex(FULL_ID_PATTERN, fullmatch=True))
@example("null")
@example("no")
@example("1.5")
@example("1e5")
def test_any_id_reads_back_as_a_key_and_as_a_value(name: str) -> None:
    assert read(f"{word(name)}: {word(name)}\n") == {name: name}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("security.mfa", "security.mfa"),
        ("two-factor", "two-factor"),
        ("no", '"no"'),
        ("2.5", '"2.5"'),
    ],
)
def test_an_id_has_quotes_only_where_it_needs_them(name: str, written: str) -> None:
    assert word(name) == written


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(0, 4),
    st.sampled_from(["", "  2: "]),
)
@example("a\nb: 2\x85c: 3\u2028d: 4\x07", 0, "")
def test_any_text_stays_a_comment(text: str, indent: int, lead: str) -> None:
    lines = comment(text, indent=indent, lead=lead)
    assert read("a: 1\n" + "\n".join(lines) + "\n") == {"a": 1}
    start = " " * indent + "#"
    for line in lines:
        assert line.startswith(start)
        assert len(line) <= WIDTH or len(line.split()) <= 3


def test_a_comment_is_wrapped_under_its_lead() -> None:
    lines = comment("one two " * 12, indent=2, lead="  0: ")
    nine, three = " ".join(["one two"] * 9), " ".join(["one two"] * 3)
    assert lines == [f"  #   0: {nine}", f"  #      {three}"]
    assert len(lines[0]) == 80
