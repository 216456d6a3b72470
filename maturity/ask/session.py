"""Asking: a sitting as a state machine over the questions. Pure: a line in, a step out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maturity.ask.find import find_place, find_words
from maturity.ask.keys import Key, read_key
from maturity.ask.steps import Change, Moved, Needed, Shown, Step, Stop, Wrong
from maturity.ask.typed import read_answer
from maturity.errors import AnswerError
from maturity.model.answers import Answer
from maturity.model.question import TextQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.ask.asked import Selection
    from maturity.model.framework import Framework
    from maturity.model.question import Question

UNANSWERED = Answer("unanswered")
MOST_NOTE = 20_000
"""How long a note can be, in characters."""


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person is among the questions; every method gives a new one."""

    framework: Framework
    selection: Selection
    answers: Mapping[str, Answer]
    at: int = 0
    """The place in the order; its length is the end of all questions."""
    visited: tuple[int, ...] = ()
    """The places before this one, for the way back."""
    skipped: frozenset[str] = field(default_factory=frozenset)
    """What was skipped in this sitting and is not to be asked again before the end."""

    @property
    def is_over(self) -> bool:
        """Whether the end of all questions is reached."""
        return self.at >= len(self.selection.ids)

    @property
    def question(self) -> Question:
        """The question that is asked now; there is none at the end."""
        return self.framework.questions[self.selection.ids[self.at]]

    @property
    def answer(self) -> Answer:
        """The present answer to it."""
        return self.answer_to(self.question.id)

    def answer_to(self, name: str) -> Answer:
        """Give the present answer to any question."""
        return self.answers.get(name, UNANSWERED)

    def is_open(self, name: str) -> bool:
        """Say whether a question still wants an answer; don't know is one."""
        return self.answer_to(name).state == "unanswered"

    @property
    def open_ids(self) -> tuple[str, ...]:
        """The questions without an answer, in order."""
        return tuple(name for name in self.selection.ids if self.is_open(name))

    @property
    def unknown_ids(self) -> tuple[str, ...]:
        """The questions answered with don't know, in order."""
        ids = self.selection.ids
        return tuple(name for name in ids if self.answer_to(name).state == "unknown")

    def begin(self) -> Session:
        """Go to the first open question, or to the end where there is none."""
        return replace(self, at=self._next_open(-1), visited=())

    def onward(self) -> Session:
        """Go to the next open question after this one, then to those before it, then to the end."""
        visited = self.visited if self.is_over else (*self.visited, self.at)
        return replace(self, at=self._next_open(self.at), visited=visited)

    def _next_open(self, at: int) -> int:
        ids = self.selection.ids
        wanted = [n for n, name in enumerate(ids) if self.is_open(name)]
        wanted = [n for n in wanted if n != at and ids[n] not in self.skipped]
        return next((n for n in wanted if n > at), wanted[0] if wanted else len(ids))

    def again(self) -> Session:
        """Ask once more what was skipped."""
        return replace(self, skipped=frozenset()).begin()

    def with_answer(self, name: str, answer: Answer) -> Session:
        """Take note of an answer that is saved."""
        skipped = self.skipped if answer.state == "unanswered" else self.skipped - {name}
        return replace(self, answers={**self.answers, name: answer}, skipped=skipped)

    def with_selection(self, selection: Selection) -> Session:
        """Ask other questions, as new facts want it; the present one stays if it is among them."""
        name = "" if self.is_over else self.question.id
        new = replace(self, selection=selection, visited=())
        if name in selection.ids:
            return replace(new, at=selection.ids.index(name))
        return new.begin()

    def take(self, line: str) -> Step:
        """Say what a line that was typed does."""
        question = None if self.is_over else self.question
        if "\n" in line.strip() and not isinstance(question, TextQuestion):
            return Wrong("several lines were pasted, and one is asked for", "nn takes a long note")
        key = read_key(line, question)
        if key.name == "quit":
            return Stop()
        if key.name in ("back", "go", "open", "search", "facts", "help"):
            return self._way(key)
        if question is None:
            return self._at_the_end(key)
        return self._about(question, key)

    def _at_the_end(self, key: Key) -> Step:
        if key.name != "keep":
            return Wrong("there is no question here", "g ID goes to one; Enter goes on")
        return Moved(self.again()) if self.open_ids else Stop()

    def _way(self, key: Key) -> Step:
        """Look at, or go to, other questions."""
        if key.name in ("help", "facts", "open"):
            return Shown(key.name)
        if key.name == "back":
            return self._back()
        if not key.rest:
            example = "g security.mfa" if key.name == "go" else "/backup"
            return Wrong("something has to stand behind it", f"for example: {example}")
        if key.name == "search":
            found = find_words(key.rest, self.selection, self.framework)
            return Shown("found", found) if found else Wrong(f"no question holds '{key.rest[:60]}'")
        place = find_place(key.rest, self.selection)
        return place if isinstance(place, Wrong) else self._moved_to(place)

    def _back(self) -> Step:
        if self.visited:
            *before, last = self.visited
            return Moved(replace(self, at=last, visited=tuple(before)), is_onward=False)
        if self.at == 0:
            return Wrong("this is the first question", "g ID goes to any other")
        return Moved(replace(self, at=self.at - 1), is_onward=False)

    def _moved_to(self, at: int) -> Step:
        visited = self.visited if self.is_over else (*self.visited, self.at)
        return Moved(replace(self, at=at, visited=visited), is_onward=False)

    def _about(self, question: Question, key: Key) -> Step:
        """Answer the question, or say something about its answer."""
        if key.name in ("keep", "skip"):
            return self._past(question, key)
        if key.name == "unknown":
            return self._answered(Answer("unknown"))
        if key.name == "leave-out":
            return self._leave_out(question, key.rest)
        if key.name == "note" and key.rest:
            return self.noted(key.rest)
        if key.name in ("note", "notes", "evidence"):
            return Needed(key.name)
        try:
            return self._answered(Answer("answered", read_answer(question, key.rest)))
        except AnswerError as error:
            return Wrong(str(error), error.hint)

    def _past(self, question: Question, key: Key) -> Step:
        """Go on without a new answer."""
        is_open = self.is_open(question.id)
        if key.name == "keep" and is_open:
            return Wrong("there is no answer yet", "s skips the question, ? shows the keys")
        skipped = self.skipped | ({question.id} if is_open else set())
        return Moved(replace(self, skipped=skipped).onward())

    def _answered(self, answer: Answer) -> Change:
        """Give another answer; the note and the evidence stay."""
        old = self.answer
        return Change(self.question.id, replace(answer, note=old.note, evidence=old.evidence))

    def _leave_out(self, question: Question, reason: str) -> Step:
        if not question.not_applicable:
            message = "this question applies to everyone and may not be left out"
            return Wrong(message, "answer it, or d for don't know")
        return self.left_out(reason) if reason else Needed("reason")

    def left_out(self, reason: str) -> Change:
        """Leave the question out for a reason."""
        return self._answered(Answer("not-applicable", reason=reason.strip()))

    def noted(self, note: str) -> Step:
        """Add to the note, after what it said before; `-` removes it."""
        text, before = note.strip(), self.answer.note.rstrip()
        if text == "-":
            return self._with_note("") if before else Wrong("there is no note to remove")
        return self._with_note(f"{before}\n{text}" if before else text)

    def _with_note(self, note: str) -> Step:
        if len(note) > MOST_NOTE:
            return Wrong(f"a note has at most {MOST_NOTE:,} characters", "keep it in a document")
        return Change(self.question.id, replace(self.answer, note=note), is_onward=False)
