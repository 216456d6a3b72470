"""What each type of question takes as an answer, and what the answer is worth."""

from __future__ import annotations

from typing import Any

import pytest
from score.builders import (
    Data,
    F,
    asked,
    assessment,
    checklist,
    choice,
    level,
    number,
    one,
    sheet,
    text,
    yes_no,
)

from maturity.errors import AnswerError
from maturity.model.levels import Scale
from maturity.model.question import Question

SCALE = Scale(F(0), F(4))


def made(data: Data) -> Question:
    return one(data).questions["d.a"]


def worth(data: Data, given: object, scale: Scale = SCALE) -> F | None:
    question = made(data)
    return question.level(question.parse(given), scale)


def possible(data: Data, scale: Scale = SCALE) -> list[F]:
    return list(made(data).possible_levels(scale).values)


def refusal(data: Data, given: object) -> tuple[str, str]:
    with pytest.raises(AnswerError) as caught:
        made(data).parse(given)
    return str(caught.value), caught.value.hint


# Level


def test_a_level_is_worth_itself() -> None:
    skipping = level("a", 0, F(5, 2), 4)
    assert worth(skipping, F(5, 2)) == F(5, 2)
    assert worth(skipping, 4) == 4
    assert possible(skipping) == [0, F(5, 2), 4]


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        (2, "level must be one of 0, 1, 4; found 2", "the nearest is 1"),
        (9, "level must be one of 0, 1, 4; found 9", "the nearest is 4"),
        (F(5, 2), "level must be one of 0, 1, 4; found 2.5", "the nearest is 1"),
        ("1", "'1' is no number", "write the number of a level"),
        (True, "true is no number", "write the number of a level"),
        ([1], "'[1]' is no number", "write the number of a level"),
    ],
)
def test_a_level_that_is_not_offered(given: object, message: str, hint: str) -> None:
    assert refusal(level("a", 0, 1, 4), given) == (message, hint)


# Choice

SPREAD = choice("a", {"none": 0, "some": F(1, 3), "all": 4, "every": 4})


def test_a_choice_is_worth_its_option_fractions_too() -> None:
    assert worth(SPREAD, "some") == F(1, 3)
    assert worth(SPREAD, "every") == 4
    assert possible(SPREAD) == [0, F(1, 3), 4]


def test_an_option_that_is_not_there() -> None:
    assert refusal(SPREAD, "sme") == ("'sme' is no option of this question", "did you mean 'some'?")
    assert refusal(SPREAD, 3) == (
        "3 is no option of this question",
        "the choices are: all, every, none, some",
    )


# Checklist


@pytest.mark.parametrize(
    ("items", "given", "value"),
    [
        ("w x y z", ["w", "x", "y"], 3),  # 3/4 of 4
        ("w x y z", [], 0),
        ("w x y z", ["z", "y", "x", "w"], 4),
        ("x y z", ["x"], F(4, 3)),
        ({"x": 2, "y": F(1, 2), "z": 0}, ["x"], F(16, 5)),  # 2 / (5/2) of 4
        ({"x": 2, "y": F(1, 2), "z": 0}, ["z"], 0),
    ],
)
def test_a_checklist_by_share(items: Any, given: list[str], value: F) -> None:
    assert worth(checklist("a", items), given) == value


def test_a_share_lies_on_the_scale_wherever_that_begins() -> None:
    # Half of the way from 1 to 5 is 3.
    assert worth(checklist("a", "x y"), ["x"], Scale(F(1), F(5))) == 3


def test_a_share_can_be_any_sum_of_weights() -> None:
    # Of weights 1 and 3: 0, 1, 3 and 4 of 4.
    assert possible(checklist("a", {"x": 1, "y": 3})) == [0, 1, 3, 4]


@pytest.mark.parametrize(("number_of", "value"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_a_checklist_by_count(number_of: int, value: int) -> None:
    counted = checklist("a", "v w x y z", count={1: 1, 2: 3, 3: 5})
    assert worth(counted, list("vwxyz")[:number_of]) == value
    assert possible(counted) == [0, 1, 2, 3]


def test_a_count_may_begin_above_the_bottom() -> None:
    counted = checklist("a", "x y", count={1: 0, 3: 2})
    assert worth(counted, []) == 1
    assert possible(counted) == [1, 3]


RULES = checklist(
    "a",
    "bad one two three extra",
    rules=[
        {"level": 0, "any": ["bad"]},
        {"level": 4, "all": ["one", "two", "three"], "at_least": {"count": 4}},
        {"level": 3, "at_least": {"count": 2, "of": ["one", "two", "three"]}, "none": ["extra"]},
        {"level": F(3, 2), "any": ["one", "two"]},
    ],
)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("bad one two three extra", 0),  # the first rule that holds
        ("one two three extra", 4),
        ("one two three", 3),  # four items are needed for 4
        ("one three", 3),
        ("one three extra", F(3, 2)),  # extra spoils 3
        ("two", F(3, 2)),
        ("three extra", 0),  # no rule: the lowest
        ("", 0),
    ],
)
def test_a_checklist_by_rules(given: str, value: F) -> None:
    assert worth(RULES, given.split()) == value


