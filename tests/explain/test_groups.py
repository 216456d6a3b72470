"""Groups explained, against numbers worked by hand."""

from __future__ import annotations

from explain.making import ANSWERS, explained, made
from score.builders import (
    NA,
    F,
    answered,
    ceiling,
    dimension,
    framework,
    level,
    number,
    one,
    text,
    topic,
)

from maturity.evaluate import evaluate
from maturity.explain import explain
from maturity.explain.groups import WITHHELD, WITHHELD_BELOW
from maturity.model.explained import Explanation
from maturity.model.framework import Framework


def terms(e: Explanation) -> list[tuple[str, str, str, str | None]]:
    return [(term.id, term.weight_exact, term.exact, term.contribution) for term in e.terms]


def left_out(e: Explanation) -> dict[str, str]:
    return {part.id: part.reason for part in e.left_out}


def whole(of: Framework, answers: dict[str, object], name: str = "d") -> Explanation:
    return explain(evaluate(answered(of, answers)), name)


def test_a_dimension_with_a_ceiling() -> None:
    e = explained("security")
    assert (e.kind, e.title, e.exact, e.value, e.level) == ("dimension", "Security", "2", 2, 2)
    assert terms(e) == [
        ("security.mfa", "2", "1", "1/2"),
        ("security.backups", "1", "3", "3/4"),
        ("security.patching", "1", "4", "1"),
    ]
    assert [term.share for term in e.terms] == [0.5, 0.25, 0.25]
    assert e.arithmetic == "(2 × 1 + 3 + 4) / 4 = 9 / 4 = 2.25"
    cap = e.caps[0]
    assert (cap.question, cap.value, cap.cap, cap.before, cap.after) == (
        "security.mfa", 1, 2, "9/4", "2",
    )  # fmt: skip
    assert (cap.binding, cap.released_at, cap.because) == (True, 2, "at 1 no more than 2")
    assert left_out(e) == {"security.training": "not answered, so it leaves the sum"}
    assert "ceilings" in e.statement


def test_its_range_coverage_and_gap() -> None:
    e = explained("security")
    assert e.range is not None
    assert e.range.low.arithmetic == "(2 × 1 + 3 + 4 + 0) / 5 = 9 / 5 = 1.8"
    assert (e.range.low.exact, e.range.low.steps) == ("9/5", ())
    assert e.range.high.arithmetic == "(2 × 1 + 3 + 4 + 4) / 5 = 13 / 5 = 2.6"
    assert (e.range.high.exact, e.range.high.steps) == (
        "2",
        ("security.mfa at 1 holds it at 2",),
    )
    assert e.coverage is not None
    assert (e.coverage.exact, e.coverage.arithmetic) == ("4/5", "4 / 5 = 0.8")
    assert e.aim is not None
    assert (e.aim.target, e.aim.gap, e.aim.gap_arithmetic) == (3, "1", "3 - 2 = 1")
    assert e.rounding is not None
    assert (e.rounding.exact, e.rounding.decimals) == ("2", "2")
    assert e.rounding.not_reached == (3, 4)
    assert e.rounding.shown is None


def test_its_missing_answer() -> None:
    missing = explained("security").missing[0]
    assert (missing.question, missing.state, missing.critical) == (
        "security.training", "unanswered", False,
    )  # fmt: skip
    assert missing.counts_as is None
    assert (missing.lowest, missing.highest) == (0, 4)
    # Alone it makes 9/5, or 13/5 capped to 2; it is the whole range.
    assert (missing.score_if_lowest, missing.score_if_highest) == ("9/5", "2")
    assert missing.spread == 0.2
    assert missing.answered_by == ("staff",)


def test_what_decides_its_level() -> None:
    decided = [
        (one.question, one.direction, one.to, one.score) for one in explained("security").deciding
    ]
    # Up to 3: mfa at 4 gives 15/4, at 3 13/4, at 2 11/4, which has no ceiling but is below 3.
    # Down under 2: backups at 1 gives 7/4, at 2 it is 8/4; patching at 2 gives 7/4; mfa at 0 7/4.
    assert decided == [
        ("security.mfa", "up", "3", "13/4"),
        ("security.mfa", "down", "0", "7/4"),
        ("security.backups", "down", "1", "7/4"),
        ("security.patching", "down", "2", "7/4"),
    ]


