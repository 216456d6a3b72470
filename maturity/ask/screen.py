"""Asking: what a person sees of a question, an answer, a list of questions, and the keys. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.ask.keys import HELP
from maturity.ask.layout import choice_lines, heading, pairs, paragraph, points, title
from maturity.ask.progress import progress_of
from maturity.ask.typed import choices_of, what_to_type
from maturity.model.framework import dimension_of
from maturity.model.levels import show
from maturity.model.question import LevelQuestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.ask.layout import Look
    from maturity.ask.progress import Pace
    from maturity.ask.session import Session
    from maturity.ask.steps import Change
    from maturity.model.answers import Answer
    from maturity.model.framework import Framework
    from maturity.model.question import Question

MOST_LISTED = 100
_SHORTEST = 60
"""How much of a note or text stands on the line of an answer."""


def question_lines(session: Session, pace: Pace, look: Look) -> list[str]:
    """Show the present question: where it stands, its wording, its choices, its answer."""
    question = session.question
    choices = choices_of(question, session.framework, session.answer.value)
    lines = ["", *_place(session, pace, look), *_space(look)]
    lines += _wording(question, look)
    lines += [*_space(look), *choice_lines(choices, look)] if choices else []
    return [*lines, *_space(look), *now_lines(question, session.answer, session.framework, look)]


def _space(look: Look) -> list[str]:
    return [] if look.is_plain else [""]


def _place(session: Session, pace: Pace, look: Look) -> list[str]:
    p = progress_of(session)
    minutes = pace.minutes_for(p.total - p.answered)
    parts = [f"{p.answered} of {p.total} answered"]
    parts += [f"{p.skipped} skipped"] if p.skipped else []
    if look.is_plain:
        parts += [f"about {minutes} minute{'s' if minutes > 1 else ''} left"] if minutes else []
        where = f"Question {p.number} of {p.total}. {p.dimension}, {p.place} of {p.of}."
        return [where, f"{', '.join(parts)}."]
    parts += [f"about {minutes} min left"] if minutes else []
    return heading(f"{p.dimension}, question {p.place} of {p.of}", ", ".join(parts), look)


def _wording(question: Question, look: Look) -> list[str]:
    if look.is_plain:
        return [f"{question.id}.", *paragraph(question.ask, look)]
    return [look.dim(question.id), *title(question.ask, look)]


def now_lines(question: Question, answer: Answer, framework: Framework, look: Look) -> list[str]:
    """Say what the answer is now; nothing where there is nothing yet."""
    said = answer_text(question, answer, framework)
    parts = [said] if answer.state != "unanswered" else []
    parts += [f"note: {shorten(answer.note)}"] if answer.note else []
    count = len(answer.evidence)
    parts += [f"{count} piece{'s' if count > 1 else ''} of evidence"] if count else []
    if not parts:
        return []
    lead = "Current answer: " if answer.state != "unanswered" else "So far: "
    return paragraph(f"{lead}{'; '.join(parts)}.", look)


def answer_text(question: Question, answer: Answer, framework: Framework) -> str:
    """Say an answer in a few words: `3 Established`."""
    if answer.state == "not-applicable":
        return f"not applicable ({shorten(answer.reason)})"
    if answer.state == "unknown":
        return "don't know"
    if answer.value is None:
        return "no answer"
    if isinstance(question, LevelQuestion):
        names = {level.level: level.name for level in framework.file.levels}
        level = next(one for one in question.levels if one == answer.value)
        return f"{show(level)} {names.get(level, '')}".strip()
    return shorten(question.words(answer.value))


def shorten(text: str) -> str:
    """Give the beginning of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _SHORTEST else f"{words[: _SHORTEST - 3].rstrip()}..."


def prompt_for(session: Session, look: Look, *, is_first: bool) -> str:
    """Give what stands before the answer; the hint of the keys is given once where it is heard."""
    question, answer = session.question, session.answer
    wanted = what_to_type(question)
    if look.is_plain:
        hint = " (? for help)" if is_first else ""
        return f"{wanted}{hint}: "
    keeps = "" if answer.state == "unanswered" else ", Enter keeps it"
    return f"{wanted}{keeps}, ? help > "


def saved_lines(session: Session, change: Change, look: Look) -> list[str]:
    """Say that an answer is on disk."""
    name = change.question
    question, answer = session.framework.questions[name], session.answer_to(name)
    if not change.is_onward:  # the question stays, and is not shown again
        now = now_lines(question, answer, session.framework, look)
        return paragraph(f"Saved with {name}. {' '.join(now)}", look)
    if look.is_plain:
        total = len(session.selection.ids)
        return [f"Saved. {total - len(session.open_ids)} of {total} answered."]
    said = answer_text(question, answer, session.framework)
    return paragraph(f"Saved {name} = {said}. (b goes back)", look)


def help_lines(session: Session, look: Look) -> list[str]:
    """Say why the present question is asked, what would show its answer, and which keys there are.

    At the end of all questions there are the keys alone.
    """
    lines = [""]
    if not session.is_over:
        lines += _why(session.question, session, look)
    return [*lines, *title("Keys, each with Enter", look), *pairs(HELP, look)]


def _why(question: Question, session: Session, look: Look) -> list[str]:
    lines = [*paragraph(question.why, look), *_space(look)] if question.why else []
    if question.expects:
        lines += [
            *title("What would show it", look),
            *points(question.expects, look),
            *_space(look),
        ]
    statements = question.statements(session.framework.scale)
    if statements and not choices_of(question, session.framework, None):
        levels = [f"Level {show(level)}: {text}" for level, text in statements]
        lines += [*title("What it is worth", look), *points(levels, look), *_space(look)]
    if question.critical:
        lines += [*title("Critical", look), *points(_ceilings(question), look), *_space(look)]
    return lines


def _ceilings(question: Question) -> Iterable[str]:
    for one in question.critical:
        dimension = one.dimension or dimension_of(question.id)
        held = f"holds {dimension} at {show(one.cap)} at most"
        yield f"Level {show(one.at_most)} or below {held}: {one.because}"


def list_lines(session: Session, ids: Iterable[str], what: str, look: Look) -> list[str]:
    """List questions with their numbers, to go to one with `g`."""
    names, order = list(ids), session.selection.ids
    if not names:
        return paragraph(f"{what}: none.", look)
    rows = []
    for name in names[:MOST_LISTED]:
        ask = session.framework.questions[name].ask
        rows.append((f"{order.index(name) + 1}", f"{name}: {ask}"))
    return [
        "",
        *title(f"{what} ({len(names)}); g and the number goes there", look),
        *pairs(rows, look),
    ]
