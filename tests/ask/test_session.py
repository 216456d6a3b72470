from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from ask.asking import ORDER, session_of

from maturity.ask.asked import Audience, select
from maturity.ask.session import MOST_NOTE, Session
from maturity.ask.steps import Change, Moved, Needed, Shown, Stop, Wrong
from maturity.model.answers import Answer, Evidence

if TYPE_CHECKING:
    from maturity.ask.steps import Step
    from maturity.model.framework import Framework

TWO = Answer("answered", Fraction(2))


def go(session: Session, name: str) -> Session:
    step = session.take(f"g {name}")
    assert isinstance(step, Moved)
    assert not step.is_onward
    return step.session


def after(session: Session, step: Step) -> Session:
    """Do what the dialogue does once a change is saved."""
    assert isinstance(step, Change)
    return session.with_answer(step.question, step.answer).onward()


def test_the_order_is_that_of_the_files_without_what_is_not_asked(framework: Framework) -> None:
    session = session_of(framework)
    assert session.selection.ids == ORDER
    assert "Council" in session.selection.reasons["tools.trains"]
    without = session_of(framework, uses_ai=False)
    assert without.selection.ids == tuple(name for name in ORDER if name != "tools.ai")
    assert "uses-ai" in without.selection.reasons["tools.ai"]


@pytest.mark.parametrize(
    ("audience", "ids"),
    [
        (Audience(is_quick=True), ("people.training", "tools.share")),
        (Audience(role="frontline", dimensions=("people",)), ("people.training", "people.checks")),
        (
            Audience(role="frontline", dimensions=("people",), every_role=True),
            ("people.training", "people.owner", "people.checks"),
        ),
        (Audience(role="leadership", is_quick=True), ("people.training", "tools.share")),
    ],
)
def test_who_is_asked_what(framework: Framework, audience: Audience, ids: tuple[str, ...]) -> None:
    assert select(framework, audience, {"uses-ai": "yes"}).ids == ids


def test_it_begins_at_the_first_open_question(framework: Framework) -> None:
    answers = {"people.training": TWO, "people.owner": Answer("unknown")}
    session = session_of(framework, answers)
    assert session.question.id == "people.checks"
    assert session.open_ids == ORDER[2:]
    assert session.unknown_ids == ("people.owner",)


def test_an_answer_is_to_be_saved_and_then_the_next_open_question_comes(
    framework: Framework,
) -> None:
    session = session_of(framework, {"people.owner": Answer("answered", "board")})
    step = session.take(" 2 ")
    assert step == Change("people.training", TWO)
    assert session.answers == {"people.owner": Answer("answered", "board")}, "nothing yet"
    assert after(session, step).question.id == "people.checks"


def test_a_new_answer_keeps_note_and_evidence(framework: Framework) -> None:
    said = replace(TWO, note="Since May", evidence=(Evidence(title="Report"),))
    session = go(session_of(framework, {"people.training": said}), "training")
    assert session.take("3") == Change(
        "people.training", replace(said, value=Fraction(3)), is_onward=True
    )
    assert session.take("d") == Change(
        "people.training", replace(said, state="unknown", value=None)
    )


def test_enter_keeps_an_answer_and_is_none(framework: Framework) -> None:
    session = session_of(framework, {"people.training": TWO})
    at_first = go(session, "1")
    kept = at_first.take("")
    assert isinstance(kept, Moved)
    assert kept.session.question.id == "people.owner"
    assert isinstance(session.take("  "), Wrong)


def test_back_follows_the_way_that_was_taken(framework: Framework) -> None:
    session = session_of(framework)
    session = after(session, session.take("1"))
    session = go(session, "tools.share")
    session = after(session, session.take("80"))
    assert session.question.id == "tools.backup"
    for name in ("tools.share", "people.owner", "people.training"):
        step = session.take("b")
        assert isinstance(step, Moved)
        session = step.session
        assert session.question.id == name
    assert isinstance(session.take("back"), Wrong)


def test_back_without_a_way_is_the_question_before(framework: Framework) -> None:
    step = session_of(framework, {"people.training": TWO}).take("b")
    assert isinstance(step, Moved)
    assert step.session.question.id == "people.training"


