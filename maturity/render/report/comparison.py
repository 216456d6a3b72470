"""Stage 6: a Comparison in plain words: what moved, like for like, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maturity.render.report.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Item,
    Items,
    Row,
    Section,
    Table,
)
from maturity.render.report.comparison_summary import (
    are_two_organisations,
    comparison_summary,
    is_like_for_like,
)
from maturity.render.report.context import dimension_of, marked
from maturity.render.report.movement import movement_cells, plain_table
from maturity.render.report.promises import promised_actions
from maturity.render.report.view import Labels, Report
from maturity.render.words.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.compared import (
        Comparison,
        QuestionMovement,
        Side,
    )


def build_comparison(comparison: Comparison, words: Words | None = None) -> Report:
    """Put a Comparison into words; every format lays out the same."""
    w = words or Words()
    language, untranslated = comparison.language, comparison.untranslated
    comparison = marked(comparison, w.code, language, untranslated)
    before, after = comparison.before, comparison.after
    days = {"before": w.day(before.date), "after": w.day(after.date)}
    name = after.organisation
    title, two = w.say("What moved: {name}", name=name), are_two_organisations(comparison)
    if two:
        title = w.say("Comparison: {one} and {other}", one=before.organisation, other=name)
    return Report(
        language=w.code,
        framework=f"{after.framework_title or after.framework} {after.version}",
        title=title,
        window_title=w.say("{title}, {before} to {after}", title=title, **days),
        description=w.say("Comparison of two results of {name}", name=name),
        warnings=_warnings(w, comparison),
        is_draft=after.status != "final",
        facts=(
            Fact(w.say("Before"), _side(w, before, days["before"], two=two)),
            Fact(w.say("After"), _side(w, after, days["after"], two=two)),
        ),
        sections=tuple(section for section in _sections(w, comparison) if section.blocks),
        labels=Labels(
            w.say("Skip to the comparison"), w.say("Contents"), w.say("Made with maturity.")
        ),
    )


def _warnings(w: Words, comparison: Comparison) -> tuple[str, ...]:
    warnings = [w.say("DRAFT")] if comparison.after.status != "final" else []
    if are_two_organisations(comparison):
        warnings.append(w.say("Two organisations"))
    return tuple(warnings)


def _side(w: Words, side: Side, day: str, *, two: bool) -> str:
    """Say when and by how many a result was made; whose it is where there are two."""
    status = w.say("final") if side.status == "final" else w.say("draft")
    said = w.count(
        side.respondents,
        "{day}, {n} respondent, {status}",
        "{day}, {n} respondents, {status}",
        day=day,
        status=status,
    )
    versions = {
        "team": w.say("Version for the team"),
        "board": w.say("Version for the board"),
        "public": w.say("Version for the public"),
    }
    if side.audience in versions:
        said = w.say("{said}. {version}.", said=said, version=versions[side.audience])
    return w.say("{name}: {said}", name=side.organisation, said=said) if two else said


def _withheld(w: Words, comparison: Comparison) -> tuple[Block, ...]:
    """List what either version lacks, once."""
    entries = dict.fromkeys((*comparison.before.withheld, *comparison.after.withheld))
    items = tuple(Item(w.again(entry.what), w.again(entry.why)) for entry in entries)
    return (Items(items),) if items else ()


def _sections(w: Words, comparison: Comparison) -> list[Section]:
    moved = [one for one in comparison.questions if one.change]
    states = [one for one in comparison.questions if one.state_before != one.state_after]
    promised = () if are_two_organisations(comparison) else comparison.actions
    parts: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
        ("dimensions", w.say("Dimension by dimension"), (_dimensions(w, comparison),)),
        (
            "questions",
            w.say("Questions that moved"),
            (_questions(w, comparison, moved),) if moved else (),
        ),
        ("states", w.say("Answers that came or went"), (_states(w, states),) if states else ()),
        ("actions", w.say("What was planned then"), promised_actions(w, promised)),
        ("questionnaire", w.say("Questions that only one has"), _only_one(w, comparison)),
        ("differences", w.say("What else differs"), _differences(w, comparison.changed)),
        ("withheld", w.say("Left out of these versions"), _withheld(w, comparison)),
    )
    summary = Section(
        "summary", w.say("Summary"), comparison_summary(w, comparison), kind="summary"
    )
    return [summary, *(Section(*part) for part in parts)]


def _dimensions(w: Words, comparison: Comparison) -> Table:
    like = is_like_for_like(comparison)
    columns = (
        Column(w.say("Dimension")),
        Column(w.say("Before"), numeric=True),
        Column(w.say("After"), numeric=True),
        *([Column(w.say("Like for like"), numeric=True)] if like else []),
        Column(w.say("Target"), numeric=True),
    )
    rows = [movement_cells(one, comparison.levels, w, like=like) for one in comparison.dimensions]
    _, *overall = movement_cells(comparison.overall, comparison.levels, w, like=like)
    whole = Row(tuple(map(Cell, (w.say("Overall"), *overall))), total=True)
    table = plain_table("moved-dimensions", w.say("Scores then and now"), columns, rows)
    return replace(table, rows=(*table.rows, whole))


def _questions(w: Words, comparison: Comparison, moved: Sequence[QuestionMovement]) -> Table:
    levels, titles = comparison.levels, {one.id: one.title for one in comparison.dimensions}
    columns = (
        Column(w.say("Question"), wide=True),
        Column(w.say("Dimension")),
        Column(w.say("Before"), numeric=True),
        Column(w.say("After"), numeric=True),
        Column(w.say("Change"), numeric=True),
    )
    rows = [
        (
            one.ask,
            titles.get(dimension_of(one.id), dimension_of(one.id)),
            w.score(one.before, levels),
            w.score(one.after, levels),
            w.signed(one.change),
        )
        for one in sorted(moved, key=lambda one: (one.change or 0, one.id))
    ]
    return plain_table(
        "moved-questions", w.say("Questions that moved, lowest change first"), columns, rows
    )


def _states(w: Words, changed: Sequence[QuestionMovement]) -> Items:
    names = {
        "unknown": w.say("don't know"),
        "unanswered": w.say("not answered"),
        "not-applicable": w.say("not applicable"),
        "not-asked": w.say("not asked"),
        "text": w.say("text"),
    }
    answered = w.say("answered")

    def said(one: QuestionMovement) -> str:
        before = names.get(one.state_before, answered)
        after = names.get(one.state_after, answered)
        return w.say("{before}, now {after}.", before=before, after=after)

    return Items(tuple(Item(one.ask, said(one)) for one in changed))


def _only_one(w: Words, comparison: Comparison) -> tuple[Block, ...]:
    items = [Item(w.say("Only now"), name) for name in comparison.added]
    items += [Item(w.say("Only then"), name) for name in comparison.removed]
    items += [
        Item(one.from_, w.say("is now {names}", names=", ".join(one.to)))
        for one in comparison.renamed
    ]
    return (Items(tuple(items)),) if items else ()


def _differences(w: Words, changed: Sequence[str]) -> tuple[Block, ...]:
    return (Items(tuple(Item(text=w.again(text)) for text in changed)),) if changed else ()
