"""Two results side by side: what moved, like for like, and what the move is due to."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from score.builders import assessment, ceiling, dimension, framework, level, levels, sheet

from maturity.compare import compare
from maturity.compare.match import match
from maturity.errors import MaturityError
from maturity.evaluate import evaluate
from maturity.model.assessment import Tracked
from maturity.model.result import Result

if TYPE_CHECKING:
    from maturity.model.framework import Framework


def result(of: Framework, answers: dict[str, object], **keys: Any) -> Result:
    return evaluate(assessment(of, sheet(answers, of=of), **keys))


def two(**keys: Any) -> Framework:
    return framework(dimension("one", level("a"), level("b")), dimension("two", level("c")), **keys)


def test_a_result_compared_with_itself_shows_no_movement() -> None:
    same = result(two(), {"one.a": 1, "one.b": 3, "two.c": "unknown"})
    found = compare(same, same)
    assert found.overall.change == 0
    assert [m.change for m in found.dimensions] == [0, None]
    assert found.because is not None
    assert (found.because.organisation, found.because.rules) == (0, 0)
    assert (found.added, found.removed, found.renamed, found.changed) == ((), (), (), ())
    assert not found.regressions


def test_answers_that_rose_are_the_organisation_moving() -> None:
    before = result(two(), {"one.a": 1, "one.b": 1, "two.c": 2})
    after = result(two(), {"one.a": 3, "one.b": 1, "two.c": 2})
    found = compare(before, after)
    assert found.because is not None
    # one rises from 1 to 2, two stays at 2: the whole from 3/2 to 2
    assert (found.because.organisation, found.because.rules, found.because.whole) == (0.5, 0, 0.5)
    moved = {m.id: m.change for m in found.questions}
    assert moved == {"one.a": 2, "one.b": 0, "two.c": 0}


def test_a_new_question_moves_the_published_score_and_not_the_organisation() -> None:
    later = framework(
        dimension("one", level("a"), level("b"), level("new")),
        dimension("two", level("c")),
        version="1.1.0",
    )
    before = result(two(), {"one.a": 2, "one.b": 2, "two.c": 2})
    after = result(later, {"one.a": 2, "one.b": 2, "one.new": 0, "two.c": 2})
    found = compare(before, after)
    assert found.added == ("one.new",)
    assert found.dimensions[0].after == pytest.approx(4 / 3)
    assert found.dimensions[0].change == 0
    assert found.because is not None
    assert found.because.organisation == 0
    # one falls from 2 to 4/3, so the whole by 1/3
    assert Fraction(found.because.rules).limit_denominator(99) == Fraction(-1, 3)
    assert "The framework's version is 1.1.0; it was 1.0.0." in found.changed


def test_a_ceiling_that_is_new_counts_as_rules() -> None:
    strict = framework(
        dimension("one", level("a", critical=[ceiling(1, 1)]), level("b")),
        dimension("two", level("c")),
    )
    before = result(two(), {"one.a": 1, "one.b": 3, "two.c": 2})
    after = result(strict, {"one.a": 1, "one.b": 3, "two.c": 2})
    found = compare(before, after)
    assert found.because is not None
    assert (found.because.organisation, found.because.rules) == (0, -0.5)
    assert found.changed == ("The framework changed without a new version.",)


def test_a_question_one_side_could_not_score_is_left_out_of_like_for_like() -> None:
    before = result(two(), {"one.a": 1, "one.b": "unknown", "two.c": 2})
    after = result(two(), {"one.a": 1, "one.b": 4, "two.c": 2})
    found = compare(before, after)
    assert found.dimensions[0].before == 1
    assert found.dimensions[0].after == 2.5
    assert found.dimensions[0].change == 0


def test_a_renamed_question_is_the_same_and_a_split_one_stands_apart() -> None:
    later = framework(
        dimension("one", level("z"), level("b1"), level("b2")),
        dimension("two", level("c")),
        version="2.0.0",
        renamed={"one.a": ["one.y"], "one.y": ["one.z"], "one.b": ["one.b1", "one.b2"]},
    )
    before = result(two(), {"one.a": 1, "one.b": 2, "two.c": 2})
    after = result(later, {"one.z": 3, "one.b1": 2, "one.b2": 2, "two.c": 2})
    found = compare(before, after)
    assert [(m.id, m.was, m.change) for m in found.questions] == [
        ("one.z", "one.a", 2),
        ("two.c", "two.c", 0),
    ]
    assert [(entry.from_, entry.to) for entry in found.renamed] == [
        ("one.a", ("one.z",)),
        ("one.b", ("one.b1", "one.b2")),
    ]
    assert (found.added, found.removed) == ((), ())


def test_a_chain_that_comes_round_ends() -> None:
    pairs, renamed = match(["one.a"], ["one.b"], {"one.a": ("one.x",), "one.x": ("one.a",)})
    assert not pairs
    assert not renamed


def test_a_retired_question_is_removed() -> None:
    later = framework(dimension("one", level("a")), dimension("two", level("c")), retired=["one.b"])
    before = result(two(), {"one.a": 1, "one.b": 2, "two.c": 2})
    found = compare(before, result(later, {"one.a": 1, "two.c": 2}))
    assert found.removed == ("one.b",)


def test_a_lower_score_is_a_regression() -> None:
    before = result(two(), {"one.a": 3, "one.b": 3, "two.c": 2})
    found = compare(before, result(two(), {"one.a": 1, "one.b": 3, "two.c": 2}))
    assert found.regressions == ("overall", "one")


def test_two_frameworks_cannot_be_compared() -> None:
    before = result(two(), {"one.a": 1})
    other = result(two(id="other"), {"one.a": 1})
    with pytest.raises(MaturityError, match="two frameworks: test and other"):
        compare(before, other)


def test_two_scales_cannot_be_compared() -> None:
    before = result(two(), {"one.a": 2})
    later = result(two(version="2.0.0", levels=levels(0, 25, 50, 100)), {"one.a": 3})
    said = "one result is on a scale from 0 to 4, the other on a scale from 0 to 100"
    with pytest.raises(MaturityError, match=said):
        compare(before, later)
    finer = result(two(version="2.0.0", levels=levels(0, 1, 2, 3, Fraction(7, 2), 4)), {"one.a": 3})
    assert compare(before, finer).dimensions[0].change == 1


def test_the_short_version_cannot_be_compared_with_the_full_one() -> None:
    full = result(two(), {"one.a": 1})
    quick = result(two(), {"one.a": 1}, scope="quick")
    with pytest.raises(MaturityError, match="short version"):
        compare(full, quick)


def test_a_matrix_has_dimensions_that_move_and_no_whole() -> None:
    matrix = two(aggregate="none")
    found = compare(
        result(matrix, {"one.a": 1, "two.c": 1}), result(matrix, {"one.a": 2, "two.c": 1})
    )
    assert found.because is None
    assert found.overall.change is None
    assert [m.change for m in found.dimensions] == [1, 0]


def test_targets_weights_and_people_that_differ_are_said() -> None:
    of = two()
    before = result(of, {"one.a": 1, "two.c": 1}, targets={"one": 2})
    after = result(of, {"one.a": 1, "two.c": 1}, targets={"one": 3}, weights={"two": Fraction(2)})
    later = compare(before, after).changed
    assert "The target of One is 3; it was 2." in later
    assert "The weight of Two is 2; it was 1." in later


def test_planned_actions_are_done_visible_or_open() -> None:
    def action(name: str, question: str) -> dict[str, Any]:
        return {"id": name, "title": name, "raises": {question: 3}, "effort_days": 5}

    of = framework(
        dimension(
            "one",
            level("a"),
            level("b"),
            level("d"),
            actions=[action("lift-a", "a"), action("lift-b", "b"), action("lift-d", "d")],
        )
    )
    before = result(of, {"one.a": 1, "one.b": 1, "one.d": 1}, targets={"one": 3})
    assert {entry.id for entry in before.plan} == {"lift-a", "lift-b", "lift-d"}
    after = result(of, {"one.a": 3, "one.b": 1, "one.d": 1}, targets={"one": 3})
    found = {entry.id: (entry.status, entry.visible) for entry in compare(before, after).actions}
    assert found == {
        "lift-a": ("visible", True),
        "lift-b": ("open", False),
        "lift-d": ("open", False),
    }


def test_a_planned_action_carries_what_is_followed_up_now() -> None:
    def action(name: str) -> dict[str, Any]:
        return {"id": name, "title": name, "raises": {"a": 3}, "effort_days": 5}

    names = ("begun", "gone", "silent")
    of = framework(dimension("one", level("a"), actions=[action(name) for name in names]))
    before = result(of, {"one.a": 1}, targets={"one": 3})
    plan = tuple(before.plan[0].model_copy(update={"id": name}) for name in names)
    tracked = {
        "begun": Tracked.model_validate({"status": "started", "due": "2027-01-15"}),
        "gone": Tracked(status="rejected"),
    }
    after = result(of, {"one.a": 1}, targets={"one": 3}, tracked=tracked)
    found = compare(before.model_copy(update={"plan": plan}), after).actions
    assert [(one.id, one.status, one.followed, one.due) for one in found] == [
        ("begun", "open", "started", "2027-01-15"),
        ("gone", "open", "rejected", None),
        ("silent", "open", None, None),
    ]


def test_a_side_names_its_framework() -> None:
    same = result(two(), {"one.a": 1, "one.b": 1, "two.c": 2})
    assert compare(same, same).after.framework_title == same.framework.title != ""


def test_a_comparison_reads_back_as_it_was() -> None:
    before = result(two(), {"one.a": 1, "one.b": 1, "two.c": 2})
    found = compare(before, result(two(), {"one.a": 3, "one.b": 1, "two.c": 2}))
    text = found.model_dump_json(by_alias=True)
    assert type(found).model_validate_json(text) == found
