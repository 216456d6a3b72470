"""Weights of profiles and of one's own, and the score without the latter."""

from __future__ import annotations

from score.builders import (
    F,
    answered,
    ceiling,
    d,
    described,
    dimension,
    framework,
    level,
    one,
    scored,
    topic,
)

PROFILES = [{"id": "p", "title": "P", "weights": {"e": 3, "d.a": 2, "d.b": F(1, 2)}}]
OF = framework(
    dimension("d", level("a"), level("b", weight=4)),
    dimension("e", level("c"), weight=F(1, 2)),
    profiles=PROFILES,
)
ANSWERS = {"d.a": 0, "d.b": 4, "e.c": 2}


def test_without_a_profile_weights_are_as_authored() -> None:
    nodes = scored(OF, ANSWERS).nodes
    assert nodes["d"].score == F(16, 5)  # (1·0 + 4·4) / 5
    assert nodes["overall"].score == F(14, 5)  # (16/5 + 1/2·2) / (3/2)
    assert nodes["d"].standard is None


def test_a_profiles_weights_multiply() -> None:
    nodes = scored(OF, ANSWERS, profile="p").nodes
    assert nodes["d"].score == 2  # a 1·2, b 4·1/2: (2·0 + 2·4) / 4
    assert nodes["overall"].score == 2  # (1·2 + 1/2·3·2) / (5/2)
    assert nodes["d"].standard is None


def test_local_weights_multiply_after_the_profiles() -> None:
    nodes = scored(OF, ANSWERS, profile="p", weights={"d.a": 3, "e": F(1, 3), "d": 2}).nodes
    assert nodes["d"].score == 1  # a 1·2·3, b 2: (6·0 + 2·4) / 8
    assert nodes["overall"].score == F(6, 5)  # (2·1 + 1/2·3·1/3·2) / (5/2)


def test_the_score_without_local_weights_stands_beside() -> None:
    nodes = scored(OF, ANSWERS, profile="p", weights={"d.a": 3, "e": F(1, 3)}).nodes
    assert nodes["d"].standard == 2
    assert nodes["e"].standard == 2  # the same, and there all the same
    assert nodes["overall"].standard == 2


def test_the_standard_score_is_capped_too() -> None:
    of = one(level("a", critical=[ceiling(0, 1)]), level("b"))
    node = d(scored(of, {"d.a": 0, "d.b": 4}, weights={"d.b": 3}))
    assert node.score == 1
    assert node.uncapped == 3
    assert node.standard == 1  # (0 + 4) / 2 under the same ceiling


def test_a_local_weight_of_0_leaves_the_sum_but_not_the_standard_score() -> None:
    node = d(scored(OF, ANSWERS, weights={"d.b": 0}))
    assert node.score == 0
    assert node.standard == F(16, 5)


def test_all_weights_0_here_is_unscored() -> None:
    nodes = scored(OF, ANSWERS, weights={"d.a": 0, "d.b": 0}).nodes
    assert nodes["d"].score is None
    assert nodes["d"].standard == F(16, 5)
    assert nodes["overall"].score == 2


def test_a_weight_of_0_is_shown_and_leaves_the_sum() -> None:
    of = one(topic("t", level("a", weight=0), level("b")), topic("u", level("c"), weight=0))
    exercise = answered(of, {"d.a": 4, "d.b": 1, "d.c": 3})
    nodes = described(exercise)
    assert [(q.id, q.score, q.weight) for q in nodes["d.t"].questions] == [
        ("d.a", 4, 0),
        ("d.b", 1, 1),
    ]
    assert (nodes["d.t"].score, nodes["d.u"].score, nodes["d"].score) == (1, 3, 1)


def test_a_node_tells_its_adjusted_weight() -> None:
    nodes = described(answered(OF, ANSWERS, profile="p", weights={"d.a": 3, "e": F(1, 3)}))
    assert (nodes["e"].weight, nodes["d"].weight) == (0.5, 1)  # 1/2·3·1/3
    assert [q.weight for q in nodes["d"].questions] == [6, 2]
    assert nodes["d"].standard_score == 2
