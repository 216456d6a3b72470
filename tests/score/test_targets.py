"""Targets, gaps, the level reached, and themes across dimensions."""

from __future__ import annotations

import pytest
from score.builders import (
    NA,
    Data,
    F,
    answered,
    asked,
    ceiling,
    described,
    dimension,
    framework,
    level,
    levels,
    number,
    one,
    scored,
)

from maturity.errors import MaturityError
from maturity.model.framework import Framework
from maturity.model.scored import Node
from maturity.score.lists import unknowns


def of(aggregate: str = "mean", **keys: object) -> Framework:
    return framework(
        dimension("d", level("a"), weight=3, rung=1),
        dimension("e", level("b"), rung=2),
        dimension("f", level("c"), rung=3),
        aggregate=aggregate,
        profiles=[{"id": "p", "title": "P", "targets": {"d": 3, "e": F(5, 2)}}],
        **keys,
    )


# Gap


@pytest.mark.parametrize(("answer", "gap"), [(1, 2), (3, 0), (4, 0)])
def test_a_gap_is_what_the_target_is_above_the_score(answer: int, gap: int) -> None:
    node = described(answered(of(), {"d.a": answer}, profile="p"))["d"]
    assert (node.target, node.gap) == (3, gap)


def test_a_gap_is_exact_before_it_is_shown() -> None:
    part = one(level("a"), level("b"), level("c"), profiles=[])
    node = described(answered(part, {"d.a": 2, "d.b": 3, "d.c": 3}, targets={"d": 3}))["d"]
    assert node.gap == pytest.approx(1 / 3)  # 3 - 8/3


def test_without_a_target_or_a_score_there_is_no_gap() -> None:
    nodes = described(answered(of(), {"d.a": NA, "f.c": 1}, profile="p"))
    assert (nodes["d"].target, nodes["d"].gap) == (3, None)
    assert (nodes["f"].target, nodes["f"].gap) == (None, None)


def test_an_assessments_target_outranks_the_profiles() -> None:
    nodes = described(answered(of(), {"d.a": 2, "e.b": 2}, profile="p", targets={"d": 4}))
    assert (nodes["d"].target, nodes["d"].gap) == (4, 2)
    assert (nodes["e"].target, nodes["e"].gap) == (2.5, 0.5)


def test_a_question_has_a_gap_only_with_a_target_of_its_own() -> None:
    part = one(level("a"), level("b"), level("c"))
    exercise = answered(part, {"d.a": 1, "d.b": 1}, targets={"d.a": 3, "d.c": 2, "d": 2})
    assert (asked(exercise, "d.a").target, asked(exercise, "d.a").gap) == (3, 2)
    assert (asked(exercise, "d.b").target, asked(exercise, "d.b").gap) == (None, None)
    assert (asked(exercise, "d.c").target, asked(exercise, "d.c").gap) == (2, None)


def test_a_question_over_its_target_has_no_gap_left() -> None:
    exercise = answered(one(level("a")), {"d.a": 4}, targets={"d.a": 3})
    assert asked(exercise, "d.a").gap == 0


# The overall target


def overall(aggregate: str, answers: Data, **targets: F | int) -> Node:
    return described(answered(of(aggregate), answers, targets=targets))["overall"]


ALL = {"d.a": 1, "e.b": 2, "f.c": 3}


def test_the_overall_target_is_the_targets_through_the_same_aggregate() -> None:
    node = overall("mean", ALL, d=3, e=2, f=4)
    assert node.target == 3  # (3·3 + 2 + 4) / 5
    assert node.gap == pytest.approx(3 - 8 / 5)  # (3·1 + 2 + 3) / 5
    assert overall("min", ALL, d=3, e=2, f=4).target == 2


def test_only_scored_dimensions_count_in_the_overall_target() -> None:
    node = overall("mean", {"d.a": 1, "e.b": NA, "f.c": 3}, d=3, f=1)
    assert node.target == F(5, 2)  # (3·3 + 1) / 4


def test_a_scored_dimension_without_a_target_leaves_none_overall() -> None:
    node = overall("mean", ALL, d=3, e=2)
    assert (node.target, node.gap) == (None, None)