def test_the_overall_score_and_its_target() -> None:
    e = explained("overall")
    assert terms(e) == [("security", "1", "2", "1"), ("data", "1", "1", "1/2")]
    assert [term.note for term in e.terms] == ["capped", ""]
    assert e.arithmetic == "(2 + 1) / 2 = 3 / 2 = 1.5"
    assert e.aim is not None
    assert e.aim.arithmetic == "(3 + 2) / 2 = 5 / 2 = 2.5"
    assert e.aim.gap_arithmetic == "2.5 - 1.5 = 1"
    assert e.coverage is not None
    assert e.coverage.arithmetic == "(0.8 + 1) / 2 = 1.8 / 2 = 0.9"
    assert e.children == ("security", "data")
    assert e.missing[0].spread == 0.1


def test_nothing_is_missing_and_no_gap() -> None:
    answers = {"security.training": 0, "data.list": 4}
    e = explained("data", {**ANSWERS, **answers})
    assert (e.range, e.missing) == (None, ())
    assert e.aim is not None
    assert (e.aim.gap, e.aim.gap_arithmetic) == ("0", "4 is not below 2, so there is no gap")


def test_a_target_of_ones_own_says_why() -> None:
    e = explained("data", targets={"data": F(5, 2)})
    assert e.aim is not None
    assert (e.aim.exact, e.aim.arithmetic, e.aim.gap) == ("5/2", "", "3/2")


def test_a_target_without_a_score_or_without_its_parts() -> None:
    e = explained("data", {"security.mfa": 1})
    assert e.aim is not None
    assert (e.aim.target, e.aim.gap, e.aim.gap_arithmetic) == (2, None, "")
    result = made(profile="council")
    silent = tuple(node.model_copy(update={"target": None}) for node in result.dimensions)
    e = explain(result.model_copy(update={"dimensions": silent}), "overall")
    assert e.aim is not None
    assert (e.aim.exact, e.aim.arithmetic) == ("5/2", "")
    changed = result.overall.model_copy(update={"target": 2.75})
    e = explain(result.model_copy(update={"overall": changed}), "overall")
    assert e.aim is not None
    assert (e.aim.exact, e.aim.arithmetic) == ("11/4", "")


def test_a_theme_has_no_ceilings() -> None:
    e = explained("cloud")
    assert (e.kind, e.exact, e.caps) == ("lens", "5/3", ())
    assert e.arithmetic == "(2 × 1 + 3) / 3 = 5 / 3 = 5/3, about 1.6667"
    assert e.aim is None
    # mfa at 2 makes 7/3; backups at 4 makes 6/3; down: mfa at 0 makes 1, so only backups at 0.
    assert [(one.question, one.direction, one.to) for one in e.deciding] == [
        ("security.backups", "up", "4"),
        ("security.mfa", "up", "2"),
        ("security.backups", "down", "0"),
    ]


def test_local_weights_show_the_standard_score() -> None:
    e = explained("overall", weights={"security": 3})
    assert e.arithmetic == "(3 × 2 + 1) / 4 = 7 / 4 = 1.75"
    assert e.standard_score == 1.5


def test_why_each_part_is_left_out() -> None:
    fact = {"id": "f", "ask": "F?", "type": "yes-no", "if_unknown": "no"}
    of = one(
        level("a"),
        level("b"),
        level("c", ask_if={"fact": "f", "is": "yes"}),
        level("e"),
        level("g", weight=0),
        text("h"),
        facts=[fact],
    )
    e = explain(
        evaluate(
            answered(of, {"d.a": 1, "d.b": NA, "d.e": "unknown", "d.g": 3}, facts={"f": "no"})
        ),
        "d",
    )
    assert left_out(e) == {
        "d.b": "not applicable: it does not apply",
        "d.c": "asked only where “F?” is answered yes",
        "d.e": "don't know, so it leaves the sum",
        "d.g": "its weight is 0: it is shown and counts for nothing",
        "d.h": "answered in words, never scored",
    }
    assert e.arithmetic == "1"


def test_the_weakest_is_named() -> None:
    e = whole(one(level("a"), level("b"), level("c"), aggregate="mean"), {"d.a": 3})
    assert e.statement.startswith("The mean of its questions")
    of = framework(dimension("d", level("a"), level("b"), level("c"), aggregate="min"))
    e = whole(of, {"d.a": 3, "d.b": 1, "d.c": 1})
    assert e.arithmetic == "min(3, 1, 1) = 1"
    assert [term.note for term in e.terms] == ["", "the weakest", "the weakest"]
    assert [term.share for term in e.terms] == [None, None, None]
    # Both are the weakest, so one alone lifts nothing.
    assert [one.direction for one in e.deciding] == ["down", "down", "down"]


