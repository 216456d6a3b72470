"""What each audience may see: nothing withheld stands anywhere in any output."""

from __future__ import annotations

import pytest
from marked.outputs import comparisons, plans, reports
from score.builders import NA, assessment, ceiling, dimension, framework, level, sheet

from maturity.errors import MaturityError
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.model.result import Result
from maturity.redact import AUDIENCES, Audience, large_enough, redact
from maturity.render.formats.json import render_json
from maturity.resources import sample

CUT: tuple[Audience, ...] = ("team", "board", "public")


@pytest.fixture(scope="module")
def council() -> Result:
    return evaluate(load_assessment([sample("district-council")]))


def outputs(result: Result) -> list[str]:
    """Everything made of a council's result, the year before beside it too."""
    before = evaluate(load_assessment([sample("district-council-2025")]))
    found = reports(result) | plans(result)
    return [*found.values(), *comparisons(result, redact(before, result.audience)).values()]


def roles(*counts: int) -> Result:
    """Respondents of roles r0, r1 …, so many of each, who all answer one question."""
    of = framework(
        dimension("one", level("a")),
        roles=[{"id": f"r{n}", "title": f"Role {n}"} for n in range(len(counts))],
    )
    sheets = [
        sheet({"one.a": role % 5}, f"p{role}-{n}", of=of, role=f"r{role}")
        for role, count in enumerate(counts)
        for n in range(count)
    ]
    return evaluate(assessment(of, *sheets))


def test_the_whole_result_is_for_the_audience_full(council: Result) -> None:
    assert redact(council, "full") is council
    assert council.audience == "full"


@pytest.mark.parametrize("audience", CUT)
def test_no_name_or_id_of_a_respondent_is_left(council: Result, audience: Audience) -> None:
    names = [person.name for person in council.respondents.people if person.name]
    ids = [person.id for person in council.respondents.people]
    assert len(names) > 5
    cut = redact(council, audience)
    assert cut.respondents.people == ()
    # A plan names who owns an action: that is no register of who answered what.
    plan = council.model_copy(update={"dimensions": (), "respondents": cut.respondents})
    answers = [a for node in council.dimensions for q in node.questions for a in q.answers]
    elsewhere = render_json(plan) + " ".join(answer.note for answer in answers)
    hidden = [name for name in names if name not in elsewhere]
    assert len(hidden) >= 4
    for text in outputs(cut):
        for name in hidden:
            assert name not in text
        for respondent in ids:
            assert f'"{respondent}"' not in text


@pytest.mark.parametrize("audience", ["board", "public"])
def test_no_single_answer_note_or_evidence_is_left(council: Result, audience: Audience) -> None:
    answers = [a for node in council.dimensions for q in node.questions for a in q.answers]
    notes = [answer.note for answer in answers if len(answer.note) > 30]
    evidence = [piece.ref for answer in answers for piece in answer.evidence if piece.ref]
    assert len(notes) > 20
    assert len(evidence) > 5
    for text in outputs(redact(council, audience)):
        for words in (*notes, *evidence):
            assert words not in text


def test_the_public_sees_of_a_sensitive_dimension_its_score_alone(council: Result) -> None:
    security = next(node for node in council.dimensions if node.id == "security")
    cut = redact(council, "public")
    shown = next(node for node in cut.dimensions if node.id == "security")
    assert (shown.score, shown.target, shown.gap) == (security.score, security.target, security.gap)
    assert (shown.questions, shown.caps, shown.pending) == ((), (), ())
    planned = {a.id for a in council.plan if any(q.startswith("security.") for q in a.raises)}
    assert planned
    for text in outputs(cut):
        for question in security.questions:
            assert question.id not in text
            assert question.ask not in text
        for action in planned:
            assert action not in text
        assert (
            council.commentary["security"][:40] not in text
            if "security" in council.commentary
            else True
        )