@pytest.mark.parametrize("aggregate", ["ladder", "none"])
def test_a_ladder_and_a_matrix_have_no_overall_target(aggregate: str) -> None:
    assert overall(aggregate, ALL, d=3, e=2, f=4).target is None


def test_nothing_scored_has_no_overall_target() -> None:
    assert overall("mean", {}, d=3, e=2, f=4).target is None


def test_a_dimension_that_weighs_nothing_needs_no_target() -> None:
    part = framework(dimension("d", level("a")), dimension("e", level("b"), weight=0))
    node = described(answered(part, {"d.a": 1, "e.b": 1}, targets={"d": 3}))["overall"]
    assert (node.target, node.gap) == (3, 2)


# The level reached


@pytest.mark.parametrize(
    ("answers", "reached", "name"),
    [
        ((3, 3, 3), 3, "Level 3"),
        ((3, 3, 2), 2, "Level 2"),  # 8/3 would be shown as 2.7
        ((4, 3, 4), 3, "Level 3"),
        ((0, 0, 1), 0, "Level 0"),
    ],
)
def test_the_level_reached_is_read_off_the_exact_score(
    answers: tuple[int, int, int], reached: int, name: str
) -> None:
    part = one(level("a"), level("b"), level("c"))
    given = dict(zip(("d.a", "d.b", "d.c"), answers, strict=True))
    node = described(answered(part, given))["d"]
    assert (node.level, node.level_name) == (reached, name)


def test_a_hair_below_a_level_does_not_reach_it() -> None:
    part = one(number("a", min=0, max=1000), levels=levels(0, 1), top=1)
    node = described(answered(part, {"d.a": F(999_999, 1000)}))["d"]
    assert (node.level, node.exact) == (0, "999999/1000000")


def test_a_fraction_of_hundreds_of_digits_is_refused_in_words() -> None:
    # Twenty numbers, each over another range of 18 digits: their common denominator has 340.
    part = one(*(number(f"q{i}", min=0, max=10**17 + 2 * i + 1) for i in range(20)))
    answers = {f"d.q{i}": 1 for i in range(20)}
    with pytest.raises(MaturityError, match="too fine to be added exactly"):
        described(answered(part, answers))


def test_no_score_reaches_no_level() -> None:
    node = described(answered(one(level("a")), {}))["d"]
    assert (node.score, node.exact, node.level, node.level_name) == (None, None, None, None)


def test_a_question_tells_the_level_that_it_reached() -> None:
    found = asked(answered(one(level("a", 0, F(5, 2))), {"d.a": F(5, 2)}), "d.a")
    assert (found.score, found.exact, found.level, found.level_name) == (2.5, "5/2", 2, "Level 2")


# Lenses


LENSED = framework(
    dimension("d", level("a", lenses=["ai"], weight=2, critical=[ceiling(1, 1)]), level("b")),
    dimension("e", level("c", lenses=["ai"]), level("f", lenses=["ai", "x"]), weight=50),
    lenses=[{"id": "ai", "title": "AI"}, {"id": "x", "title": "X"}, {"id": "none", "title": "N"}],
    profiles=[{"id": "p", "title": "P", "weights": {"e.c": 3, "e": 9}}],
    min_coverage=F(4, 5),
)


def test_a_lens_is_the_mean_of_its_questions_by_their_own_weights() -> None:
    nodes = described(answered(LENSED, {"d.a": 1, "d.b": 4, "e.c": 4, "e.f": 2}))
    # (2·1 + 4 + 2) / 4, whatever e weighs, and no ceiling of 1.
    assert (nodes["ai"].score, nodes["ai"].exact) == (2, "2")
    assert nodes["x"].score == 2
    assert (nodes["ai"].level, nodes["ai"].caps) == (2, ())


def test_profile_and_local_weights_count_in_a_lens() -> None:
    answers = {"d.a": 1, "e.c": 4, "e.f": 2}
    exercise = answered(LENSED, answers, profile="p", weights={"e.f": 5, "d": 7})
    # (2·1 + 1·3·4 + 1·5·2) / 10
    assert described(exercise)["ai"].exact == "12/5"


