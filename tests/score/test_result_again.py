"""A Result scored again in part, as compare and explain do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from score.builders import NA, F, answered, ceiling, dimension, framework, level, topic

from maturity.errors import MaturityError
from maturity.evaluate import evaluate
from maturity.load.result import load_result
from maturity.model.result import Result
from maturity.render.formats.json import render_json
from maturity.score.from_result import all_questions, engine_from, values_from

OF = framework(
    dimension("d", topic("t", level("a", critical=[ceiling(1, 2, "e")]), level("b", weight=3))),
    dimension("e", level("c"), level("f"), weight=F(1, 2)),
)
ANSWERS = {"d.a": 1, "d.b": 3, "e.c": 4, "e.f": NA}


def scores(result: Result, *names: str) -> dict[str, Any]:
    only = set(names or all_questions(result))
    return engine_from(result, only).scores(values_from(result))


def test_all_of_a_result_gives_its_scores() -> None:
    result = evaluate(answered(OF, ANSWERS))
    # t (1 + 3·3) / 4; e is 4, and a at 1 allows it 2; overall (5/2 + 1/2·2) / (3/2)
    assert {name: scores(result)[name] for name in ("d.t", "d", "e", "overall")} == {
        "d.t": F(5, 2),
        "d": F(5, 2),
        "e": 2,
        "overall": F(7, 3),
    }


def test_a_part_of_a_result_has_the_weights_and_ceilings_of_that_part() -> None:
    result = evaluate(answered(OF, ANSWERS))
    found = scores(result, "d.b", "e.c")
    assert (found["d"], found["e"]) == (F(3), F(4))  # without a nothing caps e


def test_a_result_that_somebody_changed_may_name_a_dimension_that_is_not_there() -> None:
    data = evaluate(answered(OF, ANSWERS)).model_dump(by_alias=True)
    data["dimensions"][0]["topics"][0]["questions"][0]["critical"][0]["dimension"] = "gone"
    assert scores(Result.model_validate(data))["e"] == 4


def test_a_result_file_is_read_back_and_a_changed_score_is_refused(tmp_path: Path) -> None:
    result = evaluate(answered(OF, ANSWERS))
    path = tmp_path / "result.json"
    path.write_text(render_json(result))
    assert load_result(path) == result
    data = json.loads(render_json(result))
    data["dimensions"][0]["score"] = 4
    path.write_text(json.dumps(data))
    with pytest.raises(MaturityError, match=r"d: the score 4 is not 5/2"):
        load_result(path)
