"""The sum of the overall score, as the method section writes it out, done again by hand."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.render.formats.markdown import render_markdown
from maturity.resources import sample

SUM = re.compile(r"The overall score in full: \((.*?)\) / \((.*?)\) = (\S+), shown as (\S+)\.")


@pytest.mark.parametrize("name", ["district-council", "nhs-trust", "small-body"])
def test_the_sum_can_be_done_again(name: str) -> None:
    result = evaluate(load_assessment([sample(name)]))
    found = SUM.search(render_markdown(result).replace("\\", ""))
    assert found is not None
    terms = [term.split(" × ") for term in found[1].split(" + ")]
    total = sum(Fraction(weight) * Fraction(score) for weight, score in terms)
    assert total / sum(map(Fraction, found[2].split(" + "))) == Fraction(found[3])
    assert found[3] == result.overall.exact
    assert len(terms) == 6
