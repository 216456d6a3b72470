"""How children become a group's score: mean, min, ladder and none, worked by hand."""

from __future__ import annotations

from typing import Any

import pytest
from score.builders import (
    NA,
    Data,
    F,
    bites,
    ceiling,
    d,
    dimension,
    ends,
    framework,
    level,
    one,
    scored,
    text,
    topic,
)

from maturity.model.framework import Framework


def group(aggregate: str, *children: Data, **keys: Any) -> Framework:
    return framework(dimension("d", *children, aggregate=aggregate, **keys))


# The worked number


def test_the_worked_number() -> None:
    found = d(
        scored(
            one(
                level("mfa", weight=2, critical=[ceiling(1, 2)]),
                level("backups"),
                level("patching"),
                level("training"),
            ),
            {"d.mfa": 1, "d.backups": 3, "d.patching": 4},
        )
    )
    assert found.uncapped == F(9, 4)  # (2·1 + 3 + 4) / 4
    assert found.score == 2  # mfa at 1 allows no more than 2
    # training at 0: (2·1 + 3 + 4 + 0) / 5 = 9/5; at 4: 13/5, under the same ceiling 2
    assert ends(found) == (F(9, 5), 2)
    assert found.coverage == F(4, 5)  # weights 2, 1, 1 of 5
    assert bites(found) == [("d.mfa", 1, 2)]


# Mean


def test_a_mean_is_weighted_and_exact() -> None:
    of = group("mean", level("a", weight=F(1, 3)), level("b", weight=F(1, 2)), level("c"))
    # (1/3·1 + 1/2·2 + 1·4) / (1/3 + 1/2 + 1) = (16/3) / (11/6) = 32/11
    assert d(scored(of, {"d.a": 1, "d.b": 2, "d.c": 4})).score == F(32, 11)


def test_a_mean_of_means_weighs_the_topics() -> None:
    of = group(
        "mean",
        topic("t", level("a"), level("b", weight=3), weight=2),
        topic("u", topic("v", level("c"), level("e"))),
    )
    found = scored(of, {"d.a": 4, "d.b": 0, "d.c": 3, "d.e": 4})
    assert found.nodes["d.t"].score == 1  # (1·4 + 3·0) / 4
    assert found.nodes["d.v"].score == F(7, 2)
    assert found.nodes["d.u"].score == F(7, 2)
    assert d(found).score == F(11, 6)  # (2·1 + 1·7/2) / 3


def test_dimensions_weigh_in_the_overall_score() -> None:
    of = framework(dimension("d", level("a"), weight=3), dimension("e", level("b")))
    assert scored(of, {"d.a": 2, "e.b": 4}).nodes["overall"].score == F(5, 2)  # (3·2 + 4) / 4


# Min


def test_a_min_is_the_weakest_child_whatever_it_weighs() -> None:
    of = group("min", level("a", weight=9), level("b", weight=F(1, 9)), level("c"))
    assert d(scored(of, {"d.a": 4, "d.b": 1, "d.c": 2})).score == 1


def test_a_min_passes_over_what_is_out_or_weighs_nothing() -> None:
    of = group("min", level("a"), level("b"), level("c", weight=0), level("x"))
    assert d(scored(of, {"d.a": 3, "d.b": NA, "d.c": 0})).score == 3


def test_a_min_of_dimensions() -> None:
    of = framework(dimension("d", level("a")), dimension("e", level("b")), aggregate="min")
    assert scored(of, {"d.a": 4, "e.b": 1}).nodes["overall"].score == 1


# Ladder

RUNGS = (
    level("one", rung=1),
    level("two-a", rung=2),
    level("two-b", rung=2),
    level("three", rung=3),
)


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        ((4, 4, 4, 4), 4),  # all pass: the last level
        ((4, 4, 4, 3), 2),  # rung 3 fails
        ((4, 4, 3, 4), 1),  # rung 2 fails, and what is above it does not count
        ((3, 4, 4, 4), 0),  # no rung reached: the bottom
    ],
)
def test_a_ladder_stops_at_the_first_rung_that_fails(answers: tuple[int, ...], score: int) -> None:
    of = group("ladder", *RUNGS)
    names = ("d.one", "d.two-a", "d.two-b", "d.three")
    assert d(scored(of, dict(zip(names, answers, strict=True)))).score == score


def test_a_ladder_passes_at_pass_and_not_below() -> None:
    of = group("ladder", *RUNGS, **{"pass": 2})
    at = {"d.one": 2, "d.two-a": 2, "d.two-b": 3}
    assert d(scored(of, at | {"d.three": 1})).score == 2
    assert d(scored(of, at | {"d.three": 2})).score == 4


def test_an_empty_rung_passes() -> None:
    # Rungs 1 and 3 alone; rungs 2 and 4 have no children.
    of = group("ladder", level("a", rung=1), level("c", rung=3))
    assert d(scored(of, {"d.a": 4, "d.c": 0})).score == 2
    assert d(scored(of, {"d.a": 4, "d.c": 4})).score == 4


