"""The schemas that are shipped, and the first line by which an editor finds them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from schema.examples import json_types

from maturity.check.gather import Named, gather
from maturity.cli.app import run
from maturity.load.yaml_reader import read_file
from maturity.resources import framework_ids, shipped
from maturity.schema import KINDS

SCHEMAS = shipped("questionnaires") / "schemas"
WRITTEN_BY_PEOPLE = [kind for kind in KINDS if kind != "result"]
FILES = gather([shipped("questionnaires")]).files
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


@cache
def validator(schema: Path) -> Draft7Validator:
    return Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))


def kind_and_data(file: Path) -> tuple[str, Any]:
    data = read_file(file).data
    assert isinstance(data, dict)
    return str(data["format"]).removesuffix("/1"), json_types(data)


def schema_at(file: Path) -> Path:
    """Find the schema that the first line of a file names."""
    found = MODELINE.match(file.read_text(encoding="utf-8"))
    assert found is not None
    return (file.parent / found[1]).resolve()


@pytest.mark.parametrize("kind", WRITTEN_BY_PEOPLE)
def test_the_shipped_schema_is_the_one_that_the_command_prints(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", kind]) == 0
    assert (SCHEMAS / f"{kind}.json").read_text(encoding="utf-8") == capsys.readouterr().out


def test_there_is_a_schema_for_each_kind_and_nothing_else() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {
        f"{kind}.json" for kind in WRITTEN_BY_PEOPLE
    }


@pytest.mark.parametrize(
    "file", FILES, ids=lambda file: f"{file.path.parent.name}-{file.path.stem}"
)
def test_the_first_line_names_the_schema_that_the_file_fits(file: Named) -> None:
    kind, data = kind_and_data(file.path)
    assert schema_at(file.path) == (SCHEMAS / f"{kind}.json").resolve()
    assert list(validator(schema_at(file.path)).iter_errors(data)) == []


def test_a_mistake_in_a_shipped_file_does_not_fit() -> None:
    file = shipped("questionnaires") / "public-sector" / "security.yaml"
    _, data = kind_and_data(file)
    data["questions"][0]["wieght"] = 2
    (error,) = validator(schema_at(file)).iter_errors(data)
    assert error.validator == "additionalProperties"


def test_files_of_every_kind_are_shipped() -> None:
    kinds = {file.kind for file in FILES}
    assert kinds >= {"framework", "questionnaire", "answers", "assessment"}
    every = {path.resolve() for path in shipped("questionnaires").rglob("*.yaml")}
    assert {path.name for path in every - {file.path.resolve() for file in FILES}} == {
        "coverage.yaml"
    }


def test_the_folder_of_schemas_is_no_framework() -> None:
    assert "schemas" not in framework_ids()
    assert run(["check", str(SCHEMAS)]) == 2
    assert run(["frameworks", "schemas"]) == 2