def test_what_is_skipped_comes_again_at_the_end_alone(framework: Framework) -> None:
    answers = {name: TWO for name in ORDER if name not in ("people.owner", "tools.words")}
    session = session_of(framework, answers)
    step = session.take("s")
    assert isinstance(step, Moved)
    assert step.session.question.id == "tools.words"
    over = step.session.take("s")
    assert isinstance(over, Moved)
    assert over.session.is_over
    assert over.session.skipped == {"people.owner", "tools.words"}
    again = over.session.take("")
    assert isinstance(again, Moved)
    assert again.session.question.id == "people.owner"
    assert not again.session.skipped


def test_after_the_last_place_an_earlier_open_question_comes(framework: Framework) -> None:
    session = go(session_of(framework), "words")
    assert after(session, session.take("= b")).question.id == "people.training"


def test_the_end(framework: Framework) -> None:
    session = session_of(framework, dict.fromkeys(ORDER, TWO))
    assert session.is_over
    assert isinstance(session.take(""), Stop)
    assert isinstance(session.take("3"), Wrong)
    assert isinstance(session.take("n words"), Wrong)
    assert go(session, "backup").question.id == "tools.backup"
    back = session.take("b")
    assert isinstance(back, Moved)
    assert back.session.question.id == "tools.words"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("people.checks", "people.checks"),
        ("CHECKS", "people.checks"),
        ("3", "people.checks"),
        ("tools", "tools.share"),
        ("7", "tools.words"),
    ],
)
def test_go_to(framework: Framework, name: str, found: str) -> None:
    assert go(session_of(framework), name).question.id == found


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("chekcs", "there is no question 'chekcs'", "did you mean 'checks'?"),
        ("people.ownr", "there is no question 'people.ownr'", "did you mean 'people.owner'?"),
        ("8", "there is no question '8'", "the choices are"),
        ("0", "there is no question '0'", "the choices are"),
        ("tools.trains", "tools.trains is not asked", "Council"),
        ("", "something has to stand behind it", "g security.mfa"),
    ],
)
def test_go_to_nowhere(framework: Framework, name: str, message: str, hint: str) -> None:
    step = session_of(framework).take(f"g {name}")
    assert isinstance(step, Wrong)
    assert step.message == message
    assert hint in step.hint


def test_search_and_lists(framework: Framework) -> None:
    session = session_of(framework)
    assert session.take("/backup") == Shown("found", ("tools.backup",))
    assert session.take("f is there") == Shown("found", ("tools.backup",))
    assert session.take("/ TOOLS share") == Shown("found", ("tools.share",))
    assert isinstance(session.take("/nothing like it"), Wrong)
    assert session.take("l") == Shown("open")
    assert session.take("?") == Shown("help")
    assert session.take("o") == Shown("facts")
    assert session.take("quit") == Stop()


def test_not_applicable_needs_a_reason_and_may_be_refused(framework: Framework) -> None:
    session = session_of(framework)
    refused = session.take("x We have no staff")
    assert isinstance(refused, Wrong)
    assert "may not be left out" in refused.message
    owner = go(session, "owner")
    assert owner.take("x") == Needed("reason")
    change = Change("people.owner", Answer("not-applicable", reason="No board"))
    assert owner.take("x  No board ") == change
    assert owner.left_out(" No board") == change


def test_notes_are_added_and_removed(framework: Framework) -> None:
    session = session_of(framework)
    assert session.take("n") == Needed("note")
    assert session.take("nn") == Needed("notes")
    assert session.take("e") == Needed("evidence")
    step = session.take("n Only two teams")
    note = Answer("unanswered", note="Only two teams")
    assert step == Change("people.training", note, is_onward=False)
    session = session.with_answer("people.training", note)
    assert session.is_open("people.training"), "a note is no answer"
    assert session.noted("and a third\none") == Change(
        "people.training",
        Answer("unanswered", note="Only two teams\nand a third\none"),
        is_onward=False,
    )
    assert session.take("n -") == Change("people.training", Answer("unanswered"), is_onward=False)
    assert isinstance(session_of(framework).take("n -"), Wrong)
    assert isinstance(session.noted("x" * MOST_NOTE), Wrong)


def test_a_paste_of_several_lines_is_no_answer(framework: Framework) -> None:
    session = session_of(framework)
    assert isinstance(session.take("2\n3"), Wrong)
    words = go(session, "words").take("one\ntwo")
    assert words == Change("tools.words", Answer("answered", "one\ntwo"))


def test_new_facts_ask_other_questions(framework: Framework) -> None:
    fewer = session_of(framework, uses_ai=False).selection
    session = go(session_of(framework), "words")
    assert session.with_selection(fewer).question.id == "tools.words"
    assert go(session, "ai").with_selection(fewer).question.id == "people.training"