def test_a_rung_whose_children_are_all_out_passes() -> None:
    of = group("ladder", *RUNGS)
    answers = {"d.one": NA, "d.two-a": 4, "d.two-b": NA, "d.three": 0}
    assert d(scored(of, answers)).score == 2


def test_a_failing_child_on_the_bottom_rung_leaves_the_bottom() -> None:
    of = group("ladder", level("a", rung=0), level("b", rung=1))
    assert d(scored(of, {"d.a": 0, "d.b": 4})).score == 0


def test_a_ladder_with_nothing_left_is_unscored() -> None:
    of = group("ladder", level("a", rung=1), level("b", rung=2))
    assert d(scored(of, {"d.a": NA, "d.b": NA})).score is None


def test_a_child_of_weight_0_holds_no_rung() -> None:
    of = group("ladder", level("a", rung=1, weight=0), level("b", rung=2))
    assert d(scored(of, {"d.a": 0, "d.b": 4})).score == 4


def test_a_missing_answer_fails_its_rung() -> None:
    # Under drop a missing answer leaves sums, but in a ladder it stands at its lowest, 0.
    found = d(scored(group("ladder", *RUNGS), {"d.one": 4, "d.two-a": 4, "d.three": 4}))
    assert found.score == 1
    assert ends(found) == (1, 4)


def test_a_missing_answer_stands_at_its_lowest_in_a_topic_of_a_ladder() -> None:
    of = group(
        "ladder",
        topic("t", level("a"), level("b"), rung=1),
        topic("u", level("c"), rung=2),
        **{"pass": 2},
    )
    found = scored(of, {"d.a": 3, "d.c": 4})
    assert found.nodes["d.t"].score == F(3, 2)  # (3 + 0) / 2, not 3
    assert d(found).score == 0  # 3/2 does not reach 2
    assert found.nodes["d.t"].high == F(7, 2)
    assert ends(d(found)) == (0, 4)


def test_a_ladder_of_dimensions() -> None:
    of = framework(
        dimension("d", level("a"), level("b"), rung=1),
        dimension("e", level("c"), rung=2),
        aggregate="ladder",
        **{"pass": 3},
    )
    found = scored(of, {"d.a": 2, "d.b": 4, "e.c": 2})
    assert d(found).score == 3
    assert found.nodes["overall"].score == 1  # d reaches 3, e does not
    without = scored(of, {"d.a": 2, "e.c": 4})
    assert d(without).score == 1  # the missing b stands at 0 below a ladder of dimensions
    assert without.nodes["overall"].score == 0


def test_a_ladder_counts_in_levels_that_need_not_be_whole() -> None:
    of = framework(
        dimension(
            "d", level("a", 0, 100, rung=25), level("b", 0, 100, rung=50), aggregate="ladder"
        ),
        levels=[{"level": at, "name": str(at)} for at in (0, 25, 50, 75)],
        top=100,
    )
    assert d(scored(of, {"d.a": 100, "d.b": 0})).score == 25
    assert d(scored(of, {"d.a": 100, "d.b": 100})).score == 75  # the last level, not the top


# None


def test_a_matrix_has_no_overall_score() -> None:
    of = framework(dimension("d", level("a")), dimension("e", level("b")), aggregate="none")
    found = scored(of, {"d.a": 3})
    overall = found.nodes["overall"]
    assert (overall.score, *ends(overall)) == (None, None, None)
    assert overall.coverage == F(1, 2)
    assert d(found).score == 3


# What leaves the sum


def test_what_is_out_leaves_the_sum_at_every_depth() -> None:
    of = group(
        "mean",
        topic("t", level("a"), level("b"), weight=5),
        topic("u", level("c"), level("e")),
    )
    # u loses e: 2. t has nothing left and leaves d, so d is u.
    found = scored(of, {"d.a": NA, "d.b": NA, "d.c": 2, "d.e": NA})
    assert found.nodes["d.t"].score is None
    assert found.nodes["d.t"].coverage is None
    assert d(found).score == 2
    assert d(found).coverage == 1


def test_not_applicable_everywhere_is_unscored() -> None:
    of = framework(dimension("d", level("a")), dimension("e", level("b")))
    found = scored(of, {"d.a": NA, "e.b": NA})
    for node in ("d", "e", "overall"):
        numbers = found.nodes[node]
        assert (numbers.score, numbers.low, numbers.high, numbers.coverage) == (None,) * 4
        assert not numbers.provisional


def test_a_group_of_texts_is_unscored_and_leaves_its_parent() -> None:
    of = group("mean", topic("t", text("a")), topic("u", level("b")))
    found = scored(of, {"d.a": "words", "d.b": 3})
    assert found.nodes["d.t"].score is None
    assert d(found).score == 3
    assert d(found).coverage == 1
