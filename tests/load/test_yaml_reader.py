"""The reader against files from anyone: data by YAML 1.2, exact places, no surprise."""

from __future__ import annotations

import json
import os
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.errors import Location, MaturityError, Problem
from maturity.load import yaml_syntax
from maturity.load.scalars import resolve
from maturity.load.source import Source, shown_index
from maturity.load.yaml_reader import Document, Limits, Node, read_bytes, read_file

if TYPE_CHECKING:
    from collections.abc import Sequence

PARSERS = [yaml.CSafeLoader, yaml.SafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]
TEXT_ONLY = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

GOOD = """\
format: questionnaire/1
weight: 1.5
questions:
  - id: mfa
    levels:
      0: None at all
      2.5: Some
    lenses: [ai, skills]
  -
    id: backups
    note: |
      first
      second

last: "a # b"
"""


@pytest.fixture(params=PARSERS, ids=lambda parser: str(parser.__name__))
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test with libyaml's parser and with PyYAML's own."""
    monkeypatch.setattr(yaml_syntax, "PARSER", request.param)


def read(text: str, limits: Limits | None = None) -> Document:
    return read_bytes(text.encode(), "f.yaml", limits or Limits())


def clean(text: str) -> Any:
    document = read(text)
    assert document.problems == ()
    return document.data


def found(document: Document) -> list[tuple[str, str]]:
    """List the rule and the line:column of each problem."""
    return [
        (problem.rule, str(problem.location).removeprefix("f.yaml:"))
        for problem in document.problems
    ]


def only(document: Document) -> Problem:
    assert len(document.problems) == 1
    return document.problems[0]


def place(document: Document, *path: str | int | Fraction, key: bool = False) -> tuple[int, ...]:
    location = document.locate(path, key=key)
    return location.line, location.column, location.width


# What plain words and numbers mean


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("-7", -7),
        ("+12", 12),
        ("017", 17),
        ("999999999999999999", 999999999999999999),
        ("1.5", Fraction(3, 2)),
        ("-0.125", Fraction(-1, 8)),
        (".5", Fraction(1, 2)),
        ("3.", Fraction(3)),
        ("1.10", Fraction(11, 10)),
        ("1e3", Fraction(1000)),
        ("2.5E-1", Fraction(1, 4)),
        ("1e9", Fraction(1_000_000_000)),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("~", None),
        ("", None),
    ],
)
@pytest.mark.usefixtures("parser")
def test_a_plain_scalar_that_is_not_text(written: str, value: object) -> None:
    data = clean(f"a: {written}\n")
    assert data == {"a": value}
    assert type(data["a"]) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        *["no", "No", "NO", "yes", "Yes", "on", "off", "y", "n"],
        *["tRUE", "nULL", "none", "None"],
        *["1_000", "0x1F", "0o17", "12:30", "1:2:3", ".inf", "-.inf", ".nan", "1.2.3", "1e", "e3"],
        *["2024-01-02", "2024-13-45", "2024-01-02T03:04:05Z", "=", "+", "-1-", ".", "-.", "1.e"],
        *["1" * 19, "-" + "1" * 5000, "0." + "1" * 18, "1e10", "1e-10", "1e" + "9" * 4000, "1e010"],
        *["٣", "１２", "1 2", "5%", "1,5", "²"],  # noqa: RUF001 - digits, but not YAML's
    ],
)
@pytest.mark.usefixtures("parser")
def test_a_plain_scalar_that_stays_text(text: str) -> None:
    assert clean(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize("written", ["'1'", '"1"', "|-\n  1", ">-\n  1"])
def test_quotes_and_blocks_are_always_text(written: str) -> None:
    assert clean(f"a: {written}\n") == {"a": "1"}


def test_a_number_is_exact() -> None:
    assert clean("[0.1, 0.2, 0.30]\n") == [Fraction(1, 10), Fraction(1, 5), Fraction(3, 10)]


def test_keys_are_text_or_numbers() -> None:
    data = clean("0: a\n2.5: b\n'1': c\nno: d\n2024-01-02: e\n")
    assert data == {0: "a", Fraction(5, 2): "b", "1": "c", "no": "d", "2024-01-02": "e"}
    assert [type(key) for key in data] == [int, Fraction, str, str, str]


@pytest.mark.usefixtures("parser")
def test_the_data_of_a_whole_file() -> None:
    assert clean(GOOD) == {
        "format": "questionnaire/1",
        "weight": Fraction(3, 2),
        "questions": [
            {
                "id": "mfa",
                "levels": {0: "None at all", Fraction(5, 2): "Some"},
                "lenses": ["ai", "skills"],
            },
            {"id": "backups", "note": "first\nsecond\n"},
        ],
        "last": "a # b",
    }


@pytest.mark.parametrize(("text", "data"), [("- a\n- 1\n", ["a", 1]), ("just text\n", "just text")])
def test_a_file_may_be_a_list_or_a_scalar(text: str, data: object) -> None:
    assert clean(text) == data


def test_empty_collections_and_empty_values() -> None:
    assert clean("a: {}\nb: []\nc:\nd: [[], {}]\n") == {"a": {}, "b": [], "c": None, "d": [[], {}]}


# Places


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("path", "of_value", "of_key"),
    [
        ((), (1, 1, 23), (1, 1, 23)),
        (("format",), (1, 9, 15), (1, 1, 6)),
        (("weight",), (2, 9, 3), (2, 1, 6)),
        (("questions",), (4, 3, 9), (3, 1, 9)),
        (("questions", 0), (4, 5, 7), (4, 5, 7)),
        (("questions", 0, "id"), (4, 9, 3), (4, 5, 2)),
        (("questions", 0, "levels"), (6, 7, 14), (5, 5, 6)),
        (("questions", 0, "levels", 0), (6, 10, 11), (6, 7, 1)),
        (("questions", 0, "levels", Fraction(5, 2)), (7, 12, 4), (7, 7, 3)),
        (("questions", 0, "lenses"), (8, 13, 12), (8, 5, 6)),
        (("questions", 0, "lenses", 1), (8, 18, 6), (8, 18, 6)),
        (("questions", 1), (10, 5, 11), (10, 5, 11)),
        (("questions", 1, "note"), (11, 11, 1), (11, 5, 4)),
        (("last",), (15, 7, 7), (15, 1, 4)),
    ],
)
def test_the_place_of_every_key_and_value(
    path: Sequence[str | int | Fraction], of_value: tuple[int, ...], of_key: tuple[int, ...]
) -> None:
    document = read(GOOD)
    assert place(document, *path) == of_value
    assert place(document, *path, key=True) == of_key


@pytest.mark.usefixtures("parser")
def test_a_value_ends_after_its_last_visible_character() -> None:
    text = "a:\n  b: |\n    x\n    y\n\n# no\nc:\n- d  # no\n-  [e,\n  f ]\ng: 'h'\n"
    document = read(text)
    assert document.root is not None
    root = document.root
    nodes = {
        path: node_at(root, *path)
        for path in [("a",), ("a", "b"), ("c",), ("c", 0), ("c", 1), ("g",), ()]
    }
    spans = {path: text[node.start : node.end] for path, node in nodes.items()}
    assert spans == {
        ("a",): "b: |\n    x\n    y",
        ("a", "b"): "|\n    x\n    y",
        ("c",): "- d  # no\n-  [e,\n  f ]",
        ("c", 0): "d",
        ("c", 1): "[e,\n  f ]",
        ("g",): "'h'",
        (): text.rstrip(),
    }


def node_at(node: Node, *path: str | int) -> Node:
    for part in path:
        child = node.child(part)
        assert child is not None
        node = child
    return node


def test_the_root_and_list_items_have_no_key() -> None:
    document = read("- a\n")
    assert document.root is not None
    item = node_at(document.root, 0)
    assert (document.root.key_start, item.key_start, item.key_end) == (-1, -1, -1)
    assert item.children is None


def test_parts_that_are_not_in_the_document_are_skipped() -> None:
    document = read("a:\n  - type: level\n    levels:\n      1: x\n")
    assert place(document, "a", 0, "level", "levels", 1) == (4, 10, 1)  # a union's tag
    assert place(document, "a", 0, "level", "ask", key=True) == (2, 5, 11)  # a missing key
    assert place(document, "a", 7, "levels") == (2, 3, 13)  # no such item, and none of its keys
    assert place(document, "a", 0, "type", "deeper", key=True) == (2, 5, 4)
    assert place(document, "nothing", key=True) == (1, 1, 2)
    assert place(document, "a", -1) == (2, 3, 13)


def test_a_number_key_is_found_by_its_text() -> None:
    document = read("1: a\n2.5: b\n")
    assert place(document, "1") == (1, 4, 1)
    assert place(document, "5/2") == (2, 6, 1)
    assert place(document, "Fraction(5, 2)", "[key]", key=True) == (2, 1, 3)


def test_nothing_read_is_placed_at_the_beginning() -> None:
    document = read("a: [\n")
    assert document.locate(("a",)) == Location("f.yaml", 1, 1, "a: [", 1)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_end_as_editors_end_them(line_break: str) -> None:
    text = line_break.join(["a: 1", "b: 'x", "  y'", "", "c:", "  - no", ""])
    document = read(text)
    assert document.data == {"a": 1, "b": "x y", "c": ["no"]}
    assert document.locate(("b",)) == Location("f.yaml", 2, 4, "b: 'x", 2)
    assert document.locate(("c", 0)) == Location("f.yaml", 6, 5, "  - no", 2)


@pytest.mark.usefixtures("parser")
def test_columns_count_characters() -> None:
    document = read("{'😀é': 😀, b: [e\u0301, x]}\n")
    assert place(document, "😀é", key=True) == (1, 2, 4)
    assert place(document, "😀é") == (1, 8, 1)
    assert place(document, "b", 1) == (1, 19, 1)


@pytest.mark.usefixtures("parser")
def test_a_byte_order_mark_is_not_counted() -> None:
    for marks in ("\ufeff", "\ufeff\ufeff"):
        document = read(marks + "a: x\r\nb: y\r\n")
        assert document.data == {"a": "x", "b": "y"}
        assert document.locate(("a",), key=True) == Location("f.yaml", 1, 1, "a: x", 1)
        assert document.locate(("b",)) == Location("f.yaml", 2, 4, "b: y", 1)


@pytest.mark.usefixtures("parser")
def test_other_breaks_of_yaml_are_not_lines() -> None:
    document = read("a: 'x\u2028y'\nb: 'p\u0085q\u2029r'\nc: 1\nc: 2\n")
    assert found(document) == [("duplicate-key", "4:1")]
    assert "line 3" in document.problems[0].message
    assert document.locate(("b",)).text == "b: 'p\u0085q\u2029r'"
    assert found(read("a: 'x\u2028y\u2028z'\nb: 1\nc: 2\nd: e: f\n")) == [("yaml-syntax", "4:5")]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "".join(chr(ord("a") + index % 26) for index in range(1000))
    source = Source("f", f"x\n{line}\ny")
    early, late, last = (source.location(2 + at, 2 + at + 3) for at in (140, 141, 998))
    assert early.text == line[:199] + "…"
    assert late.text == "…" + line[82:280] + "…"
    assert last.text == "…" + line[939:]
    for location, at in ((early, 140), (late, 141), (last, 998)):
        assert (location.line, location.column) == (2, at + 1)
        assert len(location.text) <= 200
        assert location.text[shown_index(location)] == line[at]
    assert (early.width, last.width) == (3, 2)
    assert Source("f", line[:200]).location(150, 151).text == line[:200]


def test_what_a_location_shows_cannot_act_on_a_terminal() -> None:
    location = only(read("a: 1\nb: x\x1b[31m\n")).location
    assert location == Location("f.yaml", 2, 5, "b: x\ufffd[31m", 1)


# What cannot be text


@pytest.mark.parametrize(
    ("data", "where", "words"),
    [
        (b"a: 1\nb: caf\xe9\n", "2:7", "0xE9"),
        (b"\xef\xbb\xbfa: 1\r\n\xf0\x9f\x98\x80: \xff\n", "2:4", "0xFF"),
        (b"a: \xed\xa0\x80\n", "1:4", "0xED"),  # half of a surrogate pair
        (b"a: \xf0\x9f", "1:4", "0xF0"),
        ("a: 1\n".encode("utf-16"), "1:1", "UTF-16"),
        (b"\xfe\xff\0a", "1:1", "UTF-16"),
        ("a: 1\n".encode("utf-32"), "1:1", "UTF-32"),
        (b"\0\0\xfe\xff\0\0\0a", "1:1", "UTF-32"),
        ("a: 1\n".encode("utf-16-le"), "1:2", "U+0000"),
        (b"a: 1\nb: \0\n", "2:4", "U+0000"),
        (b"a: 1\r\nb: \x07x\n", "2:4", "U+0007"),
        (b"a: \x7f\n", "1:4", "U+007F"),
        ("a: \x9b\n".encode(), "1:4", "U+009B"),
        ("a: \uffff\n".encode(), "1:4", "U+FFFF"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_a_file_that_is_not_utf8_text(data: bytes, where: str, words: str) -> None:
    document = read_bytes(data, "f.yaml")
    assert found(document) == [("unreadable-file", where)]
    assert words in document.problems[0].message
    assert document.problems[0].hint
    assert (document.data, document.root) == (None, None)


def test_a_bad_byte_is_shown_in_its_line() -> None:
    assert only(read_bytes(b"a: 1\nb: caf\xe9 x\n", "f")).location == Location(
        "f", 2, 7, "b: caf\ufffd x", 1
    )


# What is not YAML


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("a: b: c\n", "1:5", "second key"),
        ("a: 1\n  b: 2\n", "2:4", "second key"),
        ("a: 1\nb\nc: 2\n", "2:1", "neither 'key: value'"),
        ("a:\n  b: 1\n c: 2\n", "3:2", "fit"),
        ("a:\n  - x\n  b: 2\n", "3:3", "fit"),
        ("a: [1, 2\nb: 3\n", "1:4", "brackets"),
        ("a: [1, 2", "1:4", "brackets"),
        ("  a: {x: 1\n  b: 3\n", "1:6", "braces"),
        ("a: {x: #fe0}\n", "1:8", "begins a comment"),
        ("a: {x: #fe0}\nb: 2\n", "1:8", "begins a comment"),
        ("a:\n  - [y #1, #2]\nb: 2\n", "2:8", "begins a comment"),
        ("a: [1, # one\n  2\nb: 2\n", "1:4", "brackets"),
        ("a: [1,\n  2 : 3 : 4]\n", "2:9", ""),
        ("a: ]\n", "1:4", "value is missing"),
        ("a:\n\t- b\n", "2:1", "tab"),
        ("a: @x\n", "1:4", "'@'"),
        ("a: `x`\n", "1:4", "'`'"),
        ("a: 5\nb: *\n", "2:4", "'*'"),
        ("a: - b\n", "1:4", "list cannot begin"),
        ("a: !e!x y\n", "1:4", "tag"),
        ("a: 'don't do'\n", "1:9", "closing quote"),
        ("- x\n- 'y' z\n", "2:7", "closing quote"),
        ('a: ["b" c]\n', "1:9", "closing quote"),
        ("- [a]\n]\n", "2:1", "fit"),
        ("[a]\nb\n", "2:1", "after its end"),
        ("%YAML 3.0\n---\na: 1\n", "1:1", "incompatible"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_a_syntax_error_in_plain_words(text: str, where: str, words: str) -> None:
    document = read(text)
    problem = only(document)
    assert found(document) == [("yaml-syntax", where)]
    assert words in problem.message
    assert problem.hint
    assert (document.data, document.root) == (None, None)


def test_a_bad_escape_is_named() -> None:
    problem = only(read('a: "C:\\docs"\n'))
    assert problem.rule == "yaml-syntax"
    assert "'\\' has no meaning" in problem.message
    assert "'\\\\'" in problem.hint


@pytest.mark.parametrize(
    ("text", "opened", "stopped"),
    [
        ('a: "x\nb: "y"\nc: d\n', "1:4", "line 2, column 5"),
        ("a: 1\nq:\n  - 'x\n  - y\n  - z: 'no'\n", "3:5", "line 5, column 9"),
        ('a: "x\n\n\nb: "q: r"\n', "1:4", "line 4, column 5"),
        ("a: 1\nb: 'x\nc: d\n", "2:4", "line 4, column 1"),
        ('a: 1\nb: "x\n---\nc: d\n', "2:4", "line 3, column 1"),
        ('a: "x\nb: ""\nc: d\n', "1:4", "line 4, column 1"),
        ("a: 'fine,\n  over two lines'\nb: \"x\nc: d\n", "3:4", "line 5, column 1"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_a_missing_quote_is_placed_where_the_text_begins(
    text: str, opened: str, stopped: str
) -> None:
    document = read(text)
    assert found(document) == [("yaml-syntax", opened)]
    line = opened.split(":")[0]
    assert document.problems[0].message == (
        f"the quoted text that begins at line {line} may not be closed: "
        f"reading stopped at {stopped}"
    )
    assert "closing" in document.problems[0].hint


@pytest.mark.usefixtures("parser")
def test_a_quoted_text_over_lines_is_not_blamed_for_an_error_below() -> None:
    assert found(read("a: 'one\n  two'\nb: 1\nc: d: e\n")) == [("yaml-syntax", "4:5")]


@pytest.mark.parametrize("quote", ["'", '"'])
def test_every_missing_quote_of_a_file_is_found(quote: str) -> None:
    lines = ["questions:"]
    for number in range(20):
        lines.append(f"  - id: q{number}")
        lines.append(f"    ask: {quote}Is it: done, or not?{quote}")
        lines.append("    levels:")
        lines += [f"      {level}: {quote}Level {level}: seen{quote}" for level in range(3)]
        lines.append("    why: It matters")
    quoted = [index for index, line in enumerate(lines) if line.endswith(quote)]
    assert len(quoted) == 80
    assert read("\n".join(lines)).problems == ()
    for index in quoted:
        broken = [*lines[:index], lines[index][:-1], *lines[index + 1 :]]
        location = only(read("\n".join(broken))).location
        assert location is not None
        assert location.line == index + 1


@pytest.mark.parametrize("error", [ValueError("bad"), yaml.YAMLError("bad"), OverflowError("bad")])
def test_whatever_the_parser_raises_is_a_problem(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def __init__(self, _text: str) -> None:
            raise error

    monkeypatch.setattr(yaml_syntax, "PARSER", Broken)
    document = read("a: 1\n")
    assert found(document) == [("yaml-syntax", "1:1")]
    assert document.problems[0].message == "this is not valid YAML: bad"


# What is YAML, but refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Aliases, anchors, merge keys
        ("a: &a [*a]\n", [("alias", "1:4"), ("alias", "1:8")]),
        ("a: &b x\nc: *b\n", [("alias", "1:4"), ("alias", "2:4")]),
        ("&a b: 1\n*a : 2\n", [("alias", "1:1"), ("alias", "2:1")]),
        ("a: *unknown\n", [("alias", "1:4")]),
        ("a: &a\nb: 1\n", [("alias", "1:4")]),
        ("- &a\n  b: 1\n", [("alias", "1:3")]),
        (
            "a: &b {c: 1}\nd:\n  <<: *b\n  e: 2\n",
            [("alias", "1:4"), ("alias", "3:3"), ("alias", "3:7")],
        ),
        # Tags, on scalars and on collections
        ("a: !!python/object/apply:os.system [ls]\n", [("unsupported-tag", "1:4")]),
        ("a: !!str 5\nb: !x\n  c: 1\n", [("unsupported-tag", "1:4"), ("unsupported-tag", "2:4")]),
        ("a: ! 12\nb: !<tag:x> 'y'\n", [("unsupported-tag", "1:4"), ("unsupported-tag", "2:4")]),
        ("[!!a 1, !!b '1']\n", [("unsupported-tag", "1:2"), ("unsupported-tag", "1:9")]),
        ("!!str a: 1\n", [("unsupported-tag", "1:1")]),
        ("a: &b !!str c\n", [("alias", "1:4"), ("unsupported-tag", "1:7")]),
        ("a: !!str # why\n  &b c\n", [("unsupported-tag", "1:4"), ("alias", "2:3")]),
        # Keys
        ("1: a\n1: b\n", [("duplicate-key", "2:1")]),
        ("a: 1\nb: {c: 1, c: 2}\na: 3\n", [("duplicate-key", "2:11"), ("duplicate-key", "3:1")]),
        ("a: 1\n'a': 2\n\"a\": 3\n", [("duplicate-key", "2:1"), ("duplicate-key", "3:1")]),
        ("1: a\n1.0: b\n01: c\n", [("duplicate-key", "2:1"), ("duplicate-key", "3:1")]),
        ("null: a\n~: b\n?\n: c\n", [("bad-key", "1:1"), ("bad-key", "2:1"), ("bad-key", "3:2")]),
        ("true: a\nx: {FALSE: b}\n", [("bad-key", "1:1"), ("bad-key", "2:5")]),
        ("? [a, b]\n: c\nd: 1\n", [("bad-key", "1:3")]),
        ("a:\n  {b: 1}: c\n", [("bad-key", "2:3")]),
        ("? - a\n  - b\n: - c\n", [("bad-key", "1:3")]),
        # Documents
        ("", [("document-count", "1:1")]),
        ("\n\n", [("document-count", "1:1")]),
        ("# nothing\n", [("document-count", "1:1")]),
        ("---\n", [("document-count", "1:1")]),
        ("---\na: 1\n---\nb: 2\n", [("document-count", "3:1")]),
        ("a: 1\n...\n---\n", [("document-count", "3:1")]),
    ],
)
@pytest.mark.usefixtures("parser")
def test_what_is_refused_and_where(text: str, expected: list[tuple[str, str]]) -> None:
    document = read(text)
    assert found(document) == expected
    assert all(problem.message and problem.hint for problem in document.problems)


@pytest.mark.usefixtures("parser")
def test_a_problem_does_not_hide_the_rest_of_the_file() -> None:
    document = read("a: &x 1\na: 2\nb: !!str 3\n? [k]\n: 4\nc: *x\n<<: {d: 5}\ne: f\n")
    assert [rule for rule, _ in found(document)] == [
        "alias",
        "duplicate-key",
        "unsupported-tag",
        "bad-key",
        "alias",
        "alias",
    ]
    assert document.data == {"a": 1, "b": "3", "c": None, "e": "f"}
    assert isinstance(document.root, Node)
    assert isinstance(document.root.children, dict)
    assert list(document.root.children) == ["a", "b", "c", "e"]
    assert place(document, "e") == (8, 4, 1)


def test_a_duplicate_key_names_the_first_place() -> None:
    problem = only(read("a:\n  weight: 1\n  ask: x\n  weight: 2\n"))
    assert problem.message == "the key weight stands here already, at line 2"
    assert problem.location == Location("f.yaml", 4, 3, "  weight: 2", 6)


def test_the_second_document_is_not_read() -> None:
    document = read("a: 1\n---\nb: 2\n")
    assert document.data == {"a": 1}
    assert place(document, "a") == (1, 4, 1)


def test_an_empty_file_says_so() -> None:
    document = read("# to be written\n")
    assert only(document).message == "the file is empty"
    assert (document.data, document.root) == (None, None)
    assert clean("null\n") is None  # written, so not empty


# The author's own keys


@pytest.mark.usefixtures("parser")
def test_keys_that_begin_with_x_are_left_out() -> None:
    text = "x-a: 1\nb:\n  x-c: {d: [e]}\n  f: 2\n  'x-g': 3\n- x\n"
    document = read(text.replace("- x\n", "h: [{x-i: 1}, {x: 2, X-j: 3}]\n"))
    assert document.problems == ()
    assert document.data == {"b": {"f": 2}, "h": [{}, {"x": 2, "X-j": 3}]}
    assert document.root is not None
    assert document.root.child("x-a") is None
    assert place(document, "b", "f") == (4, 6, 1)


@pytest.mark.usefixtures("parser")
def test_the_authors_own_keys_keep_the_rules_of_yaml() -> None:
    document = read("x-a: &b {c: 1, c: 2}\nx-a: !t [*b]\nd: 1\n")
    assert found(document) == [
        ("alias", "1:6"),
        ("duplicate-key", "1:16"),
        ("duplicate-key", "2:1"),
        ("unsupported-tag", "2:6"),
        ("alias", "2:10"),
    ]
    assert document.data == {"d": 1}
    assert found(read("x-a: " + "[" * 40)) == [("too-deep", "1:37")]
    assert found(read("x-a: [1, 2, 3]\n", Limits(max_values=4))) == [("too-many-values", "1:13")]


# Limits


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[" * 25_000, "1:33"),
        ("{" * 25_000, ""),
        ("- " * 25_000, "1:65"),
        ("a:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 60)), "33:33"),
    ],
    ids=["brackets", "braces", "dashes", "keys"],
)
def test_depth_is_bounded(text: str, where: str) -> None:
    document = read(text)
    assert "too-deep" in [problem.rule for problem in document.problems]
    if where:
        assert found(document) == [("too-deep", where)]
    assert (document.data, document.root) == (None, None)


def test_the_deepest_that_is_allowed() -> None:
    limits = Limits(max_depth=3)
    assert read("a: [{b: c}]\n", limits).problems == ()
    document = read("a: [{b: [c]}]\n", limits)
    assert found(document) == [("too-deep", "1:9")]
    assert "3 deep" in document.problems[0].message


def test_values_are_counted() -> None:
    text = "a: [1, {b: 2}]\n"  # two mappings, a list, two scalars
    assert read(text, Limits(max_values=5)).problems == ()
    assert found(read(text, Limits(max_values=4))) == [("too-many-values", "1:12")]
    assert found(read(text, Limits(max_values=0))) == [("too-many-values", "1:1")]


@pytest.mark.usefixtures("parser")
def test_a_bomb_of_aliases_stays_small() -> None:
    lines = ["a: &a [x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    document = read("\n".join(lines))
    assert found(document)[:3] == [("alias", "1:4"), ("alias", "2:4"), ("alias", "2:8")]
    assert len(document.problems) == 81  # 9 anchors and 8 x 9 aliases
    assert isinstance(document.data, dict)
    assert document.data["i"] == [None] * 9


def test_problems_are_bounded() -> None:
    document = read("a: 1\n" * 50, Limits(max_problems=10))
    assert [rule for rule, _ in found(document)] == ["duplicate-key"] * 10 + ["unreadable-file"]
    assert document.data is None


def test_bytes_are_bounded() -> None:
    assert read("a: 12\n", Limits(max_bytes=6)).problems == ()
    problem = only(read("a: 123\n", Limits(max_bytes=6)))
    assert (problem.rule, problem.location) == ("unreadable-file", Location("f.yaml"))
    assert "6 bytes" in problem.message


# The file system


def test_a_file_is_read_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\r\nb: c\r\n")
    document = read_file(path)
    assert document.data == {"a": 1, "b": "c"}
    assert str(document.locate(("b",))) == f"{path}:2:4"


def refused(path: Path, limits: Limits | None = None) -> Problem:
    with pytest.raises(MaturityError) as caught:
        read_file(path, limits or Limits())
    (problem,) = caught.value.problems
    assert problem.rule == "unreadable-file"
    return problem


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "security.yaml").write_text("a: 1\n")
    (tmp_path / "securitee.txt").write_text("")
    problem = refused(tmp_path / "securty.yaml")
    assert problem.message == f"there is no file {tmp_path / 'securty.yaml'}"
    assert problem.hint == "did you mean 'security.yaml'?"
    assert str(tmp_path / "no") in refused(tmp_path / "no" / "a.yaml").hint


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    problem = refused(tmp_path)
    assert problem.message == f"{tmp_path} is a folder, not a file"
    assert problem.hint


def test_a_file_is_read_up_to_its_limit_only(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: 12\n")
    assert read_file(path, Limits(max_bytes=6)).data == {"a": 12}
    assert "5 bytes" in refused(path, Limits(max_bytes=5)).message


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in the file system")
def test_a_pipe_and_a_device_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", Path("/dev/zero"), Path("/dev/null")):
        assert refused(path).message == f"{path} is not a regular file"


@pytest.mark.parametrize("name", ["a\0b", "n" * 300, "file.yaml/a.yaml"])
def test_a_path_that_cannot_be_opened(name: str, tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_text("a: 1\n")
    problem = refused(tmp_path / name)
    assert "cannot be read: " in problem.message
    assert problem.hint


# Any text at all

PIECES = st.sampled_from(
    [
        *["a", "b: ", "x-c: ", "- ", "\n", "\r\n", "\r", "  ", "[", "]", "{", "}", ", ", "'", '"'],
        *["|\n", "> \n", "# d\n", "\x85", "\u2028", "\ufeff", "😀", "é", "12", "2.5", "~", "? "],
        *[": ", "&a ", "*a ", "!t ", "!!str ", "---\n", "...\n", "<<: ", "\t", "\\", "%", "no"],
        *["true", "\0", "="],
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


def expected(node: object) -> object:
    """Leave out the author's own keys, as the reader does."""
    if isinstance(node, dict):
        own = (key for key in node if not key.startswith("x-"))
        return {key: expected(node[key]) for key in own}
    return [expected(item) for item in node] if isinstance(node, list) else node


