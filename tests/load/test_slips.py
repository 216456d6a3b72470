"""What comes into a file from elsewhere: marks of merges, curly quotes, odd spaces, lost dashes."""

from __future__ import annotations

import pytest
import yaml

from maturity.errors import Problem
from maturity.load import yaml_syntax
from maturity.load.yaml_reader import Document, read_bytes

PARSERS = [yaml.CSafeLoader, yaml.SafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]
CONFLICT = "this is not valid YAML: an unresolved merge conflict begins here"
KEEP_ONE = "keep one of the two versions and delete the marks"
SPACE = "this is not valid YAML: a no-break space (U+00A0) stands here"
NBSP = "\u00a0"


@pytest.fixture(params=PARSERS, ids=lambda parser: str(parser.__name__), autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test with libyaml's parser and with PyYAML's own."""
    monkeypatch.setattr(yaml_syntax, "PARSER", request.param)


def read(text: str) -> Document:
    return read_bytes(text.encode(), "f.yaml")


def told(problem: Problem) -> tuple[str, str, str]:
    return str(problem.location).removeprefix("f.yaml:"), problem.message, problem.hint


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "2:1"),
        ("<<<<<<< HEAD\r\nb: 2\r\n=======\r\nb: 3\r\n>>>>>>> x\r\n", "1:1"),
        ("a: 1\r<<<<<<< HEAD\rb: 2\r=======\rb: 3\r>>>>>>> x", "2:1"),
        ("a:\n  - b: [\n<<<<<<< HEAD\n  - c\n||||||| base\n=======\n>>>>>>> x\n", "3:1"),
        ("a: 1\n<<<<<<<\nb: 2\n", "2:1"),
        ("# 'x\n<<<<<<< HEAD:\n=======:\n>>>>>>> x:\n=======\nb: '\n'\n", "2:1"),
        # All of it is one quoted text, so that there is nothing wrong with the YAML.
        ("a: 'x\n<<<<<<< HEAD\n b\n=======\n c\n>>>>>>> x\n d'\n", "2:1"),
    ],
)
def test_a_merge_conflict_is_named_where_it_begins(text: str, place: str) -> None:
    document = read(text)
    (problem,) = document.problems
    assert told(problem) == (place, CONFLICT, KEEP_ONE)
    assert problem.rule == "yaml-syntax"
    assert document.data is None


def test_the_end_of_a_conflict_that_was_left_is_named() -> None:
    (problem,) = read("a: 1\nb: 2\n>>>>>>> theirs\n").problems
    message = "this is not valid YAML: a mark of a merge conflict was left here"
    assert told(problem) == ("3:1", message, "delete the line")


def test_a_text_may_tell_of_conflicts() -> None:
    marks = "<<<<<<< HEAD\n  =======\n  >>>>>>> x"
    assert read(f"a: |\n  {marks}\nb: c <<<<<<< d\n").problems == ()
    assert read("a: 'x\n<<<<<<< no conflict y'\n").problems == ()


@pytest.mark.parametrize(
    ("text", "place", "mark"),
    [
        ("a: 1\nb: “Housing: repairs”\n", "2:4", "“"),
        ("a:\n  - b: \u2018it: x\u2019\n", "2:8", "\u2018"),
        ("a: [“b: c: d”]\n", "1:5", "“"),
        ("a: „b: c”\n", "1:4", "„"),
    ],
)
def test_curly_quotes_are_no_quotes(text: str, place: str, mark: str) -> None:
    (problem,) = read(text).problems
    message = f"this is not valid YAML: '{mark}' is no quotation mark of YAML"
    assert told(problem) == (place, message, "begin and end the text with \" or '")


def test_curly_quotes_elsewhere_are_not_blamed() -> None:
    assert read("a: “Housing”\nb: the “best” of it\n").problems == ()
    (problem,) = read("a: “Housing”\nb: c: d\n").problems
    assert told(problem)[:2] == ("2:5", "this is not valid YAML: a ':' makes a second key here")
    (problem,) = read("a: b “c”: d\n").problems
    assert "second key" in problem.message or "fit" in problem.message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"q:\n  - id: a\n  {NBSP} ask: x\n", "3:3"),
        (f"a:\n  b: 1\n {NBSP}c: 1\n", "3:2"),
        (f"q:\n  - id: a\n    ask:{NBSP}x y\n    b: 1\n", "3:9"),
        (f"q:\n  -{NBSP}id: a\n    ask: x\n", "2:4"),
        (f"a:\n{NBSP} b: 2\n  c: 1\n", "2:1"),
    ],
)
def test_a_space_that_only_looks_like_one_is_named(text: str, place: str) -> None:
    (problem,) = read(text).problems
    assert told(problem) == (place, SPACE, "write a plain space in its place")


def test_a_space_within_a_text_is_not_blamed() -> None:
    (problem,) = read(f"a: 10{NBSP}km\nb: 5{NBSP}km\nc: d: e\n").problems
    assert "second key" in problem.message


# Entries of a list without their dash

SECOND = ("this begins a second entry of the list", "put '- ' before it")


def test_a_forgotten_dash_is_one_problem_and_loses_nothing() -> None:
    document = read(
        "q:\n  - id: a\n    ask: A\n    id: b\n    ask: B\n    weight: 2\n    x-own: 1\n"
        "    'id': c\n    ask: C\n  - id: d\n"
    )
    assert [told(problem) for problem in document.problems] == [("4:5", *SECOND), ("8:5", *SECOND)]
    assert {problem.rule for problem in document.problems} == {"duplicate-key"}
    assert document.data == {
        "q": [
            {"id": "a", "ask": "A"},
            {"id": "b", "ask": "B", "weight": 2},
            {"id": "c", "ask": "C"},
            {"id": "d"},
        ]
    }
    places = [str(document.locate(("q", index))) for index in range(4)]
    assert places == ["f.yaml:2:5", "f.yaml:4:5", "f.yaml:8:5", "f.yaml:10:5"]
    assert document.locate(("q", 1, "ask")).line == 5
    assert document.locate(("q", 2, "ask"), key=True).line == 9


def test_a_list_in_a_list_is_taken_apart_too() -> None:
    document = read("- - id: a\n    t: b\n    id: c\n- x: [{id: d}]\n")
    assert document.data == [[{"id": "a", "t": "b"}, {"id": "c"}], {"x": [{"id": "d"}]}]
    assert told(document.problems[0]) == ("3:5", *SECOND)


@pytest.mark.parametrize(
    "text",
    [
        "id: a\nask: b\nid: c\n",
        "q:\n  - id: a\n    id: b\n    ask: c\n",
        "q:\n  - id: a\n    ask: b\n    ask: c\n",
        "q:\n  - {id: a, ask: b, id: c}\n",
        "q:\n  -\n    id: a\n    ask: b\n    ask: d\n",
        "q:\n  - x-id: a\n    ask: b\n    x-id: c\n",
    ],
)
def test_another_key_that_is_there_twice_begins_no_entry(text: str) -> None:
    (problem,) = read(text).problems
    assert "stands here already" in problem.message
    assert problem.hint == "keep one of the two, or rename one"