def test_what_is_withheld_is_said_in_every_output(council: Result) -> None:
    for audience in CUT:
        cut = redact(council, audience)
        assert cut.audience == audience
        assert cut.withheld
        assert f'"audience": "{audience}"' in render_json(cut)


def test_small_groups_are_withheld_and_one_more_where_the_first_could_be_worked_out() -> None:
    cut = redact(roles(5, 2, 4), "public")
    # two people in r1 are too few; r2, the next smallest, goes with it
    assert [role.id for role in cut.respondents.roles] == ["r0"]
    (question,) = cut.dimensions[0].questions
    assert question.tally is not None
    assert [group.id for group in question.tally.by_role] == ["r0"]
    assert [mean.role for mean in question.by_role] == ["r0"]


def test_two_small_groups_hide_each_other() -> None:
    cut = redact(roles(5, 2, 1, 4), "public")
    assert [role.id for role in cut.respondents.roles] == ["r0", "r3"]


@pytest.mark.parametrize(
    ("sizes", "nameless", "shown"),
    [
        ((5, 2, 4), 0, (5,)),
        ((5, 2, 1, 4), 0, (5, 4)),  # 3 people together
        ((5, 1, 1), 0, ()),  # 2 people would be left over: the 5 go with them
        ((5, 4), 1, (5,)),  # one who names no role would be left over
        ((5, 4), 3, (5, 4)),
        ((5, 2), 6, (5,)),
        ((5, 0), 0, (5,)),  # nobody is left over
        ((2,), 0, ()),
    ],
)
def test_what_is_left_over_is_of_three_people_or_nobody(
    sizes: tuple[int, ...], nameless: int, shown: tuple[int, ...]
) -> None:
    assert tuple(large_enough([(size, size) for size in sizes], nameless)) == shown


def test_who_names_no_role_is_not_given_away_by_those_who_do() -> None:
    of = framework(
        dimension("one", level("a")),
        roles=[{"id": "r0", "title": "Role 0"}, {"id": "r1", "title": "Role 1"}],
    )
    sheets = [sheet({"one.a": 2}, f"p{n}", of=of, role=f"r{n // 5}") for n in range(9)]
    alone = sheet({"one.a": 4}, "alone", of=of)
    cut = redact(evaluate(assessment(of, *sheets, alone)), "public")
    (question,) = cut.dimensions[0].questions
    assert question.tally is not None
    assert question.tally.levels["4"] == 1
    assert [group.id for group in question.tally.by_role] == ["r0"]
    assert [role.id for role in cut.respondents.roles] == ["r0"]


def test_roles_that_a_question_does_not_ask_leave_nobody_over() -> None:
    of = framework(
        dimension("one", level("a", answered_by=["r0", "r1"])),
        roles=[{"id": f"r{n}", "title": f"Role {n}"} for n in range(3)],
    )
    people = [(role, n) for role, count in enumerate((4, 1, 2)) for n in range(count)]
    sheets = [sheet({"one.a": 2}, f"p{role}-{n}", of=of, role=f"r{role}") for role, n in people]
    (question,) = redact(evaluate(assessment(of, *sheets)), "public").dimensions[0].questions
    assert question.tally is not None
    # 5 answers count, 4 of them r0's: with those of r0 told, the one of r1 would be too.
    assert question.tally.by_role == ()


def few_answer(*answers: dict[str, int]) -> Result:
    """Four people who answer a and b of one group; c and d only as given."""
    of = framework(
        dimension("one", level("a"), level("b"), level("c", lenses=["t"]), level("d")),
        dimension("two", level("e", lenses=["t"])),
        lenses=[{"id": "t", "title": "Theme"}],
    )
    everyone: dict[str, object] = {"one.a": 2, "one.b": 3, "two.e": 1}
    sheets = [
        sheet({**everyone, **dict(answers[n] if n < len(answers) else {})}, f"p{n}", of=of)
        for n in range(4)
    ]
    sheets.append(sheet({"one.a": 2}, "p4", of=of))
    return evaluate(assessment(of, *sheets))


