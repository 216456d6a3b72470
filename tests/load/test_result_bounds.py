"""A result.json from a stranger: what is too much of it, or could be no result, is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from small_result import node, result

from maturity.errors import MaturityError, Problem
from maturity.load import json_bounds
from maturity.load.extent import MOST_ACTIONS, MOST_DIMENSIONS, MOST_LEVELS, MOST_NAMED, MOST_PEOPLE
from maturity.load.json_bounds import MAX_DEPTH, MAX_KEYS
from maturity.load.result import load_result
from maturity.model.result import Result

Data = dict[str, Any]
QUESTION: Data = {"id": "security.mfa", "ask": "?", "type": "level", "weight": 1, "state": "scored"}
CEILING: Data = {"at_most": 0, "cap": 1, "dimension": "security"}
QUESTION |= {"score": 2, "exact": "2", "combine": "median"}


def refusals(folder: Path, data: Data | str) -> tuple[Problem, ...]:
    path = folder / "result.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data))
    with pytest.raises(MaturityError) as refused:
        load_result(path)
    return refused.value.problems


def refusal(folder: Path, data: Data | str) -> str:
    (only,) = refusals(folder, data)
    return only.message.removeprefix(f"{folder / 'result.json'}: ")


def nested(depth: int) -> Data:
    """Topics in topics; one of them is two deeper than what it stands in."""
    inner = node("security.inmost")
    for number in range(depth):
        inner = node(f"security.t{number}", topics=[inner])
    return result(dimensions=[node("security", topics=[inner])])


def test_too_many_values_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_bounds, "MAX_VALUES", 1_000)
    monkeypatch.setattr(json, "loads", lambda *_, **__: pytest.fail("it was read"))
    many = '{"format": "result/1", "dimensions": [' + "{}," * 1_000 + "{}]}"
    assert refusal(tmp_path, many) == "there are more than 1,000 values in it"


def test_one_mistake_in_very_many_entries_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[int] = []

    def counted(error: ValidationError, path: Path) -> list[Problem]:
        counts.append(error.error_count())
        return [Problem(str(path))]

    monkeypatch.setattr("maturity.load.result._problems", counted)
    refusals(tmp_path, result(dimensions=[{}] * 5_000))
    refusals(tmp_path, result(plan=[{"id": "a"}] * 5_000, beyond=[3] * 5_000))
    assert max(counts) < 40


def test_keys_and_depth_are_bounded(tmp_path: Path) -> None:
    keys = {f"k{n}": 1 for n in range(MAX_KEYS + 1)}
    much = f"an object has more than {MAX_KEYS:,} keys"
    assert refusal(tmp_path, {**result(), **keys}) == f"{much}: the whole"
    assert refusal(tmp_path, result(organisation=keys)) == f"{much}: organisation"
    deep = refusal(tmp_path, nested(MAX_DEPTH))
    assert deep.startswith(
        f"lists and objects are nested more than {MAX_DEPTH} deep: dimensions[0]"
    )
    path = tmp_path / "result.json"
    path.write_text(json.dumps(nested(12)))
    assert load_result(path) == Result.model_validate(nested(12))


@pytest.mark.parametrize(
    ("place", "entry", "most"),
    [
        ("parameters.scale.levels", {"level": 1, "name": "N"}, MOST_LEVELS),
        ("organisation.facts", {"id": "a", "ask": "?", "value": "v", "assumed": True}, MOST_NAMED),
        ("respondents.units", {"unit": "u", "count": 1}, MOST_PEOPLE),
        ("respondents.people", {"id": "u"}, MOST_PEOPLE),
        ("dimensions", node("security"), MOST_DIMENSIONS),
        ("beyond", {"id": "a", "title": "A", "dimension": "security", "raises": {}, "reason": "r",
                    "effort_days": {"low": 1, "high": 1, "planned": 1}}, MOST_ACTIONS),
    ],
)  # fmt: skip
def test_no_list_is_longer_than_a_framework_makes_it(
    place: str, entry: Data, most: int, tmp_path: Path
) -> None:
    data = result()
    *outer, last = place.split(".")
    inner: Any = data
    for name in outer:
        inner = inner[name]
    inner[last] = [entry] * (most + 1)
    message = f"{place}: there are {most + 1:,} entries, and {most:,} are the most"
    assert refusal(tmp_path, data) == message


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (result(organisation={"name": "a\ud800b"}), "organisation.name"),
        (result(dimensions=[node("security", title="\udfff")]), "dimensions[0].title"),
        (result(commentary={"\udc00": "text"}), "commentary."),
    ],
)
def test_half_a_character_has_its_place(data: Data, place: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, data).startswith(f"a text holds half a character: {place}")


def test_whole_characters_are_read_however_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result(organisation={"name": "\N{GRINNING FACE}"})))
    assert "\\ud83d" in path.read_text()
    assert load_result(path).organisation.name == "\N{GRINNING FACE}"


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"weight": -1}, "security.mfa: the weight -1 is below 0"),
        (
            {"critical": [{**CEILING, "because": "b" * 20_001}]},
            "security.mfa: the reason of a ceiling is empty, or longer than 20,000 characters",
        ),
        (
            {"critical": [{**CEILING, "because": " "}]},
            "security.mfa: the reason of a ceiling is empty, or longer than 20,000 characters",
        ),
    ],
)  # fmt: skip
def test_what_no_framework_can_have_is_refused(
    question: Data, message: str, tmp_path: Path
) -> None:
    data = result(dimensions=[node("security", questions=[{**QUESTION, **question}])])
    assert refusal(tmp_path, data) == message


def test_a_group_weighs_no_less_than_nothing_either(tmp_path: Path) -> None:
    data = result(dimensions=[node("security", weight=-0.5)])
    assert refusal(tmp_path, data) == "security: the weight -0.5 is below 0"