def test_rules_can_give_what_some_choice_of_items_reaches() -> None:
    assert possible(RULES) == [0, F(3, 2), 3, 4]
    shadowed = checklist(
        "a", "x y", rules=[{"level": 2, "any": ["x"]}, {"level": 3, "all": ["x", "y"]}]
    )
    assert possible(shadowed) == [0, 2]  # whoever has x and y has x


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        ("x", "a list of items is needed; found 'x'", "one or more of x, y"),
        (["x", "yy"], "'yy' is no item here", "did you mean 'y'?"),
        (["x", 1], "1 is no item here", "the choices are: x, y"),
        (["x", "x"], "an item is listed twice", "list each item once"),
    ],
)
def test_a_list_that_is_no_choice_of_items(given: object, message: str, hint: str) -> None:
    assert refusal(checklist("a", "x y"), given) == (message, hint)


def test_the_order_of_items_does_not_matter() -> None:
    question = made(checklist("a", "x y"))
    assert question.parse(["y", "x"]) == question.parse(("x", "y")) == ("x", "y")


# Number


@pytest.mark.parametrize(("given", "value"), [(10, 0), (40, 3), (F(101, 4), F(61, 40)), (50, 4)])
def test_a_straight_number(given: F, value: F) -> None:
    # From 10 to 50: 40 is 30/40 of 4; 25.25 is 15.25/40 of 4.
    assert worth(number("a", min=10, max=50), given) == value


def test_a_straight_number_where_lower_is_better() -> None:
    assert worth(number("a", min=0, max=40, lower_is_better="yes"), 10) == 3
    question = made(number("a", min=0, max=40)).possible_levels(SCALE)
    assert question.values == (F(0), F(4))
    assert question.continuous


@pytest.mark.parametrize(
    ("given", "value"),
    [(0, 0), (F(99, 10), 0), (10, 1), (F(399, 10), 1), (40, 2), (75, 3), (100, 3)],
)
def test_bands_begin_at_their_lower_edge(given: F, value: int) -> None:
    banded = number("a", min=0, max=100, bands={0: 0, 1: 10, 2: 40, 3: 75})
    assert worth(banded, given) == value
    assert possible(banded) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("given", "value"), [(0, 4), (14, 4), (F(141, 10), 2), (30, 2), (31, 0), (365, 0)]
)
def test_bands_end_at_their_upper_edge_where_lower_is_better(given: F, value: int) -> None:
    banded = number("a", min=0, bands={0: 365, 2: 30, 4: 14}, lower_is_better="yes")
    assert worth(banded, given) == value


@pytest.mark.parametrize(
    ("keys", "given", "message", "hint"),
    [
        ({"min": 0, "max": 10}, 11, "11 percent is above 10", "10 or less"),
        ({"min": 0, "max": 10}, F(-1, 2), "-0.5 percent is below 0", "0 or more"),
        ({"bands": {0: 5, 1: 9}}, 4, "4 percent is below 5", "5 or more"),
        (
            {"bands": {0: 9, 1: 5}, "lower_is_better": "yes"},
            10,
            "10 percent is above 9",
            "9 or less",
        ),
        ({"min": 0, "max": 10}, "ten", "'ten' is no number", "write a number of percent"),
    ],
)
def test_a_number_that_cannot_be(keys: Data, given: object, message: str, hint: str) -> None:
    assert refusal(number("a", **keys), given) == (message, hint)


# Yes or no


def test_yes_and_no_are_worth_what_the_author_says() -> None:
    assert worth(yes_no("a", yes=3, no=1), "yes") == 3
    assert worth(yes_no("a", yes=3, no=1), "no") == 1
    # A negative statement: no is the better answer.
    assert worth(yes_no("a", yes=0, no=F(7, 2)), "no") == F(7, 2)
    assert possible(yes_no("a", yes=0, no=F(7, 2))) == [0, F(7, 2)]


