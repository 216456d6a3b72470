"""Asking: one person's sitting: show, ask, save, go on, until the end or for today."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from maturity.ask.details import ask_evidence, ask_long_note, ask_note, ask_reason
from maturity.ask.interrupts import Interrupted
from maturity.ask.layout import paragraph, points
from maturity.ask.progress import Pace
from maturity.ask.saving import Savers, save
from maturity.ask.screen import help_lines, list_lines, prompt_for, question_lines, saved_lines
from maturity.ask.steps import Change, Moved, Needed, Shown, Stop, Wrong
from maturity.model.framework import dimension_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maturity.ask.asked import Selection
    from maturity.ask.interrupts import Interrupts
    from maturity.ask.keeper import Keeper
    from maturity.ask.session import Session
    from maturity.ask.steps import Step
    from maturity.ask.terminal import Dialogue
    from maturity.model.answers import Answer

DETAILS = {
    "reason": ask_reason,
    "note": ask_note,
    "notes": ask_long_note,
    "evidence": ask_evidence,
}


class Summaries(Protocol):
    """What the answers come to so far, in sentences."""

    def dimension(self, dimension: str, answers: Mapping[str, Answer]) -> list[str]:
        """Say how a dimension stands."""
        ...

    def whole(self, answers: Mapping[str, Answer]) -> str:
        """Say how everything stands, laid out for the terminal."""
        ...


@dataclass
class Conversation:
    """A sitting."""

    session: Session
    keeper: Keeper
    dialogue: Dialogue
    interrupts: Interrupts
    summaries: Summaries
    ask_facts: Callable[[], Selection | None]
    """Asks for the facts about the organisation, and gives the questions that are then asked."""
    clock: Callable[[], float] = time.monotonic
    pace: Pace = field(default_factory=Pace)
    asked_at: float = 0.0
    is_first: bool = True
    """Whether no question was shown yet; the hint of the keys is given once in plain text."""
    changed: set[str] = field(default_factory=set)
    """The dimensions with answers that no summary has shown yet."""

    def run(self) -> None:
        """Ask until the person stops, or nothing is left."""
        try:
            while self._turn():
                pass
        except EOFError:
            self.dialogue.show([""])

    def _turn(self) -> bool:
        """Show where the person is, and ask until that changes; False to stop."""
        look = self.dialogue.look
        if self.session.is_over:
            self._show_end()
        else:
            self.dialogue.show(question_lines(self.session, self.pace, look))
        self.asked_at = self.clock()
        while True:
            step = self._next_step()
            if isinstance(step, Stop):
                return False
            if self._is_done(step):
                return True

    def _next_step(self) -> Step:
        """Ask for a line, and say what it does."""
        return self.session.take(self.dialogue.ask(self._prompt()))

    def _prompt(self) -> str:
        if self.session.is_over:
            count = len(self.session.open_ids)
            ends = f"Enter asks the {count} open, q ends" if count else "Enter ends"
            return f"{ends}, g ID goes to a question: "
        prompt = prompt_for(self.session, self.dialogue.look, is_first=self.is_first)
        self.is_first = False
        return prompt

    def _is_done(self, step: Step) -> bool:
        """Take a step; False where the same question is to be asked again, without being shown."""
        if isinstance(step, Wrong):
            self.dialogue.refuse(step.message, step.hint)
            return False
        if isinstance(step, Needed):
            return self._detail(step)
        if isinstance(step, Shown):
            return self._show(step)
        if isinstance(step, Change):
            return self._change(step)
        if isinstance(step, Moved):
            self._move(step.session, is_onward=step.is_onward)
        return True

    def _detail(self, needed: Needed) -> bool:
        """Ask for more; Ctrl-C there goes back to the question."""
        try:
            step = DETAILS[needed.what](self.session, self.dialogue)
        except Interrupted as stop:
            if not stop.is_from_keyboard:
                raise
            self.dialogue.show(["", "Nothing was changed; Ctrl-C once more ends."])
            return False
        return step is not None and self._is_done(step)

    def _show(self, shown: Shown) -> bool:
        look, session = self.dialogue.look, self.session
        if shown.what == "facts":
            selection = self.ask_facts()
            if selection is not None:
                self.session = session.with_selection(selection)
            return True
        if shown.what == "help":
            self.dialogue.show(help_lines(session, look))
        elif shown.what == "found":
            self.dialogue.show(list_lines(session, shown.ids, "Found", look))
        else:
            self.dialogue.show(list_lines(session, session.open_ids, "Open", look))
            if session.unknown_ids:
                self.dialogue.show(list_lines(session, session.unknown_ids, "Don't know", look))
        return False

    def _change(self, change: Change) -> bool:
        """Save an answer, and only then say so and go on."""
        savers = Savers(self.keeper, self.dialogue, self.interrupts, self.session.framework)
        answers = save(change, self.session.answers, savers)
        if answers is None:
            return False
        self.session = replace(self.session, answers=answers)
        answer = answers.get(change.question, change.answer)
        self.session = self.session.with_answer(change.question, answer)
        self.changed.add(dimension_of(change.question))
        self.dialogue.show(saved_lines(self.session, change, self.dialogue.look))
        self.interrupts.check()
        if change.is_onward:
            self.pace = self.pace.and_one(self.clock() - self.asked_at)
            self._move(self.session.onward(), is_onward=True)
        return change.is_onward

    def _move(self, to: Session, *, is_onward: bool) -> None:
        """Go to another question; who leaves a dimension on the way hears how it stands."""
        left = None if self.session.is_over else dimension_of(self.session.question.id)
        entered = None if to.is_over else dimension_of(to.question.id)
        self.session = to
        if is_onward and left in self.changed and left != entered:
            self.changed.discard(left)
            lines = self.summaries.dimension(left, to.answers)
            self.dialogue.show(["", *points(lines, self.dialogue.look)])

    def _show_end(self) -> None:
        session, look = self.session, self.dialogue.look
        if self.is_first or not session.open_ids:
            self.dialogue.show(["", *self.summaries.whole(session.answers).splitlines()])
        if session.open_ids:
            self.dialogue.show(list_lines(session, session.open_ids, "Still open", look))
        else:
            self.dialogue.show(["", *paragraph("Every question has an answer.", look)])
        self.is_first = False
