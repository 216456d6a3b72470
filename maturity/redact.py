"""Stage 6: a Result for an audience, made before every output; what is left out is said.

The whole Result never goes to a renderer unless the audience is `full`, so no template can leak
what it was not given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from maturity.errors import fail
from maturity.model.provenance import Respondents, RoleCount, UnitCount, Withheld
from maturity.model.scored import TallyGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maturity.model.part import Part
    from maturity.model.planned import BeyondAction, PlannedAction
    from maturity.model.result import Result
    from maturity.model.scored import Node, QuestionResult

P = TypeVar("P", bound="Part")
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


def _change(part: P, **changes: object) -> P:
    return part.model_copy(update=changes)


def _nameless(respondents: Respondents) -> Respondents:
    return _change(respondents, people=())


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
    reason = question.reason if question.state == "not-asked" else None
    return _change(question, answers=(), reason=reason)


def _for_public(result: Result) -> Result:
    people = result.respondents
    roles = _large_enough([(role.count, role) for role in people.roles])
    units = _large_enough([(unit.count, unit) for unit in people.units])
    result = _questions(result, _without_groups)
    respondents = _change(
        people,
        roles=tuple(role for role in roles if isinstance(role, RoleCount)),
        units=tuple(unit for unit in units if isinstance(unit, UnitCount)),
    )
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
        plan=tuple(_change(a, note="", due=None, status=None) for a in result.plan),
        disagreements=tuple(_change(d, by_role=()) for d in result.disagreements),
    )


def _large_enough(groups: Sequence[tuple[int, object]]) -> list[object]:
    """Give the groups that may be shown.

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
    if tally.answered < SMALLEST_GROUP:
        changes |= {"tally": None, "lowest": None, "highest": None, "agreement": None}
    else:
        by_role = _shown_groups(tally.by_role)
        kept = {group.id for group in by_role}
        means = tuple(mean for mean in question.by_role if mean.role in kept)
        shown = _change(tally, by_role=by_role, by_unit=_shown_groups(tally.by_unit))
        changes |= {"tally": shown, "by_role": means}
    return _change(question, **changes)


def _shown_groups(groups: Sequence[TallyGroup]) -> tuple[TallyGroup, ...]:
    sized: list[tuple[int, object]] = [(sum(group.levels.values()), group) for group in groups]
    return tuple(group for group in _large_enough(sized) if isinstance(group, TallyGroup))


def _without_sensitive(result: Result) -> tuple[Result, list[Withheld]]:
    """Leave of sensitive dimensions their own numbers, and nothing elsewhere that tells more."""
    sensitive = {node.id: node.title for node in result.dimensions if node.sensitive}
    if not sensitive:
        return result, []

    def inside(name: str) -> bool:
        return name.partition(".")[0] in sensitive

    hidden = {action.id for action in result.plan if _tells(action, inside)}
    plan = [action for action in result.plan if action.id not in hidden]
    changed = _change(
        result,
        dimensions=tuple(_outline(node, inside) for node in result.dimensions),
        commentary={
            name: text
            for name, text in result.commentary.items()
            if name not in sensitive and name not in hidden
        },
        plan=tuple(_change(a, needs=tuple(n for n in a.needs if n not in hidden)) for a in plan),
        beyond=tuple(action for action in result.beyond if not _tells(action, inside)),
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


def _tells(action: PlannedAction | BeyondAction, inside: Callable[[str], bool]) -> bool:
    return any(inside(question) for question in action.raises)
