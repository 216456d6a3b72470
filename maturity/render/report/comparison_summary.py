"""Stage 6: what a board should know of a Comparison: how far, why, and whether it may be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Figure, Figures, Item, Notice, Paragraph
from maturity.render.report.movement import after_text, before_text
from maturity.render.words.foreign import together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.compared import Comparison, Movement
    from maturity.render.report.blocks import Block
    from maturity.render.words.words import Words

MOST_NAMED = 5
"""How many questions that fell are named."""


def are_two_organisations(comparison: Comparison) -> bool:
    """Say whether the two results name different organisations."""
    return comparison.before.organisation != comparison.after.organisation


def is_like_for_like(comparison: Comparison) -> bool:
    """Say whether the two are scored like for like: not where one is for the public."""
    return "public" not in (comparison.before.audience, comparison.after.audience)


def comparison_summary(w: Words, comparison: Comparison) -> tuple[Block, ...]:
    """Say how far the whole moved and why, in sentences."""
    lead = w.say(
        "Like for like means that both are scored by the later rules, on the questions that both "
        "answer. Each number is rounded by itself, so a change may be out by 0.1 from the two "
        "scores beside it."
    )
    if not is_like_for_like(comparison):
        lead = w.say(
            "Questions and actions may be withheld from a version for the public, so the two are "
            "not scored like for like, and nothing is said of why the scores moved or what became "
            "of the plan."
        )
    explained = Paragraph(lead, tone="quiet")
    if are_two_organisations(comparison):
        return (_two_organisations(w, comparison), _figures(w, comparison), explained)
    said = [*_overall(w, comparison), *_dimensions(w, comparison.dimensions)]
    said += [*_questions(w, comparison), *_planned(w, comparison)]
    notices = (*_reversed(w, comparison), *_fallen(w, comparison))
    return (_figures(w, comparison), Paragraph(" ".join(said)), *notices, explained)


def is_reversed(comparison: Comparison) -> bool:
    """Say whether the result given as the earlier one is of a later day."""
    before, after = comparison.before.date, comparison.after.date
    if before is None or after is None or are_two_organisations(comparison):
        return False
    return before > after


def _reversed(w: Words, comparison: Comparison) -> list[Notice]:
    if not is_reversed(comparison):
        return []
    text = w.say(
        "“Before” is of {before}, “After” of {after}. To see what moved over time, give the "
        "earlier one first.",
        before=w.day(comparison.before.date),
        after=w.day(comparison.after.date),
    )
    return [Notice(w.say("The first result is the later one"), (Item(text=text),))]


def _two_organisations(w: Words, comparison: Comparison) -> Notice:
    before, after = comparison.before.organisation, comparison.after.organisation
    title = w.say("These are two organisations: {before} and {after}", before=before, after=after)
    text = w.say(
        "The numbers tell how the second differs from the first, not what moved over time. Only if "
        "one organisation has changed its name are they a movement."
    )
    return Notice(title, (Item(text=text),))


def _figures(w: Words, comparison: Comparison) -> Figures:
    overall, levels = comparison.overall, comparison.levels
    figures = [
        Figure(w.say("Before"), before_text(overall, levels, w)),
        Figure(w.say("After"), after_text(overall, levels, w)),
    ]
    if is_like_for_like(comparison):
        levels_moved = w.signed(overall.change)
        figures.append(Figure(w.say("Like for like"), levels_moved, w.say("levels")))
    return Figures(tuple(figures), large=True)


def _overall(w: Words, comparison: Comparison) -> list[str]:
    overall, because = comparison.overall, comparison.because
    if None in (overall.before, overall.after):
        return [w.say("There is no overall score to compare.")]
    said = [
        w.say(
            "The overall score went from {before} to {after}.",
            before=before_text(overall, comparison.levels, w),
            after=after_text(overall, comparison.levels, w),
        )
    ]
    if because is None:
        return said
    if not because.rules:
        said.append(w.say("All of that comes from the answers; the rules have not moved it."))
    else:
        said.append(
            w.say(
                "The answers moved it by {answers}; other questions, weights, ceilings or answers "
                "that only one has moved it by {rules}.",
                answers=w.signed(because.organisation),
                rules=w.signed(because.rules),
            )
        )
    return said


def _dimensions(w: Words, moved: Sequence[Movement]) -> list[str]:
    """Name the dimensions that fell, else how many rose and which most."""
    known = [(one.change, one) for one in moved if one.change is not None]
    if not known:
        return []
    fallen = [one.title for change, one in known if change < 0]
    risen = [(change, one) for change, one in known if change > 0]
    said = []
    if risen:
        most = max(risen, key=lambda pair: pair[0])[1]
        counted = w.count(
            len(risen),
            "One of {all} dimensions rose.",
            "{n} of {all} dimensions rose.",
            all=len(moved),
        )
        if len(risen) == len(moved) > 1:
            counted = w.say("All {n} dimensions rose.", n=len(moved))
        rise = w.amount(most.change)
        said += [counted, w.say("{title} rose most, by {rise}.", title=most.title, rise=rise)]
    if fallen:
        said.append(w.say("Lower than before: {titles}.", titles=together("; ", fallen)))
    return said or [w.say("No dimension moved.")]


def _questions(w: Words, comparison: Comparison) -> list[str]:
    risen = sum((one.change or 0) > 0 for one in comparison.questions)
    fallen = sum((one.change or 0) < 0 for one in comparison.questions)
    if (not risen and not fallen) or not is_like_for_like(comparison):
        return []
    rose = w.count(risen, "One question rose", "{n} questions rose")
    fell = w.count(fallen, "one fell", "{n} fell") if fallen else w.say("none fell")
    return [w.say("{rose} and {fell}.", rose=rose if risen else w.say("None rose"), fell=fell)]


def _planned(w: Words, comparison: Comparison) -> list[str]:
    actions = comparison.actions
    if not actions:
        return []
    done = sum(one.status != "open" for one in actions)
    if not done:
        return [w.say("No action planned then is done or can be seen in the answers.")]
    return [
        w.count(
            done,
            "Of {all} actions planned then, one is done or can be seen in the answers.",
            "Of {all} actions planned then, {n} are done or can be seen in the answers.",
            all=len(actions),
        )
    ]


def _fallen(w: Words, comparison: Comparison) -> list[Block]:
    """Name the questions that fell furthest."""
    fallen = [(one.change, one) for one in comparison.questions if one.change is not None]
    ordered = sorted((pair for pair in fallen if pair[0] < 0), key=lambda p: (p[0], p[1].id))
    if not ordered:
        return []
    items = [
        Item(one.ask, w.say("lower by {change}", change=w.amount(-change)))
        for change, one in ordered[:MOST_NAMED]
    ]
    more = len(ordered) - MOST_NAMED
    if more > 0:
        items.append(Item(w.count(more, "One more further on", "{n} more further on")))
    return [Notice(w.say("What fell"), tuple(items))]
