"""What became of the actions, worked by hand."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

from plan.builders import acting, action
from score.builders import NA, Data, answered, ceiling, level, text

from maturity.model.assessment import Tracked
from maturity.model.follow_up import Followed, FollowUp, Unseen
from maturity.render.screen.blocks import Columns, Heading, Paragraph, Points
from maturity.render.screen.tracked import follow_up_blocks
from maturity.score import score
from maturity.track import follow_up

TODAY = datetime.date(2027, 1, 20)
ACTIONS = [
    action("one", {"p": 3}),
    action("two", {"p": 2, "q": 2}),
    action("three", {"r": 3, "t": 1}),
    action("four", {"s": 1}),
]
FRAMEWORK = acting(
    level("p"),
    level("q"),
    level("r"),
    level("s", critical=[ceiling(0, 1)]),
    text("t"),
    actions=ACTIONS,
)


def followed(answers: Data | list[Data], **tracked: Any) -> FollowUp:
    kept = {name: Tracked.model_validate(value) for name, value in tracked.items()}
    exercise = answered(FRAMEWORK, answers, tracked=kept)
    return follow_up(exercise, score(exercise), TODAY)


def names(group: tuple[Followed, ...]) -> list[str]:
    return [one.action.id for one in group]


def unseen(answers: Data | list[Data], name: str) -> list[tuple[object, ...]]:
    found = followed(answers, **{name: {"status": "done"}}).unseen
    return [(u.question, u.stated, u.level) for one in found for u in one.unseen]


def test_open_actions_by_their_dates() -> None:
    found = followed(
        {},
        one={"status": "started", "due": "2027-01-19"},
        two={"status": "planned", "due": "2026-12-20"},
        three={"status": "planned", "due": "2027-01-20"},
        four={"status": "started"},
    )
    assert names(found.late) == ["two", "one"]
    assert [one.days_late for one in found.late] == [31, 1]
    assert names(found.due) == ["three"]
    assert names(found.undated) == ["four"]
    assert found.due[0].days_late == 0


def test_dates_of_closed_actions_are_past() -> None:
    old = {"due": "2020-01-01"}
    found = followed({"d.s": 1}, one={"status": "rejected", **old}, four={"status": "done", **old})
    assert names(found.rejected) == ["one"]
    assert names(found.done) == ["four"]
    assert not [*found.late, *found.due, *found.unseen]


def test_a_done_action_is_seen_in_the_answers_or_not() -> None:
    assert unseen({"d.p": 3}, "one") == []
    assert unseen({"d.p": 4}, "one") == []
    assert unseen({"d.p": 2}, "one") == [("d.p", 3, Fraction(2))]
    assert unseen([{"d.p": 2}, {"d.p": 3}], "one") == [("d.p", 3, Fraction(5, 2))]
    assert unseen({"d.p": 1, "d.q": 4}, "two") == [("d.p", 2, Fraction(1))]


def test_no_answer_shows_nothing() -> None:
    assert unseen({"d.p": 4}, "two") == [("d.q", 2, None)]
    assert unseen({"d.s": "unknown"}, "four") == [("d.s", 1, None)]  # though it stands at 0
    assert unseen({"d.r": NA}, "three") == []  # nor is a text question ever below a level
    assert unseen({"d.r": 0}, "three") == [("d.r", 3, Fraction(0))]


def test_an_action_that_is_not_done_need_not_be_seen() -> None:
    assert followed({"d.p": 0}, one={"status": "started"}).undated[0].unseen == ()


def test_what_a_person_reads() -> None:
    found = followed(
        {"d.p": 2, "d.q": 2, "d.r": 3, "d.s": 0},
        one={"status": "started", "due": "2027-01-19", "owner": "Bo"},
        two={"status": "done"},
        three={"status": "rejected"},
        four={"status": "done"},
    )
    assert follow_up_blocks(found, TODAY) == [
        Heading("Late on 20 January 2027"),
        Columns(
            ("Action", "Due", "Late", "Owner", "Status"),
            (("one", "19 January 2027", "1 day late", "Bo", "started"),),
        ),
        Heading("Done, but not to be seen in the answers"),
        Points(("four: d.s is at 0.0, and 1 is stated",)),
        Paragraph("The answers set the levels: answer these again, or open the action again."),
        Paragraph("And 1 done and 1 rejected."),
    ]


def test_columns_that_say_nothing_are_left_out() -> None:
    found = followed({}, one={"status": "planned"}, two={"status": "planned", "due": "2028-02-29"})
    assert follow_up_blocks(found, TODAY) == [
        Heading("Due"),
        Columns(("Action", "Due", "Status"), (("two", "29 February 2028", "planned"),)),
        Heading("Without a date"),
        Columns(("Action", "Status"), (("one", "planned"),)),
    ]


def test_nothing_is_tracked() -> None:
    [block] = follow_up_blocks(followed({}), TODAY)
    assert isinstance(block, Paragraph)
    assert block.text.startswith("No action is tracked yet.")
    assert follow_up_blocks(followed({"d.s": 4}, four={"status": "done"}), TODAY) == [
        Paragraph("1 done.")
    ]


def test_a_level_that_is_not_reached_never_looks_it() -> None:
    followed_one = Followed(
        FRAMEWORK.actions["one"],
        Tracked(status="done"),
        unseen=(
            Unseen("d.p", Fraction(3), Fraction(299, 100)),
            Unseen("d.q", Fraction(5, 2), None),
        ),
    )
    found = FollowUp((), (), (), (followed_one,), (), ())
    assert follow_up_blocks(found, TODAY)[1] == Points(
        ("one: d.p is at 2.9, and 3 is stated; d.q has no answer, and 2.5 is stated",)
    )
