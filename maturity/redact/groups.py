"""Stage 6: figures of so few people that they could point at one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from maturity.model.provenance import Withheld
from maturity.redact.parts import change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.grouped import ByGroup, Group, GroupScore
    from maturity.model.scored import QuestionResult, Tally, TallyGroup
    from maturity.redact.audience import Audience

T = TypeVar("T")
SMALLEST_GROUP = 3
"""Groups of fewer people could point at one of them."""
GROUPS = Withheld(
    what=f"figures of groups of fewer than {SMALLEST_GROUP} people, and what would give them away",
    why="they could point at one person",
)


def large_enough(groups: Sequence[tuple[int, T]], nameless: int = 0) -> list[T]:
    """Give the groups that the public may see; each is given with its number of people.

    What is not shown can be worked out together, by taking what is shown from the whole. So
    where that would be of fewer than three people, the next smallest group goes too: of 5, 2 and
    4 people the 5 are shown. `nameless` are people of the whole who are in no group.
    """
    ordered = sorted(range(len(groups)), key=lambda place: groups[place][0])
    small = [place for place in ordered if groups[place][0] < SMALLEST_GROUP]
    people = nameless + sum(groups[place][0] for place in small)
    hidden = set(small)
    for place in ordered[len(small) :]:
        if people == 0 or people >= SMALLEST_GROUP:
            break
        hidden.add(place)
        people += groups[place][0]
    return [group for place, (_, group) in enumerate(groups) if place not in hidden]


def redact_groups(found: ByGroup, audience: Audience) -> ByGroup:
    """Give of units or roles side by side what an audience may see; the public no small ones.

    A number also counts as one of a small group where few of a larger one have answered.
    """
    if audience != "public":
        return change(found, audience=audience)
    shown = large_enough([(group.respondents, group) for group in found.groups])
    names = [part.id for part in found.dimensions]
    whole = _tellable({group.id: group.overall for group in found.groups})
    parts = {n: _tellable({group.id: group.dimensions[n] for group in found.groups}) for n in names}

    def cut(group: Group) -> Group:
        dimensions = {name: parts[name][group.id] for name in names}
        return change(group, overall=whole[group.id], dimensions=dimensions)

    groups = tuple(cut(group) for group in shown)
    return change(found, audience=audience, groups=groups, withheld=(*found.withheld, GROUPS))


def _tellable(scores: dict[str | None, GroupScore]) -> dict[str | None, GroupScore]:
    """Take out the numbers that too few have made; where nobody answered there is none anyway."""
    kept = large_enough([(one.answered or 0, name) for name, one in scores.items() if one.answered])
    nothing = {"score": None, "exact": None, "coverage": None, "provisional": False}
    return {
        name: one if name in kept else change(one, **nothing, answered=None)
        for name, one in scores.items()
    }


def without_groups(question: QuestionResult) -> QuestionResult:
    """Give a question without what small groups said."""
    tally = question.tally
    if tally is None:
        return question
    changes: dict[str, object] = {"by_role": (), "agreement": question.agreement}
    if question.state == "not-applicable":
        changes["reason"] = None  # a respondent's words
    if tally.answered < SMALLEST_GROUP:  # settled together, so its score may be told
        changes |= {"tally": None, "lowest": None, "highest": None, "agreement": None}
    else:
        by_role = _shown_roles(question, tally)
        kept = {group.id for group in by_role}
        means = tuple(mean for mean in question.by_role if mean.role in kept)
        by_unit = _shown_groups(tally.by_unit, tally.answered)
        shown = change(tally, by_role=by_role, by_unit=by_unit)
        changes |= {"tally": shown, "by_role": means}
    return change(question, **changes)


def _shown_roles(question: QuestionResult, tally: Tally) -> tuple[TallyGroup, ...]:
    """Give the roles to show; those that the question does not ask are no part of the whole."""
    asked = [g for g in tally.by_role if not question.answered_by or g.id in question.answered_by]
    kept = _shown_groups(asked, tally.answered)
    return tuple(
        group
        for group in tally.by_role
        if (group in kept if group in asked else _people(group) >= SMALLEST_GROUP)
    )


def _shown_groups(groups: Sequence[TallyGroup], answered: int) -> tuple[TallyGroup, ...]:
    sizes = [_people(group) for group in groups]
    nameless = max(0, answered - sum(sizes))
    return tuple(large_enough(list(zip(sizes, groups, strict=True)), nameless))


def _people(group: TallyGroup) -> int:
    return sum(group.levels.values())


def is_of_few(question: QuestionResult) -> bool:
    """Say whether so few answered that the score is one person's answer, or nearly."""
    tally = question.tally
    return tally is not None and 0 < tally.answered < SMALLEST_GROUP and not question.agreed
