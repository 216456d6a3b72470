"""Stage 6: what respondents wrote and pointed at, question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Entries, Entry, Item, Section
from maturity.render.report.context import questions_under
from maturity.render.report.roles import role_table
from maturity.render.words.clean import clean, safe_url
from maturity.render.words.foreign import together

if TYPE_CHECKING:
    from maturity.model.scored import AnswerShown, EvidenceShown, Node, QuestionResult
    from maturity.render.report.context import Context


def notes_section(c: Context, node: Node) -> Section | None:
    """Show under a dimension where roles differ, and notes, evidence and answers in words."""
    entries = [_entry(c, question) for question in questions_under(node)]
    kept = tuple(entry for entry in entries if entry.items)
    blocks = (*role_table(c, node), *((Entries(kept),) if kept else ()))
    if not blocks:
        return None
    return Section(f"notes-{c.anchor('dimension', node.id)}", c.say("Views and evidence"), blocks)


def _entry(c: Context, question: QuestionResult) -> Entry:
    items = [item for answer in question.answers for item in _answer(c, question, answer)]
    return Entry(question.ask, tuple(items), c.link("question", question.id))


def _answer(c: Context, question: QuestionResult, answer: AnswerShown) -> list[Item]:
    who = who_text(c, answer)
    said = []
    if question.type == "text" and clean(answer.answer):
        said.append(Item(who, answer.answer))
    if clean(answer.reason):
        said.append(Item(who, c.say("does not apply: {reason}", reason=answer.reason)))
    if clean(answer.note):
        said.append(Item(who, answer.note))
    return [*said, *(_evidence(c, who, evidence) for evidence in answer.evidence)]


def who_text(c: Context, answer: AnswerShown) -> str:
    """Name who answered, as far as this audience may know: A. Person (Specialist, Housing)."""
    if answer.agreed:
        return c.say("Agreed together")
    person = c.people.get(answer.respondent or "")
    name = (person.name if person else None) or answer.respondent or c.say("A respondent")
    place = [c.role(answer.role) if answer.role else "", answer.unit or ""]
    known = together(", ", filter(None, place))
    shown = c.say("{name} ({place})", name=name, place=known) if known else name
    return shown if answer.counted else c.say("{who}, not counted", who=shown)


def _evidence(c: Context, who: str, evidence: EvidenceShown) -> Item:
    url = safe_url(evidence.ref)
    parts = [
        "" if url else evidence.ref,
        c.words.day(evidence.date) if evidence.date else "",
        strength_text(c, evidence.strength),
        c.say("from {who}", who=who),
    ]
    said = ", ".join(part for part in parts if clean(part))
    return Item(c.say("Evidence: {title}", title=evidence.title), said, url)


def strength_text(c: Context, strength: str | None) -> str:
    """Say how strong a piece of evidence is."""
    words = {
        "said": c.say("strength: said, nothing seen"),
        "shown": c.say("strength: shown"),
        "tested": c.say("strength: tested"),
    }
    return words.get(strength or "", strength or c.say("strength not stated"))
