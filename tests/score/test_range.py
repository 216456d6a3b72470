"""The range that missing answers allow, coverage, and when a score is provisional."""

from __future__ import annotations

import pytest
from score.builders import (
    NA,
    F,
    ceiling,
    checklist,
    d,
    dimension,
    ends,
    framework,
    level,
    number,
    one,
    scored,
    text,
    topic,
    yes_no,
)

# Range


def test_the_ends_are_what_each_question_can_give() -> None:
    of = one(
        level("a", 1, 3),
        yes_no("b", yes=3, no=1),
        checklist("c", "x y", count={1: 1, F(5, 2): 2}),
        number("e", bands={1: 0, 2: 50}),
        number("f", min=0, max=100),
    )
    found = d(scored(of, {}))
    # Lowest 1, 1, 0 (no item), 1, 0; highest 3, 3, 5/2, 2, 4.
    assert ends(found) == (F(3, 5), F(29, 10))
    assert found.score is None


def test_a_known_answer_leaves_no_width() -> None:
    found = d(scored(one(level("a"), level("b")), {"d.a": 1, "d.b": 4}))
    assert ends(found) == (F(5, 2), F(5, 2))


def test_not_applicable_and_not_asked_widen_nothing() -> None:
    fact = {"id": "f", "ask": "F?", "type": "yes-no"}
    of = one(level("a"), level("b"), level("c", ask_if={"fact": "f", "is": "yes"}), facts=[fact])
    found = d(scored(of, {"d.a": 3, "d.b": NA}, facts={"f": "no"}))
    assert ends(found) == (3, 3)


@pytest.mark.parametrize(
    ("known", "missing", "score", "low", "high"),
    [
        (1, (3, 4), 1, 1, F(5, 2)),  # ends (1 + 3) / 2 and (1 + 4) / 2; the score 1 is below
        (4, (0, 1), 4, 2, 4),  # ends 4 / 2 and 5 / 2; the score 4 is above
        (2, (0, 4), 2, 1, 3),  # the score lies within: nothing is stretched
    ],
)
def test_the_range_is_stretched_to_hold_a_score_that_dropped_a_question(
    known: int, missing: tuple[int, int], score: int, low: F, high: F
) -> None:
    found = d(scored(one(level("a"), level("b", *missing)), {"d.a": known}))
    assert found.score == score
    assert ends(found) == (low, high)


def test_nothing_is_stretched_where_a_missing_answer_stands_at_its_lowest() -> None:
    of = one(level("a"), level("b", 3, 4), missing="lowest")
    found = d(scored(of, {"d.a": 1}))
    assert found.score == 2
    assert ends(found) == (2, F(5, 2))


def test_parents_are_made_of_stretched_children() -> None:
    of = framework(
        dimension("d", topic("t", level("a"), level("b", 3, 4)), topic("u", level("c"))),
        dimension("e", level("f")),
    )
    nodes = scored(of, {"d.a": 1, "d.c": 4, "e.f": 3}).nodes
    assert nodes["d.t"].score == 1
    assert ends(nodes["d.t"]) == (1, F(5, 2))  # stretched from 2 down to 1
    assert nodes["d"].score == F(5, 2)  # (1 + 4) / 2
    assert ends(nodes["d"]) == (F(5, 2), F(13, 4))  # (1 + 4) / 2 and (5/2 + 4) / 2
    assert nodes["overall"].score == F(11, 4)
    assert ends(nodes["overall"]) == (F(11, 4), F(25, 8))


def test_a_ceiling_holds_both_ends() -> None:
    key = level("key", critical=[ceiling(1, 2)])
    found = d(scored(one(key, level("b"), level("c")), {"d.key": 1, "d.b": 4}))
    # Dropped, (1 + 4) / 2 is capped to 2; with c at 0 it is 5/3, at 4 it is 3 and capped to 2.
    assert found.score == 2
    assert ends(found) == (F(5, 3), 2)


