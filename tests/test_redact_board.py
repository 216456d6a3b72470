"""What a board does not see: one person's answer by itself, or a respondent's own words."""

from __future__ import annotations

from typing import Any

import pytest
from render.test_view import blocks
from score.builders import NA, Data, Out, assessment, dimension, framework, level, sheet

from maturity.evaluate import evaluate
from maturity.model.result import Result
from maturity.redact import redact
from maturity.render.formats.json import render_json
from maturity.render.formats.markdown import render_markdown
from maturity.render.report.blocks import Table
from maturity.render.report.view import build_report
from maturity.render.screen.summary import summarise
from maturity.render.screen.terminal import Look, draw

ROLES = [{"id": name, "title": name.title()} for name in ("ops", "staff", "lead")]
SAID = "in respondents’ own words, which this version leaves out"


def differing(**counts: int) -> Result:
    """Roles that answer a question differently: ops 0, staff 2, lead 4."""
    of = framework(dimension("one", level("a"), level("b")), roles=ROLES)
    at = {"ops": 0, "staff": 2, "lead": 4}
    sheets = [
        sheet({"one.a": at[role], "one.b": 1}, f"{role}{n}", of=of, role=role, unit=role)
        for role, count in counts.items()
        for n in range(count)
    ]
    return evaluate(assessment(of, *sheets))


def test_what_one_person_of_a_role_said_is_in_no_table() -> None:
    """Without the lead, and staff, since those two and the whole would give the lead away."""
    board = redact(differing(ops=3, staff=2, lead=1), "board")
    for question in board.dimensions[0].questions:
        assert question.tally is not None
        assert [mean.role for mean in question.by_role] == ["ops"]
        assert [group.id for group in question.tally.by_role] == ["ops"]
        assert [group.id for group in question.tally.by_unit] == ["ops"]
    (entry,) = board.disagreements
    assert [mean.role for mean in entry.by_role] == ["ops"]
    page = render_markdown(board)
    assert "one answer)" not in page
    assert "Lead 4.0" not in page
    team = redact(differing(ops=3, staff=2, lead=1), "team")
    assert "Lead 4.0 (one answer)" in render_markdown(team)


def test_of_two_roles_neither_is_told_where_one_is_one_person() -> None:
    board = redact(differing(ops=4, lead=1), "board")
    assert [question.by_role for question in board.dimensions[0].questions] == [(), ()]
    captions = [
        block.caption
        for block in blocks(build_report(board), "dimension-one")
        if isinstance(block, Table)
    ]
    assert not [caption for caption in captions if "where roles differ" in caption]


def test_roles_of_two_are_told_a_board() -> None:
    board = redact(differing(ops=2, lead=2), "board")
    assert [mean.count for mean in board.dimensions[0].questions[0].by_role] == [2, 2]
    assert any("of which one person answered" in entry.what for entry in board.withheld)


def left_out(settled: Out | None = None, **keys: Any) -> Result:
    of = framework(dimension("one", level("a"), level("b", **keys)), roles=ROLES)
    own = [Out("We never had one."), Out("Ours is run elsewhere")]
    sheets = [
        sheet({"one.a": 1, "one.b": reason}, f"p{number}", of=of)
        for number, reason in enumerate(own)
    ]
    agreed: Data = {"one.b": settled} if settled else {}
    return evaluate(assessment(of, *sheets, sheet(agreed, of=of, agreed=True)))


CRITICAL: Any = {"critical": [{"at_most": 0, "cap": 1, "because": "it is"}]}


def test_why_a_question_does_not_apply_is_not_told_in_respondents_words() -> None:
    whole = left_out(**CRITICAL)
    assert whole.left_out[0].reason == "We never had one; Ours is run elsewhere"
    board = redact(whole, "board")
    outputs = [render_json(board), render_markdown(board), draw(summarise(board), Look())]
    for text in outputs:
        assert "We never had one" not in text
        assert "run elsewhere" not in text
    assert outputs[1].count(SAID) == 2  # on page one, and in the list
    assert f"one.b, not applicable: {SAID}." in " ".join(outputs[2].split())


def test_the_reason_of_one_respondent_is_not_the_assessments() -> None:
    of = framework(dimension("one", level("a"), level("b")))
    result = evaluate(assessment(of, sheet({"one.a": 1, "one.b": NA}, of=of)))
    assert redact(result, "board").left_out[0].reason == ""


def test_a_reason_that_was_settled_together_is_told_a_board() -> None:
    board = redact(left_out(Out("No such duty")), "board")
    assert [entry.reason for entry in board.left_out] == ["No such duty"]
    assert board.dimensions[0].questions[1].reason == "No such duty"
    assert "No such duty" not in render_json(redact(board, "public"))


def test_why_a_question_is_not_asked_is_the_frameworks_word() -> None:
    profile = {"id": "p", "title": "Parish", "targets": {}, "leave_out": ["one.b"]}
    of = framework(dimension("one", level("a"), level("b")), profiles=[profile])
    result = evaluate(assessment(of, sheet({"one.a": 1}, of=of), profile="p"))
    board = redact(result, "board")
    assert board.left_out == result.left_out
    assert "Parish" in board.left_out[0].reason


@pytest.mark.parametrize("audience", ["full", "team"])
def test_others_read_the_reasons(audience: str) -> None:
    result = left_out()
    cut = redact(result, "team") if audience == "team" else result
    assert "We never had one" in render_markdown(cut)


def test_a_critical_question_without_a_reason_ends_no_sentence_in_a_colon() -> None:
    of = framework(dimension("one", level("a"), level("b", **CRITICAL)))
    result = evaluate(assessment(of, sheet({"one.a": 1, "one.b": NA}, of=of)))
    silent = result.model_copy(
        update={"left_out": (result.left_out[0].model_copy(update={"reason": ""}),)}
    )
    assert "one.b, not applicable." in draw(summarise(silent), Look())
