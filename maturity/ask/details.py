"""Asking: what takes more than one line: a reason, a note, evidence, a disagreement over saving."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from maturity.ask.interrupts import Interrupted
from maturity.ask.layout import paragraph
from maturity.ask.steps import Change, Wrong
from maturity.model.answers import Evidence
from maturity.model.base import as_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.ask.session import Session
    from maturity.ask.steps import Step
    from maturity.ask.terminal import Dialogue

END_OF_NOTE = "."
_STRENGTHS = ("said", "shown", "tested")


def ask_reason(session: Session, dialogue: Dialogue) -> Step | None:
    """Ask why a question does not apply; None when nothing was said."""
    reason = _line(dialogue, "Why does it not apply? (Enter: go back to the question) ")
    return session.left_out(reason) if reason else None


def ask_note(session: Session, dialogue: Dialogue) -> Step | None:
    """Ask for a note; a paste of several lines is one note."""
    _show_note(session, dialogue)
    note = _line(dialogue, "Note (Enter: none): ")
    return session.noted(note) if note else None


def ask_long_note(session: Session, dialogue: Dialogue) -> Step | None:
    """Ask for a note of several lines; Ctrl-C keeps those that are there."""
    _show_note(session, dialogue)
    dialogue.show(
        paragraph("Note of several lines; a line with a point alone ends it.", dialogue.look)
    )
    lines: list[str] = []
    try:
        while (line := dialogue.ask("", may_follow=True)).strip() != END_OF_NOTE:
            lines.append(line)
    except EOFError:
        pass
    except Interrupted as stop:
        if not stop.is_from_keyboard:
            raise
        dialogue.show(["", "The note ends here."])
    text = "\n".join(line.rstrip() for line in lines).strip()
    return session.noted(text) if text else None


def _show_note(session: Session, dialogue: Dialogue) -> None:
    if session.answer.note:
        dialogue.show(["The note so far; yours is added:"])
        dialogue.show(session.answer.note.splitlines())


def ask_evidence(session: Session, dialogue: Dialogue) -> Step | None:
    """Ask for a piece of evidence; None when there is none."""
    title = _line(dialogue, "Evidence, its title (Enter: none): ")
    if not title:
        return None
    parts: dict[str, str | None] = {"title": title}
    parts["ref"] = _line(dialogue, "Where is it? (Enter: leave out) ")
    day = "Its date, such as 2026-09-14 or today (Enter: leave out) "
    parts["date"] = _until_right(dialogue, day, _day)
    strength = "Was it said, shown or tested? (Enter: leave out) "
    parts["strength"] = _until_right(dialogue, strength, _strength)
    try:
        piece = Evidence.model_validate(parts)
    except ValueError:
        return Wrong("this is too long for evidence", "keep it in a document, and name that")
    answer = replace(session.answer, evidence=(*session.answer.evidence, piece))
    return Change(session.question.id, answer, is_onward=False)


def _line(dialogue: Dialogue, prompt: str) -> str:
    return dialogue.ask(prompt).strip()


def _until_right(dialogue: Dialogue, prompt: str, read: Callable[[str], str]) -> str | None:
    while text := _line(dialogue, prompt):
        try:
            return read(text)
        except ValueError as error:
            dialogue.refuse(str(error))
    return None


def _day(text: str) -> str:
    if text.lower() == "today":
        return datetime.datetime.now().astimezone().date().isoformat()
    return as_day(text).isoformat()


def _strength(text: str) -> str:
    found = [word for word in _STRENGTHS if word.startswith(text.lower())]
    if len(found) != 1:
        raise ValueError("write said, shown or tested")
    return found[0]
