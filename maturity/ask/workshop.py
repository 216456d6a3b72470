"""Asking: a workshop: everybody answers in turn, then what they agree on is settled."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maturity.ask.asked import suits
from maturity.ask.conversation import DETAILS, Conversation
from maturity.ask.layout import paragraph, title, wrap
from maturity.ask.saving import Savers, save
from maturity.ask.screen import answer_text
from maturity.ask.session import UNANSWERED, Session
from maturity.ask.steps import Change, Moved, Needed, Stop
from maturity.ask.typed import choices_of, what_to_type
from maturity.printed import columns_of

if TYPE_CHECKING:
    from maturity.ask.keeper import Keeper
    from maturity.ask.steps import Step
    from maturity.model.answers import Answer


@dataclass
class Participant:
    """Somebody in the room, with a file of their own."""

    label: str
    role: str | None
    keeper: Keeper
    answers: dict[str, Answer]


@dataclass
class Workshop(Conversation):
    """A sitting of several people; the session is about what they agree."""

    people: list[Participant] = field(default_factory=list)
    _heard: str = ""
    """The question that everybody has answered by now."""

    def _next_step(self) -> Step:
        if self.session.is_over:
            return super()._next_step()
        name = self.session.question.id
        if self._heard != name:
            step = self._hear_all()
            if step is not None:
                return step
            self._heard = name
            self._show_answers()
        return self._agree()

    def _move(self, to: Session, *, is_onward: bool) -> None:
        self._heard = ""
        super()._move(to, is_onward=is_onward)

    def _asked(self) -> list[Participant]:
        """Give who is asked the present question."""
        return [one for one in self.people if suits(self.session.question, one.role)]

    def _hear_all(self) -> Step | None:
        """Ask everybody in turn; a key that leaves the question is given back."""
        for person in self._asked():
            step = self._hear(person)
            if step is not None:
                return step
        return None

    def _hear(self, person: Participant) -> Step | None:
        """Ask one person until there is an answer, or they are to be passed over."""
        while True:
            own = replace(self.session, answers=person.answers)
            line = self.dialogue.ask(self._prompt_of(person))
            step: Step | None = own.take(line)
            if isinstance(step, Needed):
                step = DETAILS[step.what](own, self.dialogue)
            if isinstance(step, Stop) or (isinstance(step, Moved) and not step.is_onward):
                return self.session.take(line)
            if step is not None and self._is_heard(person, step):
                return None

    def _is_heard(self, person: Participant, step: Step) -> bool:
        """Take a step of one person; False where they are to be asked again."""
        if isinstance(step, Change):
            return self._save_of(person, step) and step.is_onward
        if isinstance(step, Moved):
            return True
        self._is_done(step)
        return False

    def _prompt_of(self, person: Participant) -> str:
        answer = person.answers.get(self.session.question.id, UNANSWERED)
        said = answer_text(self.session.question, answer, self.session.framework)
        keeps = "" if answer.state == "unanswered" else f", Enter keeps {said}"
        return f"{person.label}, {what_to_type(self.session.question)}{keeps}: "

    def _save_of(self, person: Participant, change: Change) -> bool:
        savers = Savers(person.keeper, self.dialogue, self.interrupts, self.session.framework)
        answers = save(change, person.answers, savers)
        if answers is not None:
            person.answers = answers
            self.dialogue.show(paragraph(f"Saved for {person.label}.", self.dialogue.look))
            self.interrupts.check()
        return answers is not None

    def _given(self) -> list[tuple[Participant, Answer]]:
        name = self.session.question.id
        asked = [(one, one.answers.get(name, UNANSWERED)) for one in self._asked()]
        return [(one, answer) for one, answer in asked if answer.state != "unanswered"]

    def _common(self) -> Answer | None:
        """Give the answer that everybody gave; None where they differ, or nobody answered."""
        given = [answer for _, answer in self._given()]
        alike = {(answer.state, answer.value, answer.reason) for answer in given}
        if len(alike) != 1 or len(given) < len(self._asked()):
            return None
        return replace(given[0], note="", evidence=())

    def _show_answers(self) -> None:
        """Say who answered what, where they differ with what each answer means."""
        look, given = self.dialogue.look, self._given()
        if not given:
            return
        common = self._common()
        verdict = "All say the same." if common else "The answers differ:"
        lines = ["", *(title(verdict, look) if given[1:] else [])]
        for person, answer in given:
            lines += self._said(person, answer, with_text=common is None)
        self.dialogue.show(lines)

    def _said(self, person: Participant, answer: Answer, *, with_text: bool) -> list[str]:
        question, framework = self.session.question, self.session.framework
        start = f"{person.label}: "
        text = answer_text(question, answer, framework)
        chosen = [c.text for c in choices_of(question, framework, answer.value) if c.is_chosen]
        if with_text and answer.value is not None and chosen:
            text += f". {'; '.join(chosen)}"
        text += f" Note: {answer.note}" if answer.note else ""
        look = self.dialogue.look
        if look.is_plain:
            return paragraph(start + text, look)
        return wrap(text, look.columns, start, " " * min(columns_of(start), look.columns // 3))

    def _agree(self) -> Step:
        """Ask for the agreed answer; where people differed, also why it is that."""
        common, question = self._common(), self.session.question
        is_new = self.session.answer.state == "unanswered"
        takes = answer_text(question, common, self.session.framework) if common else ""
        keeps = "" if is_new else ", Enter keeps what was agreed"
        enter = f", Enter takes {takes}" if is_new and common else keeps
        line = self.dialogue.ask(f"Agreed, {what_to_type(question)}{enter}: ")
        if not line.strip() and is_new and common:
            old = self.session.answer
            return Change(question.id, replace(common, note=old.note, evidence=old.evidence))
        step = self.session.take(line)
        if isinstance(step, Change) and step.is_onward and not common:
            return self._with_note(step)
        return step

    def _with_note(self, change: Change) -> Step:
        note = self.dialogue.ask("Note on what was agreed (Enter: none): ").strip()
        if not note:
            return change
        before = change.answer.note.rstrip()
        whole = f"{before}\n{note}" if before else note
        return replace(change, answer=replace(change.answer, note=whole))
