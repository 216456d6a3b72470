from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from small_result import result

from maturity.errors import MaturityError, Problem
from maturity.load.result import load_result
from maturity.model.result import Result

if TYPE_CHECKING:
    from pathlib import Path


def refusals(path: Path, content: str | bytes) -> tuple[Problem, ...]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(MaturityError) as refused:
        load_result(path)
    return refused.value.problems


def refusal(path: Path, content: str | bytes) -> Problem:
    (only,) = refusals(path, content)
    return only


def test_a_result_comes_back_as_it_was(tmp_path: Path) -> None:
    written = Result.model_validate(result())
    path = tmp_path / "result.json"
    path.write_text(written.model_dump_json(by_alias=True))
    assert load_result(path) == written
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_result(path) == written


def test_broken_json_has_its_place(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    problem = refusal(path, '{\n  "format": "result/1",\n  "tool" 1}')
    assert problem.message == "this is no JSON: expecting ':' delimiter"
    assert str(problem.location) == f"{path}:3:10"
    assert problem.location is not None
    assert problem.location.text == '  "tool" 1}'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff{}", "the byte 0xFF is not UTF-8"),
        (b"", "this is no JSON: expecting value"),
        (b"[" * 100_000, "nested too deep"),
        (b"[NaN]", "NaN is no number that a result can hold"),
        (b"[-1e999]", "-1e999 is no number that a result can hold"),
        (b"[" + b"9" * 5000 + b"]", "is no number that a result can hold"),
        (b"[]", "is no result: it does not say 'format: result/1'"),
        (b'{"format": 1}', "is no result: it does not say 'format: result/1'"),
        (b'{"format": "answers/1"}', "has the format 'answers/1'"),
        (b'{"format": "result/2"}', "has the format 'result/2'"),
    ],
)
def test_what_is_no_result_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    problem = refusal(tmp_path / "result.json", content)
    assert message in problem.message
    assert problem.hint


def test_a_newer_result_needs_a_newer_program(tmp_path: Path) -> None:
    hint = refusal(tmp_path / "result.json", '{"format": "result/2"}').hint
    assert hint == "this maturity reads result/1; a newer one may read this file"


def test_a_wrong_field_is_named_once(tmp_path: Path) -> None:
    data = result()
    data["dimensions"][0]["score"] = "high"
    path = tmp_path / "result.json"
    assert refusal(path, json.dumps(data)).message == (
        f"{path}: dimensions[0].score: a number is needed"
    )
    del data["tool"]
    first, second = refusals(path, json.dumps(data))
    assert first.message == f"{path}: tool: field required"
    assert "dimensions[0].score" in second.message


def test_only_the_first_of_many_wrong_fields_are_named(tmp_path: Path) -> None:
    assert len(refusals(tmp_path / "result.json", '{"format": "result/1"}')) == 5


@pytest.mark.parametrize("exact", ["", "1/0", "1/00", "nine", "9/", "1.5", "1/2/3"])
def test_an_exact_score_is_a_fraction(exact: str, tmp_path: Path) -> None:
    data = result()
    data["dimensions"][0]["topics"][0]["exact"] = exact
    message = refusal(tmp_path / "result.json", json.dumps(data)).message
    assert message.endswith(f": security.people: '{exact}' is no fraction such as 9/4")


def test_a_dimension_may_be_called_exact(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result(commentary={"exact": "It is not a fraction."})))
    assert load_result(path).commentary == {"exact": "It is not a fraction."}
