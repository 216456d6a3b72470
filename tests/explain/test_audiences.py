"""What readers may not see is in no explanation, and what can still be derived is."""

from __future__ import annotations

import pytest
from explain.making import sample_result

from maturity.explain import explain
from maturity.explain.groups import WITHHELD, WITHHELD_BELOW
from maturity.explain.parts import Parts
from maturity.redact import Audience, redact
from maturity.render.explanation.view import explanation_blocks, render_explanation_json

SAMPLE = "district-council"


@pytest.mark.parametrize("audience", ["team", "board", "public"])
def test_every_part_that_is_left_can_be_explained(audience: Audience) -> None:
    result = redact(sample_result(SAMPLE), audience)
    for place in list(Parts(result).places())[::4]:
        assert explanation_blocks(explain(result, str(place)))


def test_the_team_sees_who_answered_by_role_alone() -> None:
    result = redact(sample_result(SAMPLE), "team")
    text = render_explanation_json(explain(result, "security.mfa"))
    assert "r-05" not in text
    assert "r-05" in render_explanation_json(explain(sample_result(SAMPLE), "security.mfa"))


def test_the_board_sees_what_answers_came_to() -> None:
    e = explain(redact(sample_result(SAMPLE), "board"), "skills.buying-skills")
    assert e.arithmetic == "median of 1, 1, 1, 2, 2, 2 = (1 + 2) / 2 = 1.5"
    assert e.question is not None
    assert e.question.answers == ()


def test_the_public_sees_the_score_of_a_sensitive_dimension_and_not_its_sum() -> None:
    result = redact(sample_result(SAMPLE), "public")
    e = explain(result, "security")
    assert (e.exact, e.terms, e.arithmetic, e.notes) == ("2", (), "", (WITHHELD,))
    above = explain(result, "overall")
    assert above.arithmetic.startswith("(41/27 + 1 + 2 + 37/27")
    assert above.notes == (WITHHELD_BELOW,)
    assert (above.missing, above.deciding, above.range) == ((), (), None)


def test_a_theme_with_withheld_questions_shows_no_sum() -> None:
    result = redact(sample_result(SAMPLE), "public")
    e = explain(result, "lens:cloud")
    assert (e.arithmetic, e.notes) == ("", (WITHHELD,))
