"""What a missing answer does: drop, lowest, block, and the rules for critical questions."""

from __future__ import annotations

import pytest
from score.builders import (
    F,
    awaits,
    bites,
    capped,
    ceiling,
    d,
    dimension,
    ends,
    framework,
    level,
    one,
    scored,
    topic,
)

from maturity.score import NodeScore

PLAIN = (level("a"), level("b"), level("c", 1, 2, 3))
"""Of these, c cannot go below 1 nor above 3."""
CRITICAL = (level("key", critical=[ceiling(0, 1), ceiling(1, 2)]), level("b"), level("c"))


@pytest.mark.parametrize(("missing", "score"), [("drop", 3), ("lowest", F(7, 3)), ("block", None)])
@pytest.mark.parametrize("given", ["unknown", None])
def test_a_missing_answer_follows_the_policy(
    missing: str, score: F | None, given: str | None
) -> None:
    # a 4, b 2, c missing. drop: (4 + 2) / 2. lowest: c stands at 1, (4 + 2 + 1) / 3.
    found = d(scored(one(*PLAIN, missing=missing), {"d.a": 4, "d.b": 2, "d.c": given}))
    assert found.score == score
    assert ends(found) == (F(7, 3), 3)  # c at 1 and at 3, whatever the policy
    assert found.coverage == F(2, 3)


def test_unanswered_and_absent_are_one() -> None:
    of = one(*PLAIN)
    assert scored(of, {"d.a": 4, "d.b": None}).nodes == scored(of, {"d.a": 4}).nodes


def test_lowest_is_what_the_question_can_give_not_the_bottom_of_the_scale() -> None:
    of = one(level("a", 2, 3), missing="lowest")
    assert d(scored(of, {})).score == 2


def test_block_reaches_the_parents_and_no_further() -> None:
    of = framework(
        dimension("d", topic("t", level("a")), topic("u", level("b"))),
        dimension("e", level("c")),
        missing="block",
    )
    found = scored(of, {"d.b": 3, "e.c": 2})
    nodes = found.nodes
    assert nodes["d.t"].score is None
    assert nodes["d.u"].score == 3
    assert d(found).score is None
    assert nodes["e"].score == 2
    assert nodes["overall"].score is None
    # The range stays known: a from 0 to 4, with b 3 and c 2.
    assert ends(d(found)) == (F(3, 2), F(7, 2))
    assert ends(nodes["overall"]) == (F(7, 4), F(11, 4))
    assert not d(found).provisional  # there is no score to be provisional


def test_block_in_a_ladder_and_in_a_min() -> None:
    for aggregate in ("ladder", "min"):
        part = dimension("d", level("a", rung=1), level("b", rung=2), aggregate=aggregate)
        found = d(scored(framework(part, missing="block"), {"d.a": 4}))
        assert found.score is None


def test_a_missing_answer_that_weighs_nothing_blocks_nothing() -> None:
    of = one(level("a"), level("b", weight=0), missing="block")
    assert d(scored(of, {"d.a": 3})).score == 3


# Critical questions


def key_missing(missing: str, given: str | None, status: str) -> NodeScore:
    answers = {"d.key": given, "d.b": 4, "d.c": 3}
    return d(scored(one(*CRITICAL, missing=missing), answers, status=status))


@pytest.mark.parametrize("missing", ["drop", "lowest", "block"])
@pytest.mark.parametrize(
    ("given", "status"), [("unknown", "draft"), ("unknown", "final"), (None, "final")]
)
def test_a_critical_one_that_is_certainly_missing_stands_at_its_lowest(
    missing: str, given: str | None, status: str
) -> None:
    found = key_missing(missing, given, status)
    assert found.uncapped == F(7, 3)  # (0 + 4 + 3) / 3
    assert found.score == 1  # key at 0 allows no more than 1
    assert bites(found) == [("d.key", 0, 1)]
    assert awaits(found) == []
    assert not found.provisional
    # key at 0: 7/3 under 1; at 4: 11/3 without a ceiling
    assert ends(found) == (1, F(11, 3))


def test_an_unanswered_critical_one_is_pending_in_a_draft() -> None:
    found = key_missing("drop", None, "draft")
    assert found.score == F(7, 2)  # (4 + 3) / 2
    assert found.uncapped is None
    assert bites(found) == []
    assert awaits(found) == [("d.key", 1)]  # the ceiling at its lowest level
    assert found.provisional


def test_an_unanswered_critical_one_is_not_pending_where_it_stands_at_its_lowest() -> None:
    found = key_missing("lowest", None, "draft")
    assert capped(found) == (1, F(7, 3))
    assert awaits(found) == []
    assert not found.provisional


def test_an_unanswered_critical_one_blocks_a_draft() -> None:
    found = key_missing("block", None, "draft")
    assert found.score is None
    assert awaits(found) == [("d.key", 1)]


def test_in_a_ladder_an_unanswered_critical_one_stands_at_its_lowest() -> None:
    key = level("key", rung=1, critical=[ceiling(0, 1)])
    part = dimension("d", key, level("b", rung=2), aggregate="ladder")
    found = d(scored(framework(part), {"d.b": 4}))
    assert found.score == 0
    assert awaits(found) == []


def test_a_ceiling_that_its_lowest_answer_does_not_set_is_not_pending() -> None:
    # The question gives 2 at the least, and the ceiling ends at 1.
    of = one(level("key", 2, 3, critical=[ceiling(1, 1)]), level("b"))
    found = d(scored(of, {"d.b": 4}))
    assert awaits(found) == []
    assert not found.provisional


def test_a_pending_ceiling_shows_on_every_dimension_that_it_would_cap() -> None:
    key = level("key", critical=[ceiling(0, 2), ceiling(1, 3, "e")])
    of = framework(dimension("d", key, level("b")), dimension("e", level("c")))
    found = scored(of, {"d.b": 4, "e.c": 4})
    assert awaits(found.nodes["d"]) == [("d.key", 2)]
    assert awaits(found.nodes["e"]) == [("d.key", 3)]
    assert found.nodes["e"].provisional
    assert found.nodes["e"].coverage == 1