def test_a_ladder_rung_by_rung() -> None:
    questions = [level(name, rung=rung) for name, rung in (("a", 1), ("b", 2), ("c", 3), ("e", 4))]
    of = framework(dimension("d", *questions, aggregate="ladder", **{"pass": 3}))
    e = whole(of, {"d.a": 4, "d.b": 3, "d.c": 2})
    rungs = [(rung.rung, rung.holds, rung.reached) for rung in e.rungs]
    assert rungs == [(1, True, True), (2, True, True), (3, False, False), (4, False, False)]
    assert e.exact == "2"
    assert e.arithmetic == "the first rung that does not hold is 3, so it is the level below, 2"
    assert e.terms[-1].note == "not answered, so it counts as its lowest"
    assert [(one.question, one.to) for one in e.deciding if one.direction == "up"] == [("d.c", "3")]


def test_a_ladder_at_its_ends() -> None:
    of = framework(dimension("d", level("a", rung=0), level("b", rung=2), aggregate="ladder"))
    e = whole(of, {"d.a": 4, "d.b": 4})
    assert e.arithmetic == "every rung holds, so it is the highest level, 4"
    e = whole(of, {"d.a": 3, "d.b": 4})
    assert e.arithmetic == "the first rung that does not hold is 0, so it is the lowest level, 0"
    assert [rung.reached for rung in e.rungs] == [False, False]
    assert [rung.holds for rung in e.rungs] == [False, True]
    of = framework(dimension("d", level("a", rung=1), level("b"), aggregate="ladder"))
    assert [part.id for rung in whole(of, {"d.a": 4, "d.b": 0}).rungs for part in rung.parts] == [
        "d.a"
    ]


def test_topics_are_explained_too() -> None:
    of = one(topic("t", level("a"), level("b"), weight=2), topic("u", level("c")))
    e = whole(of, {"d.a": 1, "d.b": 2, "d.c": 4})
    assert e.arithmetic == "(2 × 1.5 + 4) / 3 = 7 / 3 = 7/3, about 2.3333"
    assert "topics" in e.statement
    below = whole(of, {"d.a": 1, "d.b": 2, "d.c": 4}, "d.t")
    assert (below.kind, below.exact, below.arithmetic) == (
        "topic", "3/2", "(1 + 2) / 2 = 3 / 2 = 1.5",
    )  # fmt: skip
    empty = whole(of, {"d.a": 1}, "d")
    assert left_out(empty) == {"d.u": "nothing in it is scored"}
    assert empty.coverage is not None
    assert empty.coverage.arithmetic == "(2 × 0.5 + 0) / 3 = 1 / 3 = 1/3, about 0.3333"


def test_no_single_score_for_a_matrix() -> None:
    of = framework(dimension("d", level("a")), dimension("e", level("b")), aggregate="none")
    e = whole(of, {"d.a": 1}, "overall")
    assert (e.exact, e.arithmetic, e.notes, e.rounding) == (None, "", (), None)
    assert "side by side" in e.statement
    assert terms(e) == [("d", "1", "1", None)]
    # The one missing answer moves its own dimension from 0 to 4.
    assert [(one.question, one.spread) for one in e.missing] == [("e.b", 4)]
    of = framework(
        dimension("d", level("a")), dimension("e", level("b")), dimension("f", level("c")),
        aggregate="none",
    )  # fmt: skip
    e = whole(of, {"d.a": 1, "f.c": NA}, "overall")
    assert [(one.question, one.spread) for one in e.missing] == [("e.b", 4)]


def test_no_score_while_answers_are_missing() -> None:
    of = framework(
        dimension("d", level("a"), level("b")), dimension("e", level("c")), missing="block"
    )
    e = whole(of, {"d.a": 1, "e.c": 2})
    assert (e.exact, e.arithmetic) == (None, "")
    assert left_out(e) == {"d.b": "not answered, so there is no score"}
    assert e.notes == ("There is no score while answers are missing: d.b.",)
    assert [term.share for term in e.terms] == [None]
    above = whole(of, {"d.a": 1, "e.c": 2}, "overall")
    assert left_out(above) == {"d": "it has no score while answers are missing"}
    assert above.notes == e.notes


