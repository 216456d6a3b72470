"""Stage 6: a Comparison in plain words: what moved, like for like, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Figure,
    Figures,
    Item,
    Items,
    Paragraph,
    Row,
    Section,
    Table,
)
from maturity.render.report.view import Labels, Report
from maturity.render.words.numbers import NONE, score_text, signed_text
from maturity.render.words.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.compared import Comparison, Movement, PromisedAction, QuestionMovement
    from maturity.model.part import Number

_STATUS = {
    "done": "done",
    "visible": "not tracked as done, but the answers show it",
    "open": "open",
}
_STATES = {
    "unknown": "don't know",
    "unanswered": "not answered",
    "not-applicable": "not applicable",
    "not-asked": "not asked",
    "text": "text",
}


def build_comparison(comparison: Comparison, language: str = "en-GB") -> Report:
    """Put a Comparison into words; every format lays out the same."""
    before, after = comparison.before, comparison.after
    words = Words()
    day_before, day_after = words.day(before.date), words.day(after.date)
    title = f"What moved: {after.organisation}"
    return Report(
        language=language,
        framework=f"{after.framework} {after.version}",
        title=title,
        window_title=f"{title}, {day_before} to {day_after}",
        description=f"Comparison of two results of {after.organisation}",
        warnings=(),
        is_draft=False,
        facts=(
            Fact("Before", f"{day_before}, {before.respondents} respondents, {before.status}"),
            Fact("After", f"{day_after}, {after.respondents} respondents, {after.status}"),
        ),
        sections=tuple(section for section in _sections(comparison) if section.blocks),
        labels=Labels("Skip to the comparison", "Contents", "Made with maturity."),
    )


def _sections(comparison: Comparison) -> list[Section]:
    moved = [one for one in comparison.questions if one.change]
    states = [one for one in comparison.questions if one.state_before != one.state_after]
    return [
        Section("summary", "Summary", summary_blocks(comparison), kind="summary"),
        Section("dimensions", "Dimension by dimension", (_dimensions(comparison),)),
        Section(
            "questions",
            "Questions that moved",
            (_questions(moved, comparison.levels),) if moved else (),
        ),
        Section("states", "Answers that came or went", (_states(states),) if states else ()),
        Section("actions", "What was planned then", _actions(comparison.actions)),
        Section("questionnaire", "Questions that only one has", _only_one(comparison)),
        Section("differences", "What else differs", _differences(comparison.changed)),
    ]


def summary_blocks(comparison: Comparison) -> tuple[Block, ...]:
    """Say how far the whole moved and why."""
    overall, because = comparison.overall, comparison.because
    figures = Figures(
        (
            Figure("Before", before_text(overall, comparison.levels)),
            Figure("After", after_text(overall, comparison.levels)),
            Figure("Like for like", signed_text(overall.change), "levels"),
        ),
        large=True,
    )
    lead = Paragraph(
        "Like for like means that both are scored by the later rules, on the questions that both "
        "answer.",
        tone="quiet",
    )
    if because is None:
        return (figures, lead)
    reasons = Items(
        (
            Item(
                "The organisation moved",
                f"{signed_text(because.organisation)} levels: its answers.",
            ),
            Item(
                "The rules moved",
                f"{signed_text(because.rules)} levels: other questions, weights, ceilings "
                "or answers that only one has.",
            ),
        )
    )
    return (figures, reasons, lead)


def _dimensions(comparison: Comparison) -> Table:
    titles = ("Dimension", "Before", "After", "Like for like", "Target")
    columns = (Column(titles[0]), *(Column(title, numeric=True) for title in titles[1:]))
    shown = (*comparison.dimensions, comparison.overall)
    rows = [movement_cells(one, comparison.levels) for one in shown]
    return Table(
        "moved-dimensions",
        "Scores then and now",
        columns,
        tuple(Row(tuple(map(Cell, cells))) for cells in rows),
    )


def before_text(movement: Movement, levels: Sequence[Number]) -> str:
    """Show the earlier score, never as a level or target that it does not reach."""
    return score_text(movement.before, (*levels, movement.target_before))


def after_text(movement: Movement, levels: Sequence[Number]) -> str:
    """Show the later score, never as a level or target that it does not reach."""
    return score_text(movement.after, (*levels, movement.target_after))


def movement_cells(movement: Movement, levels: Sequence[Number]) -> tuple[str, ...]:
    """Give a dimension's row: title, before, after, like for like, target."""
    target = movement.target_after
    return (
        movement.title,
        before_text(movement, levels),
        after_text(movement, levels),
        signed_text(movement.change),
        NONE if target is None else score_text(target),
    )


def _questions(moved: Sequence[QuestionMovement], levels: Sequence[Number]) -> Table:
    columns = (
        Column("Question", wide=True),
        Column("Before", numeric=True),
        Column("After", numeric=True),
        Column("Change", numeric=True),
    )
    ordered = sorted(moved, key=lambda one: (one.change or 0, one.id))
    rows = (
        (
            one.ask,
            score_text(one.before, levels),
            score_text(one.after, levels),
            signed_text(one.change),
        )
        for one in ordered
    )
    cells = tuple(Row(tuple(map(Cell, row))) for row in rows)
    return Table("moved-questions", "Questions that moved, lower first", columns, cells)


def _states(changed: Sequence[QuestionMovement]) -> Items:
    return Items(
        tuple(
            Item(one.ask, f"{_state(one.state_before)}, now {_state(one.state_after)}.")
            for one in changed
        )
    )


def _state(state: str) -> str:
    return _STATES.get(state, "answered")


def _actions(actions: Sequence[PromisedAction]) -> tuple[Block, ...]:
    if not actions:
        return ()
    done = sum(one.status != "open" for one in actions)
    columns = (Column("Action", wide=True), Column("Now"), Column("Promised", numeric=True))
    rows = ((one.title, _now(one), signed_text(one.promised)) for one in actions)
    table = Table(
        "promised",
        "Actions of the earlier plan",
        columns,
        tuple(Row(tuple(map(Cell, row))) for row in rows),
    )
    return (Paragraph(f"{done} of {len(actions)} planned actions are done or can be seen."), table)


def _now(action: PromisedAction) -> str:
    if action.status == "done" and not action.visible:
        return "tracked as done, but the answers do not show it"
    return _STATUS[action.status]


def _only_one(comparison: Comparison) -> tuple[Block, ...]:
    items = [Item("Only now", name) for name in comparison.added]
    items += [Item("Only then", name) for name in comparison.removed]
    items += [Item(one.from_, f"is now {', '.join(one.to)}") for one in comparison.renamed]
    return (Items(tuple(items)),) if items else ()


def _differences(changed: Sequence[str]) -> tuple[Block, ...]:
    return (Items(tuple(Item(text=text) for text in changed)),) if changed else ()
