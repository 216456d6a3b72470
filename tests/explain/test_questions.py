"""Questions explained: which answers count, how they are combined, what the level counts for."""

from __future__ import annotations

from explain.making import ANSWERS, explained
from score.builders import (
    NA,
    Data,
    F,
    answered,
    assessment,
    ceiling,
    checklist,
    dimension,
    framework,
    level,
    one,
    sheet,
    text,
)

from maturity.evaluate import evaluate
from maturity.explain import explain
from maturity.explain.questions import NOT_THESE
from maturity.model.assessment import Assessment
from maturity.model.explained import Explanation
from maturity.model.explained_question import Membership, QuestionDetail
from maturity.model.framework import Framework

ROLES = [{"id": "staff", "title": "Staff"}, {"id": "board", "title": "The board"}]


def asked(of: Framework, *answers: tuple[object, str | None], name: str = "d.a") -> Explanation:
    """Explain a question after several people answered it: answer, role."""
    sheets = [
        sheet({name: given}, f"r{n}", of=of, role=role) for n, (given, role) in enumerate(answers)
    ]
    return explain(evaluate(assessment(of, *sheets)), name)


def detail(e: Explanation) -> QuestionDetail:
    assert e.question is not None
    return e.question


def whole(exercise: Assessment, name: str = "d.a") -> Explanation:
    return explain(evaluate(exercise), name)


def test_the_middle_of_four_answers() -> None:
    e = asked(one(level("a")), (1, None), (4, None), (2, None), (4, None))
    assert (e.kind, e.exact, e.value, e.level) == ("question", "3", 3, 3)
    assert e.arithmetic == "median of 1, 2, 4, 4 = (2 + 4) / 2 = 3"
    assert e.statement.startswith("Its level is the middle one")
    told = detail(e)
    assert told.standing == "4 answers count."
    assert [(one.level, one.count) for one in told.levels] == [
        ("0", 0), ("1", 1), ("2", 1), ("3", 0), ("4", 2),
    ]  # fmt: skip
    assert (told.text, told.next_level and told.next_level.text) == ("statement 3", "statement 4")
    assert e.rounding is not None


def test_only_the_roles_that_are_asked_count() -> None:
    of = framework(dimension("d", level("a", answered_by=["staff"])), roles=ROLES)
    e = asked(of, (1, "staff"), (2, "staff"), (4, "board"), (3, None))
    assert e.arithmetic == "median of 1, 2, 3 = 2"
    told = detail(e)
    assert (told.asked_roles, told.answered, told.not_counted) == (("staff",), 3, 1)
    roles = [(role.title, role.counted, role.mean, role.arithmetic) for role in told.by_role]
    assert roles == [
        ("The board", False, "4", "4"),
        ("Staff", True, "3/2", "(1 + 2) / 2 = 1.5"),
    ]
    assert [(one.respondent, one.counted) for one in told.answers] == [
        ("r0", True), ("r1", True), ("r2", False), ("r3", True),
    ]  # fmt: skip


def test_an_agreed_answer_outranks_single_ones() -> None:
    of = one(level("a"))
    sheets = [sheet({"d.a": given}, f"r{given}", of=of) for given in (0, 1)]
    e = whole(assessment(of, *sheets, sheet({"d.a": 4}, of=of, agreed=True)))
    assert (e.exact, e.arithmetic) == ("4", "")
    assert detail(e).individual == "median of 0, 1 = (0 + 1) / 2 = 0.5"
    assert (detail(e).agreed, detail(e).standing) == (True, "Settled together.")
    assert "settled together sets the level" in e.statement


def test_agreement_is_written_out_where_it_means_something() -> None:
    of = one(level("a"))
    e = asked(of, (0, None), (0, None), (4, None))
    agreement = detail(e).agreement
    assert agreement is not None
    # Both ends, one answer each: -1; then one alone: 1. (2 · -1 + 1 · 1) / 3.
    assert agreement.arithmetic == "(2 × (-1) + 1 × 1) / 3 = -1/3, about -0.3333"
    assert agreement.meaning == "in two camps"
    assert detail(asked(of, (0, None), (4, None))).agreement is None
    share = one(checklist("a", "x y"))
    assert detail(asked(share, (["x"], None), (["y"], None), ([], None))).agreement is None


def test_a_single_answer() -> None:
    e = asked(one(level("a", combine="mean")), (3, None))
    assert e.arithmetic == "mean of 3 = 3"
    assert detail(e).standing == "One answer counts."


def standing(given: object, of: Framework, **keys: object) -> str:
    return detail(whole(answered(of, {"d.a": given, "d.b": 1}, **keys))).standing


