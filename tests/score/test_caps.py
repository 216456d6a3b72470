"""Ceilings: which entry applies, what is listed, and that left-out questions never cap."""

from __future__ import annotations

import pytest
from score.builders import (
    NA,
    Data,
    F,
    answered,
    awaits,
    bites,
    capped,
    ceiling,
    d,
    described,
    dimension,
    ends,
    framework,
    level,
    number,
    one,
    scored,
    topic,
)

from maturity.model.scored import CapInfo

KEY = level("key", critical=[ceiling(1, 2), ceiling(0, 1)])
"""Written out of order on purpose: at 0 no more than 1, up to 1 no more than 2."""


@pytest.mark.parametrize(
    ("answers", "value", "score"),
    [
        ((0, 0), 0, 1),  # at_most 0
        ((0, 1), F(1, 2), 2),  # above 0: the entry at 1
        ((1, 1), 1, 2),  # inclusive
        ((1, 2), F(3, 2), F(23, 6)),  # above 1: none, (3/2 + 4 + 6·4 …) as below
        ((4, 4), 4, 4),
    ],
)
def test_the_smallest_at_most_that_holds_the_value_applies(
    answers: tuple[int, int], value: F, score: F
) -> None:
    # Two respondents; the median of two is their mean. b weighs 14 and is 4 for both, so
    # at 3/2 the mean is (3/2 + 14·4) / 15 = 57.5 / 15 = 23/6.
    of = one(KEY, level("b", weight=14))
    found = scored(of, [{"d.key": given, "d.b": 4} for given in answers])
    assert found.standings["d.key"].value == value
    assert d(found).score == score


def test_a_ceiling_above_the_score_is_not_listed() -> None:
    found = d(scored(one(KEY, level("b")), {"d.key": 1, "d.b": 2}))
    assert capped(found) == (F(3, 2), None)  # (1 + 2) / 2 is under 2
    assert bites(found) == []


def test_a_ceiling_at_the_score_is_not_listed() -> None:
    found = d(scored(one(KEY, level("b")), {"d.key": 1, "d.b": 3}))
    assert capped(found) == (2, None)  # (1 + 3) / 2 = 2, nothing is lost


def test_of_several_ceilings_the_lowest_binds_and_all_that_bite_are_listed() -> None:
    of = one(
        level("a", critical=[ceiling(2, 3)]),
        level("b", critical=[ceiling(2, 2)]),
        level("c", critical=[ceiling(4, 4)]),
        level("e", weight=7),
    )
    # (2 + 2 + 4 + 7·4) / 10 = 36/10; ceilings 3, 2 and 4, of which 4 is above.
    found = d(scored(of, {"d.a": 2, "d.b": 2, "d.c": 4, "d.e": 4}))
    assert capped(found) == (2, F(18, 5))
    assert bites(found) == [("d.b", 2, 2), ("d.a", 2, 3)]


def test_a_ceiling_on_another_dimension() -> None:
    key = level("key", critical=[ceiling(1, 3), ceiling(0, 1, "e")])
    of = framework(dimension("d", key, level("b", weight=3)), dimension("e", level("c")))
    low = scored(of, {"d.key": 0, "d.b": 4, "e.c": 4})
    assert capped(d(low)) == (3, None)  # (0 + 3·4) / 4 = 3, at its ceiling
    assert capped(low.nodes["e"]) == (1, 4)
    assert bites(low.nodes["e"]) == [("d.key", 0, 1)]
    assert low.nodes["overall"].score == 2  # (3 + 1) / 2
    # At 1 the entry for d still holds, that for e does not.
    middle = scored(of, {"d.key": 1, "d.b": 4, "e.c": 4})
    assert capped(d(middle)) == (3, F(13, 4))
    assert middle.nodes["e"].score == 4


