"""Stage 1: what an assessment says of targets, weights, actions and commentary, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.load.action_references import check_actions
from maturity.load.extent import MOST_ACTIONS
from maturity.load.findings import TOO_MANY
from maturity.load.shared_references import check_dimension_weights
from maturity.load.soundness import on_scale

if TYPE_CHECKING:
    from maturity.load.findings import Findings, Path
    from maturity.model.action import Action
    from maturity.model.assessment import AssessmentFile
    from maturity.model.framework import Framework

SUMMARY = "summary"


def check_assessment(file: AssessmentFile, framework: Framework, findings: Findings) -> None:
    """Note everything an assessment names that its framework does not have."""
    dimensions = framework.file.dimensions
    nodes = {*dimensions, *framework.questions}
    for name, target in file.targets.items():
        findings.unknown(("targets", name), "dimension or question", name, nodes, key=True)
        on_scale(target.level, ("targets", name, "level"), framework.scale, findings)
        question = framework.questions.get(name)
        if question is not None and not question.is_scored:
            hint = "give a target to a question that has levels"
            findings.at(("targets", name), f"'{name}' is a text", hint, "invalid-value", key=True)
    for name in file.weights:
        findings.unknown(("weights", name), "dimension or question", name, nodes, key=True)
    if file.weights:
        factors = {name: local.weight for name, local in file.weights.items()}
        check_dimension_weights(factors, framework, ("weights",), findings)
    known_roles = {role.id for role in framework.file.roles}
    findings.unique(("roles",), [role.id for role in file.roles], "role")
    for index, role in enumerate(file.roles):
        if role.id in known_roles:
            hint = "the framework has it already; remove it here"
            message = f"the role '{role.id}' is there twice"
            findings.at(("roles", index, "id"), message, hint, "duplicate-id")
    actions = _check_actions(file, framework, findings)
    commented = {SUMMARY, *dimensions, *actions}
    for name in file.commentary:
        kind = "dimension or action, nor 'summary'"
        findings.unknown(("commentary", name), kind, name, commented, key=True)


def _check_actions(file: AssessmentFile, framework: Framework, findings: Findings) -> set[str]:
    local: dict[str, tuple[Action, Path, Findings]] = {}
    for index, action in enumerate(file.actions.local):
        path = ("actions", "local", index)
        if action.id in framework.actions or action.id in local:
            hint = "give it another id"
            message = f"there is already an action '{action.id}'"
            findings.at((*path, "id"), message, hint, "duplicate-id")
        local.setdefault(action.id, (action, path, findings))
    known = {*framework.actions, *local}
    if len(known) > MOST_ACTIONS:
        message = f"there are {len(known):,} actions in all, and {MOST_ACTIONS:,} are the most"
        findings.at(("actions", "local"), message, "keep the most useful", TOO_MANY, key=True)
    check_actions(local, framework, known)
    for name in file.actions.tracked:
        place = ("actions", "tracked", name)
        findings.unknown(place, "action", name, known, key=True)
    return known