def agree(value: object, text: object) -> bool:
    """Say whether a value is what the same parser sees, where it takes every scalar for text."""
    if isinstance(value, dict) and isinstance(text, dict):
        pairs = zip(value, text, strict=True)
        return len(value) == len(text) and all(
            agree(key, name) and agree(value[key], text[name]) for key, name in pairs
        )
    if isinstance(value, list) and isinstance(text, list):
        return len(value) == len(text) and all(map(agree, value, text))
    return isinstance(text, str) and value in (text, resolve(text))


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_any_text_gives_a_document_with_data_or_problems(text: str) -> None:
    document = read_bytes(text.encode("utf-8", "surrogatepass"), "f.yaml")
    for problem in document.problems:
        assert problem.location is not None
        lines = document.source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem.location.line <= len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1
        assert problem.hint
    if not document.problems:
        assert document.root is not None
        same = yaml.load(document.source.text, TEXT_ONLY)  # noqa: S506 - no types at all
        assert agree(document.data, expected(same))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_the_place_of_each_value_holds_its_text(text: str) -> None:
    document = read(text.encode("utf-8", "ignore").decode())
    if document.problems or document.root is None:
        return
    left = [(document.data, document.root)]
    while left:
        value, node = left.pop()
        written = document.source.text[node.start : node.end]
        if isinstance(value, dict):
            assert isinstance(node.children, dict)
            assert list(value) == list(node.children)
            left += [(value[key], node.children[key]) for key in value]
        elif isinstance(value, list):
            assert isinstance(node.children, list)
            left += zip(value, node.children, strict=True)
        elif isinstance(value, str) and written[:1] not in ("'", '"', "|", ">"):
            assert value.split() == written.split()
        elif isinstance(value, int | Fraction) and written[:1] not in ("'", '"', "|", ">"):
            assert resolve(written) == value


WORDS = st.text(
    st.characters(categories=["L", "M", "N", "P", "S", "Zs"]) | st.just("\n"), max_size=9
)
TREES = st.recursive(
    WORDS | st.integers(-(10**17), 10**17) | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(WORDS.filter(lambda key: not key.startswith("x-")), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(TREES, st.sampled_from([None, 1]))
def test_json_is_read_as_it_was_written(tree: object, indent: int | None) -> None:
    document = read(json.dumps([tree], ensure_ascii=False, indent=indent))
    assert document.problems == ()
    assert document.data == [tree]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(GOOD.encode()) - 1), st.binary(max_size=3), st.integers(0, 3))
def test_a_file_with_changed_bytes_never_raises(at: int, put: bytes, left_out: int) -> None:
    good = GOOD.encode()
    document = read_bytes(good[:at] + put + good[at + left_out :], "f.yaml")
    assert isinstance(document, Document)
    if document.root is None:
        assert document.problems
    else:
        assert 1 <= document.locate(("questions", 0, "id")).line <= 20
