"""A whole report stays small enough to be sent about."""

from __future__ import annotations

import pytest

from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.redact import redact
from maturity.render.formats.html import render_html
from maturity.resources import sample

MOST_BYTES = 250_000


@pytest.mark.parametrize(
    "name", ["district-council", "district-council-2025", "nhs-trust", "small-body"]
)
def test_a_page_holds_no_more_than_it_may(name: str) -> None:
    page = render_html(redact(evaluate(load_assessment([sample(name)])), "team"))
    assert 100_000 < len(page.encode()) <= MOST_BYTES