def test_a_lens_has_a_range_and_a_coverage() -> None:
    node = described(answered(LENSED, {"e.c": 4, "e.f": "unknown"}))["ai"]
    # a (weight 2, critical, unanswered) and f are out of the score; at 0: 4/4, at 4: 16/4.
    assert (node.score, node.low, node.high, node.coverage) == (4, 1, 4, 0.25)
    assert node.provisional


def test_a_lens_is_stretched_to_hold_its_score() -> None:
    part = one(
        level("a", lenses=["l"]),
        level("b", 3, 4, lenses=["l"]),
        lenses=[{"id": "l", "title": "L"}],
    )
    node = described(answered(part, {"d.a": 0}))["l"]
    assert (node.score, node.low, node.high) == (0, 0, 2)  # ends 3/2 and 2


def test_an_unknown_critical_question_stands_at_its_lowest_in_a_lens() -> None:
    node = described(answered(LENSED, {"d.a": "unknown", "e.c": 4, "e.f": 4}))["ai"]
    assert node.score == 2  # (2·0 + 4 + 4) / 4


def test_a_lens_without_answers_or_without_questions_is_unscored() -> None:
    nodes = described(answered(LENSED, {"d.a": NA, "e.c": NA, "e.f": NA}))
    for lens in ("ai", "none"):
        node = nodes[lens]
        assert (node.score, node.low, node.coverage, node.provisional) == (None, None, None, False)


# What is unknown, widest effect first


def test_missing_answers_are_listed_by_how_far_they_move_the_range() -> None:
    part = framework(
        dimension("d", level("a"), level("b", weight=2), level("c", 1, 2)),
        dimension("e", level("f"), level("g"), weight=3),
    )
    exercise = answered(part, {"d.a": "unknown", "e.f": 2})
    found = unknowns(exercise, scored(part, {"d.a": "unknown", "e.f": 2}))
    # Overall: a (1/4)·(1/4)·4 = 1/4; b twice that; c (1/4)·(1/4)·1; g (3/4)·(1/2)·4 = 3/2.
    assert [(each.question, each.state, each.spread) for each in found] == [
        ("e.g", "unanswered", 1.5),
        ("d.b", "unanswered", 0.5),
        ("d.a", "unknown", 0.25),
        ("d.c", "unanswered", 0.0625),
    ]


def test_a_missing_critical_answer_moves_the_range_through_its_ceiling() -> None:
    part = framework(
        dimension("d", level("a", critical=[ceiling(0, 1, "e")])), dimension("e", level("b"))
    )
    found = unknowns(answered(part, {"e.b": 4}), scored(part, {"e.b": 4}))
    # a at 0: d 0 and e 1; at 4: d 4 and e 4. Overall 1/2 or 4.
    assert [(each.question, each.critical, each.spread) for each in found] == [("d.a", True, 3.5)]


def test_in_a_matrix_the_most_moved_dimension_counts() -> None:
    part = framework(
        dimension("d", level("a", critical=[ceiling(1, 1, "e")]), level("c", weight=3)),
        dimension("e", level("b")),
        aggregate="none",
    )
    found = unknowns(answered(part, {"d.c": 2, "e.b": 4}), scored(part, {"d.c": 2, "e.b": 4}))
    # d moves by 1/4·4 = 1; e from 1 to 4.
    assert [each.spread for each in found] == [3]


def test_a_missing_answer_in_a_group_without_weight_moves_nothing() -> None:
    part = framework(dimension("d", level("a")), dimension("e", level("b"), weight=0))
    found = unknowns(answered(part, {}), scored(part, {}))
    assert [(each.question, each.spread) for each in found] == [("d.a", 4), ("e.b", 0)]


def test_the_end_that_moves_further_counts() -> None:
    part = framework(dimension("d", level("a"), level("b"), aggregate="min"))
    found = unknowns(answered(part, {}), scored(part, {}))
    # At the lower end the other question is 0 and holds the minimum; at the upper one 4 falls to 0.
    assert [each.spread for each in found] == [4, 4]
