from __future__ import annotations

import json
import os
import subprocess
import sys
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from pydantic import BeforeValidator
from schema.examples import EXAMPLES, as_json, json_types
from schema.mistakes import MISTAKES

from maturity.cli import app
from maturity.errors import MaturityError
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.load.positions import Document
from maturity.load.shape import fit
from maturity.load.source import Source
from maturity.load.yaml_reader import read_bytes
from maturity.model.base import Model
from maturity.render.formats.json import render_json
from maturity.resources import DEMO_SAMPLE, sample
from maturity.schema import KINDS, schema_of
from maturity.schema.generator import Generator

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def validator(kind: str) -> Draft7Validator:
    return Draft7Validator(schema_of(kind))


def errors(kind: str, data: object) -> list[ValidationError]:
    return list(validator(kind).iter_errors(data))


def parts_of(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else ():
        yield from parts_of(inner)
    for inner in schema if isinstance(schema, list) else ():
        yield from parts_of(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_one_of_draft_7(kind: str) -> None:
    schema = schema_of(kind)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] == f"urn:maturity:schema:{kind}:1"
    assert schema["properties"]["format"]["const"] == f"{kind}/1"
    assert schema["required"][0] == "format"
    for part in parts_of(schema):
        assert not part.keys() & {"$defs", "prefixItems", "unevaluatedProperties", "oneOf"}
        if isinstance(part.get("$ref"), str):
            name = part["$ref"].removeprefix("#/definitions/")
            assert part.keys() == {"$ref"}
            assert name in schema["definitions"]


def test_the_fields_docstrings_are_the_descriptions() -> None:
    topic = schema_of("questionnaire")["definitions"]["Topic"]["properties"]
    assert topic["weight"]["description"] == "How much it counts beside its neighbours."
    assert topic["weight"]["default"] == 1
    assert schema_of("questionnaire")["properties"]["sensitive"]["default"] == "no"


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_file_with_every_key_and_form_is_valid(kind: str) -> None:
    assert errors(kind, as_json(EXAMPLES[kind])) == []
    assert fit(KINDS[kind], read_bytes(EXAMPLES[kind].encode(), "f.yaml"))[1] == []


def test_every_key_of_the_models_is_in_the_examples() -> None:
    """So that the tests with the examples leave nothing out."""
    parts = [part for kind in EXAMPLES for part in parts_of(schema_of(kind))]
    keys = {key for part in parts for key in part.get("properties", ())}
    assert {key for key in keys if f"{key}:" not in "".join(EXAMPLES.values())} == set()
    assert len(keys) > 80


def test_a_result_is_valid_until_something_is_changed() -> None:
    three = sorted((sample(DEMO_SAMPLE) / "answers").iterdir())[:3]
    result = json.loads(render_json(evaluate(load_assessment(three))))
    assert errors("result", result) == []
    node = {**result["overall"], "scroe": 2}
    del node["exact"]
    action = {**result["plan"][0], "horizon": "soon"}
    definitions = schema_of("result")["definitions"]
    found = [
        error.validator
        for name, part in (("Node", node), ("PlannedAction", action))
        for error in Draft7Validator({**definitions[name], "definitions": definitions}).iter_errors(
            part
        )
    ]
    assert sorted(map(str, found)) == ["additionalProperties", "enum", "required"]


@pytest.mark.parametrize(("kind", "old", "new", "place", "keyword"), MISTAKES)
def test_a_mistake_is_refused_at_its_place(
    kind: str, old: str, new: str, place: str, keyword: str
) -> None:
    changed = EXAMPLES[kind].replace(old, new, 1)
    assert changed != EXAMPLES[kind]
    found = {
        (".".join(map(str, error.absolute_path)), error.validator)
        for error in errors(kind, as_json(changed))
    }
    assert (place, keyword) in found
    assert len(found) <= 2
    assert fit(KINDS[kind], read_bytes(changed.encode(), "f.yaml"))[1] != []


def test_a_wrong_field_of_a_number_question_is_said_of_number_questions_alone() -> None:
    changed = EXAMPLES["questionnaire"].replace("lower_is_better", "levels", 1)
    (error,) = errors("questionnaire", as_json(changed))
    assert error.validator == "additionalProperties"
    assert "'levels'" in error.message
    assert isinstance(error.schema, dict)
    assert error.schema["title"] == "Number question"
    branches = schema_of("questionnaire")["definitions"]["Topic"]["properties"]["questions"]
    number = next(n for n, step in enumerate(error.absolute_schema_path) if step == "then")
    chosen = branches["items"]["allOf"][list(error.absolute_schema_path)[number - 1]]
    assert chosen["if"]["properties"]["type"] == {"const": "number"}
    assert chosen["then"] == {"$ref": "#/definitions/NumberQuestion"}


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("questionnaire", "sensitive: yes", "sensitive: true"),
        ("questionnaire", "is: yes", "is: true"),
        ("framework", "if_unknown: yes", "if_unknown: true"),
        ("framework", "checked: no", "checked: false"),
        ("answers", "uses-ai: yes", "uses-ai: true"),
        ("answers", "security.tested: yes", "security.tested: true"),
    ],
)
def test_an_editor_that_sees_a_bare_yes_as_true_finds_no_fault(
    kind: str, old: str, new: str
) -> None:
    changed = EXAMPLES[kind].replace(old, new, 1)
    assert changed != EXAMPLES[kind]
    assert errors(kind, as_json(changed)) == []


