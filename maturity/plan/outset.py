"""Stage 5: what actions could raise and what they wait for, judged on today's answers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from maturity.plan.needs import Members, with_needs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.action import Action
    from maturity.model.assessment import Assessment
    from maturity.score.resolve import Standing

Effects = tuple[tuple[str, Fraction], ...]
"""Questions, each with the level that it then has at least."""


@dataclass(frozen=True)
class Outset:
    """The actions of one assessment before any is planned."""

    actions: Mapping[str, Action]
    """Every action by id, ids ascending."""
    effects: Mapping[str, Effects]
    """Action → the questions with a value that it sets; what has no value is left alone."""
    needs: Mapping[str, tuple[str, ...]]
    """Action → the actions that it still waits for."""
    done: frozenset[str]
    """The actions tracked as done."""
    rejected: frozenset[str]
    """The actions tracked as rejected, and those left out."""
    excluded: frozenset[str]
    """The actions left out of this plan alone."""

    @cached_property
    def closures(self) -> dict[str, Members]:
        """Action → itself and all that it waits for, directly or not."""
        return with_needs(self.needs)

    @cached_property
    def dependents(self) -> dict[str, Members]:
        """Action → itself and all that wait for it, directly or not."""
        found: dict[str, set[str]] = {name: set() for name in self.actions}
        for name, closure in self.closures.items():
            for need in closure:
                found[need].add(name)
        return {name: frozenset(waiting) for name, waiting in found.items()}

    @cached_property
    def waits_for_rejected(self) -> dict[str, str]:
        """Action → the first rejected one among all that it waits for."""
        waiting = {name: self.closures[name] & self.rejected for name in self.actions}
        return {
            name: min(found)
            for name, found in waiting.items()
            if found and name not in self.rejected and name not in self.done
        }

    @cached_property
    def open(self) -> tuple[str, ...]:
        """The actions that may be planned, ids ascending."""
        barred = {*self.done, *self.rejected, *self.waits_for_rejected}
        return tuple(name for name in self.actions if name not in barred)


def outset(
    assessment: Assessment,
    standings: Mapping[str, Standing],
    exclude: frozenset[str] = frozenset(),
) -> Outset:
    """Judge every action of the framework and of the assessment; some may be left out."""
    actions = dict(sorted(assessment.actions.items()))
    done, rejected = _tracked(assessment, "done"), _tracked(assessment, "rejected")
    levels = {name: levels_set(action, assessment) for name, action in actions.items()}
    met = {
        name
        for name in actions
        if name in done or all(_is_there(standings[q], level) for q, level in levels[name])
    }
    return Outset(
        actions=actions,
        effects={
            name: tuple((q, level) for q, level in pairs if _has_value(standings[q]))
            for name, pairs in levels.items()
        },
        needs={
            name: tuple(need for need in sorted(set(action.needs)) if need not in met)
            for name, action in actions.items()
        },
        done=done,
        rejected=rejected | (exclude - done),
        excluded=exclude - done - rejected,
    )


def _tracked(assessment: Assessment, status: str) -> frozenset[str]:
    return frozenset(
        name for name, tracked in assessment.tracked.items() if tracked.status == status
    )


def levels_set(action: Action, assessment: Assessment) -> Effects:
    """Give, for each scored question that an action lists, the level that it sets.

    That is the smallest level that the question can give at or above the one stated: a stated 2
    sets 5/2 where the options are worth 0, 5/2 and 4.
    """
    found = []
    for question, stated in action.raises.items():
        levels = assessment.framework.possible_levels.get(question)
        if levels is not None:
            level = levels.at_least(stated)
            found.append((question, levels.highest if level is None else level))
    return tuple(found)


def _has_value(standing: Standing) -> bool:
    """Say whether a question can be raised: its level is known, or it stands at its lowest."""
    return isinstance(standing.value, Fraction)


def _is_there(standing: Standing, level: Fraction) -> bool:
    """Say whether nothing is left to do for a question; a missing answer leaves all to do."""
    if standing.is_missing:
        return False
    return not isinstance(standing.value, Fraction) or standing.value >= level
