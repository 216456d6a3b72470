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
Sizes = tuple[int, ...]
"""How many people something is of, in each way of counting them."""
SMALLEST_GROUP = 3
"""Groups of fewer people could point at one of them."""
SMALLEST_FOR_BOARD = 2
"""The figures of one person are that person's answers."""
GROUPS = Withheld(
    what=f"figures of groups of fewer than {SMALLEST_GROUP} people, and what would give them away",
    why="they could point at one person",
)
ALONE = Withheld(
    what="figures of a role or unit of which one person answered, and what would give them away",
    why="they are that person’s answers",
)


def large_enough(
    groups: Sequence[tuple[int, T]], nameless: int = 0, least: int = SMALLEST_GROUP
) -> list[T]:
    """Give the groups that may be seen; each is given with its number of people.

    What is not shown can be worked out together, by taking what is shown from the whole. So
    where that would be of fewer than three people, the next smallest group goes too: of 5, 2 and
    4 people the 5 are shown. `nameless` are people of the whole who are in no group.
    """
    return _large_enough([((size,), group) for size, group in groups], (nameless,), least)


def _large_enough(groups: Sequence[tuple[Sizes, T]], rest: Sizes, least: int) -> list[T]:
    """Give the groups that are large enough, and leave enough over, in every way of counting.

    The first way counts all people of a group, so that nobody is in a group of none.
    """

    def is_small(place: int) -> bool:
        sizes = groups[place][0]
        return sizes[0] < least or any(0 < size < least for size in sizes)

    ordered = sorted(range(len(groups)), key=lambda place: (not is_small(place), groups[place][0]))
    hidden, left = set[int](), rest
    for place in ordered:
        if not is_small(place) and all(size == 0 or size >= least for size in left):
            break
        hidden.add(place)
        left = tuple(one + other for one, other in zip(left, groups[place][0], strict=True))
    return [group for place, (_, group) in enumerate(groups) if place not in hidden]


def redact_groups(found: ByGroup, audience: Audience) -> ByGroup:
    """Give of units or roles side by side what an audience may see.

    The public sees no small ones, a board none of one person. A number also counts as one of a
    small group where few of a larger one have answered.
    """
    if audience not in ("board", "public"):
        return change(found, audience=audience)
    least = SMALLEST_GROUP if audience == "public" else SMALLEST_FOR_BOARD
    shown = large_enough([(group.respondents, group) for group in found.groups], least=least)
    names = [part.id for part in found.dimensions]
    whole = _tellable({group.id: group.overall for group in found.groups}, least)
    parts = {
        name: _tellable({group.id: group.dimensions[name] for group in found.groups}, least)
        for name in names
    }

    def cut(group: Group) -> Group:
        dimensions = {name: parts[name][group.id] for name in names}
        return change(group, overall=whole[group.id], dimensions=dimensions)

    groups = tuple(cut(group) for group in shown)
    withheld = GROUPS if audience == "public" else ALONE
    return change(found, audience=audience, groups=groups, withheld=(*found.withheld, withheld))


def _tellable(scores: dict[str | None, GroupScore], least: int) -> dict[str | None, GroupScore]:
    """Take out the numbers that too few have made; where nobody answered there is none anyway."""
    sizes = [(one.answered or 0, name) for name, one in scores.items() if one.answered]
    kept = large_enough(sizes, least=least)
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
    changes: dict[str, object] = {"by_role": ()}
    if question.state == "not-applicable":
        changes["reason"] = None  # a respondent's words
    if tally.answered < SMALLEST_GROUP:  # settled together, so its score may be told
        changes |= {"tally": None, "lowest": None, "highest": None, "agreement": None}
        return change(question, **changes)
    return _with_groups(change(question, **changes), question, tally, SMALLEST_GROUP)


def without_lone_people(question: QuestionResult) -> QuestionResult:
    """Give a question without the figures of a role or unit of which one person answered."""
    if question.tally is None:
        return question
    return _with_groups(question, question, question.tally, SMALLEST_FOR_BOARD)


def _with_groups(
    cut: QuestionResult, question: QuestionResult, tally: Tally, least: int
) -> QuestionResult:
    by_role = _shown_roles(question, tally, least)
    by_unit = _shown_groups(tally.by_unit, tally, least)
    kept = {group.id for group in by_role}
    means = tuple(mean for mean in question.by_role if mean.role in kept)
    shown = change(tally, by_role=by_role, by_unit=by_unit)
    return change(cut, tally=shown, by_role=means)


def _shown_roles(question: QuestionResult, tally: Tally, least: int) -> tuple[TallyGroup, ...]:
    """Give the roles to show; those that the question does not ask are a whole of their own."""
    asked = [g for g in tally.by_role if not question.answered_by or g.id in question.answered_by]
    others = [group for group in tally.by_role if group not in asked]
    sizes = [(_answered(g) + g.unknown + (g.not_applicable or 0), _answered(g)) for g in others]
    nameless = max(0, tally.not_counted - sum(people for people, _ in sizes))
    kept = [
        *_shown_groups(asked, tally, least),
        *_large_enough(list(zip(sizes, others, strict=True)), (nameless, 0), least),
    ]
    return tuple(group for group in tally.by_role if group in kept)


def _shown_groups(groups: Sequence[TallyGroup], whole: Tally, least: int) -> tuple[TallyGroup, ...]:
    """Give the groups that are large enough by people and by answers.

    A person who does not know, has said that it does not apply or has not answered is one too:
    the whole says how many those are, so what is left over would tell it of one person.
    """
    silent = whole.not_applicable + whole.unanswered
    if silent and any(group.unanswered is None for group in groups):
        return ()  # an older result does not say of which group they are
    sizes = [(_people(group), _answered(group)) for group in groups]
    everyone = whole.answered + whole.unknown + silent, whole.answered
    rest = tuple(
        max(0, every - sum(size[way] for size in sizes)) for way, every in enumerate(everyone)
    )
    return tuple(_large_enough(list(zip(sizes, groups, strict=True)), rest, least))


def _answered(group: TallyGroup) -> int:
    return sum(group.levels.values())


def _people(group: TallyGroup) -> int:
    silent = (group.not_applicable or 0) + (group.unanswered or 0)
    return _answered(group) + group.unknown + silent


def is_of_few(question: QuestionResult) -> bool:
    """Say whether so few answered that the score is one person's answer, or nearly."""
    tally = question.tally
    return tally is not None and 0 < tally.answered < SMALLEST_GROUP and not question.agreed