def test_a_range_may_have_no_width_under_a_ceiling() -> None:
    key = level("key", critical=[ceiling(0, 1)])
    found = d(scored(one(key, level("b", weight=2), level("c")), {"d.key": 0, "d.b": 4}))
    assert ends(found) == (1, 1)  # 8/4 and 12/4, both over the ceiling 1
    assert found.coverage == F(3, 4)


def test_a_pending_ceiling_is_in_the_range() -> None:
    key = level("key", critical=[ceiling(0, 1)])
    found = d(scored(one(key, level("b", weight=3)), {"d.b": 4}))
    assert found.score == 4
    assert ends(found) == (1, 4)  # key at 0: 3, no more than 1; at 4: 4


def test_a_range_stretched_over_its_ceiling() -> None:
    # b can be 0 or 1 only, and both bring a ceiling of 1; dropped, the score 4 has none yet.
    key = level("key", 0, 1, critical=[ceiling(1, 1)])
    found = d(scored(one(level("a"), key), {"d.a": 4}))
    assert found.score == 4
    assert ends(found) == (1, 4)


def test_a_group_that_lost_every_answer_has_a_range_and_no_score() -> None:
    of = one(topic("t", level("a", 1, 2)), topic("u", level("b")))
    nodes = scored(of, {"d.b": 3}).nodes
    assert nodes["d.t"].score is None
    assert ends(nodes["d.t"]) == (1, 2)
    assert nodes["d"].score == 3
    assert ends(nodes["d"]) == (2, 3)  # (1 + 3) / 2; (2 + 3) / 2 stretched to hold 3


# Coverage


def test_coverage_is_the_weighted_mean_of_the_childrens() -> None:
    of = framework(
        dimension(
            "d",
            topic("t", level("a", weight=3), level("b"), weight=2),
            topic("u", level("c"), text("x")),
        ),
        dimension("e", level("f"), weight=F(1, 2)),
    )
    nodes = scored(of, {"d.a": 1, "d.b": "unknown", "d.c": 2}).nodes
    assert nodes["d.t"].coverage == F(3, 4)
    assert nodes["d.u"].coverage == 1  # a text is no question to be covered
    assert nodes["d"].coverage == F(5, 6)  # (2·3/4 + 1·1) / 3
    assert nodes["e"].coverage == 0
    assert nodes["overall"].coverage == F(5, 9)  # (1·5/6 + 1/2·0) / (3/2)


def test_what_is_out_leaves_the_coverage() -> None:
    of = one(level("a"), level("b", weight=7), level("c", weight=0))
    assert d(scored(of, {"d.a": 1, "d.b": NA})).coverage == 1
    assert d(scored(of, {"d.b": NA, "d.c": 1})).coverage == 0


def test_a_missing_answer_that_stands_at_its_lowest_is_still_not_covered() -> None:
    found = d(scored(one(level("a"), level("b"), missing="lowest"), {"d.a": 1}))
    assert found.coverage == F(1, 2)


# Provisional


@pytest.mark.parametrize(
    ("answers", "provisional"),
    [(("a", "b", "c"), False), (("a", "b"), True), ((), False)],
)
def test_under_min_coverage_a_score_is_provisional(
    answers: tuple[str, ...], provisional: bool
) -> None:
    # 3 of 5 is 0.6, which is not under it; 2 of 5 is; with none there is no score.
    of = one(*(level(name) for name in "abcef"), min_coverage=F(3, 5))
    found = scored(of, {f"d.{name}": 2 for name in answers})
    assert d(found).provisional is provisional
    assert found.nodes["overall"].provisional is provisional


def test_each_group_is_provisional_by_its_own_coverage() -> None:
    of = framework(
        dimension("d", level("a"), level("b"), level("c")),
        dimension("e", level("f"), weight=2),
        min_coverage=F(1, 2),
    )
    nodes = scored(of, {"d.a": 1, "e.f": 1}).nodes
    assert nodes["d"].provisional  # 1/3
    assert not nodes["e"].provisional
    assert not nodes["overall"].provisional  # (1/3 + 2·1) / 3 = 7/9
