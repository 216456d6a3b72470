"""What an id means, and what is said where it means nothing."""

from __future__ import annotations

import pytest
from explain.making import explained, made
from score.builders import answered, dimension, framework, level

from maturity.errors import MaturityError
from maturity.evaluate import evaluate
from maturity.explain import explain


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("overall", "overall"),
        ("security", "dimension"),
        ("security.mfa", "question"),
        ("cloud", "lens"),
        ("enforce-mfa", "action"),
        ("lens:cloud", "lens"),
        ("question:security.mfa", "question"),
    ],
)
def test_every_part_is_found(name: str, kind: str) -> None:
    e = explained(name)
    assert (e.kind, e.id) == (kind, name.rpartition(":")[2])


def test_without_an_id_it_is_the_overall_score() -> None:
    assert explain(made()).kind == "overall"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("securty", "did you mean 'security'?"),
        ("mfa", "did you mean 'security.mfa'?"),
        ("enforce-maf", "did you mean 'enforce-mfa'?"),
        ("lens:security", "did you mean 'security'?"),
        ("zzz", "overall, a dimension (security, data), or a full id such as"),
    ],
)
def test_nothing_has_that_id(name: str, hint: str) -> None:
    with pytest.raises(MaturityError, match="has no dimension, topic, question") as caught:
        explained(name)
    assert caught.value.problems[0].hint.startswith(hint)


def test_without_a_plan_it_says_why_there_are_no_actions() -> None:
    with pytest.raises(MaturityError) as caught:
        explained("some-work", {"security.mfa": 1}, framework={"missing": "block"})
    assert "no score" in caught.value.problems[0].hint


def test_an_id_that_two_parts_have() -> None:
    of = framework(dimension("ai", level("a", lenses=["ai"])), lenses=[{"id": "ai", "title": "AI"}])
    result = evaluate(answered(of, {"ai.a": 2}))
    e = explain(result, "ai")
    assert (e.kind, e.notes) == ("dimension", ("Something else has this id too: lens:ai.",))
    e = explain(result, "lens:ai")
    assert (e.kind, e.notes) == ("lens", ())


def test_a_result_that_was_changed_by_hand_is_refused() -> None:
    result = made()
    worse = result.dimensions[1].model_copy(update={"weight": -1})
    changed = result.model_copy(update={"dimensions": (result.dimensions[0], worse)})
    with pytest.raises(MaturityError, match="a weight below 0"):
        explain(changed)
