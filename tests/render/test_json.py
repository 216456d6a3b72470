"""A Result written as JSON and read back."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from render import samples

from maturity.model.result import Result
from maturity.render.formats.json import render_json


@pytest.mark.parametrize("make", [samples.result, samples.matrix, samples.nothing_scored])
def test_reading_it_back_gives_the_same(make: Callable[[], Result]) -> None:
    result = make()
    text = render_json(result)
    assert Result.model_validate_json(text) == result
    assert render_json(Result.model_validate_json(text)) == text


def test_form() -> None:
    text = render_json(samples.result(notes=["“é” 日本"]))
    data = json.loads(text)
    assert text.endswith("}\n")
    assert text.startswith('{\n  "format": "result/1",\n')
    assert "“é” 日本" in text
    assert data["plan"][0]["changes"][0] == {"question": "security.mfa", "from": 1, "to": 3}
    assert data["parameters"]["pass"] is None