def test_one_withheld_question_takes_another_of_its_group_along() -> None:
    # (2 + 3 + c) / 3 is told, so c = 4 would be; b goes too, which fewer answered than a.
    cut = redact(few_answer({"one.c": 4}), "public")
    assert [question.id for question in cut.dimensions[0].questions] == ["one.a", "one.d"]
    assert cut.dimensions[0].score == 3


def test_two_withheld_questions_hide_each_other() -> None:
    cut = redact(few_answer({"one.c": 4, "one.d": 0}), "public")
    assert [question.id for question in cut.dimensions[0].questions] == ["one.a", "one.b"]


def test_a_theme_does_not_tell_the_one_question_of_it_that_is_withheld() -> None:
    whole = few_answer({"one.c": 4})
    assert whole.lenses[0].score == 2.5
    cut = redact(whole, "public")
    lens = cut.lenses[0]
    assert (lens.score, lens.exact, lens.level, lens.low, lens.high) == (None,) * 5
    assert lens.question_ids == ("two.e",)
    assert any("themes" in entry.what for entry in cut.withheld)
    assert redact(few_answer(), "public").lenses[0].score == 1


def test_groups_of_three_are_shown() -> None:
    cut = redact(roles(3, 3), "public")
    assert [role.id for role in cut.respondents.roles] == ["r0", "r1"]


def test_a_question_answered_by_two_is_not_shown_to_the_public() -> None:
    cut = redact(roles(2), "public")
    assert cut.dimensions[0].questions == ()
    assert cut.dimensions[0].score == 0


def test_an_answer_settled_together_is_shown_however_few_gave_their_own() -> None:
    of = framework(dimension("one", level("a")))
    settled = sheet({"one.a": 3}, of=of, agreed=True)
    result = evaluate(assessment(of, sheet({"one.a": 1}, of=of), settled))
    (question,) = redact(result, "public").dimensions[0].questions
    assert (question.score, question.tally, question.lowest) == (3, None, None)


def test_who_owns_an_action_here_is_not_told_to_the_public(council: Result) -> None:
    owners = {entry.owner for entry in council.tracked if entry.owner}
    assert len(owners) >= 5
    public = render_json(redact(council, "public").model_copy(update={"commentary": {}}))
    roles_of_framework = {action.owner_role for action in council.plan}
    for owner in owners - roles_of_framework:
        assert owner not in public


def test_a_reason_for_leaving_out_is_somebody_s_words() -> None:
    of = framework(dimension("one", level("a"), level("b")))
    result = evaluate(assessment(of, sheet({"one.a": 1, "one.b": NA}, of=of)))
    cut = redact(result, "public")
    assert [entry.reason for entry in cut.left_out] == [""]
    assert "it does not apply" not in render_json(cut)


def test_a_sensitive_ceiling_on_another_dimension_is_not_told() -> None:
    secret = dimension("secret", level("a", critical=[ceiling(0, 1, "open")]), sensitive="yes")
    of = framework(secret, dimension("open", level("b")))
    result = evaluate(assessment(of, sheet({"secret.a": 0, "open.b": 4}, of=of)))
    assert [cap.question for cap in result.dimensions[1].caps] == ["secret.a"]
    cut = redact(result, "public")
    assert cut.dimensions[1].caps == ()
    assert (cut.dimensions[1].score, cut.dimensions[1].uncapped) == (1, None)
    assert "secret.a" not in render_json(cut)


def test_a_cut_result_is_cut_further_and_never_widened(council: Result) -> None:
    board = redact(redact(council, "team"), "board")
    assert board.audience == "board"
    assert len(board.withheld) == len(set(board.withheld))
    with pytest.raises(MaturityError, match="made for the audience 'board'"):
        redact(board, "team")


def test_cutting_again_for_the_same_audience_changes_nothing(council: Result) -> None:
    for audience in AUDIENCES:
        once = redact(council, audience)
        assert redact(once, audience) == once
