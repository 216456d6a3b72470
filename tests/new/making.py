"""Making new files with the program, and filling them in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from schema.examples import as_json

from maturity.cli import app
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.load.yaml_reader import read_file
from maturity.schema import schema_of

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.model.result import Result


def new(*arguments: str) -> None:
    assert app.run(["new", *arguments]) == 0


def refused(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert app.run(["new", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def data_of(path: Path) -> dict[str, Any]:
    data = read_file(path).data
    assert isinstance(data, dict)
    return data


def result(path: Path) -> Result:
    return evaluate(load_assessment([path]))


def answered(path: Path, answers: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for key, value in answers.items():
        text, count = re.subn(rf"(?m)^  {re.escape(key)}:$", f"  {key}: {value}", text)
        assert count == 1
    path.write_text(text, encoding="utf-8")


def keys(path: Path) -> list[str]:
    data: Any = read_file(path).data
    return list(data["answers"])


def assert_valid(path: Path, kind: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(Draft7Validator(schema_of(kind)).iter_errors(as_json(text))) == []
