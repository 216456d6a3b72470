"""Stage 6: a Result for an audience, made before every output; what is left out is said.

The whole Result never goes to a renderer unless the audience is `full`, so no template can leak
what it was not given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from maturity.errors import fail
from maturity.model.provenance import Withheld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from maturity.model.grouped import ByGroup, Group, GroupScore
    from maturity.model.part import Part
    from maturity.model.planned import PlannedAction
    from maturity.model.provenance import Respondents
    from maturity.model.result import Result
    from maturity.model.scored import Node, QuestionResult, TallyGroup

P = TypeVar("P", bound="Part")
T = TypeVar("T")
Audience = Literal["full", "team", "board", "public"]
AUDIENCES: tuple[Audience, ...] = ("full", "team", "board", "public")
SMALLEST_GROUP = 3
"""Groups of fewer people could point at one of them."""

_NAMES = Withheld(what="names and ids of respondents", why="this version shows roles only")
_ANSWERS = Withheld(
    what="single answers, notes and evidence", why="this version shows what they came to"
)
_GROUPS = Withheld(
    what=f"figures of groups of fewer than {SMALLEST_GROUP} people, and what would give them away",
    why="they could point at one person",
)
_OWN_WORDS = Withheld(
    what="who approved, who owns tracked actions and their notes", why="they name people"
)


def redact(result: Result, audience: Audience) -> Result:
    """Give what an audience may see; a Result that was cut before is only cut further.

    `team` sees roles instead of names; `board` no single answers; `public` no small groups
    either, and of sensitive dimensions the scores alone.

    Raises:
        MaturityError: The Result was cut already, for a narrower audience.
    """
    if AUDIENCES.index(audience) < AUDIENCES.index(result.audience):
        raise fail(
            f"this result was made for the audience '{result.audience}', and holds less than "
            f"'{audience}' may see",
            "make it again from the answers",
        )
    if audience == result.audience:
        return result
    withheld = [_NAMES]
    result = _change(result, respondents=_nameless(result.respondents))
    result = _questions(result, _without_ids)
    if audience in ("board", "public"):
        withheld.append(_ANSWERS)
        result = _questions(result, _without_answers)
    if audience == "public":
        withheld += [_OWN_WORDS, _GROUPS]
        result = _for_public(result)
        result, sensitive = _without_sensitive(result)
        withheld += sensitive
    known = [entry for entry in withheld if entry not in result.withheld]
    return _change(result, audience=audience, withheld=(*result.withheld, *known))


def redact_groups(found: ByGroup, audience: Audience) -> ByGroup:
    """Give of units or roles side by side what an audience may see; the public no small ones.

    A number also counts as one of a small group where few of a larger one have answered.
    """
    if audience != "public":
        return _change(found, audience=audience)
    shown = large_enough([(group.respondents, group) for group in found.groups])
    names = [part.id for part in found.dimensions]
    whole = _tellable({group.id: group.overall for group in found.groups})
    parts = {n: _tellable({group.id: group.dimensions[n] for group in found.groups}) for n in names}

    def cut(group: Group) -> Group:
        dimensions = {name: parts[name][group.id] for name in names}
        return _change(group, overall=whole[group.id], dimensions=dimensions)

    groups = tuple(cut(group) for group in shown)
    return _change(found, audience=audience, groups=groups, withheld=(*found.withheld, _GROUPS))


def _tellable(scores: dict[str | None, GroupScore]) -> dict[str | None, GroupScore]:
    """Take out the numbers that too few have made; where nobody answered there is none anyway."""
    kept = large_enough([(one.answered or 0, name) for name, one in scores.items() if one.answered])
    nothing = {"score": None, "exact": None, "coverage": None, "provisional": False}
    return {
        name: one if name in kept else _change(one, **nothing, answered=None)
        for name, one in scores.items()
    }


def _change(part: P, **changes: object) -> P:
    return part.model_copy(update=changes)


def _nameless(respondents: Respondents) -> Respondents:
    return _change(respondents, people=())


def all_questions(result: Result) -> Iterator[QuestionResult]:
    """Give every question of a Result."""
    ahead = list(result.dimensions)
    while ahead:
        node = ahead.pop(0)
        yield from node.questions
        ahead = [*node.topics, *ahead]


def _questions(result: Result, change: Callable[[QuestionResult], QuestionResult]) -> Result:
    def walk(node: Node) -> Node:
        questions = tuple(change(question) for question in node.questions)
        topics = tuple(walk(topic) for topic in node.topics)
        return _change(node, questions=questions, topics=topics)

    return _change(result, dimensions=tuple(walk(node) for node in result.dimensions))


def _without_ids(question: QuestionResult) -> QuestionResult:
    answers = tuple(_change(answer, respondent=None) for answer in question.answers)
    return _change(question, answers=answers)


def _without_answers(question: QuestionResult) -> QuestionResult:
    return _change(question, answers=())


def _for_public(result: Result) -> Result:
    people = result.respondents
    roles = large_enough([(role.count, role) for role in people.roles])
    units = large_enough([(unit.count, unit) for unit in people.units])
    single = {q.id for q in all_questions(result) if _is_of_few(q)}
    result = _questions(_without_questions(result, single), _without_groups)
    respondents = _change(people, roles=tuple(roles), units=tuple(units))
    left_out = tuple(
        _change(entry, reason="" if entry.state == "not-applicable" else entry.reason)
        for entry in result.left_out
    )
    return _change(
        result,
        respondents=respondents,
        left_out=left_out,
        approvals=(),
        tracked=(),
        notes=(),
        beyond=(),
        plan=tuple(_public_action(action, single) for action in result.plan),
        disagreements=tuple(_change(d, by_role=()) for d in result.disagreements),
    )


def _is_of_few(question: QuestionResult) -> bool:
    """Say whether so few answered that the score is one person's answer, or nearly."""
    tally = question.tally
    return tally is not None and 0 < tally.answered < SMALLEST_GROUP and not question.agreed


