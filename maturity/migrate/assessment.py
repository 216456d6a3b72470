"""Migrate: what of an assessment.yaml is keyed by a question's id, and what it can no longer say.

What names something that no longer exists is left as it is and listed: whether the words still
hold is for a person to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.migrate.answers import mapping_at, value_of
from maturity.migrate.change import Change, version_edits
from maturity.migrate.local import left_to_change, raised_edits
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
    from maturity.store.whole_tree import Data

SUMMARY = "summary"
RAISES = "actions: local: raises"
_GONE = "is no longer in the framework"


def plan_assessment(source: Source[AssessmentFile], framework: Framework, follow: Follow) -> Change:
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
    keyed = _Keyed(follow)
    for section, names, known in sections:
        keyed.section(section, names, known, mapping_at(data, section))
    left = [*keyed.left, *_off_scale(file, framework), *_gone(file, actions, framework, follow)]
    raised = raised_edits(file, framework.questions, follow)
    keyed.edits += raised
    keyed.steps += [Step(one.old, (one.key,), where=RAISES) for one in raised]
    version = file.framework.version
    edits = [*version_edits(version, keyed.edits, framework), *keyed.edits]
    done = MigratedFile(
        str(source.path),
        version,
        is_current=not edits,
        carried=keyed.carried,
        moved=tuple(step for step in keyed.steps if len(step.new) == 1),
        split=tuple(step for step in keyed.steps if len(step.new) > 1),
        left=tuple(left),
    )
    return Change(source.path, source.base, tuple(edits), done)


class _Keyed:
    """Follows the keys of one part of the file after the other."""

    def __init__(self, follow: Follow) -> None:
        self._follow = follow
        self.edits: list[Edit] = []
        self.steps: list[Step] = []
        self.left: list[str] = []
        self.carried = 0

    def section(
        self, section: str, names: Collection[str], known: Collection[str], written: dict[str, Data]
    ) -> None:
        """Give the old ids among the keys their new names; of a split each part has the value."""
        there = set(names)
        for old in names:
            if old in known:
                self.carried += 1
                continue
            ids = self._follow(old) or ()
            free = [new for new in ids if new not in there]
            if not free:
                why = f"is now {' and '.join(ids)}, which is there too" if ids else _GONE
                self.left.append(f"{section}: {old} {why}; take it out")
                continue
            there |= set(free)
            self.steps.append(Step(old, tuple(free), where=section))
            self.edits.append(Rename((section, old), free[0]))
            value = value_of(written[old])
            self.edits += [Put((section, new), value) for new in free[1:]]


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
            yield f"actions: tracked: {name} {_GONE}; take it out"
    yield from left_to_change(file, actions, framework.questions, follow)