def test_why_a_missing_answer_counts_as_it_does() -> None:
    plain = one(level("a"), level("b"))
    assert standing("unknown", plain) == (
        "Nobody gave a level; one respondent does not know. This framework leaves missing answers "
        "out of the sum."
    )
    assert standing(None, plain).startswith("Nobody answered. This framework leaves")
    lowest = one(level("a", 1, 2), level("b"), missing="lowest")
    assert standing(None, lowest).endswith("this framework, it counts as its lowest level, 1.")
    block = one(level("a"), level("b"), missing="block")
    assert standing(None, block).endswith("gives no score while an answer is missing.")
    critical = one(level("a", critical=[ceiling(0, 1)]), level("b"))
    assert "critical question that nobody can answer" in standing("unknown", critical)
    assert "leaves missing answers out" in standing(None, critical)
    assert "critical and the assessment is final" in standing(None, critical, status="final")
    ladder = framework(dimension("d", level("a", rung=1), level("b", rung=2), aggregate="ladder"))
    assert "ladder stands on every rung" in standing(None, ladder)


def test_several_who_do_not_know_and_a_meeting_that_does_not() -> None:
    of = one(level("a"))
    e = asked(of, ("unknown", None), ("unknown", None))
    assert detail(e).standing.startswith("Nobody gave a level; 2 respondents do not know.")
    e = whole(assessment(of, sheet({"d.a": "unknown"}, of=of, agreed=True)))
    assert detail(e).standing.startswith("It was settled together that this is not known.")


def test_a_missing_answer_has_a_range() -> None:
    e = asked(one(level("a", 1, 3)), ("unknown", None))
    assert (e.exact, e.rounding) == (None, None)
    assert e.range is not None
    assert (e.range.low.exact, e.range.high.exact) == ("1", "3")
    assert asked(one(level("a")), (1, None)).range is None


def test_left_out_and_in_words() -> None:
    e = asked(one(level("a"), level("b")), (NA, None))
    assert detail(e).standing == (
        "Not applicable: it does not apply. It leaves the sum, and no ceiling comes of it."
    )
    e = whole(answered(one(text("a"), level("b")), {"d.a": "some words"}))
    assert detail(e).standing == "Answered in words; it is shown and never scored."
    assert e.statement.startswith("Answered in words")
    assert detail(e).levels == ()


def test_answers_to_a_question_that_is_not_asked_are_shown_and_come_to_nothing() -> None:
    fact: Data = {"id": "f", "ask": "F?", "type": "yes-no"}
    of = one(level("a", ask_if={"fact": "f", "is": "yes"}), facts=[fact])
    e = whole(answered(of, {"d.a": 3}, facts={"f": "no"}))
    assert (e.exact, e.arithmetic, e.notes) == (None, "", ())
    assert detail(e).standing == "Not asked: asked only where “F?” is answered yes."
    assert e.statement == "It is not asked here, so it is in no sum."
    assert [one.answer for one in detail(e).answers] == ["level 3"]


def test_its_ceilings_and_which_of_them_applies() -> None:
    critical = [ceiling(0, 1), ceiling(1, 2), ceiling(1, 3, "e")]
    of = framework(dimension("d", level("a", critical=critical)), dimension("e", level("b")))

    def applying(given: object) -> list[tuple[str, object, bool]]:
        e = whole(answered(of, {"d.a": given}))
        found = detail(e).ceilings
        return [(one.ceiling.dimension, one.ceiling.cap, one.applies) for one in found]

    assert applying(0) == [("d", 1, True), ("d", 2, False), ("e", 3, True)]
    assert applying(1) == [("d", 1, False), ("d", 2, True), ("e", 3, True)]
    assert applying(2) == [("d", 1, False), ("d", 2, False), ("e", 3, False)]
    assert applying("unknown") == applying(0)
    assert applying(NA) == applying(2)


def test_every_sum_that_it_is_part_of() -> None:
    parts = [
        (one.kind, one.id, one.part, one.weight, one.share) for one in _part_of("security.mfa")
    ]
    assert parts == [
        ("dimension", "security", "security.mfa", 2, "1/2"),
        ("overall", "overall", "security", 1, "1/2"),
        ("lens", "cloud", "security.mfa", 2, "2/3"),
    ]
    assert [one.share for one in _part_of("security.training")] == [None, "1/2"]


def _part_of(name: str) -> tuple[Membership, ...]:
    return detail(explained(name, ANSWERS)).part_of


def test_a_target_of_its_own() -> None:
    e = explained("security.mfa", targets={"security.mfa": F(5, 2)})
    assert e.aim is not None
    assert e.aim.gap_arithmetic == "2.5 - 1 = 1.5"


def test_answers_that_are_withheld() -> None:
    result = evaluate(answered(one(level("a")), {"d.a": 3}))
    node = result.dimensions[0]
    question = node.questions[0].model_copy(update={"tally": None, "answers": ()})
    cut = result.model_copy(
        update={"dimensions": (node.model_copy(update={"questions": (question,)}),)}
    )
    e = explain(cut, "d.a")
    assert (e.exact, e.arithmetic, e.notes) == ("3", "", (NOT_THESE,))
    assert detail(e).standing == "Answered."
    missing = question.model_copy(update={"state": "unknown", "exact": None, "score": None})
    node = node.model_copy(update={"questions": (missing,)})
    e = explain(cut.model_copy(update={"dimensions": (node,)}), "d.a")
    assert detail(e).standing.startswith("It is not known.")