def _without_questions(result: Result, names: set[str]) -> Result:
    def walk(node: Node) -> Node:
        return _change(
            node,
            questions=tuple(question for question in node.questions if question.id not in names),
            topics=tuple(walk(topic) for topic in node.topics),
            caps=tuple(cap for cap in node.caps if cap.question not in names),
        )

    return _change(result, dimensions=tuple(walk(node) for node in result.dimensions))


def _public_action(action: PlannedAction, hidden: set[str]) -> PlannedAction:
    """Give an action without what is tracked here, and without answers that are hidden."""
    changes = tuple(change for change in action.changes if change.question not in hidden)
    return _change(
        action,
        note="",
        due=None,
        status=None,
        owner=action.owner_role,
        changes=changes,
        caps_released=tuple(name for name in action.caps_released if name not in hidden),
    )


def large_enough(groups: Sequence[tuple[int, T]]) -> list[T]:
    """Give the groups that the public may see; each is given with its number of people.

    Where exactly one is too small, the next smallest goes too: with the total known, the one
    could be worked out by subtraction.
    """
    ordered = sorted(range(len(groups)), key=lambda place: groups[place][0])
    small = [place for place in ordered if groups[place][0] < SMALLEST_GROUP]
    hidden = set(ordered[:2] if len(small) == 1 else small)
    return [group for place, (_, group) in enumerate(groups) if place not in hidden]


def _without_groups(question: QuestionResult) -> QuestionResult:
    tally = question.tally
    if tally is None:
        return question
    changes: dict[str, object] = {"by_role": (), "agreement": question.agreement}
    if question.state == "not-applicable":
        changes["reason"] = None  # a respondent's words
    if tally.answered < SMALLEST_GROUP:  # settled together, so its score may be told
        changes |= {"tally": None, "lowest": None, "highest": None, "agreement": None}
    else:
        by_role = _shown_groups(tally.by_role)
        kept = {group.id for group in by_role}
        means = tuple(mean for mean in question.by_role if mean.role in kept)
        shown = _change(tally, by_role=by_role, by_unit=_shown_groups(tally.by_unit))
        changes |= {"tally": shown, "by_role": means}
    return _change(question, **changes)


def _shown_groups(groups: Sequence[TallyGroup]) -> tuple[TallyGroup, ...]:
    return tuple(large_enough([(sum(group.levels.values()), group) for group in groups]))


def _without_sensitive(result: Result) -> tuple[Result, list[Withheld]]:
    """Leave of sensitive dimensions their own numbers, and nothing elsewhere that tells more."""
    sensitive = {node.id: node.title for node in result.dimensions if node.sensitive}
    if not sensitive:
        return result, []

    def inside(name: str) -> bool:
        return name.partition(".")[0] in sensitive

    hidden = {action.id for action in result.plan if _tells(action, inside)}
    plan = [action for action in result.plan if action.id not in hidden]
    # An action that is not planned says no more what it raises, so only the known are told.
    told = {"summary", *(node.id for node in result.dimensions), *(action.id for action in plan)}
    changed = _change(
        result,
        dimensions=tuple(_outline(node, inside) for node in result.dimensions),
        commentary={
            name: text
            for name, text in result.commentary.items()
            if name in told and name not in sensitive
        },
        plan=tuple(_change(a, needs=tuple(n for n in a.needs if n not in hidden)) for a in plan),
        unknowns=tuple(entry for entry in result.unknowns if not inside(entry.question)),
        disagreements=tuple(e for e in result.disagreements if not inside(e.question)),
        left_out=tuple(entry for entry in result.left_out if not inside(entry.question)),
        lenses=tuple(
            _change(lens, question_ids=tuple(q for q in lens.question_ids if not inside(q)))
            for lens in result.lenses
        ),
    )
    titles = ", ".join(sensitive.values())
    what = f"questions, ceilings, actions and commentary of: {titles}"
    why = "the framework marks them as sensitive; their scores are shown"
    return changed, [Withheld(what=what, why=why)]


def _outline(node: Node, inside: Callable[[str], bool]) -> Node:
    """Give a sensitive dimension's numbers alone; another one without sensitive ceilings."""
    if node.sensitive:
        return _change(node, questions=(), topics=(), caps=(), pending=(), uncapped=None)
    return _change(
        node,
        caps=tuple(cap for cap in node.caps if not inside(cap.question)),
        pending=tuple(cap for cap in node.pending if not inside(cap.question)),
    )


def _tells(action: PlannedAction, inside: Callable[[str], bool]) -> bool:
    return any(inside(question) for question in action.raises)