def test_no_score_where_nothing_is_answered() -> None:
    e = whole(one(level("a")), {})
    assert e.notes == ("There is no score: nothing in it has an answer that counts.",)


def test_the_range_is_stretched_to_hold_the_score() -> None:
    # Without b the score is 1; b at its lowest, 3, would make it 2.
    e = whole(one(level("a"), level("b", 3, 4)), {"d.a": 1})
    assert e.range is not None
    assert e.range.low.arithmetic == "(1 + 3) / 2 = 4 / 2 = 2"
    assert e.range.low.exact == "1"
    assert "below" in e.range.low.steps[0]
    assert e.range.high.steps == ()


def test_a_ceiling_of_another_dimension_and_one_that_may_come() -> None:
    key = level("key", critical=[ceiling(0, 1), ceiling(1, 2, "e")])
    of = framework(
        dimension("d", key, level("a")), dimension("e", level("b")), min_coverage=F(3, 4)
    )
    e = whole(of, {"d.key": 1, "d.a": 4, "e.b": 4}, "e")
    assert [(cap.question, cap.before, cap.after) for cap in e.caps] == [("d.key", "4", "2")]
    # b alone can drop it; key alone lifts it.
    assert [(one.question, one.direction, one.to) for one in e.deciding] == [
        ("d.key", "up", "2"),
        ("e.b", "down", "1"),
    ]
    e = whole(of, {"d.a": 4, "e.b": 4}, "d")
    assert [(cap.question, cap.cap) for cap in e.pending] == [("d.key", 1)]
    assert e.provisional == (
        "less than 75% of its weight is answered",
        "d.key is critical and not answered; at its lowest it would hold the score at 1",
    )
    e = whole(of, {"d.a": 4, "e.b": 4}, "e")
    assert [missing.question for missing in e.missing] == ["d.key"]


def test_two_ceilings_are_applied_one_after_the_other() -> None:
    of = one(level("a", critical=[ceiling(1, 2)]), level("b", critical=[ceiling(1, 1)]), level("c"))
    e = whole(of, {"d.a": 1, "d.b": 1, "d.c": 4})  # the mean 2 is not above the first ceiling
    assert [(cap.question, cap.before, cap.after) for cap in e.caps] == [("d.b", "2", "1")]
    of = one(
        level("a", critical=[ceiling(1, F(3, 2))]), level("b", critical=[ceiling(1, 1)]), level("c")
    )
    e = whole(of, {"d.a": 1, "d.b": 1, "d.c": 4})
    assert [(cap.question, cap.before, cap.after, cap.binding) for cap in e.caps] == [
        ("d.b", "2", "1", True),
        ("d.a", "1", "1", False),
    ]
    assert e.exact == "1"


def test_where_levels_cannot_be_listed_a_step_of_the_scale_is_tried() -> None:
    e = whole(one(number("a", min=0, max=100)), {"d.a": 60})
    # 60 of 100 is 12/5, level 2; level 3 and level 1 are the nearest steps.
    told = [(one.direction, one.from_, one.to, one.open_ended) for one in e.deciding]
    assert told == [("up", "12/5", "3", True), ("down", "12/5", "1", True)]


def test_without_a_tally_the_statements_say_what_a_question_can_give() -> None:
    result = made(profile="council")
    node = result.dimensions[1]
    question = node.questions[0].model_copy(update={"tally": None})
    node = node.model_copy(update={"questions": (question,)})
    e = explain(result.model_copy(update={"dimensions": (result.dimensions[0], node)}), "data")
    assert [(one.direction, one.to, one.open_ended) for one in e.deciding] == [
        ("up", "2", False),
        ("down", "0", False),
    ]


def test_what_is_withheld_is_said_and_no_sum_is_shown() -> None:
    result = made(profile="council")
    cut = result.dimensions[0].model_copy(update={"questions": ()})
    public = result.model_copy(update={"dimensions": (cut, *result.dimensions[1:])})
    e = explain(public, "security")
    assert (e.exact, e.value, e.terms, e.arithmetic, e.children) == ("2", 2, (), "", ())
    assert e.notes == (WITHHELD,)
    assert e.aim is not None
    assert e.aim.gap == "1"
    # What is made of it is whole: its own number is there.
    above = explain(public, "overall")
    assert above.arithmetic == "(2 + 1) / 2 = 3 / 2 = 1.5"
    assert above.notes == (WITHHELD_BELOW,)
    assert (above.range, above.deciding) == (None, ())