@pytest.mark.parametrize(
    ("given", "shown"),
    [("Yes", "'Yes'"), (True, "true"), (False, "false"), (1, "1"), ("maybe", "'maybe'")],
)
def test_neither_yes_nor_no(given: object, shown: str) -> None:
    message, hint = refusal(yes_no("a"), given)
    assert message == f"yes or no is needed; found {shown}"
    assert hint == "write yes or no"


# Text


def test_a_text_is_never_scored() -> None:
    assert worth(text("a"), "in our own words") is None
    assert refusal(text("a"), "  ") == ("a text is needed; found '  '", "put it in quotes")
    assert refusal(text("a"), 3) == ("a text is needed; found 3", "put it in quotes")


# Values that no file gives


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (level("a"), "2"),
        (choice("a", {"x": 1}), "y"),
        (checklist("a", "x"), "x"),
        (number("a", min=0, max=9), "3"),
        (text("a"), "words"),
    ],
)
def test_a_value_of_another_kind_has_no_level(data: Data, value: str) -> None:
    assert made(data).level(value, SCALE) is None


def test_a_text_gives_no_level_but_has_the_bottom_for_one() -> None:
    assert possible(text("a")) == [0]


# What a person reads


Statement = tuple[int | float, str]


def told(data: Data, given: object) -> tuple[str, list[Statement], Statement | None]:
    """The answer in words, the levels with their statements, and the next level."""
    of = one(data)
    found = asked(assessment(of, sheet({"d.a": given}, of=of)), "d.a")
    ahead = found.next_level
    shown = [(each.level, each.text) for each in found.levels]
    return found.answers[0].answer, shown, (ahead.level, ahead.text) if ahead else None


def test_a_level_in_words() -> None:
    statements = [(0, "statement 0"), (2.5, "statement 5/2"), (4, "statement 4")]
    assert told(level("a", 0, F(5, 2), 4), F(5, 2)) == (
        "level 2.5",
        statements,
        (4, "statement 4"),
    )
    assert told(level("a", 0, F(5, 2), 4), 4)[2] is None


def test_a_choice_in_words() -> None:
    assert told(choice("a", {"all": 4, "some": 1}), "some") == (
        "Some",
        [(1, "Some"), (4, "All")],
        (4, "All"),
    )


def test_a_checklist_in_words() -> None:
    assert told(checklist("a", "x y"), ["y", "x"]) == ("X; Y", [], None)
    assert told(checklist("a", "x y"), [])[0] == "none of the items"
    assert told(checklist("a", "x y", count={0: 0, 1: 1, 4: 2}), ["x"]) == (
        "X",
        [(0, "0 of 2 items"), (1, "1 of 2 items"), (4, "2 of 2 items")],
        (4, "2 of 2 items"),
    )


def test_a_number_in_words() -> None:
    assert told(number("a", min=0, max=100), F(25, 2)) == ("12.5 percent", [], None)
    assert told(number("a", bands={0: 0, 1: 10}), 3) == (
        "3 percent",
        [(0, "0 percent or more"), (1, "10 percent or more")],
        (1, "10 percent or more"),
    )
    assert told(number("a", bands={0: 9, 4: 2}, lower_is_better="yes"), 1) == (
        "1 percent",
        [(0, "9 percent or less"), (4, "2 percent or less")],
        None,
    )


def test_yes_or_no_in_words() -> None:
    assert told(yes_no("a", yes=3), "no") == ("no", [(0, "no"), (3, "yes")], (3, "yes"))


def test_a_text_in_words() -> None:
    assert told(text("a"), "just so") == ("just so", [], None)


def test_a_straight_number_says_its_unit() -> None:
    of = one(number("a", min=0, max=9))
    assert asked(assessment(of), "d.a").unit == "percent"


# The smallest possible level at or above a wanted one


@pytest.mark.parametrize(
    ("data", "wanted", "found"),
    [
        (level("a", 0, 2, 4), 1, 2),
        (level("a", 0, 2, 4), 2, 2),
        (level("a", 0, 2), 3, None),
        (level("a", 2, 3), 1, 2),
        (number("a", min=0, max=1), F(7, 3), F(7, 3)),
        (number("a", min=0, max=1), 5, None),
        (number("a", min=0, max=1), -1, 0),
    ],
)
def test_the_smallest_level_at_or_above(data: Data, wanted: F, found: F | None) -> None:
    assert made(data).possible_levels(SCALE).at_least(F(wanted)) == found
