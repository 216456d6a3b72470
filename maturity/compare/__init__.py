"""Two Results of one framework become a Comparison: what moved, like for like, and why."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.compare.match import match
from maturity.compare.promises import promises
from maturity.errors import fail
from maturity.model.compared import Because, Comparison, Movement, QuestionMovement, Side
from maturity.model.levels import as_number
from maturity.score.aggregate import Gap, Value
from maturity.score.engine import OVERALL, number
from maturity.score.from_result import all_questions, engine_from, values_from

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.part import Number
    from maturity.model.provenance import ScaleInfo
    from maturity.model.result import Result
    from maturity.model.scored import Node, QuestionResult


def compare(before: Result, after: Result) -> Comparison:
    """Compare an earlier Result with a later one.

    From a version for the public, questions and actions may be withheld. Then nothing is scored
    like for like, and nothing is said of what only one has or what became of the plan: it would
    be of a part alone, and wrong of the whole.

    Raises:
        MaturityError: They are of different frameworks or scales, or one is the short version.
    """
    _check_alike(before, after)
    old, new = all_questions(before), all_questions(after)
    pairs, renamed = match(old, new, after.framework.renamed)
    cut = "public" in (before.audience, after.audience)
    like = ({}, {}) if cut else _like_for_like(before, after, pairs)
    moved = {name for entry in renamed for name in (entry.from_, *entry.to)}
    dimensions = _dimensions(before, after, like)
    overall = _movement(before.overall, after.overall, like)
    return Comparison(
        before=_side(before),
        after=_side(after),
        levels=tuple(level.level for level in after.parameters.scale.levels),
        overall=overall,
        because=_because(before, after, like),
        dimensions=dimensions,
        questions=tuple(_question(old[was], new[now]) for now, was in pairs.items()),
        added=() if cut else tuple(n for n in new if n not in pairs and n not in moved),
        removed=() if cut else tuple(n for n in old if n not in {*pairs.values(), *moved}),
        renamed=tuple(renamed),
        changed=tuple(_differences(before, after)),
        actions=() if cut else promises(before, after),
        regressions=tuple(
            m.id for m in (overall, *dimensions) if m.change is not None and m.change < 0
        ),
        language=after.framework.language,
        untranslated=after.untranslated,
    )


def _check_alike(before: Result, after: Result) -> None:
    if before.framework.id != after.framework.id:
        raise fail(
            f"these are results of two frameworks: {before.framework.id} and {after.framework.id}",
            "compare two results of the same framework",
        )
    if before.scope != after.scope:
        raise fail(
            "one result is of the short version, the other of all questions",
            "compare two results of the same scope",
        )
    scales = [_ends(result.parameters.scale) for result in (before, after)]
    if scales[0] != scales[1]:
        raise fail(
            f"one result is on a scale {scales[0]}, the other on a scale {scales[1]}",
            "show them one beside the other; no change can be worked out between two scales",
        )


def _ends(scale: ScaleInfo) -> str:
    return f"from {scale.levels[0].level} to {scale.top}"


Like = tuple[dict[str, Value], dict[str, Value]]


def _like_for_like(before: Result, after: Result, pairs: Mapping[str, str]) -> Like:
    """Score both by the later rules, on the questions that both scored or could have."""
    earlier, later = values_from(before), values_from(after)
    both = [
        now
        for now, was in pairs.items()
        if isinstance(earlier[was], Fraction) and isinstance(later[now], Fraction)
    ]
    engine = engine_from(after, frozenset(both))
    first = engine.scores({now: earlier[pairs[now]] for now in both})
    return first, engine.scores({now: later[now] for now in both})


def _movement(before: Node | None, after: Node, like: Like) -> Movement:
    first, second = (_score(values, after.id) for values in like)
    change = None if first is None or second is None else as_number(second - first)
    return Movement(
        id=after.id,
        title=after.title if after.id != OVERALL else "Overall",
        before=before.score if before else None,
        after=after.score,
        like_before=None if first is None else as_number(first),
        like_after=None if second is None else as_number(second),
        change=change,
        target_before=before.target if before else None,
        target_after=after.target,
    )


def _score(values: Mapping[str, Value], node: str) -> Fraction | None:
    return number(values.get(node, Gap.OUT))


def _dimensions(before: Result, after: Result, like: Like) -> tuple[Movement, ...]:
    earlier = {node.id: node for node in before.dimensions}
    return tuple(_movement(earlier.get(node.id), node, like) for node in after.dimensions)


def _because(before: Result, after: Result, like: Like) -> Because | None:
    """Split the published movement: what the answers did, and what everything else did."""
    if before.overall.exact is None or after.overall.exact is None:
        return None
    first, second = (_score(values, OVERALL) for values in like)
    if first is None or second is None:
        return None
    whole = Fraction(after.overall.exact) - Fraction(before.overall.exact)
    organisation = second - first
    return Because(
        organisation=as_number(organisation),
        rules=as_number(whole - organisation),
        whole=as_number(whole),
    )


def _question(before: QuestionResult, after: QuestionResult) -> QuestionMovement:
    change: Number | None = None
    if before.exact is not None and after.exact is not None:
        change = as_number(Fraction(after.exact) - Fraction(before.exact))
    return QuestionMovement(
        id=after.id,
        was=before.id,
        ask=after.ask,
        state_before=before.state,
        state_after=after.state,
        before=before.score,
        after=after.score,
        change=change,
    )


def _side(result: Result) -> Side:
    return Side(
        organisation=result.organisation.name,
        framework=result.framework.id,
        framework_title=result.framework.title,
        version=result.framework.version,
        profile=result.profile.title if result.profile else None,
        date=result.date,
        scope=result.scope,
        status=result.status,
        respondents=result.respondents.count,
        audience=result.audience,
        withheld=result.withheld,
    )


def _stated(target: Number | None) -> Number | str:
    return "none" if target is None else target


def _differences(before: Result, after: Result) -> list[str]:
    """Say in sentences what differs beside the answers."""
    first, second = _side(before), _side(after)
    capacities = [result.parameters.capacity.days_per_month for result in (before, after)]
    pairs: list[tuple[str, object, object]] = [
        ("The organisation is named {}; it was {}.", first.organisation, second.organisation),
        ("The framework's version is {}; it was {}.", first.version, second.version),
        ("The profile is {}; it was {}.", first.profile or "none", second.profile or "none"),
        ("The number of respondents is {}; it was {}.", first.respondents, second.respondents),
        ("Capacity in days a month is {}; it was {}.", capacities[0], capacities[1]),
    ]
    found = [said.format(now, then) for said, then, now in pairs if then != now]
    if first.version == second.version and before.framework.digest != after.framework.digest:
        found.append("The framework changed without a new version.")
    earlier = {node.id: node for node in before.dimensions}
    for node in after.dimensions:
        old = earlier.get(node.id)
        if old is not None and old.target != node.target:
            now, then = _stated(node.target), _stated(old.target)
            found.append(f"The target of {node.title} is {now}; it was {then}.")
        if old is not None and old.weight != node.weight:
            found.append(f"The weight of {node.title} is {node.weight}; it was {old.weight}.")
    return found
