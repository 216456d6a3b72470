"""Migrate: what of an assessment.yaml is keyed by a question's id, and what it can no longer say.

What names something that no longer exists is left as it is and listed: whether the words still
hold is for a person to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.migrate.answers import mapping_at, value_of
from maturity.migrate.change import Change, version_edits
from maturity.model.levels import show
from maturity.model.migrated import MigratedFile, Step
from maturity.store.edits import Put, Rename, read_text
from maturity.store.whole_tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from maturity.migrate.change import Follow, Source
    from maturity.model.assessment import AssessmentFile
    from maturity.model.framework import Framework
    from maturity.store.edits import Edit

SUMMARY = "summary"


def plan_assessment(
    source: Source[AssessmentFile], framework: Framework, follow: Follow
) -> Change:
    """Plan an assessment.yaml: targets, weights and commentary follow their questions."""
    file = source.file
    actions = {*framework.actions, *(action.id for action in file.actions.local)}
    nodes = {*framework.file.dimensions, *framework.questions}
    sections: tuple[tuple[str, Collection[str], set[str]], ...] = (
        ("targets", file.targets, nodes),
        ("weights", file.weights, nodes),
        ("commentary", file.commentary, {SUMMARY, *framework.file.dimensions, *actions}),
    )
    data = read_tree(read_text(source.base, str(source.path))).data
    edits: list[Edit] = []
    steps: list[Step] = []
    left: list[str] = []
    carried = 0
    for section, names, known in sections:
        carried += sum(name in known for name in names)
        for old in (name for name in names if name not in known):
            free = [new for new in follow(old) or () if new not in names]
            if not free:
                left.append(f"{section}: {old} is no longer in the framework; take it out")
                continue
            steps.append(Step(old, tuple(free), where=section))
            edits.append(Rename((section, old), free[0]))
            value = value_of(mapping_at(data, section)[old])
            edits += [Put((section, new), value) for new in free[1:]]
    left += [*_off_scale(file, framework), *_gone(file, actions, framework, follow)]
    version = file.framework.version
    edits = [*version_edits(version, edits, framework), *edits]
    done = MigratedFile(
        str(source.path),
        version,
        is_current=not edits,
        carried=carried,
        moved=tuple(step for step in steps if len(step.new) == 1),
        split=tuple(step for step in steps if len(step.new) > 1),
        left=tuple(left),
    )
    return Change(source.path, source.base, tuple(edits), done)


def _off_scale(file: AssessmentFile, framework: Framework) -> Iterator[str]:
    scale = framework.scale
    for name, target in file.targets.items():
        if not scale.bottom <= target.level <= scale.top:
            ends = f"{show(scale.bottom)} to {show(scale.top)}"
            yield f"targets: {name} is {show(target.level)}, and the scale is now {ends}"


def _gone(
    file: AssessmentFile, actions: Collection[str], framework: Framework, follow: Follow
) -> Iterator[str]:
    """Name tracked actions that no longer exist, and what local actions say of old ids."""
    for name in file.actions.tracked:
        if name not in actions:
            yield f"actions: tracked: {name} is no longer in the framework; take it out"
    for action in file.actions.local:
        place = f"actions: local: {action.id}"
        for old in action.raises:
            if old not in framework.questions:
                new = " and ".join(follow(old) or ())
                yield f"{place} raises {old}; " + (f"write {new}" if new else "take it out")
        for need in action.needs:
            if need not in actions:
                yield f"{place} needs {need}, which is no longer in the framework; take it out"