def test_a_ceiling_holds_a_dimension_and_not_its_topics() -> None:
    of = one(topic("t", KEY, level("b", weight=3)), topic("u", level("c")))
    found = scored(of, {"d.key": 0, "d.b": 4, "d.c": 4})
    assert found.nodes["d.t"].score == 3
    assert bites(found.nodes["d.t"]) == []
    assert capped(d(found)) == (1, F(7, 2))


def test_not_applicable_never_caps() -> None:
    found = scored(one(KEY, level("b")), {"d.key": NA, "d.b": 4})
    assert capped(d(found)) == (4, None)
    assert ends(d(found)) == (4, 4)
    assert awaits(d(found)) == []


def test_a_weight_of_0_leaves_the_sum_and_its_ceiling_still_bites() -> None:
    key = level("key", weight=0, critical=[ceiling(1, 2)])
    found = d(scored(one(key, level("b")), {"d.key": 0, "d.b": 4}))
    assert capped(found) == (2, 4)
    assert found.coverage == 1
    released = d(scored(one(key, level("b")), {"d.key": 2, "d.b": 3}))
    assert released.score == 3


def test_a_question_of_weight_0_that_is_unknown_caps_as_at_its_lowest() -> None:
    key = level("key", weight=0, critical=[ceiling(1, 2)])
    found = d(scored(one(key, level("b")), {"d.key": "unknown", "d.b": 4}))
    assert found.score == 2
    # All weight is answered, and yet the answer would move the score: 2 up to 4.
    assert found.coverage == 1
    assert ends(found) == (2, 4)


def test_ceilings_hold_minima_and_ladders_too() -> None:
    key = level("key", rung=1, critical=[ceiling(3, 2)])
    for aggregate in ("min", "ladder"):
        part = dimension("d", key, level("b", rung=2), aggregate=aggregate, **{"pass": 3})
        found = d(scored(framework(part), {"d.key": 3, "d.b": 4}))
        assert capped(found) == (2, 3 if aggregate == "min" else 4)


# What a reader is told


def listed(question: Data, answer: object) -> list[CapInfo]:
    """The ceilings on `d` with this answer beside a heavy 4."""
    of = one(question, level("b", weight=99))
    answers = {f"d.{question['id']}": answer, "d.b": 4}
    return list(described(answered(of, answers))["d"].caps)


def test_a_listed_ceiling_says_why_and_what_releases_it() -> None:
    (cap,) = listed(KEY, 0)
    assert (cap.question, cap.value, cap.cap) == ("d.key", 0, 1)
    assert cap.because == "at 0 no more than 1"
    assert cap.binding
    assert cap.released_at == 1  # where the next ceiling, 2, takes over
    (cap,) = listed(KEY, 1)
    assert (cap.cap, cap.released_at) == (2, 2)


def test_the_release_is_a_level_that_the_question_can_give() -> None:
    (cap,) = listed(level("key", 0, 1, F(5, 2), 4, critical=[ceiling(1, 2)]), 1)
    assert cap.released_at == F(5, 2)


def test_nothing_releases_a_ceiling_that_reaches_to_the_top() -> None:
    (cap,) = listed(level("key", critical=[ceiling(4, 3)]), 4)
    assert cap.released_at is None


def test_any_number_above_releases_a_ceiling_on_a_straight_number() -> None:
    (cap,) = listed(number("key", min=0, max=100, critical=[ceiling(2, 2)]), 50)
    assert (cap.value, cap.released_at) == (2, None)


def test_only_the_lowest_of_several_binds() -> None:
    of = one(
        level("a", critical=[ceiling(2, 3)]),
        level("b", critical=[ceiling(2, 2)]),
        level("e", weight=7),
    )
    node = described(answered(of, {"d.a": 2, "d.b": 2, "d.e": 4}))["d"]
    assert [(cap.question, cap.binding) for cap in node.caps] == [("d.b", True), ("d.a", False)]
    assert node.exact == "2"
    assert node.uncapped == pytest.approx(32 / 9)  # (2 + 2 + 7·4) / 9
