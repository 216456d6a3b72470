"""Asking: a save and what can come of it: done, refused, or somebody else was there first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.ask.layout import paragraph, title
from maturity.ask.screen import answer_text
from maturity.ask.session import UNANSWERED
from maturity.errors import MaturityError
from maturity.store.change import Conflict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.ask.interrupts import Interrupts
    from maturity.ask.keeper import Answers, Keeper
    from maturity.ask.steps import Change
    from maturity.ask.terminal import Dialogue
    from maturity.model.answers import Answer
    from maturity.model.framework import Framework

OTHERS = "Somebody else changed other answers in this file meanwhile; they are kept."


@dataclass(frozen=True, slots=True)
class Savers:
    """What a save needs."""

    keeper: Keeper
    dialogue: Dialogue
    interrupts: Interrupts
    framework: Framework


def save(change: Change, before: Mapping[str, Answer], savers: Savers) -> Answers | None:
    """Save an answer.

    Returns:
        All answers as they are in the file now; None where this one could not be saved, which
        the person has been told.
    """
    try:
        with savers.interrupts.held():
            merged = savers.keeper.save(change.question, change.answer, before)
    except Conflict as conflict:
        return _settled(change, conflict, savers)
    except MaturityError as error:
        savers.dialogue.report("This answer is not saved.", error)
        return None
    if merged is None:
        return {**before, change.question: change.answer}
    savers.dialogue.show(paragraph(OTHERS, savers.dialogue.look))
    return merged


def _settled(change: Change, conflict: Conflict, savers: Savers) -> Answers | None:
    """Show both answers, and ask which one is right."""
    dialogue, keeper = savers.dialogue, savers.keeper
    try:
        theirs = keeper.read(conflict.current).get(change.question, UNANSWERED)
        _show_both(change, theirs, savers)
        while True:
            word = dialogue.ask("t keeps theirs, m saves mine: ").strip().lower()
            if word in ("t", "theirs"):
                return keeper.accept(conflict.current)
            if word in ("m", "mine"):
                with savers.interrupts.held():
                    return keeper.overrule(conflict.current, conflict.path, conflict.mine)
            dialogue.refuse("type t or m")
    except Conflict as again:
        return _settled(change, again, savers)
    except MaturityError as error:
        dialogue.report("This answer is not saved.", error)
        return None
    except (EOFError, KeyboardInterrupt):
        dialogue.show(["", "Theirs is kept; yours is not saved."])
        raise


def _show_both(change: Change, theirs: Answer, savers: Savers) -> None:
    look, question = savers.dialogue.look, savers.framework.questions[change.question]
    message = f"Somebody else answered {change.question} meanwhile; nothing is saved yet."
    lines = ["", *title(message, look)]
    for name, answer in (("Theirs", theirs), ("Mine", change.answer)):
        said = answer_text(question, answer, savers.framework)
        note = f", note: {answer.note}" if answer.note else ""
        count = len(answer.evidence)
        evidence = f", {count} of evidence" if count else ""
        lines += paragraph(f"{name}: {said}{note}{evidence}", look)
    savers.dialogue.show(lines)