@pytest.mark.parametrize("kind", EXAMPLES)
def test_own_keys_stand_anywhere(kind: str) -> None:
    data = as_json(EXAMPLES[kind])
    for part in list(parts_of(data)):
        part["x-own"] = ["any", {"thing": None}]
    assert errors(kind, data) == []


NUMBER, OWN = Fraction(5, 2), {"low": 1}
VALUES: tuple[object, ...] = (None, 0, -1, NUMBER, "some text", "yes", [], {}, ["a"], OWN)


def places(data: object) -> Iterator[tuple[Any, Any]]:
    if isinstance(data, dict | list):
        for key in list(data) if isinstance(data, dict) else range(len(data)):
            yield data, key
            yield from places(data[key])


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_schema_and_the_loader_agree_on_changed_values(kind: str) -> None:
    data: Any = read_bytes(EXAMPLES[kind].encode(), "f.yaml").data
    # What an answer may be is left to its question; the schema marks only what none can take.
    listed = data["answers"]["security.parts"] if kind == "answers" else None
    refused, step = 0, 2 if kind == "questionnaire" else 1
    for number, (holder, key) in enumerate(list(places(data))[::step]):
        kept = holder[key]
        holder[key] = value = VALUES[number * 7 % len(VALUES)]
        fits = fit(KINDS[kind], Document(Source("f.yaml", ""), data, None, ()))[0] is not None
        valid = validator(kind).is_valid(json_types(data))
        assert fits == valid or key == "answer" or holder is listed, (key, value)
        refused += not valid
        holder[key] = kept
    assert refused > 20


class WithOwnForm(Model):
    field: Annotated[int, BeforeValidator(lambda value: value)]


def test_a_short_form_that_the_schema_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError):
        WithOwnForm.model_json_schema(schema_generator=Generator)


def test_an_unknown_kind_is_refused_with_the_nearest() -> None:
    with pytest.raises(MaturityError) as error:
        schema_of("question")
    assert error.value.problems[0].hint == "did you mean 'questionnaire'?"


def test_the_command_prints_the_same_bytes_in_every_process() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "maturity", "schema", "questionnaire"],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
    ).stdout
    expected = json.dumps(schema_of("questionnaire"), indent=2, ensure_ascii=False) + "\n"
    assert printed == expected.encode()


def test_the_command_refuses_a_kind_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["schema", "answer"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "error: there is no kind of file 'answer'\n  help: did you mean 'answers'?\n"
