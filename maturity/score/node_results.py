"""Stage 4: what a Result says of the overall score, dimensions, topics and lenses."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from maturity.model.framework import Questionnaire
from maturity.model.levels import as_number
from maturity.model.scored import CapInfo, Lensed, Node, PendingCap
from maturity.score.aggregate import aggregate
from maturity.score.caps import applying
from maturity.score.engine import OVERALL, number
from maturity.score.question_results import exact_text, optional, question_result
from maturity.score.tree import Branch

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment
    from maturity.model.condition import Ceiling
    from maturity.model.framework import Group
    from maturity.model.shared import Lens
    from maturity.score import Scores
    from maturity.score.caps import Cap


def dimension_targets(assessment: Assessment) -> dict[str, Fraction]:
    """Give each dimension's target: the assessment's own, else the profile's."""
    profile = assessment.profile.targets if assessment.profile else {}
    own = {name: target.level for name, target in assessment.targets.items()}
    dimensions = assessment.framework.file.dimensions
    found = ((name, own.get(name, profile.get(name))) for name in dimensions)
    return {name: target for name, target in found if target is not None}


def overall_target(assessment: Assessment, scores: Scores) -> Fraction | None:
    """Give the scored dimensions' targets through the same aggregate.

    None for a ladder or a matrix, and where a scored dimension with a weight has no target.
    """
    tree = scores.engine.tree
    if tree.aggregate not in ("mean", "min"):
        return None
    targets = dimension_targets(assessment)
    scored = [
        child
        for child in tree.children
        if child.weight and scores.nodes[child.id].score is not None
    ]
    if not scored or any(child.id not in targets for child in scored):
        return None
    branch = Branch(tree.id, tree.weight, tree.aggregate, tuple(scored))
    return number(aggregate(branch, [targets[child.id] for child in scored]))


def overall_node(assessment: Assessment, scores: Scores) -> Node:
    """Describe the overall score."""
    file = assessment.framework.file
    return Node(
        id=OVERALL,
        title=file.title,
        weight=1,
        aggregate=file.aggregate,
        pass_=_pass(file.aggregate, scores.engine.tree),
        **_numbers(OVERALL, assessment, scores, overall_target(assessment, scores)),
    )


def dimension_nodes(assessment: Assessment, scores: Scores) -> tuple[Node, ...]:
    """Describe every dimension with all below it."""
    targets = dimension_targets(assessment)
    weights = {leaf.id: leaf.weight for leaf in scores.engine.tree.leaves()}
    branches = scores.engine.dimensions
    return tuple(
        _group_node(group, branches[group.id], weights, assessment, scores, targets.get(group.id))
        for group in assessment.framework.questionnaires
    )


def _group_node(
    group: Group,
    branch: Branch,
    weights: dict[str, Fraction],
    assessment: Assessment,
    scores: Scores,
    target: Fraction | None = None,
) -> Node:
    inner = {child.id: child for child in branch.children if isinstance(child, Branch)}
    own = assessment.targets.get(group.id)
    return Node(
        id=group.id,
        title=group.title,
        summary=group.summary,
        weight=as_number(branch.weight),
        aggregate=group.aggregate,
        rung=optional(group.rung),
        pass_=_pass(group.aggregate, branch),
        target_because=own.because if own else "",
        sensitive=isinstance(group, Questionnaire) and group.sensitive,
        questions=tuple(
            question_result(
                question,
                assessment,
                scores.standings[question.id],
                scores.tallies.get(question.id),
                weights.get(question.id, question.weight),
            )
            for question in group.questions
        ),
        topics=tuple(
            _group_node(topic, inner[topic.id], weights, assessment, scores)
            for topic in group.topics
        ),
        **_numbers(group.id, assessment, scores, target),
    )


def _pass(kind: str, branch: Branch) -> int | float | None:
    return as_number(branch.pass_level) if kind == "ladder" else None


def _numbers(
    node: str, assessment: Assessment, scores: Scores, target: Fraction | None
) -> dict[str, Any]:
    found = scores.nodes[node]
    level = assessment.framework.level_at(found.score) if found.score is not None else None
    gap = None
    if target is not None and found.score is not None:
        gap = max(target - found.score, Fraction(0))
    return {
        "score": optional(found.score),
        "exact": None if found.score is None else exact_text(found.score),
        "level": as_number(level.level) if level else None,
        "level_name": level.name if level else None,
        "low": optional(found.low),
        "high": optional(found.high),
        "coverage": optional(found.coverage),
        "provisional": found.provisional,
        "target": optional(target),
        "gap": optional(gap),
        "uncapped": optional(found.uncapped),
        "standard_score": optional(found.standard),
        "caps": tuple(_cap(cap, node, assessment, scores) for cap in found.caps),
        "pending": tuple(
            PendingCap(question=cap.question, cap=as_number(cap.cap), because=cap.because)
            for cap in found.pending
        ),
    }


def _cap(cap: Cap, node: str, assessment: Assessment, scores: Scores) -> CapInfo:
    levels = assessment.framework.possible_levels[cap.question]
    own = [entry for entry in scores.engine.critical[node] if entry[0] == cap.question]
    released = next((level for level in levels.values if _is_released(cap, level, own)), None)
    return CapInfo(
        question=cap.question,
        value=as_number(cap.value),
        cap=as_number(cap.cap),
        because=cap.because,
        binding=cap.cap == scores.nodes[node].caps[0].cap,
        released_at=optional(None if levels.continuous else released),
    )


def _is_released(cap: Cap, level: Fraction, own: list[tuple[str, list[Ceiling]]]) -> bool:
    """Say whether at a higher level the question sets no ceiling, or a higher one."""
    then = applying(own, {cap.question: level})
    return level > cap.value and all(ceiling.cap > cap.cap for ceiling in then)


def lens_node(lens: Lens, assessment: Assessment, scores: Scores) -> Lensed:
    """Describe a theme across dimensions."""
    found = scores.lenses[lens.id]
    level = assessment.framework.level_at(found.score) if found.score is not None else None
    thin = found.coverage is not None and found.coverage < assessment.framework.file.min_coverage
    members = [q.id for q in assessment.framework.questions.values() if lens.id in q.lenses]
    return Lensed(
        id=lens.id,
        title=lens.title,
        summary=lens.summary,
        weight=1,
        score=optional(found.score),
        exact=None if found.score is None else exact_text(found.score),
        standard_score=optional(found.standard),
        level=as_number(level.level) if level else None,
        level_name=level.name if level else None,
        low=optional(found.low),
        high=optional(found.high),
        coverage=optional(found.coverage),
        provisional=found.score is not None and thin,
        question_ids=tuple(members),
    )
